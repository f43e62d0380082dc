import { obj } from '../blocks/read-json.ts';

/** Field errors of a submit's answer, by block_id; empty when the app accepted. */
export function errorsIn(answer: Record<string, unknown>): Record<string, string> {
  const response = obj(answer.response);
  if (response.response_action !== 'errors') return {};
  return Object.fromEntries(Object.entries(obj(response.errors)).map(([block, message]) => [block, String(message)]));
}
