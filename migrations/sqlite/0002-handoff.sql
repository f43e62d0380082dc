CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  handoff_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (json_valid(actor)),
  type TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE UNIQUE INDEX events_stream ON events (handoff_id, seq);
CREATE TRIGGER events_append_only_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_append_only_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE sealed (
  ref TEXT PRIMARY KEY,
  handoff_id TEXT NOT NULL,
  salt TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX sealed_handoff ON sealed (handoff_id);

CREATE TABLE handoffs (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL,
  deal_key TEXT NOT NULL,
  name TEXT NOT NULL,
  customer TEXT NOT NULL,
  deal_type TEXT NOT NULL,
  stage TEXT NOT NULL,
  score INTEGER NOT NULL,
  ready INTEGER NOT NULL CHECK (ready IN (0, 1)),
  kickoff_date TEXT NOT NULL,
  kickoff_scheduled INTEGER NOT NULL CHECK (kickoff_scheduled IN (0, 1)),
  account_owner TEXT NOT NULL,
  delivery_lead TEXT NOT NULL,
  approver TEXT,
  revision INTEGER NOT NULL,
  packet_version INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX handoffs_deal ON handoffs (deal_key);
CREATE INDEX handoffs_kickoff ON handoffs (kickoff_date);

CREATE TABLE channels (
  channel TEXT PRIMARY KEY,
  handoff_id TEXT NOT NULL
) STRICT;
CREATE INDEX channels_handoff ON channels (handoff_id);

CREATE TABLE flags (
  id TEXT NOT NULL,
  handoff_id TEXT NOT NULL,
  type TEXT NOT NULL,
  severity TEXT NOT NULL,
  rule TEXT NOT NULL,
  commitment_id TEXT,
  status TEXT NOT NULL,
  decision TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (handoff_id, id)
) STRICT;

CREATE TABLE commitments (
  id TEXT NOT NULL,
  handoff_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  strength TEXT NOT NULL,
  verdict TEXT NOT NULL,
  standing TEXT NOT NULL,
  speaker TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (handoff_id, id)
) STRICT;

CREATE TABLE open_questions (
  id TEXT NOT NULL,
  handoff_id TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT NOT NULL,
  blocking INTEGER NOT NULL CHECK (blocking IN (0, 1)),
  answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
  text TEXT NOT NULL,
  answer TEXT,
  answer_source TEXT,
  PRIMARY KEY (handoff_id, id)
) STRICT;

CREATE TABLE signoffs (
  handoff_id TEXT NOT NULL,
  party TEXT NOT NULL,
  version INTEGER NOT NULL,
  signed_by TEXT NOT NULL,
  at TEXT NOT NULL,
  voided_because TEXT,
  PRIMARY KEY (handoff_id, party, version, at)
) STRICT;

CREATE TABLE open_items (
  id TEXT PRIMARY KEY,
  handoff_id TEXT NOT NULL,
  user TEXT NOT NULL,
  code TEXT NOT NULL,
  about TEXT NOT NULL,
  text TEXT NOT NULL,
  due TEXT NOT NULL
) STRICT;
CREATE INDEX open_items_user ON open_items (user, due);
CREATE INDEX open_items_handoff ON open_items (handoff_id);

CREATE TABLE sources (
  id TEXT NOT NULL,
  handoff_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_guessed INTEGER NOT NULL CHECK (kind_guessed IN (0, 1)),
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_by TEXT NOT NULL,
  link TEXT,
  PRIMARY KEY (handoff_id, id)
) STRICT;
CREATE UNIQUE INDEX sources_once ON sources (handoff_id, sha256);

CREATE TABLE passages (
  handoff_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (handoff_id, source_id, position)
) STRICT;

CREATE TABLE nudges (
  handoff_id TEXT NOT NULL,
  user TEXT NOT NULL,
  kickoff_date TEXT NOT NULL,
  days INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (handoff_id, user, kickoff_date, days)
) STRICT;

CREATE TABLE digests (
  slot TEXT NOT NULL,
  handoff_id TEXT NOT NULL,
  score INTEGER NOT NULL,
  PRIMARY KEY (slot, handoff_id)
) STRICT;
