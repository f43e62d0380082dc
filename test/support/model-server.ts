import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { Material, nothing } from './model-material.ts';

const Request = z.object({
  model: z.string(),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
  max_completion_tokens: z.number(),
  response_format: z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({ name: z.string(), strict: z.literal(true), schema: z.record(z.string(), z.unknown()) }),
  }),
});

export type Received = {
  body: string;
  headers: IncomingMessage['headers'];
  path: string;
  request: z.infer<typeof Request>;
  material: Material;
};
/** Answers one question, in whatever way; `say` answers as the protocol has it. */
export type Behaviour = (received: Received, respond: ServerResponse) => void;

type Completion = {
  finish?: string;
  refusal?: string;
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
  extra?: object;
};

/** A chat completion with this content. */
export function say(
  respond: ServerResponse,
  content: unknown,
  { finish = 'stop', refusal, usage, extra }: Completion = {},
): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  respond.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: 'fake',
      choices: [
        {
          index: 0,
          finish_reason: finish,
          message: {
            role: 'assistant',
            content: refusal === undefined ? text : null,
            refusal: refusal ?? null,
            ...extra,
          },
        },
      ],
      ...(usage === null ? {} : { usage: usage ?? { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 } }),
    }),
  );
}

export const fail =
  (
    status: number,
    headers: Record<string, string> = {},
    body: object = { error: { message: 'no', type: 'x' } },
  ): Behaviour =>
  (_, respond) =>
    void respond.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** A language model's HTTP edge on a free loopback port: it refuses what the protocol does not allow, and keeps every request. */
export async function modelServer(behaviour: Behaviour) {
  const received: Received[] = [];
  const state = { behaviour };
  const server = createServer(async (request, respond) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const parsed = Request.safeParse(JSON.parse(body || 'null'));
    if (request.url !== '/v1/chat/completions' || request.method !== 'POST' || !parsed.success)
      return fail(400)({ body, headers: request.headers, path: request.url ?? '' } as Received, respond); // fail looks at none of it
    const material = Material.parse(JSON.parse(parsed.data.messages[1].content));
    const one = { body, headers: request.headers, path: request.url, request: parsed.data, material };
    received.push(one);
    state.behaviour(one, respond);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  // SAFETY: the address of a server that listens on TCP is an object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    close,
    become: (next: Behaviour) => {
      state.behaviour = next;
    },
  };
}

const PROMISES = /\b(?:we'll|i'll|we will|no charge|free of charge|count on)\b/i;

/** Reads honestly by one small rule: a vendor's sentence with a promising word is a promise, and what the rules found is right. */
export const honest: Behaviour = ({ material }, respond) => {
  const vendors = new Set(material.deal.people.filter(({ side }) => side === 'vendor').map(({ name }) => name));
  const commitments = material.source.signed
    ? []
    : material.passages
        .filter(({ text, speaker }) => PROMISES.test(text) && (speaker === undefined || vendors.has(speaker)))
        .map(({ id, text }) => ({
          evidence: [{ passage: id, quote: text }],
          kind: 'support',
          strength: 'explicit',
          verdict: 'not_covered',
          clause: null,
        }));
  const candidates = material.candidates.map(({ id, kind, verdict }) => ({
    candidate: id,
    promise: true,
    kind,
    verdict,
    clause: null,
  }));
  say(respond, { ...nothing, candidates, commitments });
};
