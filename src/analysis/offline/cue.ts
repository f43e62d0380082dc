import type { Strength } from '../../handoff/vocabulary.ts';

/**
 * What makes a seller's sentence a promise. `weight` 2 is enough alone; lighter cues need another.
 * `firm` cues stand even where the subject is a third party or the sentence is negated (`you won't pay`).
 */
export type Cue = { id: string; weight: number; strength: Strength; firm?: true; pattern: RegExp };
