import { maskSecrets } from '../../analysis/reading/mask-secrets.ts';

/** What a person typed at Baton, as words: without the mention of Baton, without Slack's marks, without secrets. */
export const plainText = (text: string, botUser: string): string =>
  maskSecrets(
    text
      .replaceAll(`<@${botUser}>`, ' ')
      .replace(/<[^<>|]*\|([^<>]*)>/g, '$1')
      .replace(/<([^<>]*)>/g, '$1')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
      .trim(),
  ).text;
