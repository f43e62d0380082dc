import type { FlagState, Handoff } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { excerpt } from '../kit/text.ts';
import { commitmentOf } from './places.ts';
import { ruleName, sureness } from './rule-names.ts';

/** `Found by: offer of free work · fairly sure`, and what another analyst says against it. */
export const foundLine = (handoff: Handoff, { flag }: Pick<FlagState, 'flag'>): string => {
  const promise = commitmentOf(handoff, { flag });
  // a comparison says how it was noticed, not who heard the promise: both are named
  const rules = [...new Set([...(promise ? [promise.rule] : []), flag.rule])].join(' + ');
  const sure = promise ? ` · ${sureness(promise.confidence)}` : '';
  const doubt = flag.doubt ?? promise?.doubt;
  return `Found by: ${mrkdwn(excerpt(ruleName(rules), 200), 400)}${sure}${doubt ? ` · *Doubt:* ${mrkdwn(excerpt(doubt, 200), 500)}` : ''}`;
};
