CREATE TABLE inbox (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'command', 'interaction')),
  body TEXT CHECK (body IS NULL OR json_valid(body)),
  received_at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'done', 'failed')),
  attempts INTEGER NOT NULL,
  due_at TEXT NOT NULL,
  last_error TEXT,
  done_at TEXT
) STRICT;
CREATE UNIQUE INDEX inbox_seq ON inbox (seq);
CREATE INDEX inbox_work ON inbox (status, seq);

CREATE TABLE outbox (
  key TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  handoff_id TEXT,
  kind TEXT NOT NULL,
  args TEXT CHECK (args IS NULL OR json_valid(args)),
  lane TEXT NOT NULL,
  needs TEXT,
  wanted INTEGER NOT NULL,
  done INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'sending', 'idle', 'failed', 'paused')),
  attempts INTEGER NOT NULL,
  maybe_sent INTEGER NOT NULL CHECK (maybe_sent IN (0, 1)),
  due_at TEXT NOT NULL,
  last_error TEXT,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX outbox_seq ON outbox (seq);
CREATE INDEX outbox_work ON outbox (status, due_at);
CREATE INDEX outbox_handoff ON outbox (handoff_id);

CREATE TABLE deliveries (
  key TEXT PRIMARY KEY,
  handoff_id TEXT,
  remote TEXT CHECK (remote IS NULL OR json_valid(remote)),
  content_hash TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX deliveries_handoff ON deliveries (handoff_id);
