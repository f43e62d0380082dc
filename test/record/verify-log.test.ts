import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { person } from '../../src/handoff/actor.ts';
import { openReadOnly } from '../../src/platform/store/index.ts';
import { verifyLog } from '../../src/record/verify-log.ts';
import { HandClock, temporaryFolder, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from './support/a-record.ts';
import { answer, openCommand } from './support/commands.ts';

/** A closed database with two handoffs and six events. */
const aLog = async (): Promise<string> => {
  const path = join(temporaryFolder(), 'baton.sqlite');
  const store = temporaryStore(path);
  const record = recordOn(store, new HandClock());
  for (const deal of ['D-1', 'D-2']) {
    const { handoff } = await record.open({ actor: person('U_SALES'), command: openCommand(deal) });
    await record.run(handoff.id, {
      actor: person('U_SALES'),
      command: answer('They want fewer frost losses this spring.'),
    });
    await record.run(handoff.id, {
      actor: person('U_SALES'),
      command: answer('They want no frost losses at all this year.'),
    });
  }
  await store.close();
  return path;
};

const verdictOf = (path: string, anchor?: string) => {
  const { read, close } = openReadOnly(path);
  const verdict = verifyLog(read, anchor);
  close();
  return verdict;
};

/** What somebody with the file could do: the triggers are no obstacle to them. */
const tamper = (path: string, ...statements: string[]): void => {
  const db = new Database(path);
  db.exec('DROP TRIGGER IF EXISTS events_append_only_update; DROP TRIGGER IF EXISTS events_append_only_delete;');
  for (const statement of statements) db.exec(statement);
  db.close();
};

describe('the log', () => {
  it('is whole after ordinary work, and keeps an anchor', async () => {
    const path = await aLog();
    const { head, ...verdict } = verdictOf(path);

    expect(verdict).toEqual({ ok: true, events: 6, erased: 0, problems: [] });
    expect(verdictOf(path, head).ok).toBe(true);
  });

  it.each([
    [
      'an event was edited',
      "UPDATE events SET data = replace(data, 'buyer_goal', 'scope') WHERE position = 2",
      'was changed after it was written',
    ],
    [
      'an actor was exchanged',
      'UPDATE events SET actor = \'{"kind":"person","user":"U_X"}\' WHERE position = 4',
      'was changed after it was written',
    ],
    ['an event was taken out', 'DELETE FROM events WHERE position = 3', 'position 3 is missing'],
    [
      'two events changed places',
      'UPDATE events SET position = 99 WHERE position = 2; UPDATE events SET position = 2 WHERE position = 3; UPDATE events SET position = 3 WHERE position = 99',
      'does not follow',
    ],
    [
      'a text was rewritten',
      "UPDATE sealed SET body = '\"They wanted nothing\"' WHERE body LIKE '%frost losses this%'",
      'a text of it was changed',
    ],
  ])('shows that %s', async (_, statement, what) => {
    const path = await aLog();

    tamper(path, statement);

    const verdict = verdictOf(path);
    expect(verdict.ok).toBe(false);
    expect(verdict.problems.map((one) => one.what).join('; ')).toContain(what);
  });

  it('shows a cut tail to whoever kept the head', async () => {
    const path = await aLog();
    const { head } = verdictOf(path);

    tamper(path, 'DELETE FROM events WHERE position > 4');

    expect(verdictOf(path).ok).toBe(true);
    expect(verdictOf(path, head)).toMatchObject({ ok: false, problems: [{ what: expect.stringContaining('anchor') }] });
  });

  it('stays provable when a deal’s text is erased', async () => {
    const path = await aLog();

    tamper(path, 'DELETE FROM sealed');

    expect(verdictOf(path)).toMatchObject({ ok: true, events: 6 });
    expect(verdictOf(path).erased).toBeGreaterThan(0);
  });

  it('refuses an update and a delete through ordinary means', async () => {
    const db = new Database(await aLog());

    expect(() => db.exec('UPDATE events SET type = type')).toThrow('append-only');
    expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
    db.close();
  });
});
