import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { InlineView } from './inline-view.tsx';
import { type Block, type ListItem, plainText } from './nodes.ts';
import { parseMrkdwn } from './parse-mrkdwn.ts';
import { TextTable } from './text-table.tsx';

/** Called with the box that was ticked; null where check lists are only read. */
export const CheckContext = createContext<((box: HTMLInputElement) => void) | null>(null);

/** Slack mrkdwn, drawn. */
export function Mrkdwn({ text }: { text: string }) {
  const blocks = useMemo(() => parseMrkdwn(text), [text]);
  return <BlocksView blocks={blocks} />;
}

/** Standard Markdown, drawn. */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <BlocksView blocks={blocks} />;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

export function BlocksView({ blocks }: { blocks: Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <One key={index} block={block} />
      ))}
    </>
  );
}

function One({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineView nodes={block.children} />
        </p>
      );
    case 'hanging':
      return (
        <p class="hanging">
          <InlineView nodes={block.children} />
        </p>
      );
    case 'heading': {
      const Tag = `h${block.level}` as const;
      return (
        <Tag id={slug(plainText(block.children))}>
          <InlineView nodes={block.children} />
        </Tag>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <BlocksView blocks={block.children} />
        </blockquote>
      );
    case 'pre':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list':
      return block.ordered ? (
        <ol start={block.start}>
          <Items items={block.items} />
        </ol>
      ) : (
        <ul class={block.items.some((item) => item.checked !== undefined) ? 'checks' : undefined}>
          <Items items={block.items} />
        </ul>
      );
    case 'table':
      return <TextTable align={block.align} head={block.head} rows={block.rows} />;
    case 'divider':
      return <hr />;
  }
}

/** A box of a check list; it can be ticked where somebody listens. */
function CheckBox({ checked, label }: { checked: boolean; label: string }) {
  const toggle = useContext(CheckContext);
  return (
    <input
      type="checkbox"
      checked={checked}
      disabled={toggle === null}
      aria-label={label}
      onChange={(event) => toggle?.(event.currentTarget)}
    />
  );
}

function Items({ items }: { items: ListItem[] }) {
  return (
    <>
      {items.map((item, index) => (
        <li key={index} class={item.checked === undefined ? undefined : item.checked ? 'check done' : 'check'}>
          {item.checked === undefined ? null : <CheckBox checked={item.checked} label={plainText(item.children)} />}
          <span>
            <InlineView nodes={item.children} />
          </span>
          <BlocksView blocks={item.nested} />
        </li>
      ))}
    </>
  );
}
