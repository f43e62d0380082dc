// Characters that carry text past a reader's eyes: tags, variation selectors, zero-width, bidirectional controls, soft hyphen,
// fillers, and control characters other than tab and newline. The emoji selector U+FE0F stays after something it can style.
const hidden = new RegExp(
  [
    String.raw`[\u{e0000}-\u{e0fff}]`,
    String.raw`[\ufe00-\ufe0e]`,
    String.raw`[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\ufff9-\ufffb]`,
    String.raw`[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]`,
    String.raw`(?![\t\n])\p{Cc}|\p{Cs}`,
    String.raw`(?<![\p{Extended_Pictographic}\d#*])\ufe0f`,
  ].join('|'),
  'gu',
);

/** Removes characters nobody can see. Compare lengths to learn whether there were any. CRLF becomes LF. */
export const stripInvisible = (text: string): string => text.replace(/\r\n?/g, '\n').replace(hidden, '');
