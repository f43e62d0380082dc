import { useMemo, useState } from 'preact/hooks';
import type { PeopleMessage } from '../../people/shapes.ts';
import { people, read } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { Blocks } from './blocks.tsx';
import { choicesIn } from './choices-in.ts';
import { type BlockHost, HostContext } from './host.ts';
import type { Json } from './read-json.ts';

/** The blocks of one message; what is chosen in them lives until the message is drawn anew. */
export function MessageBlocks({ message, channel }: { message: PeopleMessage; channel: string }) {
  const { session } = useApp();
  const [values, setValues] = useState<Record<string, Json>>({});
  const { ts } = message;
  const host = useMemo<BlockHost>(
    () => ({
      surface: 'message',
      async act(block_id, action_id, value, by) {
        const container = { type: 'message' as const, channel, ts };
        const body = { as: session.me(), container, block_id, action_id, value, by };
        return (await session.attempt(people('act', body))) !== null;
      },
      get: (blockId, actionId) => values[`${blockId}/${actionId}`],
      set: (blockId, actionId, state) => setValues((known) => ({ ...known, [`${blockId}/${actionId}`]: state })),
      error: () => undefined,
      async search(block_id, action_id, value) {
        const query = { as: session.me(), channel, ts, block_id, action_id, value };
        return choicesIn(await read<Json>('options', query));
      },
    }),
    [session, channel, ts, values],
  );
  return (
    <HostContext.Provider value={host}>
      <Blocks blocks={message.blocks} />
    </HostContext.Provider>
  );
}
