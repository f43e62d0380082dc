import { afterEach, expect } from 'vitest';
import { clientOf, person, until } from '../fixture.ts';
import { closeAll, say, withBolt, withRecorder } from './http-apps.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const button = {
  type: 'actions' as const,
  block_id: 'row',
  elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }],
};

rule(
  'delivery:acknowledgement',
  'a command, a click and a shortcut that nobody acknowledges within three seconds are a timeout',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    // Nobody gives a shorter time: the three seconds are Slack's.
    const { workspace, app } = await withRecorder();
    const { promise: tooLate, resolve } = Promise.withResolvers<void>();
    app.answer = () => ({ after: tooLate });
    const { ts = '' } = await clientOf(workspace).chat.postMessage({
      channel: 'C0HANDOFFS',
      text: 'x',
      blocks: [button],
    });
    const priya = person(workspace, 'U0PRIYA');
    const before = performance.now();
    const answers = await Promise.all([
      priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk' }),
      priya.do('act', { container: { type: 'message', channel: 'C0HANDOFFS', ts }, block_id: 'row', action_id: 'go' }),
      priya.do('shortcut', { callback_id: 'start_it' }),
    ]);
    expect(answers.map((one) => one.error)).toEqual(['app_timeout', 'app_timeout', 'app_timeout']);
    resolve();
    expect(performance.now() - before).toBeGreaterThan(2900);
  },
);

rule(
  'delivery:acknowledgement',
  'an acknowledgement that takes a while is in time',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const workspace = await withBolt(
      (app) =>
        app.command('/desk', async ({ ack }) => {
          // A tenth of what it may take here.
          await new Promise((resolve) => setTimeout(resolve, 1000));
          await ack();
        }),
      undefined,
      { answerWithinMs: 10_000 },
    );
    expect(await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk' })).toEqual({
      ok: true,
    });
  },
);

rule(
  'delivery:acknowledgement',
  'interactions and commands are not sent again when they fail',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const { workspace, app } = await withRecorder();
    app.answer = () => ({ status: 500 });
    const priya = person(workspace, 'U0PRIYA');
    expect(await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk' })).toMatchObject({ error: 'app_error' });
    expect(await priya.do('shortcut', { callback_id: 'start_it' })).toMatchObject({ error: 'app_error' });
    workspace.world.clock.advance(600_000);
    // An event of later than all that could be sent again.
    await say(workspace);
    await until(() => app.got.some(({ body }) => body.type === 'event_callback'), 'the event');
    expect(app.got.filter(({ body }) => body.type !== 'event_callback')).toHaveLength(2);
  },
);

rule(
  'delivery:acknowledgement',
  'the answer to a command can be its reply: text, or JSON with a response_type',
  'docs.slack.dev/interactivity/implementing-slash-commands',
  async () => {
    const { workspace, app } = await withRecorder();
    const priya = person(workspace, 'U0PRIYA');
    const seen = async (as: string) => {
      const { messages } = await person(workspace, as).see('history', { channel: 'C0HANDOFFS' });
      return (messages as { text: string }[]).map((one) => one.text);
    };
    app.answer = () => ({ body: 'only for you' });
    await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
    app.answer = () => ({ body: JSON.stringify({ response_type: 'in_channel', text: 'for all' }) });
    await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
    expect(await seen('U0PRIYA')).toEqual(expect.arrayContaining(['only for you', 'for all']));
    expect(await seen('U0YUKI')).toContain('for all');
    expect(await seen('U0YUKI')).not.toContain('only for you');
  },
);
