import type { PeopleMessage } from '../../people/shapes.ts';
import { dayLabel } from '../mrkdwn/dates.ts';
import { nextMidnight } from '../mrkdwn/zone.ts';

const TOGETHER_S = 5 * 60;

export type Row =
  | { kind: 'opening'; key: string }
  | { kind: 'day'; key: string; label: string }
  | { kind: 'new'; key: string }
  /** Between a thread's first message and the answers. */
  | { kind: 'replies'; key: string; label: string }
  | { kind: 'message'; key: string; message: PeopleMessage; first: boolean };

interface Reader {
  tz: string;
  now: number;
  me: string;
  /** Messages of others after this ts are new; empty for no mark. */
  lastRead: string;
  /** There are older messages than these. */
  cut: boolean;
  inThread: boolean;
}

/**
 * Messages with day dividers, the "new" mark, and consecutive ones of one person drawn together. A cut stretch begins where a person or a day
 * begins: what stands before is shown once it is known how it begins, so that nothing that is on screen changes when older messages come.
 */
export function groupMessages(messages: PeopleMessage[], reader: Reader): Row[] {
  const rows: Row[] = reader.cut || reader.inThread ? [] : [{ kind: 'opening', key: 'opening' }];
  let dayEnds = Number.NEGATIVE_INFINITY;
  let marked = reader.lastRead === '';
  let before: PeopleMessage | undefined;
  let begun = !reader.cut;
  for (const message of messages) {
    const ms = Number(message.ts) * 1000;
    const newDay = ms >= dayEnds;
    if (newDay) dayEnds = nextMidnight(ms, reader.tz);
    const isNew =
      !marked && message.user !== reader.me && !message.ephemeral && Number(message.ts) > Number(reader.lastRead);
    const first = newDay || isNew || !before || !together(before, message);
    begun ||= first && before !== undefined;
    before = message;
    if (!begun) continue;
    if (newDay) rows.push({ kind: 'day', key: `day-${message.ts}`, label: dayLabel(ms, reader.tz, reader.now) });
    if (isNew) rows.push({ kind: 'new', key: 'new' });
    marked ||= isNew;
    rows.push({ kind: 'message', key: message.ts, message, first: first || rows.at(-1)?.kind === 'replies' });
    if (reader.inThread && rows.length === 2 && messages.length > 1) rows.push(repliesRow(messages.length - 1));
  }
  return begun ? rows : groupMessages(messages, { ...reader, cut: false }).slice(1);
}

const repliesRow = (count: number): Row => ({
  kind: 'replies',
  key: 'replies',
  label: count === 1 ? '1 reply' : `${count} replies`,
});

const together = (a: PeopleMessage, b: PeopleMessage): boolean =>
  a.user === b.user &&
  a.username === b.username &&
  !a.ephemeral === !b.ephemeral &&
  !b.subtype &&
  Number(b.ts) - Number(a.ts) < TOGETHER_S &&
  !a.reply_count;
