import { canonical } from './canonical.ts';
import { clauseOf, type Draft, path } from './draft.ts';
import type { Item } from './unwrap.ts';

/** Remembers which line introduces a list (`Approved outside the contract:`), so that its items stand under it. */
export type LeadIn = { text: string; indent: number; listed: boolean } | undefined;

/** Drafts of one block's items under `heading`, and the lead-in that the next block may continue. */
export function underLeadIn(
  items: Item[],
  heading: string | undefined,
  lead: LeadIn,
  locate: (item: Item) => string,
): { drafts: Draft[]; lead: LeadIn } {
  let open = lead;
  const drafts = items.map((item): Draft => {
    const listed = item.mark !== undefined && item.mark !== 'date';
    if (open && !(listed && (!open.listed || item.indent > open.indent))) open = undefined;
    const under = path(heading, open?.text);
    if (/:["*_]*$/u.test(item.text) && item.text.length < 200) open = { text: item.text, indent: item.indent, listed };
    return { text: item.text, locator: locate(item), ...(under && { heading: under }) };
  });
  return { drafts, lead: open };
}

/** `line 14`, or `line 14 § 2.1` where a clause number opens the item. */
export function lineLocator(item: Item): string {
  return `line ${item.line} ${clauseOf(canonical(item.text))}`.trim();
}
