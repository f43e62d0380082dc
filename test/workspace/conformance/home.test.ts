import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, startBolt, started, until } from '../fixture.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let bolt: App | undefined;
let heard: Record<string, unknown>[];
beforeEach(async () => {
  workspace = await started();
  heard = [];
  bolt = await startBolt(workspace, (app) => {
    app.event('app_home_opened', async ({ event }) => void heard.push({ ...event }));
    app.action('refresh', async ({ ack, body }) => {
      heard.push({ ...body });
      await ack();
    });
  });
});
afterEach(async () => {
  await bolt?.stop();
  await workspace.close();
});

const priya = () => person(workspace, 'U0PRIYA');
const publish = () =>
  clientOf(workspace).views.publish({
    user_id: 'U0PRIYA',
    view: {
      type: 'home',
      blocks: [
        {
          type: 'actions',
          block_id: 'b',
          elements: [{ type: 'button', action_id: 'refresh', text: { type: 'plain_text', text: 'Again' } }],
        },
      ],
    },
  });

rule(
  'event:app_home_opened',
  'says which tab, and brings the Home view once there is one',
  'docs.slack.dev/reference/events/app_home_opened',
  async () => {
    const { channel } = await priya().do('open_home');
    await until(() => heard.length > 0);
    expect(heard[0]).toMatchObject({ type: 'app_home_opened', user: 'U0PRIYA', channel, tab: 'home' });
    expect(heard[0]).not.toHaveProperty('view');
    const { view } = await publish();
    await priya().do('open_home');
    await until(() => heard.length > 1);
    expect(heard[1]).toMatchObject({ tab: 'home', view: { id: view?.id, type: 'home' } });
  },
);
rule(
  'event:app_home_opened',
  'comes with the messages tab, too',
  'docs.slack.dev/reference/events/app_home_opened',
  async () => {
    const { channel } = await priya().do('open_dm', { user: 'U0APPBOT' });
    await until(() => heard.length > 0);
    expect(heard).toMatchObject([{ tab: 'messages', user: 'U0PRIYA', channel: (channel as { id: string }).id }]);
  },
);
rule(
  'delivery:block_actions',
  'of the Home tab carries its view, and no response_url',
  'docs.slack.dev/surfaces/app-home',
  async () => {
    const { view } = await publish();
    const container = { type: 'view', view_id: view?.id };
    expect(await priya().do('act', { container, block_id: 'b', action_id: 'refresh' })).toMatchObject({ ok: true });
    expect(heard).toMatchObject([{ type: 'block_actions', container, view: { type: 'home', id: view?.id } }]);
    expect(heard[0]).not.toHaveProperty('response_url');
  },
);
rule(
  'views.publish',
  "shows each person their own Home, and nobody another's",
  'docs.slack.dev/surfaces/app-home',
  async () => {
    const { view } = await publish();
    expect((await person(workspace, 'U0YUKI').see('home')).view).toBeNull();
    const container = { type: 'view', view_id: view?.id };
    const foreign = person(workspace, 'U0YUKI').do('act', { container, block_id: 'b', action_id: 'refresh' });
    expect(await foreign).toMatchObject({ ok: false, error: 'view_not_found' });
  },
);
