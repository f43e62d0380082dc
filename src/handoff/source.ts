import { z } from 'zod';
import { Side, SourceKind } from './vocabulary.ts';

/** One addressable piece of a source's canonical text. Ids are stable for the same bytes. */
export const Passage = z.object({
  id: z.string(),
  /** What a person follows: `page 4 § 3.2`, `00:14:32`, `paragraph 2`, `message 7`. */
  locator: z.string(),
  /** Canonical text: white space folded, never empty. */
  text: z.string().min(1),
  /** Who said or wrote it, where the source says so. */
  speaker: z.string().optional(),
  /** ISO instant or date at which it was said, where the source says so. */
  at: z.string().optional(),
  /** The heading or clause it stands under, where there is one. */
  heading: z.string().optional(),
  /** True for text that repeats an earlier mail: not said again. */
  quoted: z.boolean().optional(),
  /** Where it stands in the file's decoded text, in UTF-16 units, for text formats that hold it in one piece. */
  range: z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() }).optional(),
});
export type Passage = z.infer<typeof Passage>;

export const Source = z.object({
  id: z.string(),
  name: z.string(),
  kind: SourceKind,
  /** True when nobody said the kind and Baton guessed it. */
  kindGuessed: z.boolean(),
  signed: z.boolean(),
  /** Hex SHA-256 of the bytes as they were received. */
  sha256: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  passages: z.array(Passage),
});
export type Source = z.infer<typeof Source>;

export const Person = z.object({
  name: z.string(),
  org: z.string().default(''),
  side: Side,
  title: z.string().default(''),
  role: z.enum(['account_owner', 'delivery_lead', 'approver']).optional(),
});
export type Person = z.infer<typeof Person>;

/** What an engine may know of the deal besides its sources. */
export const DealFacts = z.object({
  name: z.string(),
  customer: z.string(),
  dealType: z.string(),
  value: z.number().nullable(),
  currency: z.string(),
  closeDate: z.string().nullable(),
  kickoffDate: z.string().nullable(),
  vendor: z.string(),
  people: z.array(Person),
});
export type DealFacts = z.infer<typeof DealFacts>;

/** A deal of which only the name is known. */
export const unknownDeal = (name: string): DealFacts => ({
  name,
  customer: '',
  dealType: '',
  value: null,
  currency: '',
  closeDate: null,
  kickoffDate: null,
  vendor: '',
  people: [],
});
