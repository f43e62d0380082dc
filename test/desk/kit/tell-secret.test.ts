import { expect, it } from 'vitest';
import type { Desk } from '../../../src/desk/kit/desk.ts';
import { tellSecret } from '../../../src/desk/kit/tell-secret.ts';
import { createWebClient } from '../../../src/platform/slack/index.ts';
import { deliveries, run } from '../../../src/platform/store/index.ts';
import { serve } from '../../platform/http-server.ts';
import { RecordingLog } from '../../platform/recording-log.ts';
import { start, temporaryStore } from '../../platform/temporary.ts';

const aDesk = async (answers: Record<string, object> = {}) => {
  const asked: { method: string; args: URLSearchParams }[] = [];
  const origin = await serve(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const method = (request.url ?? '').replace('/api/', '');
    asked.push({ method, args: new URLSearchParams(Buffer.concat(parts).toString()) });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...answers[method] }));
  });
  const store = temporaryStore();
  const log = new RecordingLog();
  const desk = { store, log, slack: createWebClient('xoxb-1', { url: `${origin}/api/`, log }) } as unknown as Desk; // all that it uses
  return { desk, store, log, asked };
};

it('a removed password is told to its author alone, in the handoff’s channel', async () => {
  const { desk, store, asked } = await aDesk();
  const receipt = { handoffId: 'h1', remote: { channel: 'C1' }, contentHash: null, at: start };
  await store.inTx((tx) => run(tx.insert(deliveries).values({ key: 'channel:h1', ...receipt })));

  await tellSecret(desk, 'U1', 'h1');

  expect(asked.map(({ method, args }) => [method, args.get('channel'), args.get('user')])).toEqual([
    ['chat.postEphemeral', 'C1', 'U1'],
  ]);
  expect(asked[0]?.args.get('text')).toContain('I removed what looked like a password');
});

it('and in the DM while there is no channel', async () => {
  const { desk, asked } = await aDesk({ 'conversations.open': { channel: { id: 'D1' } } });

  await tellSecret(desk, 'U1', 'h1');

  expect(asked.map(({ method }) => method)).toEqual(['conversations.open', 'chat.postMessage']);
  expect(asked[1]?.args.get('channel')).toBe('D1');
});

it('and when Slack refuses the word, that is logged and nothing more', async () => {
  const { desk, log } = await aDesk({ 'conversations.open': { ok: false, error: 'cannot_dm_bot' } });

  await tellSecret(desk, 'U1', 'h1');

  expect(log.of('warn')).toEqual(['A private word about a removed password could not be said.']);
});
