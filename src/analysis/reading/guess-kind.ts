import type { Passage } from '../../handoff/source.ts';
import type { SourceKind } from '../../handoff/vocabulary.ts';

/** In this order: a change order also says "agreement", a kick-off note also says "call". */
const WORDS: [SourceKind, RegExp][] = [
  ['change_order', /change[ _-]?(?:order|request)|\bCO-?\d+\b|nachtrag|amendment/iu],
  ['order_form', /order[ _-]?form|bestellschein|purchase[ _-]?order/iu],
  ['sow', /\bsow\b|statement[ _-]of[ _-]work|scope[ _-]of[ _-]work|work[ _-]order|leistungsbeschreibung/iu],
  ['deal_desk', /deal[ _-]?desk|freigabe|approvals?\b|exceptions?\b/iu],
  ['kickoff_note', /kick[ _-]?off/iu],
  ['cs_requirement', /requirements?\b|success[ _-]criteria|success[ _-]plan|\bcsm?\b/iu],
  ['proposal', /proposal|quot(?:e|ation)\b|angebot|offer\b|pitch/iu],
  ['contract', /\bmsa\b|agreement|contract|vertrag|\bterms\b/iu],
  ['slack_thread', /slack|thread|channel/iu],
  ['crm_note', /\bcrm\b|opportunity|hubspot|salesforce|hand-?over|account[ _-]note|\bnotes?\b/iu],
  ['call', /\bcall\b|\bdemo\b|meeting|transcript|recording|workshop|discovery|catch[ _-]?up|abstimmung/iu],
  ['email', /\be?-?mail\b/iu],
];

/** What a source is, from its shape first, then its name and its opening. `sure` when two signs agree or the shape leaves no choice. */
export function guessKind(fileName: string, passages: Passage[]): { kind: SourceKind; sure: boolean } {
  const shape = byShape(passages);
  if (shape) return { kind: shape, sure: true };
  const named = find(fileName.replace(/\.[a-z0-9]+$/iu, '').replace(/_/gu, ' '));
  const opening = passages.slice(0, 3).map(({ text }) => text.slice(0, 200));
  const said = find(opening[0] ?? '') ?? find(opening.join(' '));
  if (named) return { kind: named, sure: said === named };
  if (said) return { kind: said, sure: false };
  const legal = passages.filter(({ text }) => /\bshall\b|\bhereby\b|\bparties\b|\bliability\b/iu.test(text)).length;
  return { kind: legal >= 3 ? 'contract' : 'crm_note', sure: false };
}

function find(text: string): SourceKind | undefined {
  return WORDS.find(([, words]) => words.test(text))?.[0];
}

function byShape(passages: Passage[]): SourceKind | undefined {
  const most = (pattern: RegExp) =>
    passages.filter(({ locator }) => pattern.test(locator)).length > passages.length / 2;
  if (passages.some(({ locator }) => /^(?:mail \d+, )?subject$/u.test(locator))) return 'email';
  if (most(/^message \d+, /u)) return 'slack_thread';
  const spoken = passages.filter(({ speaker }) => speaker !== undefined).length > passages.length / 2;
  return spoken || most(/^\d{1,2}:\d{2}/u) ? 'call' : undefined;
}
