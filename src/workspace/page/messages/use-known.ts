import { useMemo } from 'preact/hooks';
import { useApp } from '../store/context.tsx';
import type { Known } from './encode-typed.ts';

/** Whom and what a person can name in a text. */
export function useKnown(): Known {
  const { state } = useApp();
  const { users = [], channels = [], usergroups = [] } = state.workspace ?? {};
  const names = channels.map((one) => `${one.id} ${one.name} ${one.is_archived}`).join();
  return useMemo(() => ({ users, channels, groups: usergroups }), [users, usergroups, names]);
}
