import * as mediaCaptions from 'media-captions';
import type { Draft, Draughts } from './draft.ts';
import { decodeEntities } from './entities.ts';
import { ReadRefusal } from './read-refusal.ts';
import { isSpeakerName } from './speaker-name.ts';

// Its declarations import one another without file endings, which Node's module resolution does not follow.
const { parseText } = mediaCaptions as unknown as {
  parseText(
    text: string,
    options: { type: 'vtt' | 'srt' },
  ): Promise<{ cues: { startTime: number; endTime: number; text: string }[] }>;
};

type Cue = { start: number; end: number; speaker: string | undefined; text: string };

/** A VTT or SRT file: one passage per turn. Cues that cut a sentence of one speaker are joined under the first one's time. */
export async function readCaptions(text: string, format: 'vtt' | 'srt', fileName: string): Promise<Draughts> {
  if (format === 'vtt' && !/^\s*WEBVTT/u.test(text))
    throw new ReadRefusal(
      'malformed',
      fileName,
      'it does not begin with WEBVTT, as a caption file must',
      'Export the transcript again, or drop it as a text file.',
    );
  const parsed = await parseText(text.trimStart(), { type: format });
  const cues = parsed.cues.flatMap((cue) =>
    split(cue.text).map((part) => ({ ...part, start: cue.startTime, end: cue.endTime })),
  );
  if (cues.length === 0)
    throw new ReadRefusal(
      'malformed',
      fileName,
      'it holds no captions that I can find',
      'Export the transcript again, or drop it as a text file.',
    );
  const drafts: (Draft & { end: number })[] = [];
  for (const { start, end, speaker, text: said } of named(cues)) {
    const last = drafts.at(-1);
    const goesOn =
      last && !/[.!?…]["”’)]*$/u.test(last.text) && (speaker ?? last.speaker) === last.speaker && start - last.end < 5;
    if (goesOn) Object.assign(last, { text: `${last.text} ${said}`, end });
    else drafts.push({ text: said, locator: clock(start), end, ...(speaker && { speaker }) });
  }
  return { drafts: drafts.map(({ end: _end, ...draft }) => draft) };
}

/** The voices of one cue. A tag without a name is dropped, its words stay. */
function split(text: string): { speaker: string | undefined; text: string }[] {
  return text.split(/(?=<v[. >])/u).flatMap((part) => {
    const voice = /^<v(?:\.[^ >]*)?\s+([^>]*)>/u.exec(part)?.[1];
    const said = decodeEntities(part.replace(/<\/?[a-z0-9:.][^>]*>/giu, '')).trim();
    return said ? [{ speaker: voice && decodeEntities(voice).trim(), text: said }] : [];
  });
}

/** `Name: text` counts as a speaker where most cues have one or the name comes back; else it is part of what was said. */
function named(cues: Cue[]): Cue[] {
  const times = new Map<string, number>();
  const nameOf = (cue: Cue) => (cue.speaker ? undefined : /^(?:-\s*)?([^:\n]{1,60}):\s+(?=\S)/u.exec(cue.text)?.[1]);
  for (const cue of cues) {
    const name = nameOf(cue);
    if (name && isSpeakerName(name)) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const most = [...times.values()].reduce((sum, count) => sum + count, 0) > cues.length / 2;
  return cues.map((cue) => {
    const name = nameOf(cue);
    if (!name || !(most ? times.has(name) : (times.get(name) ?? 0) > 1)) return cue;
    return { ...cue, speaker: name, text: cue.text.slice(cue.text.indexOf(':') + 1).trim() };
  });
}

/** Seconds as `00:14:32`. */
function clock(seconds: number): string {
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`;
}
