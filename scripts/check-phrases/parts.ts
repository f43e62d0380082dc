import { ANY, type Spelled } from './expand.ts';
import { straight } from './texts.ts';

/** A word, a number or a run of three, with the words that may stand at each place: one, or those of a class. */
export type Part = { kind: 'name' | 'number' | 'phrase'; words: (readonly string[])[] };

const RUN = 3;

/** The words, numbers and runs of three words that a pattern spells out; a word that goes on openly is a stem (`migrat*`). */
export function partsOf({ texts, classes }: Spelled): Part[] {
  const inClasses = classes.flatMap((members) => members.flatMap((word) => ofText(word, [])));
  return [...inClasses, ...texts.flatMap((text) => ofText(text, classes))];
}

function ofText(text: string, classes: Spelled['classes']): Part[] {
  const parts: Part[] = [];
  for (const run of stemmed(text).split(/\s\ue000\s/u)) {
    const found = straight(run).match(/[\p{L}\p{N}]+(?:'\p{L}+)?\ue001?|[\u{f0000}-\u{ffffd}]/gu) ?? [];
    const words = found.map((word) => {
      const members = classes[(word.codePointAt(0) ?? 0) - 0xf0000];
      return members ? members.map((member) => straight(member).replace(ANY, '*')) : [word.replace('\ue001', '*')];
    });
    for (const any of words) {
      const [word = ''] = any;
      if (any.length > 1) continue;
      if (/^\d+$/u.test(word)) parts.push({ kind: 'number', words: [any] });
      else if (!word.endsWith('*')) parts.push({ kind: 'name', words: [any] });
    }
    for (let at = 0; at + RUN <= words.length; at += 1)
      parts.push({ kind: 'phrase', words: words.slice(at, at + RUN) });
  }
  return parts;
}

/** With `\ue001` behind a stem, and what is open between words set apart. */
const stemmed = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{N}])\ue000+/gu, '\ue001 \ue000 ').replaceAll(ANY, ' \ue000 ');
