import { useRef } from 'preact/hooks';
import { InlineView } from './inline-view.tsx';
import type { Align, Inline } from './nodes.ts';
import { useOverflow } from './use-overflow.ts';

/** A table that scrolls sideways on its own when the page is too narrow for it. */
export function TextTable({
  align,
  head,
  rows,
  caption,
}: {
  align: Align[];
  head: Inline[][];
  rows: Inline[][][];
  caption?: string;
}) {
  const side = (column: number): string => `to-${align[column] ?? 'left'}`;
  const box = useRef<HTMLElement>(null);
  const overflows = useOverflow(box);
  return (
    <section ref={box} class="table-scroll" aria-label={caption ?? 'Table'} tabIndex={overflows ? 0 : undefined}>
      <table>
        {caption ? <caption>{caption}</caption> : null}
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" class={side(column)}>
                <InlineView nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={side(column)}>
                  <InlineView nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
