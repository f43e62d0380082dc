import { z } from 'zod';
import type { Line } from '../../../src/analysis/offline/learned/line-features.ts';
import { type LineLabel, lineOf, namesIn } from '../../../src/analysis/offline/learned/lines.ts';
import type { Names } from '../../../src/analysis/offline/learned/tokens.ts';
import { People } from '../../../src/analysis/offline/people.ts';
import { isSigned, utterances } from '../../../src/analysis/offline/utterances.ts';
import { fold } from '../../../src/analysis/reading/canonical.ts';
import { type Influence, SourceKind } from '../../../src/handoff/vocabulary.ts';
import type { LabelledDeal } from './deals.ts';
import { data, rowsOf } from './jsonl.ts';

const holds = (text: string, quote: string): boolean =>
  text.includes(quote) ||
  [text, ...text.split('[secret removed]').slice(0, -1)].some(
    (part) => part.trim().split(' ').length >= 4 && quote.includes(part.trim()),
  );

/** One line with the labels it carries, and those of which nobody can tell. */
export type LabelledLine = {
  line: Line;
  names?: Names;
  labels: LineLabel[];
  unsure: LineLabel[];
  influence: Influence | undefined;
  group: string;
  set: 'lines' | 'deal';
};

const NAMES: Record<string, LineLabel> = {
  open_question: 'question',
  unclear_owner: 'owner',
  access_risk: 'access',
  politics: 'politics',
  metric: 'metric',
  buyer_goal: 'goal',
};
const INFLUENCES: Record<string, Influence> = {
  stakeholder_decides: 'decision_maker',
  stakeholder_champion: 'champion',
  stakeholder_blocker: 'blocker',
  stakeholder_user: 'user',
  stakeholder_technical: 'technical',
  stakeholder_finance: 'finance',
};
const Written = z.object({
  trade: z.string(),
  source: SourceKind,
  side: z.enum(['vendor', 'customer', 'third', 'none']),
  text: z.string(),
  reply: z.string().default(''),
  labels: z.array(z.string()),
});

/** The lines of `evals/data/lines`, written for this. */
export const writtenLines = (): LabelledLine[] =>
  rowsOf(data('lines/trades-a.jsonl'), Written).map(({ trade, source, side, text, reply, labels }) => {
    const known = labels.flatMap((label) => NAMES[label] ?? []);
    return {
      line: { text, reply, side: side === 'none' ? undefined : side, kind: source },
      labels: known,
      influence: labels.flatMap((label) => INFLUENCES[label] ?? [])[0],
      unsure: known.includes('owner') && text.endsWith('?') ? ['question'] : [],
      group: trade,
      set: 'lines',
    };
  });

/** Every sentence of a deal's unsigned sources with the labels of its gold. */
export function dealLines({ name, folder, gold }: LabelledDeal): LabelledLine[] {
  const people = new People(folder.facts);
  const quotes: [LineLabel, { file: string; quote: string }[]][] = [
    ['question', gold.questions],
    ['metric', gold.success_metrics],
    ['goal', gold.buyer_goal],
    ['owner', gold.flags.filter(({ type }) => type === 'unclear_owner')],
    ['access', gold.flags.filter(({ type }) => type === 'access_risk')],
    ['politics', gold.flags.filter(({ type }) => type === 'customer_politics')],
  ];
  return folder.sources
    .filter((source) => !isSigned(source))
    .flatMap((source) => {
      const said = utterances(source, people);
      return said.map((utterance, index): LabelledLine => {
        const here = fold(utterance.text);
        const labels = quotes.flatMap(([label, places]) =>
          places.some(({ file, quote }) => file === source.name && holds(here, fold(quote))) ? [label] : [],
        );
        const influence = gold.stakeholders.find(
          ({ file, quote }) => file === source.name && holds(here, fold(quote)),
        )?.influence;
        const unsure: LineLabel[] = [];
        if (influence === 'blocker' && !labels.includes('politics')) unsure.push('politics');
        if (labels.includes('owner') && !labels.includes('question')) unsure.push('question');
        if (labels.includes('question') && !labels.includes('owner')) unsure.push('owner');
        return {
          line: lineOf(said, index, utterance),
          names: namesIn(said),
          labels,
          unsure,
          influence,
          group: name,
          set: 'deal',
        };
      });
    });
}
