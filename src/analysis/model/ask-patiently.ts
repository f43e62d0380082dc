import type { ModelClient, Reply } from './client.ts';
import { ModelFailure, type ModelFailureCode } from './model-failure.ts';
import type { Prompt } from './prompt.ts';

export type Patience = {
  /** Attempts at one question. */
  tries: number;
  /** The longest that is waited between two, in milliseconds; a service that asks for more is left alone. */
  longestWaitMs: number;
  sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 to 1, so that several Batons do not come back at once. */
  random: () => number;
};

const PASSING: ReadonlySet<ModelFailureCode> = new Set(['timeout', 'unreachable', 'rate_limited', 'server_error']);

/**
 * Asks again where the trouble may pass, after what `Retry-After` says or 1, 2, 4 … seconds and a part of one. `onFailed` hears of
 * each attempt. Throws `ModelFailure`.
 */
export async function askPatiently(
  client: ModelClient,
  prompt: Prompt,
  schema: Record<string, unknown>,
  { tries, longestWaitMs, sleep, random }: Patience,
  onFailed: (failure: ModelFailure) => void,
): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.ask(prompt, schema);
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      onFailed(error);
      if (!PASSING.has(error.code) || attempt >= tries) throw error;
      const wait = error.retryAfterMs ?? (2 ** (attempt - 1) + random()) * 1_000;
      if (wait > longestWaitMs) throw error;
      await sleep(wait);
    }
  }
}
