import type { Inline, Line, Mark } from '../../handoff/packet/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import { canvasText, mrkdwn } from '../../platform/slack/index.ts';
import { address } from '../kit/address.ts';

/** How source marks look: `names` is the short name of a source (`S3`), `links` where a person opens it. By source id. */
export interface Marks {
  links: Readonly<Record<string, string | null>>;
  names: Readonly<Record<string, string>>;
}

export const marksOf = (handoff: Handoff): Marks => ({
  links: Object.fromEntries(handoff.sources.map((one) => [one.id, one.link])),
  names: Object.fromEntries(handoff.sources.map((one, at) => [one.id, `S${at + 1}`])),
});

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-12-14` reads as `14 Dec 2026`; a date inside a name, a number or an address stays as it is. */
const readable = (text: string): string =>
  text.replace(
    /(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\w/-]|\.\w)/g,
    (whole, year: string, month: string, date: string) =>
      months[Number(month) - 1] && Number(date) >= 1 && Number(date) <= 31
        ? `${Number(date)} ${months[Number(month) - 1]} ${year}`
        : whole,
  );

const label = ({ source, locator }: Mark, { names }: Marks): string =>
  [names[source] ?? source, readable(locator)].filter(Boolean).join(' · ');

const isSlackUser = (user: string): boolean => /^[UW][A-Z0-9_]+$/.test(user);

/** Escaping trims; the spaces between the pieces of a line are kept here. */
const spaced = (text: string, inert: (part: string) => string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${inert(text.trim())}${/\S\s+$/.test(text) ? ' ' : ''}`;

const joined = (line: Line, piece: (inline: Inline) => string): string =>
  line.map(piece).join('').replace(/ {2,}/g, ' ').trim();

/** A line as canvas Markdown, on one line, with nothing from outside that a canvas would act upon. */
export const canvasLine = (line: Line, marks: Marks): string =>
  joined(line, (inline) => {
    if (typeof inline === 'string') return spaced(readable(inline), canvasText);
    if ('user' in inline) return isSlackUser(inline.user) ? `![](@${inline.user})` : canvasText(inline.user);
    const link = address(marks.links[inline.mark.source]);
    const text = canvasText(label(inline.mark, marks));
    return link ? `[${text}](${link})` : `(${text})`;
  }).replace(/!(?=\[[^\]])/g, '！'); // an exclamation mark before a link would make it an image

/** The same line as Slack mrkdwn. */
export const mrkdwnLine = (line: Line, marks: Marks): string =>
  joined(line, (inline) => {
    if (typeof inline === 'string') return spaced(readable(inline), mrkdwn);
    if ('user' in inline) return isSlackUser(inline.user) ? `<@${inline.user}>` : mrkdwn(inline.user);
    const link = address(marks.links[inline.mark.source]);
    const text = mrkdwn(label(inline.mark, marks)).replaceAll('|', '∣');
    return link ? `<${link.replaceAll('&', '&amp;')}|${text}>` : `(${text})`;
  });
