const WORD = /[\p{L}\p{N}]$/u;
const WORD_AHEAD = /^[\p{L}\p{N}]/u;

/**
 * Where `wanted` stands in `text` without cutting a word or a number in two: neither `5 days` of `15 days`, nor `1` of `1,500`,
 * nor `99` of `99.5 %`. Undefined where it does not.
 */
export function standsWhole(text: string, wanted: string): number | undefined {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (
      !cuts(text.slice(Math.max(0, at - 4), at), wanted) &&
      !cutsAfter(wanted, text.slice(at + wanted.length, at + wanted.length + 4))
    )
      return at;
  }
  return undefined;
}

const cuts = (before: string, wanted: string): boolean =>
  (WORD.test(before) && WORD_AHEAD.test(wanted)) ||
  (/^\d/.test(wanted) && /(?:\d[.,:/'’]|[-−+$€£¥])$/u.test(before)) ||
  (/^[.,]\d/.test(wanted) && /\d$/.test(before));

const cutsAfter = (wanted: string, after: string): boolean =>
  (WORD.test(wanted) && WORD_AHEAD.test(after)) || (/\d$/.test(wanted) && /^(?:[.,:/'’-]\d|\s?[%‰])/u.test(after));
