import { PeopleError } from './api.ts';

/** What a person reads when something did not work. */
export function refusalWords(error: unknown): string {
  if (!(error instanceof PeopleError)) return 'The workspace cannot be reached.';
  const { code, message } = error;
  if (code === 'app_timeout') return 'The app did not answer in time.';
  // The server's plain repetition of the code says less than a sentence does.
  if (code === 'app_error' && message === 'app error') return 'The app could not do this.';
  const words = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
