import { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import { done } from '../../platform/inbox/index.ts';
import type { Desk } from './desk.ts';

const Ids = z.object({ inboxId: z.string().optional() });
export const inboxIdOf = (context: object): string | undefined => Ids.parse(context).inboxId;

export const finish = async (desk: Desk, inboxId: string | undefined): Promise<void> => {
  if (inboxId !== undefined) await desk.store.inTx((tx) => done(tx, inboxId, desk.clock.now()));
};

/** A refusal may quote a flag or a file name: of markup, only the mentions that the domain makes stay. */
const inert = (sentence: string): string =>
  sentence
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/&lt;(@[UW][A-Z0-9_]+)&gt;/g, '<$1>');

/** The sentence for the person: a refusal speaks for itself; anything else gets a reference and a log line. */
export const explain = (desk: Desk, error: unknown, what: string): string => {
  if (error instanceof Refusal) return inert(error.message);
  const reference = desk.reference();
  desk.log.error('A request could not be carried out.', { what, reference, error });
  return `Something went wrong on my side (reference ${reference}). Nothing was changed. Please try again; if it stays, tell your Baton admin.`;
};
