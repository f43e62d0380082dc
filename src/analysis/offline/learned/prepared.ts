import { closes } from '../clauses.ts';
import { type Quantity, quantities } from '../quantities.ts';
import { lowered, terms } from '../words.ts';
import { kindsOf } from './kind.ts';
import { tokensOf } from './tokens.ts';
import { meanVector, rarity } from './word-vectors.ts';

/** A text made ready for comparison. `words` carry meaning; `weights` say how much each. What is dear is read when asked for. */
export type Prepared = {
  low: string;
  words: string[];
  weights: number[];
  stems: ReadonlySet<string>;
  vector: Float64Array;
  readonly quantities: Quantity[];
  /** How likely it is of each kind of promise: what it is about, coarsely. */
  readonly kinds: readonly number[];
};
/** A clause with its heading and what its document says of it; `stems` of it and of its heading are `headed`. */
export type PreparedClause = Prepared & {
  heading: Prepared | undefined;
  headed: ReadonlySet<string>;
  excluded: boolean;
  general: boolean;
};

const EMPTY_WORD = /^(?:#.*|[?!$£€%]|\p{L}|'\p{L}+|n't)$/u;

export function prepare(text: string): Prepared {
  const tokens = tokensOf(text).filter((word) => !EMPTY_WORD.test(word));
  const words = [...new Set(tokens.filter((word) => rarity(word) > 0.3))];
  let measured: Quantity[] | undefined;
  let about: readonly number[] | undefined;
  return {
    low: lowered(text),
    words,
    weights: words.map(rarity),
    stems: terms(text),
    vector: meanVector(tokens),
    get quantities() {
      measured ??= quantities(text);
      return measured;
    },
    get kinds() {
      about ??= kindsOf(text);
      return about;
    },
  };
}

/** `heading` is prepared once for all clauses that stand under it. */
export function prepareClause(text: string, heading: Prepared | undefined, excluded: boolean): PreparedClause {
  const prepared = prepare(text);
  return Object.assign(prepared, {
    heading,
    headed: heading ? new Set([...prepared.stems, ...heading.stems]) : prepared.stems,
    excluded,
    general: closes(prepared.low),
  });
}
