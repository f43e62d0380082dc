import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import { applyManifest } from '../../../src/workspace/manifest.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, refusal, seedWith, startBolt, started, until } from '../fixture.ts';
import { manifest } from './function-manifest.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let bolt: App | undefined;
afterEach(async () => {
  await bolt?.stop();
  bolt = undefined;
  await workspace.close();
});

async function start(version: 1 | 2 = 2) {
  workspace = await started({ seed: applyManifest(seedWith(), manifest(version)) });
  return { client: clientOf(workspace), priya: person(workspace, 'U0PRIYA') };
}
const inputs = { summary: 'Call them' };
const run = async () =>
  String(
    (await person(workspace, 'U0PRIYA').do('run_function', { callback_id: 'create_item', inputs }))
      .function_execution_id,
  );
const ended = async () => {
  const { executions } = await person(workspace, 'U0PRIYA').see('functions');
  return (executions as { status: string; outputs: unknown; error: string | null }[]).at(-1);
};
const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;
const succeed = (
  client: WebClient,
  function_execution_id: string,
  outputs: Record<string, unknown> = { item_id: '7' },
) => client.functions.completeSuccess({ function_execution_id, outputs });

rule(
  'event:function_executed',
  'names the step, its parameters and what it was given; Bolt completes it',
  'docs.slack.dev/reference/events/function_executed',
  async () => {
    await start();
    const heard: unknown[] = [];
    bolt = await startBolt(workspace, (app) => {
      app.function('create_item', async ({ payload, complete }) => {
        heard.push(payload);
        await complete({ outputs: { item_id: '7' } });
      });
    });
    const id = await run();
    await until(async () => (await ended())?.status === 'completed');
    const parameter = (name: string) => ({
      type: 'string',
      name,
      title: 'Named',
      description: 'A name',
      is_required: true,
    });
    expect(heard).toMatchObject([
      {
        type: 'function_executed',
        function: {
          id: expect.stringMatching(/^Fn/),
          callback_id: 'create_item',
          title: 'Create item',
          type: 'app',
          input_parameters: [parameter('summary')],
          output_parameters: [parameter('item_id')],
          app_id: 'A0LOCALAPP',
        },
        inputs,
        function_execution_id: id,
        workflow_execution_id: expect.stringMatching(/^Wx/),
        bot_access_token: expect.stringMatching(/^xwfp-/),
      },
    ]);
    expect(await ended()).toMatchObject({ outputs: { item_id: '7' } });
  },
);
rule(
  'event:function_executed',
  'is known from manifests of either version',
  'docs.slack.dev/reference/app-manifest',
  async () => {
    await start(1);
    const { functions } = await person(workspace, 'U0PRIYA').see('functions');
    expect(functions).toMatchObject([
      { callback_id: 'create_item', input_parameters: [{ name: 'summary', is_required: true }] },
    ]);
  },
);
rule(
  'event:function_executed',
  'does not come without what the step requires',
  'docs.slack.dev/workflows/creating-custom-steps-dynamic-options',
  async () => {
    const { priya } = await start();
    expect(await priya.do('run_function', { callback_id: 'create_item' })).toMatchObject({
      error: 'parameter_validation_failed',
    });
    expect(await priya.do('run_function', { callback_id: 'other' })).toMatchObject({ error: 'unknown_function' });
  },
);
rule(
  'event:function_executed',
  'brings a token that works until the step has ended',
  'docs.slack.dev/authentication/tokens',
  async () => {
    await start();
    let token = '';
    bolt = await startBolt(workspace, (app) => {
      app.event('function_executed', async ({ event }) => {
        token = event.bot_access_token;
      });
    });
    const id = await run();
    await until(() => token !== '');
    const own = new WebClient(token, { slackApiUrl: `${workspace.url}/api/`, retryConfig: { retries: 0 } });
    expect(await own.auth.test()).toMatchObject({ ok: true, user_id: 'U0APPBOT' });
    expect(await error(succeed(own, await run()))).toBe('access_denied');
    expect(await succeed(own, id)).toMatchObject({ ok: true });
    expect(await error(own.auth.test())).toBe('token_revoked');
  },
);
