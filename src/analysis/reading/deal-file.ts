import { z } from 'zod';
import { Person } from '../../handoff/source.ts';
import { SourceKind } from '../../handoff/vocabulary.ts';
import { ReadRefusal } from './read-refusal.ts';

const day = z.iso.date().nullable().default(null);

/** `deal.json`: what somebody said about the deal and its files. */
export const DealFile = z.object({
  name: z.string().min(1),
  customer: z.string().default(''),
  dealType: z.string().default(''),
  value: z.number().nullable().default(null),
  currency: z.string().default(''),
  closeDate: day,
  kickoffDate: day,
  vendor: z.string().default(''),
  people: z.array(Person).default([]),
  files: z.array(z.object({ path: z.string().min(1), kind: SourceKind, signed: z.boolean().default(false) })),
});
export type DealFile = z.infer<typeof DealFile>;

/** Throws `ReadRefusal` with the first place that is wrong and what should stand there. */
export function parseDealFile(text: string): DealFile {
  const refuse = (because: string) =>
    new ReadRefusal('malformed', 'deal.json', because, 'Mend deal.json, or take it away and I guess the kinds.');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw refuse('it is not valid JSON');
  }
  const parsed = DealFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.map(String).join('.') || 'the whole';
  throw refuse(`at "${place}": ${issue?.message ?? 'it is not as expected'}`);
}
