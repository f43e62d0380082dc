import type { LabelledDeal } from './deal.ts';
import type { Grounding } from './grounding.ts';
import { goldsOf, itemsOf, match, missed, type Tally } from './match.ts';
import type { Grounded, Output } from './output.ts';
import { samePerson } from './same-person.ts';

type Said = Grounded<Output['commitments'][number]>;
/** How many of how many. */
export type Share = [number, number];

/** Kinds so near that careful people differ about them. */
const NEAR = [
  ['deliverable', 'customization', 'integration', 'data_migration'],
  ['support', 'service_level', 'performance_guarantee'],
  ['training', 'transition_change', 'support', 'staffing'],
];
const near = (a = '', b = '') => a === b || NEAR.some((kinds) => kinds.includes(a) && kinds.includes(b));

/**
 * Scores commitments and their coverage. The customer's own, those quoted from signed files only and those that match
 * `unsure` are neither right nor wrong. Coverage is scored on what matched; a contradiction end to end is also missed or invented.
 */
export function scoreCommitments(deal: LabelledDeal, all: readonly Said[], grounding: Grounding) {
  const { gold } = deal;
  const said = all.filter(
    ({ side, found }) => side !== 'customer' && !(found.length > 0 && found.every(({ file }) => deal.signed.has(file))),
  );
  const pairs = match(deal, said, gold.commitments);
  const matchedGolds = goldsOf(pairs);
  const matchedItems = itemsOf(pairs);
  const left = said.filter((_, index) => !matchedItems.has(index));
  const wrong = left.filter(
    ({ found }) => !deal.hits(found, gold.unsure) || deal.hits(found, [...gold.hard_negatives, ...gold.commitments]),
  );
  const alarms = gold.hard_negatives.filter(({ file, quote }) =>
    left.some(({ found }) => deal.hits(found, [{ file, quote }])),
  );
  const matches = pairs.flatMap(({ item, gold: index }) => {
    const [one, label] = [said[item], gold.commitments[index]];
    return one && label ? [{ one, label }] : [];
  });
  const share = (right: (match: (typeof matches)[number]) => boolean, of = matches): Share => [
    of.filter(right).length,
    of.length,
  ];
  const unmatched = gold.commitments.filter((_, index) => !matchedGolds.has(index));
  return {
    commitments: [pairs.length, wrong.length, missed(gold.commitments, matchedGolds).length] satisfies Tally,
    alarms: [alarms.length, gold.hard_negatives.length] satisfies Share,
    kind: share(({ one, label }) => one.kind === label.kind),
    kindNear: share(({ one, label }) => near(one.kind, label.kind)),
    speaker: share(({ one, label }) => samePerson(one.speaker ?? '', label.speaker)),
    strength: share(
      ({ one, label }) => one.strength === label.strength,
      matches.filter(({ one }) => one.strength),
    ),
    clause: [
      matches.filter(({ one, label }) => {
        const place = grounding.place(one.coverage?.clause ?? {});
        if (!place || !label.clause) return false;
        return [label.clause, ...(label.alt_clauses ?? [])].some((clause) => deal.overlap(place, clause) > 0);
      }).length,
      matches.filter(({ label }) => label.clause).length,
    ] satisfies Share,
    /** Verdicts of what matched, as `gold>found`. */
    verdicts: counted(matches.map(({ one, label }) => `${label.coverage}>${one.coverage?.verdict}`)),
    missedVerdicts: counted(unmatched.map(({ coverage }) => coverage)),
    inventedContradictions: wrong.filter(({ coverage }) => coverage?.verdict === 'contradicted').length,
    examples: {
      missed: unmatched.map(({ file, quote }) => `${file}: ${quote}`),
      extra: wrong.map(({ found, text }) => (found[0] ? `${found[0].file}: ${found[0].quote}` : (text ?? ''))),
      alarms: alarms.map(({ quote, why }) => `${quote} (${why})`),
    },
  };
}

function counted(keys: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const key of keys) out[key] = (out[key] ?? 0) + 1;
  return out;
}
