/** Text as a tree: what mrkdwn, Markdown and rich_text all become before they are drawn. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike' | 'underline'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'user'; id: string }
  | { type: 'channel'; id: string }
  /** `id` of a user group; `label` is what was written for it. */
  | { type: 'group'; label: string; id?: string }
  | { type: 'date'; ts: number; format: string; link?: string; fallback: string }
  | { type: 'emoji'; name: string }
  | { type: 'image'; url: string; alt: string };

export interface ListItem {
  checked?: boolean;
  children: Inline[];
  nested: Block[];
}

export type Align = 'left' | 'center' | 'right';

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  /** A line that starts with its own bullet; drawn with a hanging indent. */
  | { type: 'hanging'; children: Inline[] }
  | { type: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  | { type: 'quote'; children: Block[] }
  | { type: 'pre'; text: string }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem[] }
  | { type: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { type: 'divider' };

/** Only the words, for labels and ids. */
export function plainText(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.text;
      if ('children' in node) return plainText(node.children);
      if (node.type === 'date') return node.fallback;
      return '';
    })
    .join('');
}
