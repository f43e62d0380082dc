import { useCallback, useState } from 'preact/hooks';
import { upload } from '../store/api.ts';
import { useApp } from '../store/context.tsx';

export interface Pending {
  key: number;
  file: File;
  /** 0–1 while it is on its way. */
  progress: number | null;
  /** Its id once the workspace has it. */
  id: string | null;
}

/** As many as one message takes (PeopleVerb.post). */
const MOST = 10;
let nextKey = 1;
/** By person, channel and thread: what was put into a composer stays there while one looks elsewhere. */
const kept = new Map<string, Pending[]>();

/** Files a person has put into a composer and not sent yet. */
export function usePendingFiles(channel: string, threadTs: string | null) {
  const { session } = useApp();
  const place = `${session.me()}/${channel}/${threadTs ?? ''}`;
  const [files, setFiles] = useState<Pending[]>(() => kept.get(place) ?? []);
  const change = useCallback(
    (next: (known: Pending[]) => Pending[]): void =>
      setFiles((known) => {
        const files = next(known);
        kept.set(place, files);
        return files;
      }),
    [place],
  );
  const add = useCallback(
    (list: Iterable<File>) => {
      const all = [...list];
      const added = all
        .filter((file) => file.size > 0)
        .map((file) => ({ key: nextKey++, file, progress: null, id: null }));
      if (added.length < all.length) session.toast('An empty file or a folder cannot be sent.');
      if ((kept.get(place)?.length ?? 0) + added.length > MOST) session.toast(`A message takes ${MOST} files.`);
      change((known) => [...known, ...added].slice(0, MOST));
    },
    [change, session, place],
  );
  const remove = (key: number): void => change((known) => known.filter((one) => one.key !== key));
  const tell = (key: number, news: Partial<Pending>): void =>
    change((known) => known.map((one) => (one.key === key ? { ...one, ...news } : one)));

  /** Brings them to the workspace, privately still. Their ids, or null when one did not arrive; those that did need not go again. */
  const send = async (): Promise<string[] | null> => {
    const ids: string[] = [];
    for (const { key, file, id } of files) {
      tell(key, { progress: id ? 1 : 0 });
      const known =
        id ??
        (await session.attempt(upload({ as: session.me() }, file, (progress) => tell(key, { progress }))))?.file?.id;
      tell(key, { progress: known ? 1 : null, id: known ?? null });
      if (!known) return null;
      ids.push(known);
    }
    return ids;
  };
  /** After they were posted, or when posting failed and they wait again. */
  const settle = (posted: boolean, ids: string[]): void =>
    change((known) =>
      posted
        ? known.filter(({ id }) => id === null || !ids.includes(id))
        : known.map((one) => ({ ...one, progress: null })),
    );
  return { files, add, remove, send, settle };
}

export type PendingFiles = ReturnType<typeof usePendingFiles>;
