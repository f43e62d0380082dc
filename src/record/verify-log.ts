import { asc } from 'drizzle-orm';
import { all, type Read } from '../platform/store/index.ts';
import { genesis, hashOf } from './chain.ts';
import { digestOf, refsOf } from './seal.ts';
import { events, sealed } from './tables.ts';

export interface LogVerdict {
  ok: boolean;
  events: number;
  /** Hash of the last event: keep it outside to notice a cut tail or a rewritten chain. */
  head: string;
  erased: number;
  problems: { position: number; what: string }[];
}

/** Law 10: recomputes the chain and every text's salted hash. An `anchor` is an earlier head that must still be in the chain. */
export const verifyLog = (read: Read, anchor?: string): LogVerdict => {
  const texts = new Map(all(read.select().from(sealed)).map((row) => [row.ref, row]));
  const problems: LogVerdict['problems'] = [];
  const seqs = new Map<string, number>();
  const seen = new Set<string>([genesis]);
  let prevHash = genesis;
  let position = 0;
  let erased = 0;
  const rows = all(read.select().from(events).orderBy(asc(events.position)));
  for (const row of rows) {
    position += 1;
    const report = (what: string) => problems.push({ position: row.position, what });
    if (row.position !== position) {
      report(`position ${position} is missing`);
      position = row.position;
    }
    const expected = (seqs.get(row.handoffId) ?? 0) + 1;
    if (row.seq !== expected) report(`event ${expected} of ${row.handoffId} is missing`);
    seqs.set(row.handoffId, row.seq);
    if (row.prevHash !== prevHash) report('does not follow the event before it');
    if (hashOf(row) !== row.hash) report('was changed after it was written');
    for (const { ref, digest } of refsOf(JSON.parse(row.data))) {
      const text = texts.get(ref);
      if (!text) erased += 1;
      else if (digestOf(text.salt, text.body) !== digest) report('a text of it was changed after it was written');
    }
    prevHash = row.hash;
    seen.add(row.hash);
  }
  if (anchor !== undefined && !seen.has(anchor))
    problems.push({ position, what: 'the anchor is not in the chain: the end was cut off or the chain rewritten' });
  return { ok: problems.length === 0, events: rows.length, head: prevHash, erased, problems };
};
