import { z } from 'zod';

/** Who did it: a person by Slack user id, or a part of Baton that acts by rule (it may propose, never approve). */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), user: z.string().min(1) }),
  z.object({ kind: z.literal('baton'), part: z.string().min(1) }),
]);
export type Actor = z.infer<typeof Actor>;

export const person = (user: string): Actor => ({ kind: 'person', user });
export const baton = (part: string): Actor => ({ kind: 'baton', part });
