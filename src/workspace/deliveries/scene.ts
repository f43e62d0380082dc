import { SlackError } from '../slack-error.ts';
import type { World } from '../state/world.ts';
import type { Courier } from './courier.ts';
import type { Answer } from './transport.ts';

export interface Scene {
  world: World;
  courier: Courier;
}

/** The app's answer, or the refusal a person sees when there was none in time. */
export function acknowledged(answer: Answer): unknown {
  if (answer.status === 'acked') return answer.body;
  const timedOut = answer.reason === 'http_timeout';
  throw new SlackError(timedOut ? 'app_timeout' : 'app_error', {
    message: timedOut ? 'The app did not respond in time.' : 'The app could not be reached or failed.',
  });
}

/** Runs what the app's answer asks for. What is wrong with that answer is the app's mistake, not the person's. */
export function obey<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SlackError) || error.code === 'app_error') throw error;
    const lines = Array.isArray(error.extra.errors) ? error.extra.errors.map(String) : [];
    throw new SlackError('app_error', { message: `The app answered with ${[error.code, ...lines].join('; ')}.` });
  }
}
