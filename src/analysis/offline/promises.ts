import { type Candidate, clauseAround } from './candidates.ts';
import { contextOf } from './learned/context.ts';
import { linearModel } from './learned/linear.ts';
import { nameTokens } from './learned/name-tokens.ts';
import { ASKING, askedOf, saidFeatures } from './learned/said-features.ts';
import type { People } from './people.ts';
import { ruleOf } from './promise-rules.ts';
import { reporter } from './reporter.ts';
import { isNote, type Utterance } from './utterances.ts';

/** Set by cross-validation over deals; who cannot be placed on a side needs more. */
export const ENOUGH = 0.45;
const ENOUGH_UNPLACED = 0.5;
/** A yes of so few words takes its content from what the buyer said. */
const SHORT = 12;

/** The seller's promises among the sentences of one unsigned source, in order, by the learned model. */
export function promisesIn(said: readonly Utterance[], people: People): Candidate[] {
  const model = linearModel('promise');
  const names = nameTokens(people);
  return said.flatMap((utterance, index): Candidate[] => {
    const { side, source, text, low } = utterance;
    if (side === 'customer' || side === 'third' || ASKING.test(low)) return [];
    const [none = 1, explicit = 0, implied = 0] = model.of(saidFeatures(said, index, names));
    const written = source.kind === 'proposal' || isNote(source);
    if (1 - none < (side === 'vendor' || written ? ENOUGH : ENOUGH_UNPLACED)) return [];
    const strength = explicit >= implied ? 'explicit' : 'implied';
    const answered = strength === 'implied' && low.split(' ').length <= SHORT ? askedOf(said, index) : undefined;
    const asked = answered?.side === 'customer' ? answered : undefined;
    return [
      {
        said: utterance,
        quote: clauseAround(text, 0),
        strength,
        rule: ruleOf({ said: utterance, asked, strength }),
        confidence: 1 - none,
        context: contextOf(said, index),
        ...(asked && { asked }),
        ...(written && { speaker: reporter(utterance, people) }),
      },
    ];
  });
}
