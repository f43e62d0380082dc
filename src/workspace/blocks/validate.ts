import { BLOCKS } from './blocks.ts';
import { at, checkMember } from './check.ts';
import { isJson } from './element-state.ts';
import type { Surface } from './rules.ts';

/** docs.slack.dev/reference/block-kit/blocks: 50 blocks in a message, 100 in modals and Home tabs. */
const BLOCK_LIMIT: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
/** docs.slack.dev/reference/block-kit/blocks/{markdown,table}-block: together in one payload. */
const MARKDOWN_TOTAL = 12_000;
const TABLE_TOTAL = 10_000;

/** Everything that Slack would refuse in these blocks; empty when they are fine. `root` is the pointer of the list. */
export function validateBlocks(blocks: unknown[], surface: Surface, root = '/blocks'): string[] {
  const limit = BLOCK_LIMIT[surface];
  return [
    ...(blocks.length > limit ? [at(root, `no more than ${limit} items allowed`)] : []),
    ...blocks.flatMap((one, index) => checkBlock(`${root}/${index}`, one, surface)),
    ...repeated(root, blocks, 'block_id'),
    ...blocks.flatMap((one, index) => {
      const elements = isJson(one) && Array.isArray(one.elements) ? one.elements : [];
      return repeated(`${root}/${index}/elements`, elements, 'action_id');
    }),
    ...checkTotals(root, blocks, surface),
  ];
}

function checkBlock(pointer: string, value: unknown, surface: Surface): string[] {
  const type = isJson(value) ? String(value.type) : '';
  const allowed = Object.hasOwn(BLOCKS, type) ? BLOCKS[type]?.surfaces : undefined;
  if (allowed && !allowed.includes(surface)) return [at(`${pointer}/type`, `unsupported type: ${type}`)];
  return checkMember(pointer, value, 'block', Object.keys(BLOCKS));
}

function repeated(pointer: string, items: unknown[], name: 'block_id' | 'action_id'): string[] {
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const id = isJson(item) ? item[name] : undefined;
    if (id === undefined) return [];
    if (seen.has(id)) return [at(`${pointer}/${index}/${name}`, `\`${name}\` "${String(id)}" already exists`)];
    seen.add(id);
    return [];
  });
}

function checkTotals(root: string, blocks: unknown[], surface: Surface): string[] {
  const ofType = (type: string) => blocks.filter(isJson).filter((one) => one.type === type);
  const markdown = ofType('markdown').reduce((sum, one) => sum + lettersIn(one), 0);
  const tables = ofType('table');
  const cells = tables.reduce((sum, one) => sum + lettersIn(one.rows), 0);
  const wrong: string[] = [];
  if (markdown > MARKDOWN_TOTAL) wrong.push(`markdown text must be less than ${MARKDOWN_TOTAL + 1} characters`);
  if (tables.length > 1) wrong.push('only one table block is allowed');
  if (cells > TABLE_TOTAL) wrong.push(`table text must be less than ${TABLE_TOTAL + 1} characters`);
  if (surface !== 'message' && focusCount(blocks) > 1) wrong.push('only one element may have focus_on_load');
  return wrong.map((one) => at(root, one));
}

function focusCount(value: unknown): number {
  const own = isJson(value) && value.focus_on_load === true ? 1 : 0;
  return inner(value).reduce((sum: number, one) => sum + focusCount(one), own);
}

function lettersIn(value: unknown): number {
  const own = isJson(value) && typeof value.text === 'string' ? value.text.length : 0;
  return inner(value).reduce((sum: number, one) => sum + lettersIn(one), own);
}

function inner(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isJson(value) ? Object.values(value) : [];
}
