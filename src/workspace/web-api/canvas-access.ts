import { z } from 'zod';
import { argumentError, SlackError } from '../slack-error.ts';
import { changeableCanvas, giveCanvasTo } from '../state/canvases.ts';
import type { Canvas } from '../state/model.ts';
import { type Call, commaList, type Methods, method, seen, text } from './method.ts';

const WRITE = ['canvases:write'];
/** How many channels or people one call takes. */
const MOST = 20;
const ids = commaList.pipe(z.array(z.string()).min(1).max(MOST)).optional();

/** docs.slack.dev/reference/methods/canvases.access.set and .delete. */
export const canvasAccess: Methods = {
  'canvases.access.set': method(
    z.object({ canvas_id: text, access_level: z.enum(['read', 'write', 'owner']), channel_ids: ids, user_ids: ids }),
    WRITE,
    (call, args) => {
      const canvas = changeableCanvas(call.world, args.canvas_id, call.bot);
      const given = grantees(call, args);
      if (args.access_level === 'owner') return setOwner(call, canvas, args.user_ids ?? []);
      const failed = (args.user_ids ?? []).filter((id) => inChannelOf(call, canvas, id));
      if (failed.length > 0) throw new SlackError('failed_to_update_user_ids', { failed_to_update_user_ids: failed });
      for (const id of given) canvas.access.set(id, args.access_level);
      call.world.changes.tell({ type: 'canvas', canvas });
      return {};
    },
  ),
  'canvases.access.delete': method(
    z.object({ canvas_id: text, channel_ids: ids, user_ids: ids }),
    WRITE,
    (call, args) => {
      const canvas = changeableCanvas(call.world, args.canvas_id, call.bot);
      const given = grantees(call, args);
      const failed = (args.user_ids ?? []).filter((id) => inChannelOf(call, canvas, id));
      for (const id of given) canvas.access.delete(id);
      call.world.changes.tell({ type: 'canvas', canvas });
      return failed.length > 0 ? { failed_to_update_user_ids: failed } : {};
    },
  ),
};

function setOwner(call: Call, canvas: Canvas, users: string[]) {
  const [user, ...more] = users;
  if (user === undefined || more.length > 0) {
    throw argumentError('invalid_arguments', ['only one user can be the owner [json-pointer:/user_ids]']);
  }
  if (canvas.owner !== call.bot) throw new SlackError('restricted_action');
  giveCanvasTo(call.world, canvas, user);
  return {};
}

/** Who has the canvas by a channel of theirs, or owns it, keeps what they have: such access changes with the channel's. */
function inChannelOf(call: Call, canvas: Canvas, user: string): boolean {
  if (canvas.owner === user) return true;
  return [...canvas.access.keys()].some((id) => call.world.channels.get(id)?.members.has(user));
}

/** `user_ids` or `channel_ids`, never both. */
function grantees(
  call: Call,
  args: { access_level?: string; channel_ids?: string[] | undefined; user_ids?: string[] | undefined },
): string[] {
  if (!args.channel_ids === !args.user_ids) throw new SlackError('invalid_parameters');
  if (args.channel_ids && args.access_level === 'owner') {
    throw argumentError('invalid_arguments', ['only users can be owners [json-pointer:/channel_ids]']);
  }
  for (const id of args.channel_ids ?? []) {
    if (['im', 'mpim'].includes(seen(call, id).kind)) throw new SlackError('invalid_parameters');
  }
  if (args.user_ids?.some((id) => !call.world.users.has(id))) throw new SlackError('user_not_found');
  return args.channel_ids ?? args.user_ids ?? [];
}
