import { z } from 'zod';

/**
 * Text from outside (names, quotes, answers) is sealed: the record keeps it in its own erasable row and puts only an id and
 * a salted hash into the event, so that the chain stays provable after a deal was erased (docs/decisions/0003).
 */
export const sealed = <T extends z.ZodType>(inner: T) => z.object({ sealed: inner }).strict();

export const Words = sealed(z.string());
export type Words = z.infer<typeof Words>;

export const words = (text: string): Words => ({ sealed: text });
