/** What no reader sees and a forger uses: soft hyphen, zero-width, bidi control, tag characters, controls that are no space. */
const HIDDEN =
  /(?!\s)\p{Cc}|\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu;

/** White space folded to one space and trimmed, nothing else changed: the form in which a quote is compared with its source. */
export function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** `ﬁ` and its like: one sign for letters that type sets close together. */
const LIGATURE = /[\ufb00-\ufb06]/gu;

/** Unicode NFC, ligatures as the letters they stand for, without hidden characters or lone surrogates; line breaks and other white space as they were. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(LIGATURE, (sign) => sign.normalize('NFKC'))
    .replace(HIDDEN, '');
}

/** What printed ASCII with single spaces between does not hold: without it a text is canonical already, as most are. */
const NOT_PLAIN = /[^ -~]| {2}|^ | $/u;

/** The stored form of a source's text: visible and folded. Idempotent. */
export function canonical(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  // Folding may bring a base letter and a combining mark together only where a hidden character stood, and that went first.
  return fold(visible(text)).normalize('NFC');
}

/** How many hidden characters `canonical` would take out. */
export function countHidden(text: string): number {
  if (!NOT_PLAIN.test(text)) return 0;
  return text.match(HIDDEN)?.length ?? 0;
}
