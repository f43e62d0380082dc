import { useState } from 'preact/hooks';
import { InlineView } from '../mrkdwn/inline-view.tsx';
import type { Inline } from '../mrkdwn/nodes.ts';
import { plainText } from '../mrkdwn/nodes.ts';
import { type Json, list, num, str } from './read-json.ts';
import { cellOf } from './table-block.tsx';

/** docs.slack.dev/reference/block-kit/blocks/data-table-block */
const PAGE_SIZE = 5;

interface Cell {
  inline: Inline[];
  words: string;
  /** Null for anything that is not a number. */
  value: number | null;
}
interface Sorting {
  column: number;
  down: boolean;
}

/** A table that can be sorted by any column, searched, and leafed through. */
export function DataTable({ block }: { block: Json }) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [page, setPage] = useState(0);
  const [query, setQuery] = useState('');
  const [head = [], ...rows] = (Array.isArray(block.rows) ? block.rows : []).map((row) => list(row).map(read));
  const size = num(block.page_size) ?? PAGE_SIZE;
  const rowHead = num(block.row_header_column_index) ?? 0;
  const caption = str(block.caption);

  const wanted = query.trim().toLowerCase();
  const found = rows.filter((row) => row.some((cell) => cell.words.toLowerCase().includes(wanted)));
  const sorted = sorting ? [...found].sort((a, b) => compare(a, b, sorting)) : found;
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  const at = Math.min(page, pages - 1);
  const shown = sorted.slice(at * size, at * size + size);
  const numeric = head.map((_, column) => rows.length > 0 && rows.every((row) => row[column]?.value !== null));
  const sort = (column: number): void => {
    setPage(0);
    setSorting(sorting?.column !== column ? { column, down: false } : sorting.down ? null : { column, down: true });
  };
  return (
    <div class="data-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="table-scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <Head
                  key={column}
                  cell={cell}
                  numeric={numeric[column] ?? false}
                  down={sorting?.column === column ? sorting.down : null}
                  sort={() => sort(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => {
                  const Tag = column === rowHead ? 'th' : 'td';
                  return (
                    <Tag
                      key={column}
                      scope={column === rowHead ? 'row' : undefined}
                      class={`${numeric[column] ? 'to-right' : 'to-left'}${column === rowHead ? ' row-head' : ''}`}
                    >
                      <InlineView nodes={cell.inline} />
                    </Tag>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > size ? (
        <div class="data-table-foot">
          <input
            type="search"
            class="field"
            aria-label={`Search in ${caption}`}
            placeholder="Search"
            value={query}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setPage(0);
            }}
          />
          <span class="faint" role="status">
            {sorted.length === 0 ? 'Nothing found' : `${at * size + 1}–${at * size + shown.length} of ${sorted.length}`}
          </span>
          <button type="button" class="button small" disabled={at === 0} onClick={() => setPage(at - 1)}>
            Previous
          </button>
          <button type="button" class="button small" disabled={at >= pages - 1} onClick={() => setPage(at + 1)}>
            Next
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Head({ cell, numeric, down, sort }: { cell: Cell; numeric: boolean; down: boolean | null; sort(): void }) {
  const order = down === null ? 'none' : down ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={order} class={numeric ? 'to-right' : 'to-left'}>
      <button type="button" class="sort-button" onClick={sort}>
        <InlineView nodes={cell.inline} />
        <span class={down === null ? 'sort-sign idle' : 'sort-sign'} aria-hidden="true">
          {down ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}

function read(value: Json): Cell {
  const inline = cellOf(value);
  return { inline, words: plainText(inline), value: value.type === 'raw_number' ? (num(value.value) ?? null) : null };
}

function compare(a: Cell[], b: Cell[], { column, down }: Sorting): number {
  const [left, right] = [a[column], b[column]];
  const by =
    typeof left?.value === 'number' && typeof right?.value === 'number'
      ? left.value - right.value
      : (left?.words ?? '').localeCompare(right?.words ?? '', undefined, { numeric: true });
  return down ? -by : by;
}
