import { type Json, list, num, obj, str } from './read-json.ts';

/** A rich_text block as nodes of an editor. What the editor cannot change (mentions, emoji, dates) stands there as one piece. */
export function nodesOf(block: Json, nameOf: (element: Json) => string): Node[] {
  return list(block.elements).flatMap((part): Node[] => {
    switch (part.type) {
      case 'rich_text_list': {
        const items = list(part.elements).map((one) => make('li', inlineNodes(one, nameOf)));
        const depth = num(part.indent) ?? 0;
        const tag = part.style === 'ordered' ? 'ol' : 'ul';
        let outer = make(tag, items);
        for (let at = 0; at < depth; at += 1) outer = make(tag, [outer]);
        return [outer];
      }
      case 'rich_text_quote':
        return [make('blockquote', inlineNodes(part, nameOf))];
      case 'rich_text_preformatted':
        return [make('pre', inlineNodes(part, nameOf))];
      default:
        return [make('div', inlineNodes(part, nameOf))];
    }
  });
}

const TAG = { bold: 'b', italic: 'i', strike: 's', underline: 'u', code: 'code' } as const;
type Mark = keyof typeof TAG;
const MARKS: Record<string, Mark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  u: 'underline',
  code: 'code',
};

function make(tag: string, children: Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

function inlineNodes(part: Json, nameOf: (element: Json) => string): Node[] {
  return list(part.elements).map((one) => {
    let node: Node;
    if (one.type === 'text') node = document.createTextNode(str(one.text));
    else if (one.type === 'link') {
      const link = make('a', [document.createTextNode(str(one.text) || str(one.url))]);
      link.setAttribute('href', str(one.url));
      node = link;
    } else {
      const piece = make('span', [document.createTextNode(nameOf(one))]);
      piece.contentEditable = 'false';
      piece.className = 'mention';
      piece.dataset.element = JSON.stringify(one);
      return piece;
    }
    const style = obj(one.style);
    for (const [mark, tag] of Object.entries(TAG)) if (style[mark] === true) node = make(tag, [node]);
    return node;
  });
}

/** What the editor holds as a rich_text block; null when that is nothing. */
export function richTextOf(root: Node): Json | null {
  const parts: Json[] = [];
  /** Lines of one kind that follow one another are one part. */
  const add = (type: string, elements: Json[], starts: boolean): void => {
    const last = parts.at(-1);
    if (last?.type === type && type !== 'rich_text_list') {
      const held = list(last.elements);
      last.elements = joined([...held, ...(starts ? [{ type: 'text', text: '\n' }] : []), ...elements]);
    } else parts.push({ type, elements: joined(elements) });
  };
  let inLine = false;
  for (const node of lines(root)) {
    const tag = nameOfTag(node);
    if (tag === 'ul' || tag === 'ol') parts.push(...listParts(node, tag, 0));
    else if (tag === 'blockquote') add('rich_text_quote', inlineOf(node, {}), true);
    else if (tag === 'pre') add('rich_text_preformatted', inlineOf(node, {}).map(bare), true);
    else {
      const block = tag === 'div' || tag === 'p';
      add('rich_text_section', inlineOf(node, {}), block || !inLine);
      inLine = !block && tag !== 'br';
      continue;
    }
    inLine = false;
  }
  const kept = trimmed(parts).filter((part) => list(part.elements).length > 0);
  return kept.length > 0 ? { type: 'rich_text', elements: kept } : null;
}

const BLOCKS = new Set(['div', 'p', 'ul', 'ol', 'blockquote', 'pre']);
const isBlock = (node: Node): boolean => BLOCKS.has(nameOfTag(node));

/** Browsers put lists and quotes into the line they were made from; such a line is opened. */
function lines(root: Node): Node[] {
  return [...root.childNodes].flatMap((node) => {
    const line = ['div', 'p'].includes(nameOfTag(node));
    return line && [...node.childNodes].some(isBlock) ? lines(node) : [node];
  });
}

const nameOfTag = (node: Node): string => node.nodeName.toLowerCase();
/** Preformatted text has no marks of its own. */
const bare = ({ style: _, ...rest }: Json): Json => rest;

/** A list, and after it the lists inside it, one deeper each, as Slack writes them. */
function listParts(node: Node, tag: 'ul' | 'ol', indent: number): Json[] {
  const parts: Json[] = [];
  let items: Json[] = [];
  const style = tag === 'ol' ? 'ordered' : 'bullet';
  const flush = (): void => {
    if (items.length > 0) parts.push({ type: 'rich_text_list', style, indent, elements: items });
    items = [];
  };
  for (const child of node.childNodes) {
    const childTag = nameOfTag(child);
    const inner = [...child.childNodes].filter((one) => ['ul', 'ol'].includes(nameOfTag(one)));
    if (childTag === 'ul' || childTag === 'ol') {
      flush();
      parts.push(...listParts(child, childTag, indent + 1));
    } else if (childTag === 'li') {
      const own = [...child.childNodes].filter((one) => !inner.includes(one));
      const elements = joined(own.flatMap((one) => inlineOf(one, {})));
      if (elements.length > 0) items.push({ type: 'rich_text_section', elements });
      for (const one of inner) {
        flush();
        parts.push(...listParts(one, nameOfTag(one) === 'ol' ? 'ol' : 'ul', indent + 1));
      }
    }
  }
  flush();
  return parts;
}

function inlineOf(node: Node, style: Record<string, boolean>): Json[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
    return text === '' ? [] : [{ type: 'text', text, ...styled(style) }];
  }
  if (!(node instanceof HTMLElement)) return [];
  // The last line break of a line is the browser's own, so that an empty line can hold the caret.
  if (node.tagName === 'BR') return node.nextSibling ? [{ type: 'text', text: '\n' }] : [];
  if (node.dataset.element) return [obj(JSON.parse(node.dataset.element))];
  if (node.tagName === 'A') {
    return [{ type: 'link', url: node.getAttribute('href') ?? '', text: node.textContent ?? '', ...styled(style) }];
  }
  const mark = MARKS[nameOfTag(node)];
  const inner = mark ? { ...style, [mark]: true } : style;
  const below = isBlock(node) && node.previousSibling && node.parentElement?.closest('blockquote,pre,li');
  const start: Json[] = below ? [{ type: 'text', text: '\n' }] : [];
  return [...start, ...[...node.childNodes].flatMap((child) => inlineOf(child, inner))];
}

const styled = (style: Record<string, boolean>): Json => (Object.keys(style).length > 0 ? { style } : {});

/** Neighbouring texts of one style are one text. */
function joined(elements: Json[]): Json[] {
  const out: Json[] = [];
  for (const one of elements) {
    const last = out.at(-1);
    const same = JSON.stringify(last?.style) === JSON.stringify(one.style);
    if (last && last.type === 'text' && one.type === 'text' && same) last.text = `${str(last.text)}${str(one.text)}`;
    else out.push({ ...one });
  }
  return out;
}

/** Without the empty lines at the end; texts of nothing are dropped. */
function trimmed(parts: Json[]): Json[] {
  const last = parts.at(-1);
  if (last?.type !== 'rich_text_section') return parts;
  const elements = list(last.elements);
  const end = elements.at(-1);
  if (end?.type !== 'text') return parts;
  const text = str(end.text).replace(/\n+$/, '');
  const kept = text === '' ? elements.slice(0, -1) : [...elements.slice(0, -1), { ...end, text }];
  return kept.length === 0 ? parts.slice(0, -1) : [...parts.slice(0, -1), { ...last, elements: kept }];
}
