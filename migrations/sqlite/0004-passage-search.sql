-- Full text over passages (docs/decisions/0012). The triggers fill and empty it in the transaction that writes a passage. The index keeps no text of
-- its own.
CREATE TABLE passage_places (
  place INTEGER PRIMARY KEY,
  handoff_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX passage_places_of ON passage_places (handoff_id, source_id, position);

CREATE VIRTUAL TABLE passage_search USING fts5(
  handoff, words,
  content = '',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER passages_indexed AFTER INSERT ON passages BEGIN
  INSERT INTO passage_places (handoff_id, source_id, position) VALUES (NEW.handoff_id, NEW.source_id, NEW.position);
  INSERT INTO passage_search (rowid, handoff, words)
    VALUES (last_insert_rowid(), NEW.handoff_id, concat_ws(' ', NEW.body ->> '$.heading', NEW.body ->> '$.speaker', NEW.body ->> '$.text'));
END;

-- An index without text of its own must be told what it forgets. Once a handoff's last passage is gone it is written anew, so that none of its words
-- stays in the file. (The option secure-delete does that for each passage, at half a millisecond each.)
CREATE TRIGGER passages_forgotten AFTER DELETE ON passages BEGIN
  INSERT INTO passage_search (passage_search, rowid, handoff, words)
    SELECT 'delete', place, OLD.handoff_id, concat_ws(' ', OLD.body ->> '$.heading', OLD.body ->> '$.speaker', OLD.body ->> '$.text')
    FROM passage_places
    WHERE handoff_id = OLD.handoff_id AND source_id = OLD.source_id AND position = OLD.position;
  DELETE FROM passage_places
    WHERE handoff_id = OLD.handoff_id AND source_id = OLD.source_id AND position = OLD.position;
  INSERT INTO passage_search (passage_search)
    SELECT 'optimize' WHERE NOT EXISTS (SELECT 1 FROM passages WHERE handoff_id = OLD.handoff_id);
END;

CREATE TRIGGER passages_rewritten AFTER UPDATE ON passages BEGIN
  INSERT INTO passage_search (passage_search, rowid, handoff, words)
    SELECT 'delete', place, OLD.handoff_id, concat_ws(' ', OLD.body ->> '$.heading', OLD.body ->> '$.speaker', OLD.body ->> '$.text')
    FROM passage_places
    WHERE handoff_id = OLD.handoff_id AND source_id = OLD.source_id AND position = OLD.position;
  UPDATE passage_places SET handoff_id = NEW.handoff_id, source_id = NEW.source_id, position = NEW.position
    WHERE handoff_id = OLD.handoff_id AND source_id = OLD.source_id AND position = OLD.position;
  INSERT INTO passage_search (rowid, handoff, words)
    SELECT place, NEW.handoff_id, concat_ws(' ', NEW.body ->> '$.heading', NEW.body ->> '$.speaker', NEW.body ->> '$.text')
    FROM passage_places
    WHERE handoff_id = NEW.handoff_id AND source_id = NEW.source_id AND position = NEW.position;
END;

INSERT INTO passage_places (handoff_id, source_id, position)
  SELECT handoff_id, source_id, position FROM passages ORDER BY handoff_id, source_id, position;
INSERT INTO passage_search (rowid, handoff, words)
  SELECT place, p.handoff_id, concat_ws(' ', p.body ->> '$.heading', p.body ->> '$.speaker', p.body ->> '$.text')
  FROM passage_places JOIN passages p USING (handoff_id, source_id, position) ORDER BY place;

-- Which deal a direct conversation is about, so that a person names it once. Ids only; no word of the conversation.
CREATE TABLE asked_threads (
  channel TEXT NOT NULL,
  thread TEXT NOT NULL,
  handoff_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (channel, thread)
) STRICT;
