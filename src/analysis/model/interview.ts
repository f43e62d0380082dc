import type { DealFacts } from '../../handoff/source.ts';
import { answerSchema, type ModelAnswer } from './answer.ts';
import { askPatiently, type Patience } from './ask-patiently.ts';
import { estimateTokens, type Purse, type Usage } from './budget.ts';
import type { AnswerCache } from './cache.ts';
import type { Chunk } from './chunks.ts';
import type { ModelClient } from './client.ts';
import { type Heard, heardFrom } from './heard.ts';
import { ModelFailure, type ModelFailureCode } from './model-failure.ts';
import { PROMPT_VERSION, promptFor } from './prompt.ts';
import { parseAnswer, readReply } from './read-reply.ts';

/** Why a part was not asked about or not answered. */
export type Missed = ModelFailureCode | 'budget' | 'deadline' | 'uncounted';
export type Interview = { heard: Heard[]; parts: number; missed: { why: Missed; parts: number }[] };

export type Interviewing = {
  client: ModelClient;
  cache: AnswerCache;
  /** Undefined where nobody knows what was spent before: then nothing is spent. */
  purse: Purse | undefined;
  patience: Patience;
  /** Called after each paid call with all that was spent so far. */
  book: (spent: Usage) => Promise<void>;
  /** Milliseconds since some moment, never going back. */
  elapsed: () => number;
  /** No question is put later than this after the first. Milliseconds. */
  deadlineMs: number;
  /** Questions under way at a time. */
  lanes: number;
  onFailure: (failure: ModelFailure) => void;
};

/** What goes wrong for one question will go wrong for the next. */
const HOPELESS: ReadonlySet<Missed> = new Set([
  'unauthorised',
  'unreachable',
  'rate_limited',
  'timeout',
  'rejected',
  'server_error',
  'uncounted',
]);
const FORMAT_TOKENS = 50;

/** Asks about every chunk that is not in the cache, until the budget, the time or the service's patience ends. Never throws `ModelFailure`. */
export async function interview(chunks: Iterable<Chunk>, deal: DealFacts, means: Interviewing): Promise<Interview> {
  const heard: (Heard | undefined)[] = [];
  const missed = new Map<Missed, number>();
  const miss = (why: Missed) => missed.set(why, (missed.get(why) ?? 0) + 1);
  const started = means.elapsed();
  const waiting = chunks[Symbol.iterator]();
  let stopped: Missed | undefined = means.purse ? undefined : 'uncounted';
  const work = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const place = heard.push(undefined) - 1;
      const late = means.elapsed() - started > means.deadlineMs;
      const before = means.purse?.spent;
      const result = await askAbout(next.value, deal, means, stopped ?? (late ? 'deadline' : undefined));
      if (typeof result !== 'string') heard[place] = heardFrom(next.value, result);
      else {
        miss(result);
        if (HOPELESS.has(result)) stopped = result;
      }
      const after = means.purse?.spent;
      if (after && after !== before)
        await means.book(after).catch(() => {
          stopped = 'uncounted';
        });
    }
  };
  await Promise.all(Array.from({ length: means.lanes }, work));
  return {
    heard: heard.filter((one) => one !== undefined),
    parts: heard.length,
    missed: [...missed].map(([why, parts]) => ({ why, parts })),
  };
}

/** The answer, from the cache or, unless `barred`, from the model; else why there is none. */
async function askAbout(
  chunk: Chunk,
  deal: DealFacts,
  means: Interviewing,
  barred: Missed | undefined,
): Promise<ModelAnswer | Missed> {
  const { client, cache, purse } = means;
  const prompt = promptFor(chunk, deal);
  const schema = answerSchema();
  const question = JSON.stringify([PROMPT_VERSION, client.name, prompt, schema]);
  const cached = await cache.get(question);
  const known = cached === undefined ? undefined : parseAnswer(cached);
  if (known) return known;
  if (barred || !purse) return barred ?? 'uncounted';
  const input = estimateTokens(prompt.system + prompt.user + JSON.stringify(schema)) + FORMAT_TOKENS;
  const most = { input: input * means.patience.tries, output: client.maxOutput };
  if (!purse.reserve(most)) return 'budget';
  // an answer that never came may have been read for all that
  const used: Usage = { input: 0, output: 0 };
  const spend = (more: Usage) => {
    used.input += more.input;
    used.output += more.output;
  };
  const onFailed = (failure: ModelFailure) => {
    means.onFailure(failure);
    if (!FREE.has(failure.code)) spend({ input, output: 0 });
  };
  try {
    const reply = await askPatiently(client, prompt, schema, means.patience, onFailed);
    spend(reply.usage ?? { input, output: estimateTokens(reply.content) });
    const answer = readReply(reply);
    // a full disk costs the next analysis a question, not this one its answer
    await cache.put(question, reply.content).catch(() => undefined);
    return answer;
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    if (NOT_USABLE.has(error.code)) means.onFailure(error);
    return error.code;
  } finally {
    purse.settle(most, used);
  }
}

/** Said of a reply that came. */
const NOT_USABLE: ReadonlySet<ModelFailureCode> = new Set(['refused', 'truncated', 'malformed']);
/** Turned away before anything was read. */
const FREE: ReadonlySet<ModelFailureCode> = new Set(['unauthorised', 'unreachable', 'rate_limited', 'rejected']);
