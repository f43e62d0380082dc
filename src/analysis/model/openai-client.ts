import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { ModelClient, Reply } from './client.ts';
import { ModelFailure } from './model-failure.ts';

export type Service = { apiKey: string; baseUrl: string; model: string; timeoutMs?: number; maxOutput?: number };

/** More than an answer of `maxOutput` tokens in any script. Bytes. */
const MOST_BYTES = 1_000_000;

/** A model behind any service that speaks OpenAI's chat completions with structured output. It is given no tools. */
export function openaiClient({ apiKey, baseUrl, model, timeoutMs = 90_000, maxOutput = 8_000 }: Service): ModelClient {
  const sdk = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    // said here, or the SDK takes them from the environment
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    // its debug log prints requests, which hold what customers said
    logLevel: 'off',
    timeout: timeoutMs,
    maxRetries: 0,
    fetch: fetchWithin(MOST_BYTES, timeoutMs),
  });
  return {
    name: `${new URL(baseUrl).host} ${model}`,
    maxOutput,
    async ask({ system, user }, schema) {
      try {
        const completion = await sdk.chat.completions.create({
          model,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          max_completion_tokens: maxOutput,
          response_format: { type: 'json_schema', json_schema: { name: 'findings', strict: true, schema } },
        });
        return replyOf(completion);
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

/** `unknown`, since a service that is only compatible may leave out what the types promise. */
function replyOf(completion: unknown): Reply {
  const { choices, usage } = loose(completion);
  const choice = loose(Array.isArray(choices) ? choices[0] : undefined);
  const { content, refusal } = loose(choice.message);
  const { prompt_tokens: input, completion_tokens: output } = loose(usage);
  const refused = (typeof refusal === 'string' && refusal !== '') || choice.finish_reason === 'content_filter';
  return {
    content: typeof content === 'string' ? content : '',
    refusal: refused,
    complete: choice.finish_reason !== 'length',
    usage: isCount(input) && isCount(output) ? { input, output } : null,
  };
}

const loose = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function failureOf(error: unknown): ModelFailure {
  const cause = error instanceof Error ? error.cause : undefined;
  for (const one of [error, cause]) if (one instanceof ModelFailure) return one;
  if (error instanceof APIConnectionTimeoutError) return new ModelFailure('timeout');
  if (error instanceof APIConnectionError) return new ModelFailure(timedOut(cause) ? 'timeout' : 'unreachable');
  if (error instanceof APIError) {
    const { status } = error;
    const retryAfterMs = retryAfter(error.headers);
    if (status === 401 || status === 403) return new ModelFailure('unauthorised', { status });
    if (status === 429) return new ModelFailure('rate_limited', { status, retryAfterMs });
    if (status === 408 || (status !== undefined && status >= 500))
      return new ModelFailure('server_error', { status, retryAfterMs });
    return new ModelFailure('rejected', { status });
  }
  if (timedOut(error)) return new ModelFailure('timeout');
  // a body that is no JSON, or a connection that broke within it
  return new ModelFailure(error instanceof SyntaxError ? 'malformed' : 'unreachable');
}

const timedOut = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** Seconds, or a date (RFC 9110 §10.2.3) that is held against the service's own clock. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.parse(headers?.get('date') ?? '') : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/**
 * `fetch` that follows no redirect (it would carry the deal's text to another host), gives up on a body that grows past `most`
 * bytes, and holds the time limit for the body of an error too, which the SDK reads without one.
 */
const fetchWithin =
  (most: number, timeoutMs: number): typeof fetch =>
  async (url, init) => {
    const signals = [AbortSignal.timeout(timeoutMs), ...(init?.signal ? [init.signal] : [])];
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.any(signals) });
    let size = 0;
    const limited = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(bytes, controller) {
          size += bytes.length;
          if (size > most) controller.error(new ModelFailure('too_long'));
          else controller.enqueue(bytes);
        },
      }),
    );
    return new Response(limited ?? null, response);
  };
