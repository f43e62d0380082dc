import type { Passage } from '../../handoff/source.ts';
import { SaidBefore } from './said-before.ts';

type Mail = { passages: Passage[] };

/**
 * The sources without quoted passages whose original is a source as well, or that an earlier source quotes already. A
 * quote that is the only trace of a mail stays, marked as quoted. Ids of the passages that stay do not change.
 */
export function withoutQuotedCopies<Source extends Mail>(sources: Source[]): Source[] {
  if (!sources.some(({ passages }) => passages.some(({ quoted }) => quoted))) return sources;
  const said = new SaidBefore();
  // Only mails and threads are quoted by mails: they alone name who speaks and when.
  for (const { passages } of sources)
    if (passages.some(({ speaker }) => speaker !== undefined))
      said.add(passages.filter(({ quoted }) => !quoted).map(({ text }) => text));
  return sources.map((source) => ({
    ...source,
    passages: source.passages.filter(({ quoted, text }) => !quoted || !said.repeats(text)),
  }));
}
