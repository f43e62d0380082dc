ALTER TABLE outbox ADD COLUMN once INTEGER NOT NULL DEFAULT 0 CHECK (once IN (0, 1));
UPDATE outbox SET once = 1 WHERE kind IN ('read', 'packet_edit', 'voided', 'nudge');
UPDATE outbox SET args = NULL WHERE once = 1 AND status = 'idle';
CREATE INDEX outbox_once ON outbox (updated_at) WHERE once = 1;
CREATE INDEX outbox_needs ON outbox (needs) WHERE needs IS NOT NULL;
