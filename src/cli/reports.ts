import type { Analysis, Evidence } from '../handoff/analysis.ts';
import type { LogVerdict } from '../record/verify-log.ts';

const place = (evidence: readonly Evidence[]): string => {
  const first = evidence[0];
  return first
    ? `${first.source}, ${first.locator}: “${first.quote.length > 160 ? `${first.quote.slice(0, 159)}…` : first.quote}”`
    : 'no place';
};

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** The analysis as a person reads it in a terminal: the flags, most severe first, and the counts of the rest. */
export const analysisReport = (analysis: Analysis): string => {
  const order = ['high', 'medium', 'low'];
  const flags = [...analysis.flags].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return [
    `${count(analysis.sources.length, 'source')}, ${count(analysis.commitments.length, 'commitment')}, ${count(flags.length, 'flag')}, ${count(analysis.questions.length, 'open question')}`,
    ...flags.flatMap((flag) => [
      '',
      `${flag.severity.toUpperCase()}  ${flag.type.replaceAll('_', ' ')}: ${flag.text}`,
      `  ${place(flag.evidence)}`,
      `  ${flag.why}`,
    ]),
    ...(flags.length === 0
      ? [
          '',
          analysis.sources.length === 0
            ? 'There was nothing to read.'
            : 'No flags: everything that was said is in the contract.',
        ]
      : []),
    ...(analysis.dropped.ungrounded > 0 ? ['', `${analysis.dropped.ungrounded} dropped: no source for them.`] : []),
  ].join('\n');
};

export const logReport = (verdict: LogVerdict): string =>
  verdict.ok
    ? [
        `The log is whole: ${count(verdict.events, 'event')}.`,
        `Head: ${verdict.head}`,
        'Keep this head outside; --anchor HEAD later notices a cut or rewritten log.',
      ].join('\n')
    : [
        `The log was tampered with: ${count(verdict.problems.length, 'problem')} in ${count(verdict.events, 'event')}.`,
        ...verdict.problems.slice(0, 20).map((one) => `  event ${one.position}: ${one.what}`),
      ].join('\n');
