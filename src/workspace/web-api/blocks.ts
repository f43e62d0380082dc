import { z } from 'zod';
import { isJson } from '../blocks/elements-of.ts';
import { type Complaint, complain, type Place } from '../blocks/rules.ts';
import { checkBlocks } from '../blocks/validate.ts';
import { argumentError, SlackError } from '../slack-error.ts';
import type { World } from '../state/world.ts';
import { loose, type Methods, method } from './method.ts';
import { parseView } from './view-payload.ts';

const NAMES = ['blocks', 'message', 'view'] as const;

/**
 * Block Kit judged without being shown anywhere. Pointers start at the argument itself (`/0/text/type` for bare blocks).
 * Throws `invalid_blocks`, `invalid_message`, `invalid_view` with `errors`, and `invalid_arguments` when not exactly one argument is there.
 */
export const blocks: Methods = {
  'blocks.validate': method(
    z.object({ blocks: loose.optional(), message: loose.optional(), view: loose.optional() }),
    [],
    ({ world }, args) => {
      const [name, second] = NAMES.filter((one) => args[one] !== undefined);
      if (!name || second) throw argumentError('invalid_arguments', ['provide exactly one of blocks, message or view']);
      const wrong = judge(world, name, args[name]);
      if (wrong.length === 0) return {};
      const errors = wrong.map((one) => ({ code: 'failed_constraint', ...one }));
      throw new SlackError(`invalid_${name}`, { errors });
    },
    'none',
  ),
};

function judge(world: World, name: (typeof NAMES)[number], value: unknown): Complaint[] {
  if (name === 'blocks') return judgeList(value, 'any', '');
  if (!isJson(value)) return [complain('', 'must be an object', 'type', { expected: ['object'], got: typeof value })];
  return name === 'view' ? judgeView(world, value) : judgeMessage(value);
}

function judgeList(value: unknown, place: Place, pointer: string): Complaint[] {
  if (!Array.isArray(value)) {
    return [complain(pointer, 'must be an array', 'type', { expected: ['array'], got: typeof value })];
  }
  return checkBlocks(value, place, pointer);
}

function judgeMessage(message: Record<string, unknown>): Complaint[] {
  const { blocks: own, attachments } = message;
  if (own === undefined && attachments === undefined) {
    return [complain('', 'missing required field: blocks', 'required')];
  }
  const attached = Array.isArray(attachments) ? attachments : [];
  return [
    ...(own === undefined ? [] : judgeList(own, 'message', '/blocks')),
    ...attached.flatMap((one, index) =>
      isJson(one) && one.blocks !== undefined ? judgeList(one.blocks, 'message', `/attachments/${index}/blocks`) : [],
    ),
  ];
}

/** What stands in the blocks, and what `views.*` would refuse around them. */
function judgeView(world: World, view: Record<string, unknown>): Complaint[] {
  const place = view.type === 'home' ? 'home' : 'modal';
  const within = Array.isArray(view.blocks) ? checkBlocks(view.blocks, place, '/blocks') : [];
  return [...within, ...refusedView(world, view).filter((one) => !/^\/blocks\/?/.test(one.pointer))];
}

function refusedView(world: World, view: unknown): Complaint[] {
  try {
    parseView(world, view);
    return [];
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const lines = Array.isArray(error.extra.errors) ? error.extra.errors.map(String) : [];
    const read = lines.map((line) => {
      const [, message = line, pointer = ''] = /^(.*) \[json-pointer:\/view(.*)\]$/s.exec(line) ?? [];
      return complain(pointer, message, message.startsWith('missing') ? 'required' : 'combination');
    });
    return read.length > 0 ? read : [complain('', error.code, 'combination')];
  }
}
