import { ModelAnswer } from './answer.ts';
import type { Reply } from './client.ts';
import { ModelFailure } from './model-failure.ts';

/**
 * The answer in a reply. Throws `ModelFailure` for a refusal, an answer that was cut off, and anything but one JSON object of
 * the schema: what is half understood is not used.
 */
export function readReply({ content, refusal, complete }: Reply): ModelAnswer {
  if (refusal) throw new ModelFailure('refused');
  if (!complete) throw new ModelFailure('truncated');
  const answer = parseAnswer(content);
  if (!answer) throw new ModelFailure('malformed');
  return answer;
}

/** Undefined for anything that is not exactly the schema. */
export function parseAnswer(content: string): ModelAnswer | undefined {
  try {
    return ModelAnswer.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}
