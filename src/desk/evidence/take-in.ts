import { guessKind } from '../../analysis/reading/guess-kind.ts';
import { ReadRefusal } from '../../analysis/reading/read-refusal.ts';
import { sha256Hex } from '../../analysis/reading/sha256.ts';
import { notRead } from '../../analysis/reading/unread-attachments.ts';
import { baton, person } from '../../handoff/actor.ts';
import { Refusal } from '../../handoff/refusal.ts';
import type { Passage } from '../../handoff/source.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import { looksSigned } from './signed.ts';

export interface Incoming {
  name: string;
  bytes: Uint8Array;
  /** Where a person opens it. */
  link: string | null;
}

export interface Poster {
  user: string;
  /** It was begun before: what is on record already is no news to anybody. */
  again: boolean;
  /** A word to the poster alone. */
  whisper: (text: string) => Promise<void>;
}

/** What is attached to a mail is read; what is attached to that is only named. */
const deepest = 1;

/**
 * Reads a file and puts it on record, and after it what is attached to it, each as a source of its own: `mail.eml/offer.pdf`. What
 * cannot be read is recorded too, and its poster told.
 */
export const takeIn = async (desk: Desk, h: string, file: Incoming, by: Poster, depth = 0): Promise<void> => {
  try {
    const { passages, warnings, attachments = [] } = await desk.readDocument(file.bytes, file.name);
    const isNew = await add(desk, h, file, passages, by);
    const held = depth < deepest ? attachments : [];
    // what the mail's own reader could only name is read here
    const named = new Set(held.length > 0 ? notRead(attachments) : []);
    const told = warnings.filter((one) => !named.has(one));
    if (isNew && told.length > 0)
      await by.whisper(`About ${mrkdwn(file.name, 80)}: ${told.map((one) => mrkdwn(one, 300)).join(' ')}`);
    // the same mail dropped twice brings nothing new; one that a crash cut off may
    if (!isNew && !by.again) return;
    for (const [at, { name, bytes }] of held.entries()) {
      const times = held.slice(0, at).filter((other) => other.name === name).length;
      const path = `${file.name}/${times === 0 ? '' : `${times + 1} `}${name}`;
      await takeIn(desk, h, { name: path, bytes, link: file.link }, by, depth + 1);
    }
  } catch (error) {
    if (error instanceof Refusal) await by.whisper(error.message);
    else if (error instanceof ReadRefusal) await refuse(desk, h, file.name, error.code, error.message, by);
    else throw error;
  }
};

/** False when the same bytes are a source already; that is said. */
const add = async (desk: Desk, h: string, file: Incoming, passages: Passage[], by: Poster): Promise<boolean> => {
  const { name, bytes, link } = file;
  const { kind } = guessKind(name, passages);
  const sha256 = sha256Hex(bytes);
  const command = {
    type: 'add_source' as const,
    name,
    kind,
    kindGuessed: true,
    signed: looksSigned(kind, name, passages),
    sha256,
    size: bytes.byteLength,
    passages: passages.length,
    link,
  };
  try {
    await desk.record.addSource(h, { actor: person(by.user), command }, passages);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'same_source') throw error;
    if (!by.again) await by.whisper(sameFile(desk, h, name, sha256));
    return false;
  }
};

/** One file under two names is one source; both names are said. */
const sameFile = (desk: Desk, h: string, name: string, sha256: string): string => {
  const kept = desk.record.load(h)?.sources.find((one) => one.sha256 === sha256)?.name ?? name;
  return kept === name
    ? `I already have ${mrkdwn(name, 80)}, to the letter. I kept the first one.`
    : `${mrkdwn(name, 80)} is the same file as ${mrkdwn(kept, 80)}, which I already have. I kept that one and count it once.`;
};

/** `sentence` is for the poster, in plain text. */
export const refuse = async (
  desk: Desk,
  h: string,
  name: string,
  code: string,
  sentence: string,
  by: Poster,
): Promise<void> => {
  await desk.record.run(h, { actor: baton('reader'), command: { type: 'refuse_source', name, code } });
  await by.whisper(mrkdwn(sentence, 1_000));
};
