/** One word of flattened text. `breaks`: a passage starts here. `repeats`: a run of words starts or ends here that the text has twice. */
export type Word = { text: string; breaks: boolean };

const OPENERS = new Set(
  'we the this these those it its a an all any each every our there in on for to as once when if users user customers contractor vendor supplier provider must should will can may minimum at least no one two three both'.split(
    ' ',
  ),
);
const INSIDE =
  /^(?:of|and|or|the|a|an|for|to|with|in|on|by|from|as|at|is|are|be|must|will|should|can|per|via|&|\/|-|–|—|\+)$/u;
/** Verbs with which people open what a deliverable does or how it is made. */
const WORK =
  /^(?:add|allow|build|complete|conduct|configur|creat|deliver|deploy|describ|design|develop|document|enabl|ensur|extend|implement|includ|install|integrat|migrat|perform|port|prepar|produc|provid|publish|releas|set|setup|support|test|train|updat|upgrad|us|writ)(?:e|s|es|ed|ing)?$/u;
const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase();

/** Lower-case words of a document: a capitalised word that also stands in lower case opens a sentence rather than a name. */
export const commonWords = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]+/gu) ?? []));

/** What speaks for or against a cell's start at a word: names of features, each with a weight in `cell-weights.ts`. */
export function featuresAt(words: readonly Word[], at: number, common: ReadonlySet<string>): string[] {
  const [before, here, next] = [words[at - 1]?.text ?? '', words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  const [last, word] = [bare(before), bare(here)];
  const shape = shapeOf(here);
  const out = [`here=${shape}`, `before=${endOf(before)}`, `next=${shapeOf(next)}`];
  if (INSIDE.test(last) || INSIDE.test(before)) out.push('inside');
  if (INSIDE.test(here)) out.push('starts-inside');
  if (shape === 'capital') {
    if (OPENERS.has(word)) out.push('opener');
    if (WORK.test(word)) out.push('work');
    if (common.has(word)) out.push('common');
    else out.push('proper');
    if (shapeOf(before) === 'lower') out.push('after-lower');
    if (shapeOf(before) === 'capital' && !common.has(last)) out.push('after-proper');
    if (shapeOf(next) === 'lower' && shapeOf(before) === 'capital') out.push('last-capital');
  }
  const earlier = words.slice(Math.max(0, at - 5), at).map(({ text }) => bare(text));
  if (word.length > 3 && earlier.includes(word)) out.push('echo');
  const later = words.slice(at + 1, at + 6).map(({ text }) => bare(text));
  if (word.length > 3 && later.includes(word)) out.push('echoed');
  return out;
}

function shapeOf(word: string): string {
  if (word === '') return 'none';
  if (/^(?:https?:|www\.)/u.test(word)) return 'link';
  if (/^["“(*'`]*\p{Lu}{2}/u.test(word)) return 'capitals';
  if (/^["“(*']*\p{Lu}/u.test(word)) return 'capital';
  if (/[_`/[\]()@<>{}=]|\p{L}\.\p{L}|\p{Ll}\p{Lu}/u.test(word)) return 'code';
  if (/^["“(]*\p{Ll}/u.test(word)) return 'lower';
  return /^[<>≥≤$€£~]*\d/u.test(word) ? 'number' : 'sign';
}

function endOf(word: string): string {
  if (word === '') return 'none';
  if (/[.!?]["”)`]*$/u.test(word)) return 'stop';
  if (/[,;]$/u.test(word)) return 'comma';
  if (/:$/u.test(word)) return 'colon';
  return shapeOf(word);
}

/** How long a name is, in words, as a feature. */
export const nameLength = (count: number): string => `name=${Math.min(count, 9)}`;
