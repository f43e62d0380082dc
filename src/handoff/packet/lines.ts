import type { Evidence } from '../analysis.ts';
import type { Decision } from '../decisions.ts';
import { itemId } from '../identify.ts';
import { type InputKey, skipReasonTitle } from '../inputs.ts';
import type { Handoff } from '../state.ts';
import type { Inline, Line } from './model.ts';

/** At most two marks a line: the first places, not all of them. */
export const marks = (evidence: readonly Evidence[]): Inline[] =>
  evidence
    .slice(0, 2)
    .flatMap((one, at): Inline[] => [at === 0 ? ' ' : '; ', { mark: { source: one.source, locator: one.locator } }]);

export const said = (text: string, evidence: readonly Evidence[]): Line => [text, ...marks(evidence)];

/** What a person typed is its own source (kind `answer`): the person is the mark. */
const typed = (text: string, by: string): Line => [text, ' — ', { user: by }];

export const answerLines = (handoff: Handoff, key: InputKey): Line[] => {
  const settled = handoff.inputs.find((one) => one.key === key)?.settled;
  if (!settled) return [];
  if (settled.how === 'skipped')
    return [typed(`Skipped (${skipReasonTitle[settled.reason].toLowerCase()}): ${settled.note}`, settled.by)];
  return settled.text === '' ? [] : [typed(settled.text, settled.by)];
};

export const isAccepted = (
  handoff: Handoff,
  prefix: string,
  text: string,
  evidence: readonly Evidence[],
  id?: string,
): boolean => {
  const key = id ?? itemId(prefix, text, evidence);
  return handoff.accepted.some((one) => one.id === key);
};

/** Gaps that people settled with this decision, each with what they said and who. */
export const settledGaps = (handoff: Handoff, decision: Decision, label: string): Line[] =>
  handoff.flags.flatMap((one): Line[] => {
    if (one.decided?.decision !== decision) return [];
    const text = `${one.flag.text.replace(/[.:]$/, '')} (${label}: ${one.decided.reason})`;
    return [
      [
        ...said(text, one.flag.evidence),
        ...one.decided.by.flatMap((by, at): Line => [at === 0 ? ' — ' : ' and ', { user: by }]),
      ],
    ];
  });
