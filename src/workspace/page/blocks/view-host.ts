import { useMemo, useState } from 'preact/hooks';
import type { PeopleView } from '../../people/shapes.ts';
import { people, read } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { refusalWords } from '../store/refusal-words.ts';
import { choicesIn } from './choices-in.ts';
import type { BlockHost } from './host.ts';
import type { Json } from './read-json.ts';
import { currentConversation, type Values, valuesOf } from './view-values.ts';

/** Keeps what a person types into a modal or Home, across updates, for as long as block_id and action_id stay. */
export function useViewHost(
  view: PeopleView,
  errors: Record<string, string>,
  changed?: (blockId: string) => void,
  /** Where trouble is told; without it in a note on the page. */
  tell?: (trouble: string | null) => void,
) {
  const { session } = useApp();
  // The server's `state` is what the view already held when this page came to it; its shapes are ElementState objects.
  const [typed, setTyped] = useState<Values>(() => {
    const known = (view.state ?? {}) as Values;
    return { ...known, ...currentConversation(view.blocks, session.get().place, known) };
  });
  const { id, type, blocks } = view;
  const host = useMemo<BlockHost>(
    () => ({
      surface: type,
      async act(block_id, action_id, value, by) {
        const container = { type: 'view' as const, view_id: id };
        const values = valuesOf(blocks, typed);
        const body = { as: session.me(), container, block_id, action_id, value, values, by };
        tell?.(null);
        try {
          await people('act', body);
          return true;
        } catch (error) {
          (tell ?? session.toast)(refusalWords(error));
          return false;
        }
      },
      get: (blockId, actionId) => typed[blockId]?.[actionId],
      set(blockId, actionId, state) {
        setTyped((known) => ({ ...known, [blockId]: { ...known[blockId], [actionId]: state } }));
        changed?.(blockId);
      },
      error: (blockId) => errors[blockId],
      async search(block_id, action_id, value) {
        const query = { as: session.me(), view_id: id, block_id, action_id, value };
        return choicesIn(await read<Json>('options', query));
      },
    }),
    [session, id, type, blocks, typed, errors, changed, tell],
  );
  return { host, typed };
}
