import type { Handoff } from '../../handoff/state.ts';
import { findByDeal, handoffsOf } from '../../record/queries.ts';
import type { Desk } from '../kit/desk.ts';
import type { OwnDeal } from './blocks.ts';
import { rememberedDeal } from './thread-deal.ts';
import { mayAsk } from './who-may.ts';

export type Subject =
  | { kind: 'deal'; handoff: Handoff; question: string }
  | { kind: 'choose'; deals: OwnDeal[] }
  | { kind: 'unknown' };

/** Where a name stands in a text as whole words, case aside; null when it does not. */
const standsIn = (text: string, name: string): [start: number, end: number] | null => {
  const wanted = name.trim().toLowerCase();
  if (wanted.length < 2) return null;
  const low = text.toLowerCase();
  const inWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(low.charAt(at));
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1))
    if (!inWord(at - 1) && !inWord(at + wanted.length)) return [at, at + wanted.length];
  return null;
};

/** The id names the deal and nothing else: it is taken out of what is looked for. */
const without = (text: string, [start, end]: [number, number]): string =>
  `${text.slice(0, start)} ${text.slice(end)}`
    .replace(/^[\s:,;–-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();

const loaded = (desk: Desk, id: string): Handoff[] => {
  const handoff = desk.record.load(id);
  return handoff ? [handoff] : [];
};

const allowed = async (desk: Desk, ids: readonly string[], user: string): Promise<Handoff[]> => {
  const answers = await Promise.all(
    ids.flatMap((id) => loaded(desk, id)).map(async (one) => ((await mayAsk(desk, one, user)) ? [one] : [])),
  );
  return answers.flat();
};

/**
 * The deal a question is about when the place does not say it: by its id, by its name or customer among the person's own, by what the
 * thread was about, or because there is only one. A deal that the person may not ask about is as unknown as one that is not there.
 */
export const subjectOf = async (
  desk: Desk,
  user: string,
  question: string,
  thread: { channel: string; thread: string } | null,
): Promise<Subject> => {
  const deal = (handoff: Handoff, text = question): Subject => ({ kind: 'deal', handoff, question: text });
  const words = question.split(/\s+/).map((word) => word.replace(/^[("“]+|[):;,.?!"”]+$/g, ''));
  const ids = [
    ...new Set(words.slice(0, 40).flatMap((word) => (word ? (findByDeal(desk.store.read, word) ?? []) : []))),
  ];
  const [byId] = await allowed(desk, ids, user);
  if (byId) {
    const place = standsIn(question, byId.deal.dealId);
    return deal(byId, place ? without(question, place) : question);
  }
  const rows = handoffsOf(desk.store.read, user);
  const own = await allowed(
    desk,
    rows.map((row) => row.id),
    user,
  );
  const named = own.filter((one) => standsIn(question, one.deal.name) ?? standsIn(question, one.deal.customer));
  if (named.length === 1 && named[0]) return deal(named[0]);
  const remembered = thread && rememberedDeal(desk, thread.channel, thread.thread);
  const [known] = remembered && named.length === 0 ? await allowed(desk, [remembered], user) : [];
  if (known) return deal(known);
  const open = named.length > 1 ? named : own;
  if (open.length === 0) return { kind: 'unknown' };
  if (open.length === 1 && open[0]) return deal(open[0]);
  return {
    kind: 'choose',
    deals: open.map(({ id, deal: { name, customer, dealId } }) => ({ id, name, customer, dealId })),
  };
};
