import { afterEach, expect } from 'vitest';
import type { WorkspaceOptions } from '../../../src/workspace/server.ts';
import { control, person, seedWith, started, until } from '../fixture.ts';
import { requestUrl } from '../request-url.ts';
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

rule(
  'limit:response_url',
  'takes one post a second, and a short burst',
  'docs.slack.dev/apis/web-api/rate-limits',
  async () => {
    const app = await requestUrl();
    ends.push(() => app.close());
    const { workspace, pass } = await withHeldTime({ seed: seedWith({ delivery: { http: app.address } }) });
    await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
    const post = async () => {
      const body = JSON.stringify({ text: 'x' });
      return (await fetch(String(app.got[0]?.body.response_url), { method: 'POST', body })).status;
    };
    expect([await post(), await post(), await post(), await post()]).toEqual([200, 200, 200, 429]);
    pass(1);
    expect(await post()).toBe(200);
  },
);

rule(
  'limit:events',
  'above the number of an hour the app gets app_rate_limited, once a minute, and then events again',
  'docs.slack.dev/apis/web-api/rate-limits',
  async () => {
    const app = await requestUrl();
    ends.push(() => app.close());
    const seed = seedWith({ delivery: { http: app.address }, events: ['message.channels'] });
    const { workspace } = await withHeldTime({ seed, rateLimits: { events_per_hour: 3 } });
    const say = (text: string) => person(workspace, 'U0PRIYA').do('post', { channel: 'C0HANDOFFS', text });
    const types = async () => {
      await until(async () => (await control(workspace, 'state')).pending === 0);
      return app.got.map((one) => one.body.type);
    };
    for (const text of ['1', '2', '3', '4', '5']) await say(text);
    expect(await types()).toEqual(['event_callback', 'event_callback', 'event_callback', 'app_rate_limited']);
    expect(app.got[3]?.body).toMatchObject({
      team_id: 'T0NORTHWIND',
      api_app_id: 'A0LOCALAPP',
      minute_rate_limited: Math.floor(workspace.world.clock.now() / 60_000) * 60,
    });
    workspace.world.clock.advance(60_000);
    await say('6');
    expect((await types()).filter((type) => type === 'app_rate_limited')).toHaveLength(2);
    workspace.world.clock.advance(3_600_000);
    await say('7');
    expect((await types()).at(-1)).toBe('event_callback');
  },
);
