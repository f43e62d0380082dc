import type { Usage } from './budget.ts';
import type { Prompt } from './prompt.ts';

/** What came back, before anybody believed it. `usage` is null where the service does not count. */
export type Reply = { content: string; refusal: boolean; complete: boolean; usage: Usage | null };

/** One question to a language model. Throws `ModelFailure`. */
export interface ModelClient {
  /** Service and model, for the record and the cache. */
  readonly name: string;
  /** The most tokens that an answer may have. */
  readonly maxOutput: number;
  ask(prompt: Prompt, schema: Record<string, unknown>): Promise<Reply>;
}
