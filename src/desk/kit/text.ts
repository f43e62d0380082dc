import { stripInvisible, truncate } from '../../platform/slack/index.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon 14 Dec`, with the year when it is not that of `today`. Dates are `YYYY-MM-DD`. */
export const day = (date: string, today: string): string => {
  const at = new Date(`${date}T00:00:00Z`);
  const short = `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]}`;
  return date.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${date.slice(0, 4)}`;
};

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** An instant in the reader's own zone. */
export const moment = (iso: string): string =>
  `<!date^${Math.floor(Date.parse(iso) / 1000)}^{date_short_pretty} {time}|${iso.slice(0, 16).replace('T', ' ')} UTC>`;

export const mention = (user: string): string => `<@${user}>`;

export const listOf = (parts: readonly string[], word = 'and'): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;

/** Ten steps; the number stands beside it, so that the bar is never the only carrier. */
export const bar = (percent: number): string => {
  const full = Math.floor(percent / 10);
  return `${'█'.repeat(full)}${'░'.repeat(10 - full)}`;
};

/** Outside text on one line of at most `max` UTF-16 units, cut at a word, with … when something was cut. Escape it afterwards. */
export const excerpt = (text: string, max: number): string => {
  const line = stripInvisible(text).replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = truncate(line, max);
  const word = cut.lastIndexOf(' ');
  return word > max / 2 ? `${cut.slice(0, word).replace(/[\s,;:–-]+$/, '')}…` : cut;
};
