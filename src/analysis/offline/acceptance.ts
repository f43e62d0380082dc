import type { Passage, Source } from '../../handoff/source.ts';
import { tablesOf } from './tables/index.ts';

/** What makes a deliverable accepted: the standard it is held to, the level that is enough, how that is found out. '' where not said. */
export type Acceptance = {
  deliverable: string;
  standard: string;
  level: string;
  method: string;
  passages: readonly Passage[];
};

/** The acceptance criteria that a document's tables give for each deliverable, drawn or flattened to text. Linear in the text. */
export function findAcceptance(source: Source): Acceptance[] {
  return tablesOf(source).flatMap(({ columns, rows }) => {
    if (!columns.includes('standard') && !columns.includes('level')) return [];
    return rows.flatMap(({ cells, passages }): Acceptance[] => {
      const { name, milestone, specification, standard = '', level = '', method = '' } = cells;
      const deliverable = name ?? milestone ?? specification ?? '';
      return deliverable && (standard || level) ? [{ deliverable, standard, level, method, passages }] : [];
    });
  });
}
