import { BLOCKS } from './blocks.ts';
import { checkMember } from './check.ts';
import { isJson } from './elements-of.ts';
import { type Complaint, complain, type Place, type Surface } from './rules.ts';

/** docs.slack.dev/reference/block-kit/blocks: 50 blocks in a message, 100 in modals and Home tabs. */
const BLOCK_LIMIT: Record<Place, number> = { message: 50, modal: 100, home: 100, any: 100 };
/** docs.slack.dev/reference/block-kit/blocks/{markdown,table,data-table}-block: together in one payload. */
const MARKDOWN_TOTAL = 12_000;
const TABLE_TOTAL = 10_000;
/** Charts in one message, as others found it. */
const CHARTS = 2;

/** Everything that Slack would refuse in these blocks, as lines of `response_metadata.messages`; empty when they are fine. */
export function validateBlocks(blocks: unknown[], surface: Surface, root = '/blocks'): string[] {
  return checkBlocks(blocks, surface, root).map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
}

/** The same, each with its pointer and the rule it breaks. `root` is the pointer of the list. */
export function checkBlocks(blocks: unknown[], place: Place, root: string): Complaint[] {
  const limit = BLOCK_LIMIT[place];
  const types = Object.keys(BLOCKS);
  return [
    ...(blocks.length > limit ? [complain(root, `no more than ${limit} items allowed`, 'max_items')] : []),
    ...blocks.flatMap((one, index) => checkMember(`${root}/${index}`, one, 'block', types, place)),
    ...repeated(blocks.flatMap((one, index) => found(one, `${root}/${index}`, 'block_id'))),
    ...blocks.flatMap((one, index) =>
      owners(one, `${root}/${index}`).flatMap(([block, at]) => repeated(actionIds(block, at))),
    ),
    ...checkTotals(root, blocks, place),
  ];
}

type Found = [pointer: string, name: string, id: unknown];

/** An id of this block and of every block inside it. */
function found(value: unknown, pointer: string, name: string): Found[] {
  return owners(value, pointer).flatMap(([one, at]): Found[] =>
    one[name] === undefined ? [] : [[`${at}/${name}`, name, one[name]]],
  );
}

/** The block itself with the blocks that stand in it (cards of a carousel, children of a container). */
function owners(value: unknown, pointer: string): [Record<string, unknown>, string][] {
  if (!isJson(value)) return [];
  const field = value.type === 'carousel' ? 'elements' : 'child_blocks';
  const inside = Array.isArray(value[field]) ? value[field] : [];
  return [[value, pointer], ...inside.flatMap((one, index) => owners(one, `${pointer}/${field}/${index}`))];
}

function actionIds(block: Record<string, unknown>, pointer: string): Found[] {
  return ['elements', 'actions'].flatMap((field) => {
    const elements = Array.isArray(block[field]) ? block[field] : [];
    return elements.flatMap((one, index): Found[] =>
      isJson(one) && one.action_id !== undefined
        ? [[`${pointer}/${field}/${index}/action_id`, 'action_id', one.action_id]]
        : [],
    );
  });
}

function repeated(ids: Found[]): Complaint[] {
  const seen = new Set<unknown>();
  return ids.flatMap(([pointer, name, id]) => {
    if (seen.has(id)) {
      return [complain(pointer, `\`${name}\` "${String(id)}" already exists`, 'unique', { got: String(id) })];
    }
    seen.add(id);
    return [];
  });
}

function checkTotals(root: string, blocks: unknown[], place: Place): Complaint[] {
  const every = blocks.flatMap((one) => owners(one, '')).map(([block]) => block);
  const ofTypes = (...types: string[]) => every.filter((one) => types.includes(String(one.type)));
  const markdown = ofTypes('markdown').reduce((sum, one) => sum + lettersIn(one), 0);
  const cells = ofTypes('table', 'data_table').reduce((sum, one) => sum + lettersIn(one.rows), 0);
  const wrong: string[] = [];
  if (markdown > MARKDOWN_TOTAL) wrong.push(`markdown text must be less than ${MARKDOWN_TOTAL + 1} characters`);
  if (ofTypes('table').length > 1) wrong.push('only one table block is allowed');
  if (ofTypes('data_visualization').length > CHARTS) wrong.push('only two data_visualization blocks are allowed');
  if (cells > TABLE_TOTAL) wrong.push(`table text must be less than ${TABLE_TOTAL + 1} characters`);
  if (place !== 'message' && focusCount(blocks) > 1) wrong.push('only one element may have focus_on_load');
  return wrong.map((one) => complain(root, one, 'combination'));
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
