import type { Passage, Source } from '../../handoff/source.ts';
import { type TableRow, tablesOf } from './tables/index.ts';

export type Deliverable = { number: string; name: string; specification: string; passages: readonly Passage[] };
/** A step of the work with what it delivers. `duration` and `cost` are as written, '' where nothing is said. */
export type Milestone = {
  title: string;
  duration: string;
  cost: string;
  deliverables: Deliverable[];
  passages: readonly Passage[];
};

const TITLE =
  /^(?:#+\s*)?[*_]{0,2}(?:milestones?|phases?|stages?|work ?packages?|sprints?|increments?|releases?)(?:\s*#?\s*(?:\d+|[ivx]{1,4}|[a-z])(?![\p{L}\p{N}])|\s*$|\s*[:–—-])/iu;
const DURATION =
  /(?:^|[\s*_])(?:estimated |planned |expected )?(?:duration|time ?frame|timeline|effort)[*_]*\s*:[*_\s]*([^*\n]{1,120})/iu;
const COST =
  /(?:^|[\s*_])(?:total |estimated |fixed )?(?:costs?|price|fee|budget|amount|payment)[*_]*\s*:[*_\s]*([^*\n]{1,120})/iu;
/** What is said of a milestone ends where the next thing is said: `1 month FTE: 2`. */
const NEXT_LABEL = /\s+[*_•-]*\s*(?:[\p{Lu}][\p{L}-]*\s+){0,3}(?:\([^)]{1,12}\)|[\p{Lu}][\p{L}-]*)\s*:.*$/u;

/**
 * A document's milestones: each title with the table of deliverables under it, or each row of a table of milestones.
 * A table of deliverables that stands under no title is a milestone without one. Linear in the text.
 */
export function findMilestones(source: Source): Milestone[] {
  const { passages } = source;
  const tables = tablesOf(source);
  let scanned = 0;
  let titled: number | undefined;
  return tables.flatMap((table): Milestone[] => {
    // A title holds for the first table under it.
    titled = undefined;
    for (; scanned < table.at; scanned += 1) {
      const passage = passages[scanned];
      if (passage && isTitle(passage)) titled = scanned;
    }
    if (table.columns.includes('milestone') && !table.columns.includes('name')) return table.rows.flatMap(rowMilestone);
    const deliverables = table.rows.flatMap(deliverableOf);
    if (!table.columns.includes('specification') || deliverables.length === 0) return [];
    const above = titled === undefined ? [] : passages.slice(titled, table.at);
    const title = above[0] && plainTitle(above[0].text);
    return [
      {
        title: title ?? '',
        duration: said(DURATION, above),
        cost: said(COST, above),
        deliverables,
        passages: above.slice(0, 1),
      },
    ];
  });
}

function isTitle({ text, heading }: Passage): boolean {
  if (!TITLE.test(text) || text.includes(' | ')) return false;
  const stands = heading?.split(' › ').at(-1) === text;
  return stands || (text.split(' ').length <= 18 && !/[.;,]$/u.test(text)) || text.split(' ').length <= 8;
}

function deliverableOf({ cells, passages }: TableRow): Deliverable[] {
  const { number = '', name = '', specification = '' } = cells;
  return name ? [{ number, name, specification, passages }] : [];
}

function rowMilestone({ cells, passages }: TableRow): Milestone[] {
  const { milestone = '', duration = '', cost = '', number = '', specification = '' } = cells;
  const deliverables = specification ? [{ number, name: milestone, specification, passages }] : [];
  return milestone ? [{ title: milestone, duration, cost, deliverables, passages }] : [];
}

const plainTitle = (text: string): string => text.replace(/^#+\s*|[*_]{2}/gu, '').trim();

function said(pattern: RegExp, passages: readonly Passage[]): string {
  for (const { text } of passages) {
    const found = pattern.exec(text)?.[1];
    if (found) return found.replace(NEXT_LABEL, '').trim();
  }
  return '';
}
