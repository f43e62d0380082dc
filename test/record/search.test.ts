import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { person } from '../../src/handoff/actor.ts';
import type { Passage } from '../../src/handoff/source.ts';
import { run, type Store } from '../../src/platform/store/index.ts';
import type { HandoffRecord } from '../../src/record/record.ts';
import { searchPassages } from '../../src/record/search.ts';
import { passages } from '../../src/record/tables.ts';
import { HandClock, migrations, temporaryFolder, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from './support/a-record.ts';
import { openCommand } from './support/commands.ts';

const sales = person('U_SALES');

const add = (record: HandoffRecord, h: string, name: string, texts: readonly (string | Partial<Passage>)[]) => {
  const content = texts.map(
    (one, at): Passage => ({
      id: `p${at}`,
      locator: `paragraph ${at + 1}`,
      text: 'text',
      ...(typeof one === 'string' ? { text: one } : one),
    }),
  );
  const command = {
    type: 'add_source' as const,
    name,
    kind: 'call' as const,
    kindGuessed: false,
    signed: false,
    sha256: name.padEnd(64, '0'),
    size: 100,
    passages: content.length,
    link: null,
  };
  return record.addSource(h, { actor: sales, command }, content);
};

const opened = async (store: Store = temporaryStore()) => {
  const record = recordOn(store, new HandClock());
  const { handoff } = await record.open({ actor: sales, command: openCommand('D-1') });
  const { handoff: other } = await record.open({ actor: sales, command: openCommand('D-2') });
  const found = (h: string, ...words: string[]): string[] =>
    searchPassages(store.read, h, words).map((one) => one.passage.text);
  return { store, record, h: handoff.id, other: other.id, found };
};

describe('the full text of a handoff’s passages', () => {
  it('is found by any of the words, in other endings and without accents, the rarest first', async () => {
    const { record, h, found } = await opened();
    await add(record, h, 'call', [
      'We train ten growers.',
      'The café is closed.',
      'Ten growers, ten sensors.',
      'Nothing.',
    ]);

    expect(found(h, 'training', 'growers')[0]).toBe('We train ten growers.');
    expect(found(h, 'cafe')).toEqual(['The café is closed.']);
    expect(found(h, 'irrigation')).toEqual([]);
    expect(found(h)).toEqual([]);
  });

  it('is found by heading and speaker, and comes with what stands before it, nearest first', async () => {
    const { store, record, h, found } = await opened();
    await add(record, h, 'call', ['One.', 'Two?', { text: 'Three.', speaker: 'Olga Reiter', heading: 'Acceptance' }]);

    expect(found(h, 'reiter')).toEqual(['Three.']);
    expect(found(h, 'accept')).toEqual(['Three.']);
    expect(searchPassages(store.read, h, ['reiter'])[0]?.before.map((one) => one.text)).toEqual(['Two?', 'One.']);
  });

  it('is that of one handoff only', async () => {
    const { record, h, other, found } = await opened();
    await add(record, h, 'call', ['The orchard gate.']);
    await add(record, other, 'mail', ['The orchard wall.']);

    expect(found(h, 'orchard')).toEqual(['The orchard gate.']);
    expect(found(other, 'orchard')).toEqual(['The orchard wall.']);
  });

  it('is not there when the source was refused', async () => {
    const { record, h, found } = await opened();
    await add(record, h, 'call', ['The orchard gate.']);

    await expect(add(record, h, 'call', ['The orchard wall.'])).rejects.toThrow();

    expect(found(h, 'orchard')).toEqual(['The orchard gate.']);
  });

  it('takes no query syntax from words', async () => {
    const { record, h, found } = await opened();
    await add(record, h, 'call', ['The orchard gate.', 'handoff']);

    for (const word of [
      'gate"',
      '"',
      'NOT',
      'orchard*',
      'words:gate',
      'gate) OR (',
      'NEAR(a b)',
      '-gate',
      '^the',
      '\u0000',
    ])
      expect(() => found(h, word)).not.toThrow();
    expect(found(h, 'orch*')).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 5 }), (words) => {
        expect(found(h, ...words).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  it('goes with the passage, and leaves no word in the file', async () => {
    const path = join(temporaryFolder(), 'baton.sqlite');
    const { store, record, h, other } = await opened(temporaryStore(path));
    await add(record, h, 'call', ['The quizzaciously orchard gate.', 'Another quizzaciously wall.']);
    await add(record, other, 'mail', ['The orchard wall.']);

    await store.inTx((tx) => run(tx.delete(passages).where(eq(passages.handoffId, h))));
    await store.close();

    const db = new Database(path);
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(db.prepare('SELECT count(*) FROM passage_places').pluck().get()).toBe(1);
    db.close();
    expect(readFileSync(path).includes('orchard')).toBe(true);
    expect(readFileSync(path).includes('quizzac')).toBe(false);
  });

  it('follows a passage that is rewritten', async () => {
    const { store, record, h, found } = await opened();
    await add(record, h, 'call', ['The orchard gate.']);

    const body = JSON.stringify({ id: 'p0', locator: 'paragraph 1', text: 'The walled garden.' });
    await store.inTx((tx) => run(tx.update(passages).set({ body }).where(eq(passages.handoffId, h))));

    expect(found(h, 'orchard')).toEqual([]);
    expect(found(h, 'garden')).toEqual(['The walled garden.']);
  });

  it('is there for passages that were stored before there was an index', () => {
    const db = new Database(':memory:');
    const sql = (name: string): string => readFileSync(join(migrations, name), 'utf8');
    db.exec(sql('0001-platform.sql'));
    db.exec(sql('0002-handoff.sql'));
    const body = JSON.stringify({ id: 'p0', locator: 'paragraph 1', text: 'The orchard gate.' });
    db.prepare('INSERT INTO passages VALUES (?, ?, ?, ?, ?)').run('h_1', 's_1', 0, 'p0', body);

    db.exec(sql('0004-passage-search.sql'));

    const query = `SELECT source_id FROM passage_search JOIN passage_places ON place = passage_search.rowid WHERE passage_search MATCH 'words : orchard'`;
    expect(db.prepare(query).pluck().all()).toEqual(['s_1']);
    db.close();
  });
});
