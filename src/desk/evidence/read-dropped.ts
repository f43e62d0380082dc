import { z } from 'zod';
import { guessKind } from '../../analysis/reading/guess-kind.ts';
import { ReadRefusal } from '../../analysis/reading/read-refusal.ts';
import { sha256Hex } from '../../analysis/reading/sha256.ts';
import { baton, person } from '../../handoff/actor.ts';
import { Refusal } from '../../handoff/refusal.ts';
import { type Job, Permanent, type Sent, Transient, want } from '../../platform/outbox/index.ts';
import { classify, DownloadError, mrkdwn } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf } from '../kit/show.ts';
import { wanted } from '../wanted.ts';
import { DroppedFile, ReadArgs } from './read-entry.ts';
import { isReadable } from './readable.ts';
import { looksSigned } from './signed.ts';

/** Fetches and reads one dropped file, and puts it on record; what cannot be read is recorded too, and its poster told privately. */
export const readDropped = async (desk: Desk, job: Job): Promise<Sent> => {
  const handoff = handoffOf(desk, job);
  const { file: dropped, by } = ReadArgs.parse(job.entry.args);
  const file = await complete(desk, dropped);
  const whisper = (text: string) => tell(desk, handoff.id, by, text);
  // the reading that ends last is the one after which the evidence can be compared, so each one asks for it
  const after: Sent = {
    commit: (tx) => {
      want(tx, wanted.evidence(handoff.id), desk.clock.now());
      if (isReadable(desk.record.load(handoff.id))) want(tx, wanted.analysis(handoff.id), desk.clock.now());
    },
  };
  try {
    const bytes = await fetchFile(desk, file);
    const { passages, warnings } = await desk.readDocument(bytes, file.name);
    const { kind } = guessKind(file.name, passages);
    const command = {
      type: 'add_source' as const,
      name: file.name,
      kind,
      kindGuessed: true,
      signed: looksSigned(kind, file.name, passages),
      sha256: sha256Hex(bytes),
      size: bytes.byteLength,
      passages: passages.length,
      link: file.permalink ?? null,
    };
    await desk.record.addSource(handoff.id, { actor: person(by), command }, passages);
    if (warnings.length > 0)
      await whisper(`About ${mrkdwn(file.name, 80)}: ${warnings.map((one) => mrkdwn(one, 300)).join(' ')}`);
  } catch (error) {
    // A crash between the record and this receipt brings the same file again: that is no news to anybody.
    if (error instanceof Refusal && !(error.code === 'same_source' && job.previouslyTried))
      await whisper(error.message);
    else if (error instanceof ReadRefusal) await refuse(desk, handoff.id, file, error.code, whisper, error.message);
    else if (error instanceof DownloadError) await refuseDownload(desk, handoff.id, file, error, whisper);
    else if (!(error instanceof Refusal)) throw error;
  }
  return after;
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

const refuse = async (
  desk: Desk,
  h: string,
  file: DroppedFile,
  code: string,
  whisper: (text: string) => Promise<void>,
  sentence: string,
): Promise<void> => {
  await desk.record.run(h, { actor: baton('reader'), command: { type: 'refuse_source', name: file.name, code } });
  await whisper(mrkdwn(sentence, 1_000));
};

const refuseDownload = (
  desk: Desk,
  h: string,
  file: DroppedFile,
  error: DownloadError,
  whisper: (text: string) => Promise<void>,
): Promise<void> =>
  error.code === 'too_large'
    ? refuse(
        desk,
        h,
        file,
        'too_large',
        whisper,
        `I could not read ${file.name}: it is larger than 20 MB. The file is kept in the channel. Drop the pages that matter, or the text alone.`,
      )
    : refuse(
        desk,
        h,
        file,
        'not_fetched',
        whisper,
        `I could not fetch ${file.name} from Slack (${error.code}). The file is kept in the channel. Drop it again; if it stays, ask your Baton admin whether the app may read files.`,
      );

/** Losable: a private word that does not arrive holds nothing up, the evidence message says the same. */
const tell = async (desk: Desk, h: string, user: string, text: string): Promise<void> => {
  try {
    await desk.slack.chat.postEphemeral({ channel: channelOf(desk, h), user, text });
  } catch (error) {
    desk.log.warn('A private word about a file could not be said.', { handoff: h, error });
  }
};
