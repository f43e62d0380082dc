import { emojiOf } from '../mrkdwn/emoji.ts';
import type { Inline } from '../mrkdwn/nodes.ts';

/** Plain text, in which Slack still draws `:name:`. */
export const parseEmoji = (text: string): Inline[] =>
  text
    .split(/(:[a-z0-9_+'-]{1,60}:)/)
    .filter(Boolean)
    .map((part) => {
      const name = /^:(.+):$/.exec(part)?.[1];
      return name && emojiOf(name) ? { type: 'emoji', name } : { type: 'text', text: part };
    });
