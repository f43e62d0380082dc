import { createHash } from 'node:crypto';
import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import type { FunctionExecution } from './interaction.ts';
import type { Json } from './model.ts';
import { addToken } from './tokens.ts';
import type { World } from './world.ts';

type AppFunction = World['app']['functions'][string];
type Parameters = AppFunction['input_parameters'];

/** A name that an object has from its kind (`__proto__`) is no step. */
function functionOf({ app: { functions } }: World, callback_id: string): AppFunction | undefined {
  return Object.hasOwn(functions, callback_id) ? functions[callback_id] : undefined;
}

/** Begins a run of a custom step. Throws `unknown_function`, `parameter_validation_failed`. */
export function startFunction(world: World, user: string, callback_id: string, inputs: Json): FunctionExecution {
  const made = functionOf(world, callback_id);
  if (!made) throw new SlackError('unknown_function', { message: 'The app has no such step.' });
  checkValues(made.input_parameters, inputs);
  const token = `xwfp-${world.ids.secret()}`;
  const execution: FunctionExecution = {
    id: world.ids.once('Fx'),
    callback_id,
    user,
    inputs,
    status: 'running',
    outputs: null,
    error: null,
    token,
  };
  const lasting = { expires_at: null, ended: null, refresh_token: null };
  addToken(world, { ...lasting, value: token, kind: 'bot', user: world.app.bot_user.id, scopes: world.app.scopes });
  world.executions.set(execution.id, execution);
  world.changes.tell({ type: 'function', execution });
  return execution;
}

/** `function_executed` (docs.slack.dev/reference/events/function_executed). */
export function functionExecuted(world: World, execution: FunctionExecution): Json {
  const { callback_id } = execution;
  const now = seconds(world.clock.now());
  return {
    type: 'function_executed',
    function: {
      id: `Fn0${createHash('sha1').update(callback_id).digest('hex').slice(0, 8).toUpperCase()}`,
      callback_id,
      ...functionOf(world, callback_id),
      type: 'app',
      app_id: world.app.id,
      date_created: now,
      date_updated: now,
      date_deleted: 0,
      form_enabled: false,
    },
    inputs: execution.inputs,
    function_execution_id: execution.id,
    workflow_execution_id: world.ids.once('Wx'),
    bot_access_token: execution.token,
  };
}

/**
 * Ends a run, once; its token ends with it. `by` is the caller's token.
 * Throws `function_execution_not_found`, `access_denied`, `execution_not_in_running_state`, `parameter_validation_failed`.
 */
export function endFunction(
  world: World,
  by: string | undefined,
  id: string,
  end: { outputs: Json } | { error: string },
): void {
  const execution = world.executions.get(id);
  if (!execution) throw new SlackError('function_execution_not_found');
  if (by?.startsWith('xwfp-') && by !== execution.token) throw new SlackError('access_denied');
  if (execution.status !== 'running') throw new SlackError('execution_not_in_running_state');
  if ('outputs' in end) {
    checkValues(functionOf(world, execution.callback_id)?.output_parameters ?? [], end.outputs);
    Object.assign(execution, { status: 'completed', outputs: end.outputs });
  } else Object.assign(execution, { status: 'failed', error: end.error });
  const token = world.tokens.get(execution.token);
  if (token) token.ended = 'revoked';
  world.changes.tell({ type: 'function', execution });
}

const TYPES = ['string', 'boolean', 'number', 'integer', 'array', 'object'];

function checkValues(parameters: Parameters, values: Json): void {
  const errors = parameters.flatMap(({ name, type, is_required }) => {
    const value = values[name];
    if (value === undefined || value === null) return is_required ? [`missing required parameter: ${name}`] : [];
    return fits(type, value) ? [] : [`must be of type ${type}: ${name}`];
  });
  if (errors.length === 0) return;
  throw new SlackError('parameter_validation_failed', {
    response_metadata: { messages: errors.map((line) => `[ERROR] ${line}`) },
  });
}

/** Slack's own types (`slack#/types/…`) are ids and other texts here, or objects; they are not looked into. */
function fits(type: string, value: unknown): boolean {
  if (!TYPES.includes(type)) return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return typeof value === type;
}
