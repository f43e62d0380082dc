import { useCallback, useState } from 'preact/hooks';
import { upload } from '../store/api.ts';
import { useApp } from '../store/context.tsx';

export interface Pending {
  key: number;
  file: File;
  /** 0–1 while it is on its way. */
  progress: number | null;
}

let nextKey = 1;

/** Files a person has put into a composer and not sent yet. */
export function usePendingFiles(channel: string, threadTs: string | null) {
  const { session } = useApp();
  const [files, setFiles] = useState<Pending[]>([]);
  const add = useCallback((list: Iterable<File>) => {
    const added = [...list].filter((file) => file.size > 0).map((file) => ({ key: nextKey++, file, progress: null }));
    setFiles((known) => [...known, ...added]);
  }, []);
  const remove = (key: number): void => setFiles((known) => known.filter((one) => one.key !== key));
  const tell = (key: number, progress: number | null): void =>
    setFiles((known) => known.map((one) => (one.key === key ? { ...one, progress } : one)));

  /** Shares them one after another, the comment with the first. What failed stays. Says whether all arrived. */
  const send = async (comment: string): Promise<boolean> => {
    let words = comment;
    for (const { key, file } of files) {
      tell(key, 0);
      const query = {
        as: session.me(),
        channel,
        ...(threadTs ? { thread_ts: threadTs } : {}),
        ...(words ? { comment: words } : {}),
      };
      const sent = await session.attempt(upload(query, file, (share) => tell(key, share)));
      if (!sent) {
        tell(key, null);
        return false;
      }
      words = '';
      remove(key);
    }
    return true;
  };
  return { files, add, remove, send };
}

export type PendingFiles = ReturnType<typeof usePendingFiles>;
