import type { People } from './people.ts';
import type { Utterance } from './utterances.ts';

/** Whose promise a note or proposal tells: the last of the seller's people named in it, by name or initials, else the account's owner. */
export function reporter({ text, speaker }: Utterance, people: People): string {
  const named = [...text.matchAll(/\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?/gu)]
    .map(([name]) => people.find(name))
    .find((person) => person?.side === 'vendor');
  if (named) return named.name;
  const initials = /\b(\p{Lu}{2})\b/u.exec(text)?.[1];
  const person = people.all.find(({ name, side }) => side === 'vendor' && initials === initialsOf(name));
  const owner =
    people.all.find(({ role }) => role === 'account_owner') ??
    people.all.find(
      ({ side, title }) => side === 'vendor' && /sales|account|client director|business dev/iu.test(title),
    );
  return person?.name || speaker || owner?.name || people.vendor;
}

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('');
