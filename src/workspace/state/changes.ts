import type { AssistantThread, FunctionExecution } from './interaction.ts';
import type { Canvas, Channel, Ephemeral, Message, StoredFile, User, UserGroup } from './model.ts';

/** Everything that happens in the workspace, told once to whoever listens: the app's events and the people's pages. */
export type Change =
  | { type: 'message_posted'; channel: Channel; message: Message }
  | { type: 'message_changed'; channel: Channel; message: Message; previous: Message }
  | { type: 'message_deleted'; channel: Channel; previous: Message }
  /** A message looks different (reactions, replies) though nobody edited it. */
  | { type: 'message_touched'; channel: Channel; message: Message }
  | { type: 'ephemeral'; channel: Channel; message: Ephemeral }
  | { type: 'ephemeral_gone'; channel: Channel; message: Ephemeral }
  | { type: 'reaction'; added: boolean; channel: Channel; message: Message; user: string; name: string }
  | { type: 'pin'; added: boolean; channel: Channel; message: Message; user: string }
  | { type: 'file_shared'; channel: Channel; file: StoredFile; user: string }
  | { type: 'file_deleted'; file: StoredFile }
  | { type: 'channel_created'; channel: Channel }
  | { type: 'channel_changed'; channel: Channel }
  | { type: 'channel_renamed'; channel: Channel; old_name: string }
  | { type: 'channel_archived' | 'channel_unarchived'; channel: Channel; user: string }
  | { type: 'member_joined'; channel: Channel; user: string; inviter: string | null }
  | { type: 'member_left'; channel: Channel; user: string }
  | { type: 'read'; channel: Channel; user: string }
  | { type: 'views'; user: string }
  | { type: 'home'; user: string }
  | { type: 'canvas'; canvas: Canvas }
  | { type: 'assistant'; thread: AssistantThread }
  | { type: 'function'; execution: FunctionExecution }
  | { type: 'user' | 'presence'; user: User }
  | { type: 'usergroup'; created: boolean; group: UserGroup }
  | { type: 'usergroup_members'; group: UserGroup; added: string[]; removed: string[] }
  /** Users whose tokens ended, by kind of token. */
  | { type: 'tokens_revoked'; tokens: { bot?: string[]; oauth?: string[] } }
  | { type: 'app_uninstalled' }
  /** The whole workspace was replaced by a snapshot. */
  | { type: 'reset' }
  | { type: 'app'; connected: boolean };

export interface Changes {
  tell(change: Change): void;
  listen(listener: (change: Change) => void): void;
}

export function createChanges(): Changes {
  const listeners: ((change: Change) => void)[] = [];
  return {
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
    listen: (listener) => void listeners.push(listener),
  };
}
