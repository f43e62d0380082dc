import type { Block, Inline } from '../mrkdwn/nodes.ts';
import { safeUrl } from '../mrkdwn/safe-url.ts';
import { type Json, list, num, obj, str } from './read-json.ts';

/** A rich_text block as the page's own tree. Unknown parts vanish quietly. */
export function richTextBlocks(block: Json): Block[] {
  const out: Block[] = [];
  for (const part of list(block.elements)) {
    switch (part.type) {
      case 'rich_text_section':
        out.push({ type: 'paragraph', children: inline(part) });
        break;
      case 'rich_text_quote':
        out.push({ type: 'quote', children: [{ type: 'paragraph', children: inline(part) }] });
        break;
      case 'rich_text_preformatted':
        out.push({
          type: 'pre',
          text: list(part.elements)
            .map((one) => str(one.text, str(one.url)))
            .join(''),
        });
        break;
      case 'rich_text_list':
        addList(out, part);
        break;
    }
  }
  return out;
}

/** Slack keeps nesting as neighbouring lists with an `indent`. */
function addList(out: Block[], part: Json): void {
  let target = out;
  for (let depth = num(part.indent) ?? 0; depth > 0; depth -= 1) {
    const last = target.at(-1);
    const item = last?.type === 'list' ? last.items.at(-1) : undefined;
    if (!item) break;
    target = item.nested;
  }
  const items = list(part.elements).map((one) => ({ children: inline(one), nested: [] }));
  target.push({ type: 'list', ordered: part.style === 'ordered', start: (num(part.offset) ?? 0) + 1, items });
}

const inline = (part: Json): Inline[] => list(part.elements).flatMap((one) => styled(one, leaf(one)));

function leaf(one: Json): Inline | null {
  switch (one.type) {
    case 'text':
      return obj(one.style).code === true
        ? { type: 'code', text: str(one.text) }
        : { type: 'text', text: str(one.text) };
    case 'link': {
      const url = safeUrl(str(one.url));
      const text: Inline = { type: 'text', text: str(one.text) || str(one.url) };
      return url ? { type: 'link', url, children: [text] } : text;
    }
    case 'user':
      return { type: 'user', id: str(one.user_id) };
    case 'channel':
      return { type: 'channel', id: str(one.channel_id) };
    case 'emoji':
      return { type: 'emoji', name: str(one.name) };
    case 'broadcast':
      return { type: 'group', label: `@${str(one.range)}` };
    case 'usergroup':
      return { type: 'group', label: `@${str(one.usergroup_id)}` };
    case 'team':
      return { type: 'group', label: str(one.team_id) };
    case 'color':
      return { type: 'code', text: str(one.value) };
    case 'date': {
      const link = safeUrl(str(one.url));
      return {
        type: 'date',
        ts: num(one.timestamp) ?? 0,
        format: str(one.format),
        fallback: str(one.fallback),
        ...(link ? { link } : {}),
      };
    }
    default:
      return null;
  }
}

function styled(one: Json, node: Inline | null): Inline[] {
  if (!node) return [];
  const style = obj(one.style);
  let dressed = node;
  for (const type of ['bold', 'italic', 'strike', 'underline'] as const) {
    if (style[type] === true) dressed = { type, children: [dressed] };
  }
  return [dressed];
}
