import { chunked, essence, isTitle, partsOf } from './compare.ts';

/** Where a change happens: the one block that a lookup with these criteria finds. */
export interface Find {
  section_types?: string[];
  contains_text: string;
}

export type Step =
  | { operation: 'replace' | 'insert_after'; find: Find; markdown: string }
  | { operation: 'delete'; find: Find };

/** More sections than this are rewritten together, in one call. */
const mostSections = 8;

const syntax = /!?\[[^\]]*\]\([^)]*\)|^\s*(?:#{1,3}|>|[-*+]|\d+[.)])\s+|[|\n*_~`\\[\]]+/gm;

/** Words that stand in this block and in no other of the page, so that a lookup by text finds it alone. */
const findIn = (page: readonly string[], block: string): Find | null => {
  const type = /^(#{1,2}) /.exec(block)?.[1];
  const words = block
    .split(syntax)
    .map((part) => part.replace(/\s+/g, ' ').trim().slice(0, 60).trim())
    .filter((part) => part.length >= 3)
    .sort((one, other) => other.length - one.length);
  const rivals = page.filter((one) => one !== block && (!type || isTitle(one))).map(essence);
  const twice = page.filter((one) => one === block).length > 1;
  const alone = twice ? undefined : words.find((part) => !rivals.some((rival) => rival.includes(part.toLowerCase())));
  if (alone === undefined) return null;
  return type ? { section_types: [`h${type.length}`], contains_text: alone } : { contains_text: alone };
};

/** The steps for one part, or null when a block cannot be told from the others. `page` is what stands there and changes along. */
const patchPart = (page: string[], now: readonly string[], want: readonly string[]): Step[] | null => {
  let head = 0;
  while (head < now.length && head < want.length && essence(now[head] ?? '') === essence(want[head] ?? '')) head += 1;
  let tail = 0;
  while (
    tail < now.length - head &&
    tail < want.length - head &&
    essence(now[now.length - 1 - tail] ?? '') === essence(want[want.length - 1 - tail] ?? '')
  )
    tail += 1;
  const old = now.slice(head, now.length - tail);
  const fresh = chunked(want.slice(head, want.length - tail));
  const steps: Step[] = [];
  const at = (block: string): Find | null => findIn(page, block);

  for (const block of fresh.length > 0 ? old.slice(1) : old) {
    const find = at(block);
    if (!find) return null;
    steps.push({ operation: 'delete', find });
    page.splice(page.indexOf(block), 1);
  }
  let anchor = now[head - 1];
  for (const [index, blocks] of fresh.entries()) {
    const replaced = index === 0 ? old[0] : undefined;
    const place = replaced ?? anchor;
    const find = place === undefined ? null : at(place);
    if (!find || place === undefined) return null;
    steps.push({ operation: replaced === undefined ? 'insert_after' : 'replace', find, markdown: blocks.join('\n\n') });
    page.splice(page.indexOf(place) + (replaced === undefined ? 1 : 0), replaced === undefined ? 0 : 1, ...blocks);
    anchor = blocks.at(-1);
  }
  return steps;
};

/**
 * How to bring a page from `now` to `want` block by block, one change per call, or null when that is not the simplest way: parts
 * came or went, more than eight changed, or a block has no words of its own to be found by.
 */
export const planPatch = (now: readonly string[], want: readonly string[]): Step[] | null => {
  const [have, need] = [partsOf(now), partsOf(want)];
  if (have.length !== need.length) return null;
  const titles = (parts: readonly string[][]) => parts.map((part) => essence(part[0] ?? '')).join('\n');
  if (titles(have) !== titles(need)) return null;
  const page = [...now];
  const steps: Step[] = [];
  let changed = 0;
  for (const [at, part] of have.entries()) {
    const target = need[at] ?? [];
    if (part.map(essence).join('\n') === target.map(essence).join('\n')) continue;
    changed += 1;
    const more = patchPart(page, part, target);
    if (!more || changed > mostSections) return null;
    steps.push(...more);
  }
  return steps;
};
