CREATE TABLE detector_outcomes (
  handoff_id TEXT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('rule', 'kind')),
  name TEXT NOT NULL,
  accepted INTEGER NOT NULL CHECK (accepted >= 0),
  rejected INTEGER NOT NULL CHECK (rejected >= 0),
  PRIMARY KEY (handoff_id, about, name)
) STRICT;
CREATE INDEX detector_outcomes_sums ON detector_outcomes (about, name, accepted, rejected);
