import { z } from 'zod';

const Messages = z.array(z.looseObject({ text: z.unknown().optional() }));

/** A Slack thread's messages, one a line. */
export function threadViews(raw: string): string[] {
  try {
    return [
      Messages.parse(JSON.parse(raw))
        .map(({ text }) => String(text ?? ''))
        .join('\n'),
    ];
  } catch {
    return [];
  }
}

/** Captions with their speakers, without them, and with the lines of one turn joined. */
export function captionViews(raw: string): string[] {
  const lines = raw
    .split('\n')
    .filter((line) => line.trim() && !line.includes('-->') && !/^(?:\p{Nd}+|WEBVTT[^\n]*)$/u.test(line.trim()));
  const named = lines.map((line) => line.replace(/^<v ([^>]*)>([^\n]*?)(<\/v>)?$/u, '$1: $2'));
  const merged: string[] = [];
  let last: string | undefined;
  for (const line of named) {
    const [, name, text] = /^([^:]{1,40}): ([^\n]*)$/u.exec(line) ?? [undefined, undefined, line];
    if (name === last && merged.length > 0) merged.push(`${merged.pop()} ${text}`);
    else merged.push(line);
    last = name;
  }
  const bare = named.map((line) => line.replace(/^[^:]{1,40}: /u, ''));
  return [named, bare, merged].map((view) => view.join('\n'));
}

/** Text and Markdown without times, without speakers, without marks, without table bars. */
export function textViews(raw: string): string[] {
  const untimed = raw
    .replace(/(?<=^|\n)\[?\p{Nd}{1,2}:\p{Nd}\p{Nd}(?::\p{Nd}\p{Nd})?\]?[ \n]/gu, '')
    .replace(/ {2}\(\p{Nd}+'\p{Nd}\p{Nd}"\)(?=\n|$)/gu, '');
  return [
    untimed,
    untimed.replace(/(?<=^|\n)[^:\n]{1,40}: /gu, ''),
    raw.replace(/[*_`]|(?<=^|\n)#+ /gu, ''),
    raw.replace(/[*_`]/gu, '').replace(/\s*\|\s*/gu, ' '),
  ];
}
