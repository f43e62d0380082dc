import { canonical, fold } from '../../reading/canonical.ts';
import { inert } from './inert.ts';
import type { Cited } from './places.ts';
import { standsWhole } from './stands-whole.ts';

/** A name, date or number that the model read out of the words it cites; empty unless it stands there, whole. */
export function saidIn(cited: Cited[], field: string): string {
  const wanted = canonical(field);
  if (!/[\p{L}\p{N}]/u.test(wanted)) return '';
  const texts = cited.flatMap(({ evidence, passage }) => [evidence.quote, fold(passage.speaker ?? '')]);
  return texts.some((text) => standsWhole(text, wanted) !== undefined) ? inert(wanted) : '';
}
