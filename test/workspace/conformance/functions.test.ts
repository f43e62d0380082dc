import type { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import { applyManifest } from '../../../src/workspace/manifest.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, refusal, seedWith, started } from '../fixture.ts';
import { manifest } from './function-manifest.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
afterEach(() => workspace.close());

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
  'functions.completeSuccess',
  'ends the step with its outputs, once',
  'docs.slack.dev/reference/methods/functions.completeSuccess',
  async () => {
    const { client } = await start();
    const id = await run();
    expect(await succeed(client, id)).toMatchObject({ ok: true });
    expect(await ended()).toMatchObject({ status: 'completed', outputs: { item_id: '7' } });
    expect(await error(succeed(client, id))).toBe('execution_not_in_running_state');
  },
);
rule(
  'functions.completeSuccess',
  'wants the outputs that the manifest names',
  'docs.slack.dev/reference/methods/functions.completeSuccess',
  async () => {
    const { client } = await start();
    const id = await run();
    expect(await error(succeed(client, id, {}))).toBe('parameter_validation_failed');
    expect(await error(succeed(client, id, { item_id: 7 }))).toBe('parameter_validation_failed');
    expect(await ended()).toMatchObject({ status: 'running' });
  },
);
rule(
  'functions.completeSuccess',
  'does not know other executions',
  'docs.slack.dev/reference/methods/functions.completeSuccess',
  async () => {
    const { client } = await start();
    expect(await error(succeed(client, 'Fx0NOWHERE'))).toBe('function_execution_not_found');
    expect(await error(client.apiCall('functions.completeSuccess', {}))).toBe('invalid_arguments');
  },
);
rule(
  'functions.completeError',
  'ends the step with a sentence for the person, once',
  'docs.slack.dev/reference/methods/functions.completeError',
  async () => {
    const { client } = await start();
    const function_execution_id = await run();
    const fail = () => client.functions.completeError({ function_execution_id, error: 'The desk is closed.' });
    expect(await fail()).toMatchObject({ ok: true });
    expect(await ended()).toMatchObject({ status: 'failed', error: 'The desk is closed.' });
    expect(await error(fail())).toBe('execution_not_in_running_state');
  },
);
rule(
  'functions.completeError',
  'does not know other executions and wants an error',
  'docs.slack.dev/reference/methods/functions.completeError',
  async () => {
    const { client } = await start();
    const unknown = client.functions.completeError({ function_execution_id: 'Fx0NOWHERE', error: 'x' });
    expect(await error(unknown)).toBe('function_execution_not_found');
    const silent = client.apiCall('functions.completeError', { function_execution_id: await run() });
    expect(await error(silent)).toBe('invalid_arguments');
  },
);
