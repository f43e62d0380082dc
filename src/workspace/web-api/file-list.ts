import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { accessTo, describeCanvas } from '../state/canvases.ts';
import { describeFile } from '../state/describe.ts';
import type { Canvas, StoredFile } from '../state/model.ts';
import { type Call, commaList, count, method, text } from './method.ts';

/** `types` of docs.slack.dev/reference/methods/files.list, and of /surfaces/canvases. Snippets and Google documents there are none. */
const TYPES: Record<string, (filetype: string) => boolean> = {
  all: () => true,
  canvas: (type) => type === 'quip',
  spaces: (type) => type === 'quip',
  images: (type) => ['png', 'jpg', 'gif', 'svg'].includes(type),
  pdfs: (type) => type === 'pdf',
  zips: (type) => type === 'zip',
  snippets: () => false,
  gdocs: () => false,
};

const stamp = z.coerce.number().optional();

/** Newest first. */
export const listFiles = method(
  z.object({
    channel: text.optional(),
    user: text.optional(),
    types: commaList.default(['all']),
    ts_from: stamp,
    ts_to: stamp,
    count: count.pipe(z.number().min(1).max(1000)).default(100),
    page: count.pipe(z.number().min(1)).default(1),
  }),
  ['files:read'],
  (call, args) => {
    if (args.types.some((type) => !Object.hasOwn(TYPES, type))) throw new SlackError('unknown_type');
    if (args.user && !call.world.users.has(args.user)) throw new SlackError('user_not_found');
    const fits = (one: StoredFile | Canvas): boolean => {
      const filetype = 'sections' in one ? 'quip' : one.filetype;
      const owner = 'sections' in one ? one.owner : one.user;
      const places = 'sections' in one ? one.access : one.shares;
      return (
        !one.deleted &&
        args.types.some((type) => TYPES[type]?.(filetype)) &&
        (!args.user || owner === args.user) &&
        (!args.channel || places.has(args.channel)) &&
        one.created >= (args.ts_from ?? 0) &&
        one.created <= (args.ts_to ?? Number.POSITIVE_INFINITY) &&
        isSeen(call, one)
      );
    };
    const { world } = call;
    const found = [...world.files.values(), ...world.canvases.values()]
      .filter(fits)
      .reverse()
      .sort((a, b) => b.created - a.created);
    const from = (args.page - 1) * args.count;
    const pages = Math.ceil(found.length / args.count);
    return {
      files: found
        .slice(from, from + args.count)
        .map((one) => ('sections' in one ? describeCanvas(world, one) : describeFile(world, one))),
      paging: { count: args.count, total: found.length, page: args.page, pages },
    };
  },
);

/** The app lists what is its own and what stands in its conversations. */
function isSeen(call: Call, one: StoredFile | Canvas): boolean {
  if ('sections' in one) return accessTo(call.world, one, call.bot) !== null;
  return (
    one.user === call.bot || [...one.shares.keys()].some((id) => call.world.channels.get(id)?.members.has(call.bot))
  );
}
