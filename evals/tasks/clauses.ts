import { z } from 'zod';
import type { ContractFact } from '../../src/analysis/offline/contract-fact.ts';
import { contractFacts } from '../../src/analysis/offline/contract-facts.ts';
import { withIntervals } from '../bootstrap.ts';
import { beside, dataFile, groupedBy, rowsOf, sourceOf } from '../rows.ts';
import { add, mean, share, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';

/** The engine's name for each category of the data; other categories do not matter in a handoff. */
const FACTS: Readonly<Record<string, ContractFact>> = {
  Parties: 'parties',
  'Agreement Date': 'agreement_date',
  'Effective Date': 'effective_date',
  'Expiration Date': 'expiration',
  'Renewal Term': 'renewal',
  'Notice Period to Terminate Renewal': 'notice_to_end_renewal',
  'Termination for Convenience': 'termination_for_convenience',
  'Minimum Commitment': 'minimum_commitment',
  'Warranty Duration': 'warranty_duration',
  'Post-Termination Services': 'post_termination',
  'Cap on Liability': 'liability_cap',
  'Uncapped Liability': 'uncapped_liability',
  'Liquidated Damages': 'liquidated_damages',
  Exclusivity: 'exclusivity',
  'Audit Rights': 'audit_rights',
  'Anti-Assignment': 'anti_assignment',
  Insurance: 'insurance',
  'Price Restrictions': 'price_restrictions',
  'Revenue/Profit Sharing': 'revenue_share',
  'License Grant': 'licence',
  'Third Party Beneficiary': 'third_party_beneficiary',
  'Source Code Escrow': 'escrow',
};
const Row = z.object({ doc: z.string(), category: z.string(), quotes: z.array(z.string()) });

export const clauses: Task = {
  name: 'clauses',
  about: 'what contracts say that a handoff needs, sentence by sentence, against lawyers’ quotes (CUAD)',
  async run(where) {
    const file = dataFile(where, 'cuad_clauses.jsonl');
    const docs = groupedBy(rowsOf(file, Row), ({ doc }) => doc);
    const groups: Tallies[] = [];
    for (const [doc, rows] of docs) {
      const found = contractFacts(await sourceOf(beside(file, doc), 'contract'));
      const tallies: Tallies = {};
      for (const { category, quotes } of rows) {
        const fact = FACTS[category];
        if (!fact) continue;
        const said = found.flatMap((one) => (one.fact === fact ? plain(one.evidence.quote) : []));
        const golds = quotes.map((quote) => quote.split('<omitted>').map(plain).filter(Boolean));
        const right = said.filter((text) => golds.flat().some((gold) => same(text, gold)));
        const hit = golds.filter((parts) => parts.some((gold) => said.some((text) => same(text, gold))));
        add(tallies, `said:${category}`, said.length);
        add(tallies, `right:${category}`, right.length);
        add(tallies, `golds:${category}`, golds.length);
        add(tallies, `hit:${category}`, hit.length);
      }
      groups.push(tallies);
    }
    return withIntervals(
      groups,
      `${docs.size} contracts`,
      [
        { id: 'macro_f1', label: 'quotes per category, macro F1' },
        { id: 'micro_f1', label: 'quotes, F1' },
        { id: 'precision', label: 'quotes that lawyers chose too' },
        { id: 'recall', label: 'lawyers’ quotes found' },
        ...Object.keys(FACTS).map((category) => ({
          id: `f1_${FACTS[category]}`,
          label: `${category.toLowerCase()}, F1`,
        })),
      ],
      (sample) => {
        const all = sum(sample);
        const each = (what: string) =>
          Object.keys(FACTS).reduce((total, key) => total + (all[`${what}:${key}`] ?? 0), 0);
        const [precision, recall] = [share(each('right'), each('said')), share(each('hit'), each('golds'))];
        const byFact = Object.keys(FACTS).map((key): [string, number | null] => [
          `f1_${FACTS[key]}`,
          all[`golds:${key}`]
            ? harmonic(share(all[`right:${key}`], all[`said:${key}`]), share(all[`hit:${key}`], all[`golds:${key}`]))
            : null,
        ]);
        return {
          macro_f1: mean(byFact.flatMap(([, f1]) => f1 ?? [])),
          micro_f1: harmonic(precision, recall),
          precision,
          recall,
          ...Object.fromEntries(byFact),
        };
      },
    );
  },
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$%]+/gu, ' ')
    .trim();

/** A sentence is the clause that a lawyer chose when one holds the other. */
const same = (one: string, other: string): boolean => one.includes(other) || (one.includes(' ') && other.includes(one));

const harmonic = (precision: number | null, recall: number | null): number =>
  precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
