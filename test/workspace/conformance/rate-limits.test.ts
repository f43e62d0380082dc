import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, describe, expect } from 'vitest';
import type { WorkspaceOptions } from '../../../src/workspace/server.ts';
import { createUploads } from '../../../src/workspace/state/uploads.ts';
import { methods } from '../../../src/workspace/web-api/methods.ts';
import { TIERS, tierOf } from '../../../src/workspace/web-api/rate-tiers.ts';
import { clientOf, person, started } from '../fixture.ts';
import { rule } from './rule.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A workspace whose real time stands still until it is moved. */
async function withHeldTime(options: Partial<WorkspaceOptions> = {}) {
  let real = Date.now();
  const workspace = await started({ wall: () => real, ...options });
  ends.push(() => workspace.close());
  return { workspace, pass: (seconds: number) => (real += seconds * 1000) };
}

const PAGE = 'docs.slack.dev/apis/web-api/rate-limits';

/** Seconds to wait when it was refused for the rate, null when it was not. */
async function waitFor(call: Promise<unknown>): Promise<number | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof Error && 'retryAfter' in error) return Number(error.retryAfter);
    throw error;
  }
}

async function howMany(call: () => Promise<unknown>, most: number): Promise<number> {
  for (let n = 0; n < most; n += 1) if ((await waitFor(call())) !== null) return n;
  return most;
}

describe('rate limits', () => {
  rule(
    'limit:tiers',
    'every method of the workspace has a tier',
    'docs.slack.dev/apis/web-api/rate-limits',
    async () => {
      const { workspace } = await withHeldTime();
      const names = Object.keys(methods(createUploads(workspace.world)));
      expect(names.filter((name) => !tierOf.has(name))).toEqual([]);
      expect(names.length).toBeGreaterThan(40);
    },
  );

  rule(
    'limit:tiers',
    'blocks.validate and oauth.v2.access have rates of their own, reactions.remove and conversations.close the second',
    'docs.slack.dev/reference/methods/blocks.validate',
    () => {
      expect([tierOf.get('blocks.validate'), tierOf.get('oauth.v2.access')]).toEqual(['special', 'special']);
      expect([tierOf.get('reactions.remove'), tierOf.get('conversations.close')]).toEqual([2, 2]);
    },
  );

  for (const [method, tier] of [
    ['users.list', 2],
    ['conversations.info', 3],
    ['users.info', 4],
  ] as const) {
    rule('limit:tiers', `${method} takes as many calls a minute as tier ${tier} says, then 429`, PAGE, async () => {
      const { workspace, pass } = await withHeldTime();
      const client = clientOf(workspace);
      const call = () => client.apiCall(method, { user: 'U0PRIYA', channel: 'C0HANDOFFS' });
      expect(await howMany(call, 200)).toBe(TIERS[tier]);
      pass(60);
      expect(await howMany(call, 200)).toBe(TIERS[tier]);
    });
  }

  rule(
    'limit:retry-after',
    'a 429 names the whole seconds after which the call goes through',
    'docs.slack.dev/apis/web-api/rate-limits',
    async () => {
      const { workspace, pass } = await withHeldTime();
      const call = () => clientOf(workspace).users.list({});
      await howMany(call, TIERS[2]);
      expect(await waitFor(call())).toBe(3);
      pass(2);
      expect(await waitFor(call())).toBe(1);
      pass(1);
      expect(await waitFor(call())).toBeNull();
      const answer = await fetch(`${workspace.url}/api/users.list`, {
        headers: { authorization: `Bearer ${workspace.bot_token}` },
      });
      expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
        429,
        '3',
        { ok: false, error: 'ratelimited' },
      ]);
    },
  );

  rule(
    'limit:tiers',
    'one method used up leaves the others alone',
    'docs.slack.dev/apis/web-api/rate-limits',
    async () => {
      const { workspace } = await withHeldTime();
      const client = clientOf(workspace);
      await howMany(() => client.users.list({}), 21);
      expect((await client.conversations.list({})).ok).toBe(true);
    },
  );

  rule(
    'limit:tiers',
    'a call that is not allowed at all uses nothing up',
    'docs.slack.dev/apis/web-api/rate-limits',
    async () => {
      const { workspace } = await withHeldTime();
      const stranger = new WebClient('xoxb-nobody', {
        slackApiUrl: `${workspace.url}/api/`,
        retryConfig: { retries: 0 },
      });
      for (let n = 0; n < 30; n += 1) await stranger.users.list({}).catch(() => null);
      expect(await howMany(() => clientOf(workspace).users.list({}), 40)).toBe(TIERS[2]);
    },
  );

  rule(
    'chat.postMessage',
    'takes one message a second in a channel, and a short burst',
    'docs.slack.dev/reference/methods/chat.postMessage',
    async () => {
      const { workspace, pass } = await withHeldTime();
      const client = clientOf(workspace);
      const post = () => client.chat.postMessage({ channel: 'C0HANDOFFS', text: 'x' });
      expect(await howMany(post, 20)).toBe(5);
      expect(await waitFor(post())).toBe(1);
      pass(1);
      expect(await howMany(post, 20)).toBe(1);
    },
  );

  rule(
    'chat.postMessage',
    'counts a channel once, by whatever name it is called',
    'docs.slack.dev/apis/web-api/rate-limits',
    async () => {
      const { workspace, pass } = await withHeldTime();
      const { chat, conversations } = clientOf(workspace);
      const names = ['C0HANDOFFS', 'handoffs', '#handoffs'];
      for (const channel of [...names, 'handoffs', '#handoffs'])
        expect(await waitFor(chat.postMessage({ channel, text: 'x' }))).toBeNull();
      for (const channel of names) expect(await waitFor(chat.postMessage({ channel, text: 'x' }))).toBe(1);
      expect(await howMany(() => chat.postMessage({ channel: 'U0PRIYA', text: 'x' }), 9)).toBe(5);
      const { channel } = await conversations.open({ users: 'U0PRIYA' });
      expect(await waitFor(chat.postMessage({ channel: channel?.id ?? '', text: 'x' }))).toBe(1);
      pass(-3600);
      expect(await waitFor(chat.postMessage({ channel: 'handoffs', text: 'x' }))).toBe(1);
      pass(1);
      expect(await waitFor(chat.postMessage({ channel: 'handoffs', text: 'x' }))).toBeNull();
    },
  );

  rule(
    'chat.postMessage',
    'has a limit for the whole workspace besides',
    'docs.slack.dev/apis/web-api/rate-limits',
    async () => {
      const { workspace } = await withHeldTime({ rateLimits: { workspace_posts: 4 } });
      const client = clientOf(workspace);
      for (const user of ['U0PRIYA', 'U0MARCUS', 'U0ELENA', 'U0TOMASZ']) {
        expect(await waitFor(client.chat.postMessage({ channel: user, text: 'x' }))).toBeNull();
      }
      expect(await waitFor(client.chat.postMessage({ channel: 'U0YUKI', text: 'x' }))).toBe(15);
    },
  );

  rule(
    'limit:retry-after',
    'a client that waits as it is told gets everything through',
    'docs.slack.dev/apis/web-api/rate-limits',
    async () => {
      const workspace = await started({ rateLimits: { channel_per_second: 5, channel_burst: 1 } });
      ends.push(() => workspace.close());
      const client = new WebClient(workspace.bot_token, {
        slackApiUrl: `${workspace.url}/api/`,
        maxRequestConcurrency: 1,
        logLevel: LogLevel.ERROR,
      });
      const texts = ['1', '2', '3'];
      for (const text of texts) await client.chat.postMessage({ channel: 'C0HANDOFFS', text });
      const { messages } = await person(workspace, 'U0PRIYA').see('history', { channel: 'C0HANDOFFS' });
      expect(messages).toMatchObject(texts.map((text) => ({ text })));
    },
  );
});
