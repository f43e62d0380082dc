import { useRef, useState } from 'preact/hooks';

/** What stood in a composer when it was sent. */
export interface Said {
  text: string;
  /** As the workspace wants it: mentions and channels by id. */
  encoded: string;
  broadcast: boolean;
  withFiles: boolean;
}

/** Sends one after the other, in the order of writing, while one writes on. What was not taken is given back. */
export function useSending(deliver: (said: Said) => Promise<boolean>, giveBack: (said: Said) => void) {
  const [waiting, setWaiting] = useState(0);
  const last = useRef(Promise.resolve());
  const send = (said: Said): void => {
    setWaiting((count) => count + 1);
    last.current = last.current.then(async () => {
      if (!(await deliver(said))) giveBack(said);
      setWaiting((count) => count - 1);
    });
  };
  return { busy: waiting > 0, send };
}
