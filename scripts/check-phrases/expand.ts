/** Stands for something that is no literal text: a class, `\w+`, `.{0,20}`. Glued to letters it makes a stem of them. */
export const ANY = '\ue000';

/** No pattern is expanded to more texts than this; what is beyond is counted as cut. */
const MOST = 20_000;

/** So many different words to choose from at one place are a class of words, as the months are, not the wording of one text. */
const CLASS = 3;

/** The mark of the class at a place in the list of classes. */
const markOf = (index: number): string => String.fromCodePoint(0xf0000 + index);
const MARK = /[\u{f0000}-\u{ffffd}]/u;

/** What a pattern spells out. `cut`: there was more than is spelled out. */
export type Spelled = { texts: string[]; classes: readonly (readonly string[])[]; cut: boolean };

/**
 * The texts that a regular expression's source spells out, with `ANY` where it leaves the text open, and a private character, 0xf0000
 * and on, for each whole word that is any of `classes` at that place.
 */
export function expand(source: string): Spelled {
  const reader = new Reader(source);
  const texts = reader.whole();
  const free = [...new Set([...texts, ...reader.aside])].flatMap((text) => unglued(text, reader.classes));
  return { texts: [...new Set(free)], classes: reader.classes, cut: reader.cut };
}

const MARKED =
  /(?<glue>[\p{L}\p{N}'’\ue000])?(?<mark>[\u{f0000}-\u{ffffd}])(?:(?<open>\ue000+)|(?<more>[\p{L}\p{N}'’\u{f0000}-\u{ffffd}]))?/u;

/** A class that is only part of a word (`(?:re|un|pre)do`) is spelled out; one that goes on openly is a class of stems. */
function unglued(text: string, classes: string[][], from = 0): string[] {
  const found = MARKED.exec(text.slice(from));
  const { glue = '', mark = '', open, more } = found?.groups ?? {};
  if (!found || !mark) return [text];
  const at = from + found.index + glue.length;
  const rest = text.slice(at + mark.length);
  const words = membersOf(mark, classes);
  if (glue || more) return words.flatMap((word) => unglued(text.slice(0, at) + word + rest, classes, from));
  if (!open) return unglued(text, classes, at + mark.length);
  classes.push(words.map((word) => word.replace(ANY, '') + ANY));
  return unglued(`${text.slice(0, at)}${markOf(classes.length - 1)} ${rest}`, classes, at + mark.length);
}

const membersOf = (text: string, classes: readonly string[][]): readonly string[] =>
  MARK.test(text) ? (classes[(text.codePointAt(0) ?? 0) - 0xf0000] ?? []) : [text];

class Reader {
  /** What lookarounds hold: literal text too, but not part of the match. */
  readonly aside: string[] = [];
  readonly classes: string[][] = [];
  cut = false;
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** A part of a pattern may close a group that another part opened. */
  whole(): string[] {
    const texts: string[] = [];
    while (this.at < this.source.length) {
      texts.push(...this.choices().flat());
      this.at += 1;
    }
    return texts;
  }

  /** The texts of each alternative up to the end of the group. */
  private choices(): string[][] {
    const out = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      out.push(this.sequence());
    }
    return out;
  }

  private sequence(): string[] {
    let texts = [''];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      const atom = this.quantified(this.atom());
      texts = this.bounded(texts.flatMap((text) => atom.map((more) => text + more)));
    }
    return texts;
  }

  private bounded(texts: string[]): string[] {
    const unique = [...new Set(texts)];
    if (unique.length <= MOST) return unique;
    this.cut = true;
    return unique.slice(0, MOST);
  }

  private atom(): string[] {
    const sign = this.source[this.at] ?? '';
    this.at += 1;
    if (sign === '(') return this.group();
    if (sign === '[') return this.charClass();
    if (sign === '\\') return this.escape();
    if (sign === '.') return [ANY];
    return sign === '^' || sign === '$' ? [''] : [sign];
  }

  private group(): string[] {
    const open = /^\?(?:[:=!]|<[=!]|<\w+>)/u.exec(this.source.slice(this.at, this.at + 30))?.[0] ?? '';
    this.at += open.length;
    const inner = this.bounded(this.classed(this.choices()));
    this.at += 1;
    if (!/[=!]$/u.test(open)) return inner;
    this.aside.push(...inner);
    return [''];
  }

  /** Texts with one mark for the single words among them, if these are enough and no forms of one word. */
  private classed(choices: string[][]): string[] {
    const texts = choices.flat();
    const out = texts.filter((text) => !singleWord(text));
    for (const [before, after] of [
      ['', ''],
      [' ', ''],
      ['', ' '],
      [' ', ' '],
    ] as const) {
      const fit = texts.filter((text) => singleWord(text) && text === before + text.trim() + after);
      const members = [...new Set(fit.flatMap((text) => membersOf(text.trim(), this.classes)))];
      if (new Set(members.map((word) => word.slice(0, 3))).size < CLASS) out.push(...fit);
      else {
        this.classes.push(members);
        out.push(before + markOf(this.classes.length - 1) + after);
      }
    }
    return out;
  }

  private charClass(): string[] {
    const end = /(?<!\\)\]/u.exec(this.source.slice(this.at + 1))?.index ?? 0;
    const inner = this.source.slice(this.at, this.at + 1 + end);
    this.at += end + 2;
    const signs = inner.replace(/\\s/gu, ' ').replace(/\\-/gu, '-');
    if (signs.startsWith('^') || signs.includes('\\') || /.-./u.test(signs) || signs.length > 4) return [ANY];
    return [...signs];
  }

  private escape(): string[] {
    const sign = this.source[this.at] ?? '';
    this.at += 1;
    if (sign === 'p' || sign === 'P' || sign === 'u')
      this.at += /^\{[^}]*\}|^\w{4}/u.exec(this.source.slice(this.at))?.[0].length ?? 0;
    if (sign === 'b' || sign === 'B') return [''];
    if (sign === 's') return [' '];
    return /[a-zA-Z\d]/u.test(sign) ? [ANY] : [sign];
  }

  /** An optional part may be left out; a repeated one stands once. */
  private quantified(texts: string[]): string[] {
    const mark = /^(?:[?*+]|\{\d*,?\d*\})\??/u.exec(this.source.slice(this.at, this.at + 12))?.[0] ?? '';
    this.at += mark.length;
    if (/^(?:\?|\*|\{0)/u.test(mark)) return ['', ...texts];
    return texts;
  }
}

const singleWord = (text: string): boolean => /^ ?(?:\p{L}+\ue000?|[\u{f0000}-\u{ffffd}]) ?$/u.test(text);
