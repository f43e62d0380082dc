import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { control, person, until } from '../fixture.ts';
import { closeAll, quiet, say, withRecorder } from './http-apps.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const HOUR = 3_600_000;

/** Posts from nobody's hand: straight into the workspace, so that a thousand take a second. */
async function many(workspace: Workspace, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    workspace.courier.event('message', { type: 'event_callback', event_id: `Ev${n}` });
    if (n % 25 === 0) await until(() => workspace.courier.pending() === 0);
  }
  await quiet(workspace);
}

rule(
  'delivery:disabling',
  'above 95 % failures within an hour subscriptions end, until somebody switches them on again',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder();
    app.answer = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    await many(workspace, 1000);
    expect(await control(workspace, 'state')).toMatchObject({
      subscription: { enabled: false, failed_this_hour: 1000 },
    });
    app.answer = () => ({});
    app.got.splice(0);
    await say(workspace);
    await person(workspace, 'U0PRIYA').do('shortcut', { callback_id: 'start_it' });
    expect(app.got.map((one) => one.body.type)).toEqual(['shortcut']);
    await control(workspace, 'subscriptions', { enabled: true });
    await say(workspace);
    await quiet(workspace);
    expect(app.got.map((one) => one.body.type)).toEqual(['shortcut', 'event_callback']);
  },
);

rule(
  'delivery:disabling',
  'an app with fewer than a thousand events an hour is spared, and so is one that takes one in ten',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder();
    app.answer = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    await many(workspace, 999);
    expect(await control(workspace, 'state')).toMatchObject({ subscription: { enabled: true } });
    workspace.world.clock.advance(2 * HOUR);
    app.answer = () => ({ status: app.got.length % 10 === 0 ? 200 : 500, headers: { 'x-slack-no-retry': '1' } });
    await many(workspace, 1100);
    expect(await control(workspace, 'state')).toMatchObject({
      subscription: { enabled: true, events_this_hour: 1100 },
    });
  },
);
