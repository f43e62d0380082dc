import type { Passage } from '../../handoff/source.ts';
import { canonical } from './canonical.ts';

/** What a format's reader finds: a passage before its text is canonical, free of secrets and numbered. */
export type Draft = Omit<Passage, 'id'>;

/** A file within a file: its sender's name made safe to show. */
export type Attachment = { name: string; bytes: Uint8Array };

/** What a reader of one format gives back. `warnings` are sentences for a person. */
export type Draughts = { drafts: Draft[]; title?: string; warnings?: string[]; attachments?: Attachment[] };

/** `99.5 per cent` and `2.5 days` are amounts. */
const CLAUSE =
  /^\W{0,2}(?:§+\s*|(?:Section|Clause|Article)\s+)?(\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?!(?:per\s?cent|percent(?:age)?|times|points|(?:business |working )?(?:minute|hour|day|week|month|year|user|license|licence)s?|million|billion|thousand|euros?|dollars?|pounds?|[kmG]?[bB]|hrs?|mins?)\b)[\p{L}“"'(]/iu;

/**
 * `§ 3.2` where a clause number starts the text, else ''. One number alone counts only with its sign or
 * a point and a capital behind it; in a heading (`2 Not in scope`) without.
 */
export function clauseOf(text: string, ofHeading = false): string {
  const number = CLAUSE.exec(text)?.[1];
  if (number) return `§ ${number}`;
  const whole =
    /^(?:§+\s*|(?:Section|Clause|Article)\s+)(\d{1,3}[a-z]?)\b/iu.exec(text)?.[1] ??
    /^[*_]{0,2}(\d{1,2})[.)]\s+[\p{Lu}“"(]/u.exec(text)?.[1];
  const bare = ofHeading ? /^(\d{1,2})\s+\p{L}/u.exec(text)?.[1] : undefined;
  if (bare) return `§ ${bare}`;
  return whole ? `§ ${whole}` : '';
}

/** Headings from the outside in, as one line: `2 Not in scope › Phase 2`. */
export function path(...parts: (string | undefined)[]): string | undefined {
  const named = parts.map((part) => canonical(part ?? '')).filter(Boolean);
  return named.length > 0 ? named.join(' › ') : undefined;
}
