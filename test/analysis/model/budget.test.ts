import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileCache } from '../../../src/analysis/model/cache.ts';
import { temporaryFolder } from '../../platform/temporary.ts';
import { deal, engineAgainst } from '../../support/model-deal.ts';
import { nothing } from '../../support/model-material.ts';
import { type Behaviour, fail, honest, modelServer, say } from '../../support/model-server.ts';
import { call, facts, source } from '../offline/deal.ts';

const limit = (maxTokens: number, maxCost: number | null = null) => ({
  maxTokens,
  maxCost,
  inputPrice: 2,
  outputPrice: 10,
});
const used = (input: number, output: number) => ({ usage: { prompt_tokens: input, completion_tokens: output } });
const lanes = 1;

describe('the budget of a handoff', () => {
  test('ends the questions before it is overdrawn, with a note', async () => {
    const server = await modelServer((_, respond) => say(respond, nothing, used(9_000, 1_000)));
    const { engine } = engineAgainst(server.url, temporaryFolder(), { lanes, budget: limit(30_000) });
    const { notes } = await engine.analyse(deal, facts);
    expect(server.received).toHaveLength(2);
    expect(notes).toEqual([
      'The language model answered for 2 of 3 parts of the sources; for the others the budget for this handoff is used up. Those rest on my rules alone.',
    ]);
  });

  test('counts cost by the prices of tokens read and written', async () => {
    // one answer costs 0.02 + 0.01; the next may cost as much as its longest answer, about 0.1
    const server = await modelServer((_, respond) => say(respond, nothing, used(10_000, 1_000)));
    const { engine } = engineAgainst(server.url, temporaryFolder(), { lanes, budget: limit(1_000_000, 0.12) });
    await engine.analyse(deal, facts);
    expect(server.received).toHaveLength(1);
  });

  test('asks nothing that it could not pay', async () => {
    const server = await modelServer(honest);
    const { engine } = engineAgainst(server.url, temporaryFolder(), { budget: limit(5_000) });
    const { notes } = await engine.analyse(deal, facts);
    expect(server.received).toEqual([]);
    expect(notes?.[0]).toContain('the budget for this handoff is used up');
  });

  test('holds over restarts, for each deal by itself', async () => {
    const server = await modelServer((_, respond) => say(respond, nothing, used(9_000, 1_000)));
    const folder = temporaryFolder();
    const ask = (from = deal, name = facts.name) =>
      engineAgainst(server.url, folder, { lanes, budget: limit(38_000) }).engine.analyse(from, { ...facts, name });
    await ask([call('O: We will come.')]);
    await ask([call('O: We will come again.')]);
    await ask([call('O: We will come a third time.')]);
    expect(server.received).toHaveLength(3);
    expect((await ask([call('O: We will come a last time.')])).notes?.[0]).toContain('used up');
    await ask([call('O: We will come a last time.')], 'Another deal');
    expect(server.received).toHaveLength(4);
  });

  test('counts an estimate where the service does not count', async () => {
    const server = await modelServer((_, respond) => say(respond, nothing, { usage: null }));
    const folder = temporaryFolder();
    await engineAgainst(server.url, folder, { lanes }).engine.analyse(deal, facts);
    const spent = readdirSync(folder).filter((name) => name.startsWith('spent-'));
    expect(spent).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(folder, spent[0] ?? ''), 'utf8')).input).toBeGreaterThan(3_000);
  });

  test('is charged for questions that were read and not answered, not for those turned away at the door', async () => {
    const spentAfter = async (behaviour: Behaviour) => {
      const { url } = await modelServer(behaviour);
      const folder = temporaryFolder();
      await engineAgainst(url, folder, { lanes }).engine.analyse([call('O: Well.')], facts);
      const [spent] = readdirSync(folder).filter((name) => name.startsWith('spent-'));
      return spent === undefined ? null : JSON.parse(readFileSync(join(folder, spent), 'utf8')).input;
    };
    const once = await spentAfter((_, respond) => say(respond, nothing, { usage: null }));
    expect(await spentAfter(fail(500))).toBe(3 * once);
    expect((await spentAfter(fail(429))) ?? 0).toBe(0);
    expect((await spentAfter(fail(401))) ?? 0).toBe(0);
    expect(await spentAfter((_, respond) => say(respond, 'No.', used(700, 3)))).toBe(700);
  });

  test('of ten megabytes of talk is not overdrawn', async () => {
    const server = await modelServer((_, respond) => say(respond, nothing, used(6_000, 100)));
    const long = source(
      'call',
      Array.from({ length: 10_000 }, (_, at) => ({
        text: `On day ${at} ${'the weather on the roof was nice '.repeat(30)}.`,
      })),
    );
    const { engine } = engineAgainst(server.url, temporaryFolder(), {
      budget: limit(100_000),
    });
    const { notes } = await engine.analyse([long], facts);
    expect(server.received.length).toBeLessThan(20);
    expect(notes?.[0]).toMatch(/^The language model answered for \d+ of \d{3,} parts/);
  });

  test('is not touched when nobody knows what was spent', async () => {
    const server = await modelServer(honest);
    const folder = temporaryFolder();
    await engineAgainst(server.url, folder).engine.analyse(deal, facts);
    const asked = server.received.length;
    const [spent] = readdirSync(folder).filter((name) => name.startsWith('spent-'));
    writeFileSync(join(folder, spent ?? ''), '{"input": -');
    const { notes } = await engineAgainst(server.url, folder).engine.analyse([call('O: New.')], facts);
    expect(server.received).toHaveLength(asked);
    expect(notes?.[0]).toContain('I could not keep count of what it costs');
  });

  test('stops the questions when what was spent cannot be written down', async () => {
    const folder = join(temporaryFolder(), 'model');
    const server = await modelServer((received, respond) => {
      rmSync(folder, { recursive: true, force: true });
      writeFileSync(folder, 'in the way');
      honest(received, respond);
    });
    const { notes } = await engineAgainst(server.url, folder, { lanes }).engine.analyse(deal, facts);
    expect(server.received).toHaveLength(1);
    expect(notes?.[0]).toContain('The language model answered for 1 of 3 parts');
  });
});

describe('the cache', () => {
  test('answers what was asked before, and the analysis is the same', async () => {
    const server = await modelServer(honest);
    const folder = temporaryFolder();
    const first = await engineAgainst(server.url, folder).engine.analyse(deal, facts);
    const asked = server.received.length;
    server.close();
    expect(await engineAgainst(server.url, folder).engine.analyse(deal, facts)).toEqual(first);
    expect(server.received).toHaveLength(asked);
  });

  test('asks about a source that is added, not again about the others', async () => {
    const server = await modelServer(honest);
    const folder = temporaryFolder();
    const { engine } = engineAgainst(server.url, folder, { lanes });
    await engine.analyse(deal, facts);
    const asked = server.received.length;
    await engine.analyse([...deal, source('email', [{ text: 'The crane is booked.', speaker: 'Olga Brandt' }])], facts);
    expect(server.received.slice(asked).map(({ material }) => material.source.name)).toEqual(['email.txt']);
  });

  test('keeps nothing that somebody can read who has not the question', async () => {
    const server = await modelServer(honest);
    const folder = temporaryFolder();
    await engineAgainst(server.url, folder).engine.analyse(deal, facts);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(files.length).toBeGreaterThan(3);
    for (const text of files) expect(text).not.toMatch(/sealant|dairymen|Birch|commitments|Sunfield/);
  });

  test('takes no answer that was altered, cut off or put in the place of another', async () => {
    const folder = temporaryFolder();
    const cache = new FileCache(folder);
    await cache.put('one', 'the answer to one');
    await cache.put('two', 'the answer to two');
    expect(await cache.get('one')).toBe('the answer to one');
    expect(await cache.get('three')).toBeUndefined();
    const [a, b] = readdirSync(folder).map((name) => join(folder, name));
    if (!a || !b) throw new Error('two answers are two files');
    const bytes = readFileSync(a);
    writeFileSync(a, readFileSync(b));
    writeFileSync(b, bytes.subarray(0, -1));
    expect([await cache.get('one'), await cache.get('two')]).toEqual([undefined, undefined]);
  });

  test('lets old answers go, and nothing else', async () => {
    const folder = temporaryFolder();
    const cache = new FileCache(folder);
    const now = new Date('2026-06-01T00:00:00Z');
    await cache.put('old', 'x');
    const [old] = readdirSync(folder);
    utimesSync(join(folder, old ?? ''), new Date('2026-01-01'), new Date('2026-01-01'));
    await cache.put('new', 'y');
    utimesSync(join(folder, readdirSync(folder).find((name) => name !== old) ?? ''), now, now);
    mkdirSync(join(folder, 'else'));
    await cache.prune(now, 90);
    expect([await cache.get('old'), await cache.get('new')]).toEqual([undefined, 'y']);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
