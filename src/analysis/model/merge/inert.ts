// Not from its index, which brings Slack's client into the child process.
import { canvasText } from '../../../platform/slack/escape.ts';

/** The longest text of an item; its evidence keeps the whole quote. UTF-16 units. */
const LONGEST = 600;

/**
 * Words that go on record as an item's own text or name: one line in which nothing mentions, links, formats or hides, whoever
 * shows it and however. The quote beside it stays as the source has it and is escaped where it is shown.
 */
export const inert = (text: string): string => canvasText(text, LONGEST);
