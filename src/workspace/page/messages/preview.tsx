import { BlocksView } from '../mrkdwn/blocks-view.tsx';
import type { Block } from '../mrkdwn/nodes.ts';
import { parseMrkdwn } from '../mrkdwn/parse-mrkdwn.ts';

/** What others will see of a text that is being written. */
export function Preview({ text }: { text: string }) {
  return (
    <section class="preview text" aria-label="Preview">
      <BlocksView blocks={parseMrkdwn(text)} />
    </section>
  );
}

/** The text will look different from how it was typed. */
export const isFormatted = (encoded: string): boolean => !parseMrkdwn(encoded).every(isPlain);

const isPlain = (block: Block): boolean =>
  block.type === 'paragraph' && block.children.every((node) => node.type === 'text' || node.type === 'link');
