import { afterEach, expect } from 'vitest';
import { applyManifest } from '../../../src/workspace/manifest.ts';
import { clientOf, control, person, refusal, SCOPES, seedWith } from '../fixture.ts';
import { modal } from './app.ts';
import { call } from './call.ts';
import { manifest } from './function-manifest.ts';
import { channel, closeAll, open } from './plays.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const HOUR = 3_600_000;

rule(
  'workspace:growth',
  'triggers are remembered for half an hour and response addresses for a day, so that the kept state does not grow for ever',
  'src/workspace/README.md',
  async () => {
    const real = { ms: Date.parse('2027-01-04T09:00:00Z') };
    const workspace = await open({ wall: () => real.ms });
    const priya = person(workspace, 'U0PRIYA');
    const { triggers, responseUrls } = workspace.world;
    const slash = () => priya.do('slash', { channel, command: '/desk' });
    for (let n = 0; n < 3; n += 1) await slash();
    const [trigger_id = ''] = triggers.keys();
    real.ms += 0.4 * HOUR;
    await slash();
    expect([triggers.size, responseUrls.size]).toEqual([4, 4]);
    const late = clientOf(workspace).views.open({ trigger_id, view: modal() });
    expect((await refusal(late)).error).toBe('expired_trigger_id');
    real.ms += 0.3 * HOUR;
    await slash();
    expect([triggers.size, responseUrls.size]).toEqual([2, 5]);
    real.ms += 25 * HOUR;
    await slash();
    expect([triggers.size, responseUrls.size]).toEqual([1, 1]);
  },
);

rule(
  'workspace:control',
  'the state shows assistant threads and runs of steps, without the token of a run',
  'src/workspace/README.md',
  async () => {
    const seed = applyManifest(seedWith({ assistant: 'assistant_view' }), manifest(2));
    const workspace = await open({ seed: { ...seed, app: { ...seed.app, assistant: 'assistant_view' } } });
    const priya = person(workspace, 'U0PRIYA');
    const { function_execution_id: id } = await priya.do('run_function', {
      callback_id: 'create_item',
      inputs: { summary: 'Call them' },
    });
    const { thread_ts } = await priya.do('open_assistant', { viewing: channel });
    const state = await control(workspace, 'state');
    expect(state.function_runs).toEqual([
      expect.objectContaining({ id, status: 'running', inputs: { summary: 'Call them' } }),
    ]);
    expect(state.assistant_threads).toMatchObject([{ thread_ts, viewing: channel }]);
    expect(JSON.stringify(state)).not.toContain('xwfp-');
  },
);

rule(
  'workspace:clock',
  'what ends by itself is told of before: a status, and a message that the app is writing',
  'src/workspace/README.md',
  async () => {
    const scopes = [...SCOPES, 'assistant:write'];
    const workspace = await open({ seed: seedWith({ scopes, assistant: 'assistant_view' }) });
    const client = clientOf(workspace);
    const priya = person(workspace, 'U0PRIYA');
    const { channel: im, thread_ts } = await priya.do('open_assistant', { viewing: channel });
    await call(client, 'assistant.threads.setStatus', { channel_id: im, thread_ts, status: 'is thinking' });
    const ahead = async () => ((await priya.see('ahead')).due as { what: string }[]).map(({ what }) => what);
    expect(await ahead()).toContainEqual(expect.stringMatching(/^The status of .+ ends$/));
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'root' });
    const at = { thread_ts: ts, recipient_user_id: 'U0PRIYA', recipient_team_id: workspace.world.team.id };
    await call(client, 'chat.startStream', { channel, ...at });
    expect(await ahead()).toContainEqual(expect.stringMatching(/^A message that .+ is writing ends$/));
  },
);
