import type { Commitment, Evidence } from '../../handoff/analysis.ts';
import { isNothingSigned } from '../../handoff/nothing-signed.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { address } from '../kit/address.ts';
import { excerpt, mention } from '../kit/text.ts';

/** Address by source id. */
export type SourceLinks = ReadonlyMap<string, string>;

export const sourceLinksOf = (handoff: Handoff): SourceLinks =>
  new Map(
    handoff.sources.flatMap((one): [string, string][] => {
      const link = address(one.link);
      return link === null ? [] : [[one.id, link]];
    }),
  );

const linked = (links: SourceLinks, source: string, label: string): string => {
  const link = links.get(source);
  return link ? ` · <${link}|${label}>` : '';
};

const sourceName = (handoff: Handoff, id: string): string =>
  mrkdwn(excerpt(handoff.sources.find((one) => one.id === id)?.name ?? 'a source', 60), 120);

/** A source by its name, leading to it where Slack has it. */
export const sourceLink = (handoff: Handoff, id: string, links: SourceLinks): string => {
  const link = links.get(id);
  return link ? `<${link}|${sourceName(handoff, id)}>` : sourceName(handoff, id);
};

const where = (handoff: Handoff, { source, locator }: Evidence): string =>
  [sourceName(handoff, source), mrkdwn(excerpt(locator, 60), 120)].filter((part) => part !== '').join(', ');

/** `amendment.pdf, page 2 § 3`, leading to the source where Slack has it. */
export const placed = (handoff: Handoff, { source, locator }: Evidence, links: SourceLinks): string =>
  [sourceLink(handoff, source, links), mrkdwn(excerpt(locator, 60), 120)].filter((part) => part !== '').join(', ');

/** `Dana Fox (sales)`: what the handoff knows of a speaker beside the name. */
const speakerOf = (handoff: Handoff, speaker: string): string => {
  if (speaker.trim() === '') return '';
  const known = handoff.people.find((one) => one.name.toLowerCase() === speaker.trim().toLowerCase());
  const about = known ? known.title || { vendor: 'us', customer: 'customer', third: 'third party' }[known.side] : '';
  const name = mrkdwn(excerpt(speaker, 60), 120);
  return `${name}${about === '' ? '' : ` (${mrkdwn(excerpt(about, 40), 80)})`}`;
};

/** A quote with its speaker and place. `parts` are the pieces of the quote, each fit for one block. */
export const quoted = (
  handoff: Handoff,
  evidence: Evidence,
  commitment: Commitment | undefined,
  links: SourceLinks,
  parts: readonly string[],
): string[] => {
  // the clause beside a promise was said by nobody
  const said = commitment?.evidence.some((one) => one.source === evidence.source && one.quote === evidence.quote);
  const who = commitment && said ? speakerOf(handoff, commitment.speaker) : '';
  const place = [who, where(handoff, evidence)].filter((part) => part !== '').join(', ');
  const last = parts.length - 1;
  return parts.map((part, at) => {
    const words = `>${at === 0 ? '“' : ''}${part}${at === last ? '”' : ''}`;
    return at === last ? `${words}\n${place}${linked(links, evidence.source, 'show in source')}` : words;
  });
};

/** What the signed documents say of it; empty for a gap, which is about no promise. */
export const contractLine = (
  handoff: Handoff,
  commitment: Commitment | undefined,
  links: SourceLinks,
  max: number,
): string => {
  if (!commitment) return '';
  const { verdict, clause } = commitment.coverage;
  const at = clause
    ? `“${mrkdwn(excerpt(clause.quote, max), max + 400)}” ${where(handoff, clause)}${linked(links, clause.source, 'show')}`
    : '';
  switch (verdict) {
    case 'not_covered':
      if (isNothingSigned(handoff)) return '*Contract:* not covered: nothing is signed.';
      return `*Contract:* nothing covers this.${at === '' ? '' : ` Nearest: ${at}`}`;
    case 'contradicted':
      return `*Contract:* says otherwise${at === '' ? '.' : `: ${at}`}`;
    case 'covered':
      return `*Contract:* covers this${at === '' ? '.' : `: ${at}`}`;
    case 'excepted':
      return `*Contract:* not in it; a note records it as approved${at === '' ? '.' : `: ${at}`}`;
  }
};

/** What came back on a flag that was asked about and stands open again; empty when nobody answered. */
export const answerLine = (handoff: Handoff, { flag }: Pick<FlagState, 'flag'>): string => {
  const answer = handoff.questions.findLast((one) => one.flag === flag.id && one.answer !== null)?.answer;
  if (!answer) return '';
  const words = `“${mrkdwn(excerpt(answer.text, 300), 700)}”`;
  return `*Answered:* ${words} ${mrkdwn(excerpt(answer.source, 80), 160)}, noted by ${mention(answer.by)}`;
};

/** Where a flag shows; the clause of a promise has a line of its own. */
export const placesOf = (handoff: Handoff, { flag }: Pick<FlagState, 'flag'>): Evidence[] => {
  const clause = commitmentOf(handoff, { flag })?.coverage.clause;
  return flag.evidence.filter((one) => one.source !== clause?.source || one.quote !== clause.quote);
};

export const commitmentOf = (handoff: Handoff, { flag }: Pick<FlagState, 'flag'>): Commitment | undefined =>
  handoff.commitments.find((one) => one.id === flag.commitment);
