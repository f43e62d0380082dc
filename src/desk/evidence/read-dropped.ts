import { z } from 'zod';
import { type Job, Permanent, type Sent, Transient, want } from '../../platform/outbox/index.ts';
import { classify, DownloadError } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf } from '../kit/show.ts';
import { wanted } from '../wanted.ts';
import { DroppedFile, ReadArgs } from './read-entry.ts';
import { isReadable } from './readable.ts';
import { type Poster, refuse, takeIn } from './take-in.ts';

/** Fetches and reads one dropped file, and puts it on record; what cannot be read is recorded too, and its poster told privately. */
export const readDropped = async (desk: Desk, job: Job): Promise<Sent> => {
  const handoff = handoffOf(desk, job);
  const { file: dropped, by } = ReadArgs.parse(job.entry.args);
  const file = await complete(desk, dropped);
  const poster: Poster = {
    user: by,
    again: job.previouslyTried,
    whisper: (text) => tell(desk, handoff.id, by, text),
  };
  try {
    const bytes = await fetchFile(desk, file);
    await takeIn(desk, handoff.id, { name: file.name, bytes, link: file.permalink ?? null }, poster);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    await refuseDownload(desk, handoff.id, file, error, poster);
  }
  return {
    // the reading that ends last is the one after which the evidence can be compared, so each one asks for it
    commit: (tx) => {
      want(tx, wanted.evidence(handoff.id), desk.clock.now());
      if (isReadable(desk.record.load(handoff.id))) want(tx, wanted.analysis(handoff.id), desk.clock.now());
    },
  };
};

const Info = z.looseObject({ file: z.looseObject(DroppedFile.shape) });

/** Slack tells some files by their id alone. */
const complete = async (desk: Desk, file: DroppedFile): Promise<DroppedFile> => {
  if (file.url_private_download) return file;
  const info = Info.safeParse(
    await desk.slack.files.info({ file: file.id }).catch((error: unknown) => {
      if (classify(error) instanceof Permanent) return null;
      throw error;
    }),
  );
  return info.success ? DroppedFile.parse(info.data.file) : file;
};

const fetchFile = async (desk: Desk, file: DroppedFile): Promise<Uint8Array> => {
  try {
    return await desk.download(file);
  } catch (error) {
    const passing =
      error instanceof DownloadError &&
      (error.code === 'network' || (error.code === 'http' && ((error.status ?? 0) >= 500 || error.status === 429)));
    if (passing) throw new Transient('file_not_fetched', { maybeSent: false, cause: error });
    throw error;
  }
};

const refuseDownload = (
  desk: Desk,
  h: string,
  { name }: DroppedFile,
  error: DownloadError,
  by: Poster,
): Promise<void> =>
  error.code === 'too_large'
    ? refuse(
        desk,
        h,
        name,
        'too_large',
        `I could not read ${name}: it is larger than 20 MB. The file is kept in the channel. Drop the pages that matter, or the text alone.`,
        by,
      )
    : refuse(
        desk,
        h,
        name,
        'not_fetched',
        `I could not fetch ${name} from Slack (${error.code}). The file is kept in the channel. Drop it again; if it stays, ask your Baton admin whether the app may read files.`,
        by,
      );

/** Losable: a private word that does not arrive holds nothing up, the evidence message says the same. */
const tell = async (desk: Desk, h: string, user: string, text: string): Promise<void> => {
  try {
    await desk.slack.chat.postEphemeral({ channel: channelOf(desk, h), user, text });
  } catch (error) {
    desk.log.warn('A private word about a file could not be said.', { handoff: h, error });
  }
};
