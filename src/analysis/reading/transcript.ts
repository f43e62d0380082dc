import type { Draft } from './draft.ts';
import { isSpeakerName } from './speaker-name.ts';

const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
/** `[00:00:05] Name: text`, `00:05 Name: text`, `Name (00:05): text`, `**Name:** text`, `Name: text`. */
const TURN = new RegExp(
  String.raw`^\s*(?:[[(]?(?<before>${TIME})[\])]?\s*[-–—|]?\s*)?(?:\*\*|__)?(?<name>[@\p{L}][^:\n]{0,89}?)(?:\*\*|__)?(?:\s+[[(]?(?<after>${TIME})[\])]?)?\s*:(?:\*\*|__)?(?:\s+(?<said>.*))?$`,
  'u',
);
/** `Name  00:01` or `00:01  Name` alone on a line, the words below. */
const HEAD = new RegExp(
  String.raw`^\s*(?:(?<name>[\p{L}][^:\n]{0,60}?)(?:\s{2,}|\t|\s*[|,·-]\s*|\s+(?=[[(]))[[(]?(?<time>${TIME})[\])]?|[[(]?(?<first>${TIME})[\])]?\s+(?<second>[\p{L}][^:\n]{0,60}))\s*$`,
  'u',
);

type Turn = { name: string; time: string | undefined; said: string };

/** The turns of a transcript, or undefined where the text is none. Lines before the first turn have no speaker. */
export function readTranscript(text: string): Draft[] | undefined {
  const lines = text.split(/\r\n|[\n\r]/u);
  const turns = lines.map(turnOf);
  if (!isTranscript(lines, turns)) return undefined;
  const drafts: Draft[] = [];
  let open: { name: string; locator: string } | undefined;
  let joinable = false;
  let count = 0;
  lines.forEach((line, index) => {
    const turn = turns[index];
    const plain = line.trim();
    if (turn) {
      count += 1;
      open = { name: turn.name, locator: turn.time ?? `turn ${count}` };
      joinable = turn.said !== '';
      if (joinable) drafts.push({ text: turn.said, locator: open.locator, speaker: open.name });
    } else if (!/[\p{L}\p{N}\p{S}]/u.test(plain)) {
      if (/^(?:-{3,}|\*{3,}|_{3,})$/u.test(plain)) open = undefined;
      joinable = false;
    } else {
      const last = drafts.at(-1);
      if (/^#{1,6}\s/u.test(plain)) open = undefined;
      if (joinable && open && last) last.text += ` ${plain}`;
      else if (open) drafts.push({ text: plain, locator: open.locator, speaker: open.name });
      else drafts.push({ text: plain.replace(/^(?:#{1,6}|[-*•])\s+/u, ''), locator: `line ${index + 1}` });
      joinable = open !== undefined;
    }
  });
  return drafts;
}

function turnOf(line: string): Turn | undefined {
  const turn = TURN.exec(line)?.groups;
  const name = turn?.name?.replace(/^[*_]+|[*_]+$/gu, '').trim() ?? '';
  if (turn && isSpeakerName(name)) return { name, time: turn.before ?? turn.after, said: turn.said?.trim() ?? '' };
  const head = HEAD.exec(line)?.groups;
  const alone = (head?.name ?? head?.second ?? '').trim();
  return head && isSpeakerName(alone) ? { name: alone, time: head.time ?? head.first, said: '' } : undefined;
}

/** Times settle it; without them the same few names must come back, or `Fee: 4,000` lists would be conversations. */
function isTranscript(lines: string[], turns: (Turn | undefined)[]): boolean {
  const found = turns.filter((turn) => turn !== undefined);
  const filled = lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
  const timed = found.filter((turn) => turn.time !== undefined).length;
  if (timed >= 2 && timed >= filled * 0.3) return true;
  const times = new Map<string, number>();
  for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1);
  const returning = found.filter(({ name }) => (times.get(name) ?? 0) > 1).length;
  return found.length >= 4 && found.length >= filled * 0.4 && returning >= found.length * 0.7;
}
