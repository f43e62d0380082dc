import type { KnownBlock } from '@slack/types';
import { openRanked } from '../../handoff/flag-order.ts';
import { isNoisy, type Reliability, type Track, worths } from '../../handoff/learning.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { sourceTitle } from '../../handoff/titles.ts';
import { SourceKind } from '../../handoff/vocabulary.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { context, section } from '../kit/blocks.ts';
import { excerpt, plural } from '../kit/text.ts';
import { ruleName } from './rule-names.ts';

/** As many flags of the last ones are named in the head of the thread. */
const named = 5;

const times = ({ accepted, rejected }: Track): string =>
  `right ${accepted === 0 ? 'not once' : plural(accepted, 'time')} of ${accepted + rejected}`;

const ruleSentence = (rule: string, track: Track): string =>
  `Flags from “${mrkdwn(ruleName(rule), 120)}” were ${times(track)}, so they stand last.`;

const kindSentence = (kind: SourceKind, track: Track): string =>
  `Flags read in ${/^[aeiou]/.test(sourceTitle[kind]) ? 'an' : 'a'} ${sourceTitle[kind]} were ${times(track)}, so they come after others of their severity.`;

/** The open flags that only noisy rules raised. */
export const probablyNoise = (handoff: Handoff, learned: Reliability): FlagState[] => {
  const worth = worths(handoff, learned);
  return openRanked(handoff, learned).filter((one) => (worth.get(one.flag.id)?.noisy.length ?? 0) > 0);
};

/** Law B9: what was learned and what follows from it, said where it is felt; nothing where it moves no open flag of this handoff. */
export const noiseBlocks = (handoff: Handoff, learned: Reliability): KnownBlock[] => {
  const worth = worths(handoff, learned);
  const flags = probablyNoise(handoff, learned);
  const rules = [...new Set(flags.flatMap((one) => worth.get(one.flag.id)?.noisy ?? []))].sort();
  const sentences = rules.flatMap((rule) => {
    const track = learned.rules.get(rule);
    return track ? [ruleSentence(rule, track)] : [];
  });
  const read = new Set(
    openRanked(handoff).map(({ flag }) => handoff.sources.find(({ id }) => id === flag.evidence[0]?.source)?.kind),
  );
  const kinds = SourceKind.options.flatMap((kind) => {
    const track = learned.kinds.get(kind);
    return track && read.has(kind) && isNoisy(track) ? [kindSentence(kind, track)] : [];
  });
  const rest = flags.length - named;
  const lines = flags.slice(0, named).map(({ flag }) => `• ${mrkdwn(excerpt(flag.text, 120), 300)}`);
  return [
    ...(flags.length > 0
      ? [
          section(
            [
              `*Probably noise* · ${plural(flags.length, 'flag')}, shown last and decided like any other`,
              ...lines,
              ...(rest > 0 ? [`and ${rest} more`] : []),
            ].join('\n'),
          ),
        ]
      : []),
    ...[...sentences, ...kinds].slice(0, 6).map((line) => context(line)),
  ];
};
