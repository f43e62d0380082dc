import { createHmac } from 'node:crypto';
import { afterEach, expect } from 'vitest';
import { clientOf, control, person } from '../fixture.ts';
import { closeAll, type say, withBolt, withRecorder } from './http-apps.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const command = (workspace: Parameters<typeof say>[0]) =>
  person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk' });

rule(
  'delivery:signing',
  "Bolt takes what is signed with the app's secret, and refuses another's",
  'docs.slack.dev/authentication/verifying-requests-from-slack',
  async () => {
    const right = await withBolt((app) => app.command('/desk', async ({ ack }) => ack()));
    expect(await command(right)).toEqual({ ok: true });
    const wrong = await withBolt((app) => app.command('/desk', async ({ ack }) => ack()), 'another-secret-altogether');
    expect(await command(wrong)).toMatchObject({ ok: false, error: 'app_error' });
  },
);

rule(
  'delivery:signing',
  "the timestamp is the real time, however the workspace's clock was moved",
  'docs.slack.dev/authentication/verifying-requests-from-slack',
  async () => {
    const workspace = await withBolt((app) => app.command('/desk', async ({ ack }) => ack()));
    workspace.world.clock.advance(7 * 86_400_000);
    expect(await command(workspace)).toEqual({ ok: true });
    workspace.world.clock.advance(-14 * 86_400_000);
    expect(await command(workspace)).toEqual({ ok: true });
  },
);

rule(
  'delivery:signing',
  'the signature covers version, timestamp and the exact body',
  'docs.slack.dev/authentication/verifying-requests-from-slack',
  async () => {
    const { workspace, app } = await withRecorder();
    await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk', text: 'ünï & co' });
    await person(workspace, 'U0PRIYA').do('shortcut', { callback_id: 'start_it' });
    expect(app.got).toHaveLength(2);
    for (const { headers, raw } of app.got) {
      const base = `v0:${headers['x-slack-request-timestamp']}:${raw}`;
      expect(headers['x-slack-signature']).toBe(
        `v0=${createHmac('sha256', workspace.signing_secret).update(base).digest('hex')}`,
      );
    }
  },
);

rule(
  'delivery:url_verification',
  'Bolt gives the challenge back',
  'docs.slack.dev/reference/events/url_verification',
  async () => {
    expect(await control(await withBolt(), 'verify_url', {})).toEqual({ ok: true });
  },
);

rule(
  'delivery:url_verification',
  'the challenge is taken as text, as a form or as JSON, and nothing else will do',
  'docs.slack.dev/reference/events/url_verification',
  async () => {
    const { workspace, app } = await withRecorder();
    const answers: ((challenge: string) => string)[] = [
      (challenge) => challenge,
      (challenge) => `challenge=${challenge}`,
      (challenge) => JSON.stringify({ challenge }),
    ];
    for (const body of answers) {
      app.answer = (one) => ({ body: body(String(one.body.challenge)) });
      expect(await control(workspace, 'verify_url', {})).toEqual({ ok: true });
    }
    expect(app.got[0]?.body).toMatchObject({ type: 'url_verification', token: expect.any(String) });
    app.answer = () => ({ body: 'something else' });
    expect(await control(workspace, 'verify_url', {})).toMatchObject({ ok: false, error: 'challenge_failed' });
    app.answer = () => ({ status: 500 });
    expect(await control(workspace, 'verify_url', {})).toMatchObject({ ok: false, error: 'HTTP 500' });
  },
);

rule(
  'delivery:ssl_check',
  'comes as an unsigned form, and Bolt answers it',
  'docs.slack.dev/interactivity/implementing-slash-commands',
  async () => {
    expect(await control(await withBolt(), 'ssl_check', {})).toEqual({ ok: true });
    const { workspace, app } = await withRecorder();
    expect(await control(workspace, 'ssl_check', {})).toEqual({ ok: true });
    expect(app.got[0]?.body).toMatchObject({ ssl_check: '1', token: expect.any(String) });
    expect(app.got[0]?.headers['x-slack-signature']).toBeUndefined();
  },
);

rule(
  'delivery:addresses',
  'a command, interactions and the options of menus go to their own addresses, everything else to the request URL',
  'docs.slack.dev/reference/app-manifest',
  async () => {
    const paths: (string | undefined)[] = [];
    const { workspace, app } = await withRecorder((http) => ({
      delivery: {
        http,
        interactivity: `${http}?to=interactivity`,
        options: `${http}?to=options`,
        commands: { '/desk': `${http}?to=desk` },
      },
      commands: [{ command: '/desk' }, { command: '/other' }],
    }));
    app.answer = (one) => {
      paths.push(one.path);
      return { body: one.body.type === 'block_suggestion' ? '{"options":[]}' : '' };
    };
    const priya = person(workspace, 'U0PRIYA');
    await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
    await priya.do('slash', { channel: 'C0HANDOFFS', command: '/other' });
    await priya.do('shortcut', { callback_id: 'start_it' });
    const select = { type: 'external_select' as const, action_id: 'pick', min_query_length: 0 };
    const { ts = '' } = await clientOf(workspace).chat.postMessage({
      channel: 'C0HANDOFFS',
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'row', elements: [select] }],
    });
    await priya.see('options', { channel: 'C0HANDOFFS', ts, block_id: 'row', action_id: 'pick', value: '' });
    const others = paths.filter((path) => path !== '/slack/events');
    expect(others).toEqual(['/slack/events?to=desk', '/slack/events?to=interactivity', '/slack/events?to=options']);
    expect(
      app.got.filter((one) => one.path === '/slack/events').map((one) => one.body.command ?? one.body.type),
    ).toEqual(['/other', 'event_callback']);
  },
);
