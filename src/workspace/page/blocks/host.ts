import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PeopleBody } from '../../people/protocol.ts';
import type { Choice } from './element-state.ts';
import type { Json } from './read-json.ts';

/** What makes a text input of an input block with `dispatch_action` tell the app. */
export type ActBy = PeopleBody<'act'>['by'];

/** Where blocks stand: what a click does there, and who keeps what was typed. */
export interface BlockHost {
  surface: 'message' | 'modal' | 'home';
  /** True when the app took the action. */
  act(blockId: string, actionId: string, value?: unknown, by?: ActBy): Promise<boolean>;
  get(blockId: string, actionId: string): Json | undefined;
  set(blockId: string, actionId: string, state: Json): void;
  error(blockId: string): string | undefined;
  search(blockId: string, actionId: string, query: string): Promise<Choice[]>;
}

const nowhere: BlockHost = {
  surface: 'message',
  act: () => Promise.resolve(false),
  get: () => undefined,
  set: () => undefined,
  error: () => undefined,
  search: () => Promise.resolve([]),
};

export const HostContext = createContext<BlockHost>(nowhere);
export const useHost = (): BlockHost => useContext(HostContext);
