import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the messages of one list can ask of the place they stand in. */
export interface Hands {
  channel: string;
  inThread: boolean;
  /** May write here. */
  writable: boolean;
  /** The ts of the message that is being edited. */
  editing: string | null;
  edit(ts: string | null): void;
  markUnread?(ts: string): void;
}

export const HandsContext = createContext<Hands>({
  channel: '',
  inThread: false,
  writable: false,
  editing: null,
  edit: () => undefined,
});
export const useHands = (): Hands => useContext(HandsContext);
