import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type DealFacts, type Source, unknownDeal } from '../../handoff/source.ts';
import type { SourceKind } from '../../handoff/vocabulary.ts';
import { type DealFile, parseDealFile } from './deal-file.ts';
import { bytesInside, filesOf } from './folder-files.ts';
import { guessKind } from './guess-kind.ts';
import { withoutQuotedCopies } from './quoted-copies.ts';
import { ReadRefusal } from './read-refusal.ts';
import type { ReadResult } from './read-result.ts';
import { sha256Hex } from './sha256.ts';
import { notRead } from './unread-attachments.ts';

export type ReadFile = (bytes: Uint8Array, fileName: string) => Promise<ReadResult>;
export type DealFolder = {
  facts: DealFacts;
  sources: Source[];
  refused: { path: string; code: string; message: string }[];
  /** Sentences for a person: what was guessed, left out or removed. */
  notices: string[];
};
type Wanted = { path: string; kind?: SourceKind; signed?: boolean };
type Loaded = { file: Wanted; bytes: Uint8Array | ReadRefusal; sha256: string; twin: string | undefined };
type Outcome = {
  source?: Omit<Source, 'id'>;
  refused?: DealFolder['refused'][number];
  notices: string[];
  attached?: { path: string; bytes: Uint8Array }[];
};

/** How many files are read at once: each is a process of its own. */
const AT_ONCE = 2;
/** How many mails may lie within one another. */
const DEEPEST = 3;
const SIGNED_KINDS: SourceKind[] = ['contract', 'sow', 'order_form', 'change_order'];

/**
 * A folder with a deal's files, told by `deal.json` or guessed. A file that cannot be read is refused, the others stay.
 * Throws `ReadRefusal` for the folder itself.
 */
export async function readDealFolder(dir: string, { read }: { read: ReadFile }): Promise<DealFolder> {
  const present = await filesOf(dir);
  const deal = present.includes('deal.json')
    ? parseDealFile(await readFile(join(dir, 'deal.json'), 'utf8'))
    : undefined;
  const wanted: Wanted[] = deal?.files ?? present.map((path) => ({ path }));
  const notices = deal ? unlisted(present, wanted) : ['There is no deal.json, so I guessed what each file is.'];
  const firstWith = new Map<string, string>();
  const loaded = await load(dir, wanted, firstWith);
  const outcomes = await outcomesOf(loaded, firstWith, read, 0);
  const sources = withoutQuotedCopies(outcomes.flatMap(({ source }) => source ?? [])).map((source, index) => ({
    id: `s${index + 1}`,
    ...source,
  }));
  return {
    facts: factsOf(dir, deal),
    sources,
    refused: outcomes.flatMap(({ refused }) => refused ?? []),
    notices: [...notices, ...outcomes.flatMap((outcome) => outcome.notices)],
  };
}

/** The bytes of each file, or why there are none; of two with the same bytes the first counts. */
async function load(dir: string, wanted: Wanted[], firstWith: Map<string, string>): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  for (const file of wanted) {
    const bytes = await bytesInside(dir, file.path).catch(refusal);
    loaded.push(withTwin(file, bytes, firstWith));
  }
  return loaded;
}

function withTwin(file: Wanted, bytes: Uint8Array | ReadRefusal, firstWith: Map<string, string>): Loaded {
  const sha256 = bytes instanceof ReadRefusal ? '' : sha256Hex(bytes);
  const twin = firstWith.get(sha256);
  if (sha256 && twin === undefined) firstWith.set(sha256, file.path);
  return { file, bytes, sha256, twin };
}

/** What became of each file, and behind each mail what became of the files attached to it: `mail.eml/offer.pdf`. */
async function outcomesOf(
  loaded: Loaded[],
  firstWith: Map<string, string>,
  read: ReadFile,
  depth: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let index = 0; index < loaded.length; index += AT_ONCE) {
    const some = loaded.slice(index, index + AT_ONCE);
    for (const outcome of await Promise.all(some.map((file) => outcomeOf(file, read)))) {
      outcomes.push(outcome);
      const files = (depth < DEEPEST ? outcome.attached : undefined) ?? [];
      const attached = files.map(({ path, bytes }) => withTwin({ path }, bytes, firstWith));
      outcomes.push(...(await outcomesOf(attached, firstWith, read, depth + 1)));
    }
  }
  return outcomes;
}

async function outcomeOf({ file, bytes, sha256, twin }: Loaded, read: ReadFile): Promise<Outcome> {
  const { path } = file;
  if (twin !== undefined) return { notices: [`${path} has the same content as ${twin}, so I count them as one.`] };
  const result = bytes instanceof ReadRefusal ? bytes : await read(bytes, path).catch(refusal);
  if (bytes instanceof ReadRefusal || result instanceof ReadRefusal) {
    const { code, message } = result instanceof ReadRefusal ? result : refusal(bytes);
    return { notices: [], refused: { path, code, message } };
  }
  const told = file.kind
    ? { kind: file.kind, signed: file.signed ?? false, notices: [] }
    : guessed(path, result.passages);
  const source = {
    name: path,
    kind: told.kind,
    kindGuessed: file.kind === undefined,
    signed: told.signed,
    sha256,
    size: bytes.length,
    passages: result.passages,
  };
  const attachments = result.attachments ?? [];
  // The folder reads what the mail's own reader could only name.
  const unread = new Set(notRead(attachments));
  const warnings = result.warnings.filter((warning) => !unread.has(warning)).map((warning) => `${path}: ${warning}`);
  const attached = named(attachments.map(({ name, bytes: held }) => ({ path: `${path}/${name}`, bytes: held })));
  return { source, notices: [...warnings, ...told.notices], attached };
}

/** Two attachments of one name are told apart: `mail.eml/offer.pdf`, `mail.eml/2 offer.pdf`. */
function named<File extends { path: string }>(files: File[]): File[] {
  const times = new Map<string, number>();
  return files.map((file) => {
    const time = (times.get(file.path) ?? 0) + 1;
    times.set(file.path, time);
    return time === 1 ? file : { ...file, path: file.path.replace(/[^/]*$/u, (name) => `${time} ${name}`) };
  });
}

/** A guessed contract counts as signed unless it says draft: else every promise would look uncovered. The notice says so. */
function guessed(path: string, passages: Source['passages']) {
  const { kind, sure } = guessKind(path, passages);
  const opening = passages.slice(0, 5).map(({ text }) => text);
  const draft = [path, ...opening].some((text) =>
    /\b(?:draft|unsigned|redlines?|entwurf|not (?:yet )?signed)\b/iu.test(text),
  );
  const signed = SIGNED_KINDS.includes(kind) && !draft;
  return {
    kind,
    signed,
    notices: [
      `I took ${path} for ${kind.replaceAll('_', ' ')}${signed ? ', signed' : ''}${sure ? '' : ', but I am not sure'}.`,
    ],
  };
}

function unlisted(present: string[], wanted: Wanted[]): string[] {
  const names = present.filter((path) => path !== 'deal.json' && !wanted.some((file) => file.path === path));
  return names.length > 0
    ? [`deal.json does not list ${names.join(', ')}, so I did not read ${names.length === 1 ? 'it' : 'them'}.`]
    : [];
}

function refusal(error: unknown): ReadRefusal {
  if (error instanceof ReadRefusal) return error;
  throw error;
}

function factsOf(dir: string, deal: DealFile | undefined): DealFacts {
  if (deal) {
    const { files: _files, ...facts } = deal;
    return facts;
  }
  return unknownDeal(basename(resolve(dir)));
}
