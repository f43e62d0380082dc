/** What a column of a table in a statement of work holds, told by its label. */
export type Column =
  | 'number'
  | 'milestone'
  | 'name'
  | 'specification'
  | 'standard'
  | 'level'
  | 'method'
  | 'duration'
  | 'cost'
  | 'other';

/** Longer labels first: the first that fits names the column. Word by word, so that labels are found in running text too. */
const LABELS: [Column, RegExp][] = [
  [
    'level',
    /^(?:(?:acceptable )?quality levels?(?: \(?aql\)?)?|aql|acceptance (?:level|threshold)s?|thresholds?|service levels?|targets?)/u,
  ],
  [
    'standard',
    /^(?:(?:performance |quality )?standards?(?:\(s\))?|acceptance criteri(?:a|on)|criteri(?:a|on)|acceptance tests?|(?:complete|accepted|done) when|definition of done)/u,
  ],
  [
    'method',
    /^(?:methods? of (?:surveillance|verification|acceptance|inspection|measurement)|(?:surveillance|verification|test|inspection|measurement|assessment|acceptance) methods?|methods?|how (?:measured|verified|tested)|verification|inspection|surveillance|verified by|measured by)/u,
  ],
  ['milestone', /^(?:milestones?|phases?|stages?|work packages?|sprints?)(?: (?:name|title))?/u],
  [
    'name',
    /^(?:deliverables?(?: or (?:required )?services?)?(?: (?:name|title))?|required services?|requirements?|objectives?|work products?|outputs?|items?|tasks?|features?)(?: description)?/u,
  ],
  ['specification', /^(?:specifications?|descriptions?|details?|scope|contents?)/u],
  [
    'duration',
    /^(?:(?:estimated |planned )?(?:duration|effort)|(?:due|target|delivery|completion|planned|end) dates?|dates?|due(?: by)?|deadlines?|weeks?|when)/u,
  ],
  ['cost', /^(?:(?:total |estimated )?(?:costs?|prices?|fees?|amounts?|payments?|budget|value)(?: \([^)]{1,12}\))?)/u],
  ['number', /^(?:numbers?|nos?\.?|nr\.?|#|id|ref\.?|line)/u],
  ['other', /^(?:status|owner|responsible|priority|comments?|notes?|link|milestone)/u],
];

const plainLabel = (text: string): string => text.replace(/[*_`]/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The column that a whole cell labels. */
export function columnOf(cell: string): Column | undefined {
  const label = plainLabel(cell).replace(/[:.]$/u, '');
  if (label.length > 60) return undefined;
  return LABELS.find(([, pattern]) => pattern.exec(label)?.[0] === label)?.[0];
}

/** The columns that the start of a text labels one after the other, and where the labels end. At least two. */
export function columnsAtStart(text: string): { columns: Column[]; end: number } | undefined {
  const columns: Column[] = [];
  let at = 0;
  while (at < text.length && columns.length < 8) {
    const rest = text.slice(at, at + 60).toLowerCase();
    const found = LABELS.map(([column, pattern]) => ({ column, length: pattern.exec(rest)?.[0].length ?? 0 })).find(
      ({ length }) => length > 0 && !/^[\p{L}\p{N}]/u.test(rest.slice(length)),
    );
    if (!found || !/^[\p{Lu}#]/u.test(text.slice(at))) break;
    columns.push(found.column);
    at += found.length;
    at += /^[\s:.]*/u.exec(text.slice(at, at + 10))?.[0].length ?? 0;
  }
  return columns.length >= 2 ? { columns, end: at } : undefined;
}

/** Whether columns describe deliverables or milestones: a name and something said of it. */
export const describes = (columns: readonly Column[]): boolean =>
  columns.some((column) => column === 'name' || column === 'milestone') &&
  columns.some((column) => /^(?:specification|standard|level|method|duration|cost)$/u.test(column)) &&
  new Set(columns.filter((column) => column !== 'other')).size ===
    columns.filter((column) => column !== 'other').length;
