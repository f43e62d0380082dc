// Endings that look like a domain's and are file names in practice; Slack links none of them.
const fileEnding = /\.(?:pdf|docx?|xlsx?|pptx?|eml|mbox|vtt|srt|csv|tsv|txt|json|png|jpe?g|gif|html?)$/i;
const isFileName = (found: string): boolean => fileEnding.test(found) && !/[/:?#]/.test(found);
// Every repetition is bounded: hostile text must not make this slow.
const address = /\b(?:mailto|tel|slack):[^\s|]+|(?:[\p{L}\p{N}_-]{1,63}\.){1,10}\p{L}{2,63}(?:[/:?#][^\s|]*)?/giu;

/**
 * Look-alikes take the place of what Slack would turn into a link, a broadcast or an emoji, in messages and canvases alike:
 * `://` and the dots of addresses, `@here`, `:name:`. Escaping alone does not help, because Slack links plain text too.
 */
export const defuse = (text: string): string =>
  text
    .replaceAll('://', ':⁄⁄')
    .replace(address, (found) => (isFileName(found) ? found : found.replaceAll('.', '․')))
    .replace(/\b(mailto|tel|slack):/gi, '$1∶')
    .replace(/@(?=(?:here|channel|everyone|group)\b)/gi, '＠')
    .replace(/:(?=[a-z_+-][a-z0-9_+'-]{0,99}:)/gi, '∶');
