import { useState } from 'preact/hooks';
import type { PeopleMessage } from '../../people/shapes.ts';
import { useApp } from '../store/context.tsx';

/** Which message of a list is being edited, and the way to the last one of one's own. */
export function useEditing(messages: PeopleMessage[] | undefined) {
  const { session } = useApp();
  const [editing, edit] = useState<string | null>(null);
  const editLast = (): boolean => {
    const me = session.me();
    const own = messages?.findLast(
      (one) => one.user === me && !one.ephemeral && one.text && !one.subtype?.startsWith('channel_'),
    );
    if (own) edit(own.ts);
    return own !== undefined;
  };
  return { editing, edit, editLast };
}
