import type { PeopleMessage } from '../../people/protocol.ts';
import { dayLabel } from '../mrkdwn/dates.ts';

const TOGETHER_S = 5 * 60;

export type Row =
  | { kind: 'day'; key: string; label: string }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; message: PeopleMessage; first: boolean };

interface Reader {
  tz: string;
  now: number;
  me: string;
  /** Messages of others after this ts are new; empty for no mark. */
  lastRead: string;
}

/** Messages with day dividers, the "new" mark, and consecutive ones of one person drawn together. */
export function groupMessages(messages: PeopleMessage[], reader: Reader): Row[] {
  const rows: Row[] = [];
  let day = '';
  let marked = reader.lastRead === '';
  let before: PeopleMessage | undefined;
  for (const message of messages) {
    const label = dayLabel(Number(message.ts) * 1000, reader.tz, reader.now);
    if (label !== day) rows.push({ kind: 'day', key: `day-${label}`, label });
    const isNew =
      !marked && message.user !== reader.me && !message.ephemeral && Number(message.ts) > Number(reader.lastRead);
    if (isNew) {
      rows.push({ kind: 'new', key: 'new' });
      marked = true;
    }
    const first = label !== day || isNew || !before || !together(before, message);
    rows.push({ kind: 'message', key: message.ts, message, first });
    day = label;
    before = message;
  }
  return rows;
}

const together = (a: PeopleMessage, b: PeopleMessage): boolean =>
  a.user === b.user &&
  !a.ephemeral === !b.ephemeral &&
  !b.subtype &&
  Number(b.ts) - Number(a.ts) < TOGETHER_S &&
  !a.reply_count;
