import { expect, test } from 'vitest';
import { offlineEngine } from '../../src/analysis/offline/index.ts';
import { evidenceMessage } from '../../src/desk/evidence/blocks.ts';
import { factsOf } from '../../src/desk/evidence/senders.ts';
import { reactions } from '../../src/desk/index.ts';
import { marksOf } from '../../src/desk/packet/inline.ts';
import { renderPacket } from '../../src/desk/packet/markdown.ts';
import { flagsThread } from '../../src/desk/review/blocks.ts';
import type { Analysis } from '../../src/handoff/analysis.ts';
import { packetOf } from '../../src/handoff/packet/index.ts';
import { defaultPolicy } from '../../src/handoff/policy.ts';
import type { Source } from '../../src/handoff/source.ts';
import { loadSources } from '../../src/record/queries.ts';
import { analysis as byHand, reading } from '../handoff/support/analysis.ts';
import { anna, contract, opening, reader } from '../handoff/support/deal.ts';
import { HandClock, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from '../record/support/a-record.ts';
import { expectSound } from './review/read.ts';

const files = 200;
const trades = ['inverters', 'weather stations', 'meter boxes', 'fences', 'gateways'];

const passagesOf = (file: number) =>
  Array.from({ length: 12 }, (_, at) => ({
    id: `p${at}`,
    locator: `00:${String(at).padStart(2, '0')}:00`,
    speaker: at % 2 === 0 ? 'Mira Oth' : 'Anna Lind',
    text:
      at === 3
        ? `We will train your staff for two days on site, free of charge, as in talk ${file}.`
        : `In talk ${file} we spoke of ${trades[(file + at) % trades.length]} and how the roads were in spring, part ${at}.`,
  }));

/** The analyst takes one promise said two hundred times for one; the record must bear two hundred different ones. */
const withPromiseOfEach = (analysis: Analysis, sources: readonly Source[]): Analysis => {
  const each = sources.slice(1).map((source, at) => {
    const evidence = [{ source: source.id, quote: source.passages[3]?.text ?? '', locator: '00:03:00' }];
    const [commitment, flag] = [byHand.commitments[3], byHand.flags[0]];
    if (!commitment || !flag) throw new Error('the reading by hand has a promise and its flag');
    return {
      commitment: { ...commitment, id: `each${at}`, text: evidence[0]?.quote ?? '', evidence },
      flag: { ...flag, id: `flag${at}`, commitment: `each${at}`, text: `Training ${at}`, evidence },
    };
  });
  return {
    ...analysis,
    commitments: [...analysis.commitments, ...each.map((one) => one.commitment)],
    flags: [...analysis.flags, ...each.map((one) => one.flag)],
  };
};

test('two hundred files in one deal are taken in, analysed, shown and put in the packet', async () => {
  const store = temporaryStore();
  const record = recordOn(store, new HandClock(), reactions(defaultPolicy));
  const took: Record<string, number> = {};
  const timed = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    took[what] = Math.round(performance.now() - start);
    return result;
  };
  const ours = { name: 'Anna Lind', org: 'Heliowatch', side: 'vendor' as const, title: 'sales' };
  const { handoff } = await record.open({
    actor: anna,
    command: opening({ people: [...opening().people, ours] }),
  });
  const h = handoff.id;
  await timed('intake', async () => {
    for (let file = 0; file < files; file += 1) {
      const passages = passagesOf(file);
      const command = {
        ...contract,
        name: file === 0 ? 'contract.md' : `call-${file}.txt`,
        kind: file === 0 ? ('contract' as const) : ('call' as const),
        signed: file === 0,
        sha256: String(file).padStart(64, '0'),
        passages: passages.length,
      };
      await record.addSource(h, { actor: anna, command }, passages);
    }
  });
  const full = record.load(h) ?? handoff;
  expect(full.sources).toHaveLength(files);

  const sources = await timed('load', () => loadSources(store.read, full));
  expect(sources.every((one) => one.passages.length === 12)).toBe(true);
  const analysis = await timed('analyse', () => offlineEngine.analyse(sources, factsOf(full)));
  expect(analysis.commitments.flatMap((one) => one.evidence).length).toBeGreaterThan(files / 2);
  const after = await timed('record', () =>
    record.run(h, { actor: reader, command: { ...reading(withPromiseOfEach(analysis, sources)) } }),
  );
  expect(after.analysis?.analysedSources).toHaveLength(files);

  const doc = await timed('packet', () => renderPacket(packetOf(after), marksOf(after)));
  expect(JSON.stringify(doc)).toContain('free of charge');
  const shown = evidenceMessage(after, { reading: [], analysing: false });
  expectSound(shown);
  expect(JSON.stringify(shown)).toContain('call-199');
  expect(after.flags.length).toBeGreaterThanOrEqual(files - 1);
  const head = await timed('flags', () => flagsThread(after, defaultPolicy));
  expectSound(head);

  const flag = after.flags[0]?.flag.id ?? '';
  await timed('decide', () =>
    record.run(h, {
      actor: anna,
      command: { type: 'decide_flag', flag, decision: 'not_a_promise', reason: 'it was small talk', owner: null },
    }),
  );
  // an hour of work for a person, seconds for the machine: far above what it takes, far below what would be quadratic
  expect(Object.values(took).reduce((sum, one) => sum + one, 0)).toBeLessThan(30_000);
  expect(took.decide).toBeLessThan(2_000);
  if (process.env.BATON_SHOW_TIMES)
    process.stdout.write(`${JSON.stringify({ ...took, flags_found: after.flags.length })}\n`);
});
