import { App, LogLevel, type Receiver } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Declared, declaredIn, notAsDeclared } from './declared.ts';
import { isFields } from './key-paths.ts';
import { playEverything } from './play.ts';
import { type Stage, stage } from './stage.ts';

/** What the types ask for and Slack does not always send. */
const NOT_ALWAYS: [fields: RegExp, why: string][] = [
  [/^BlockAction\.response_url /, 'there is none in a view'],
  [/^ChannelJoinMessageEvent\.inviter /, 'nobody invited who joined alone'],
  [/^ThreadBroadcastMessageEvent\.client_msg_id /, 'an app has no client'],
  [/^UserChangeEvent\.user\.\w+ is missing/, 'of a person who was deactivated little is told'],
];

const silent: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

let on: Stage;
/** What Bolt's listeners were given, by the name of the type that Bolt or `@slack/types` gives it. */
const heard: { declared: Declared; value: unknown }[] = [];
/** Kinds of payload that reached a listener. */
const kinds = new Set<string>();

const events = declaredIn('@slack/types', 'dist/events');
const payloads = declaredIn('@slack/bolt', 'dist/types');

function hear(declared: Declared | undefined, value: unknown): void {
  if (declared) heard.push({ declared, value });
}

const named = (name: string) => payloads.find((one) => one.name === name);

/** A Bolt app with a typed listener for everything; each notes what it was given. */
function boltApp(): App {
  const authorize = async () => ({ botToken: on.workspace.bot_token, botId: 'B0APP00001', botUserId: 'U0APPBOT' });
  const app = new App({ receiver: silent, authorize, ignoreSelf: false, logLevel: LogLevel.ERROR });
  app.event(/.*/, async ({ event, body }) => {
    const subtype = 'subtype' in event ? event.subtype : undefined;
    kinds.add(`event:${event.type}`);
    hear(
      events.find((one) => one.type === event.type && one.subtype === (subtype ?? null)),
      event,
    );
    hear(named('EnvelopedEvent'), body);
    if (event.type === 'app_home_opened' && event.view) hear(named('ViewOutput'), event.view);
  });
  app.command('/desk', async ({ command, ack }) => {
    kinds.add('command');
    hear(named('SlashCommand'), command);
    await ack();
  });
  app.action(/.*/, async ({ action, body, ack }) => {
    if (body.type !== 'block_actions') return;
    kinds.add(`block_actions in a ${body.container.type}`);
    hear(named('BlockAction'), body);
    if (body.view) hear(named('ViewOutput'), body.view);
    hear(
      payloads.find((one) => one.type === action.type && one.name.endsWith('Action')),
      action,
    );
    await ack();
  });
  app.options(/.*/, async ({ body, ack }) => {
    if (body.type !== 'block_suggestion') return;
    kinds.add(`block_suggestion in a ${body.container.type}`);
    hear(named('BlockSuggestion'), body);
    await ack({ options: [] });
  });
  app.shortcut(/.*/, async ({ shortcut, ack }) => {
    kinds.add(shortcut.type);
    hear(named(shortcut.type === 'shortcut' ? 'GlobalShortcut' : 'MessageShortcut'), shortcut);
    await ack();
  });
  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, view, ack }) => {
    kinds.add(body.type);
    hear(named('ViewSubmitAction'), body);
    hear(named('ViewOutput'), view);
    await ack();
  });
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ body, ack }) => {
    kinds.add(body.type);
    hear(named('ViewClosedAction'), body);
    await ack();
  });
  return app;
}

beforeAll(async () => {
  on = await stage();
  await playEverything(on);
  const app = boltApp();
  for (const body of on.payloads()) await app.processEvent({ body, ack: async () => {} });
});
afterAll(() => on.close());

describe('what the workspace sends, as Bolt hands it to typed listeners', () => {
  test('every kind of payload reaches its listener', () => {
    const subscribed = on.workspace.world.app.events.map((name) => `event:${name.replace(/^message\..*/, 'message')}`);
    const rest = [
      ...['block_actions in a message', 'block_actions in a view'],
      ...['block_suggestion in a message', 'block_suggestion in a view'],
      ...['command', 'message_action', 'shortcut', 'view_closed', 'view_submission'],
    ];
    expect([...kinds].sort()).toEqual([...new Set([...subscribed, ...rest])].sort());
  });

  test('every field that the types ask for is there and of its plain type', () => {
    const wrong = heard.flatMap(({ declared, value }) => notAsDeclared(declared, value));
    const unexplained = wrong.filter((one) => !NOT_ALWAYS.some(([fields]) => fields.test(one)));
    expect([...new Set(unexplained)].sort()).toEqual([]);
    expect(NOT_ALWAYS.filter(([fields]) => !wrong.some((one) => fields.test(one)))).toEqual([]);
    expect(heard.every(({ declared, value }) => isFields(value) && declared.required.length > 0)).toBe(true);
  });

  test('the declarations were read: as many types as kinds, with their fields', () => {
    const names = new Set(heard.map((one) => one.declared.name));
    expect(names.size).toBeGreaterThan(40);
    const [reaction] = events.filter((one) => one.name === 'ReactionAddedEvent');
    expect(reaction && notAsDeclared(reaction, { user: 1 })).toEqual(
      expect.arrayContaining(['ReactionAddedEvent.user is number, not string', 'ReactionAddedEvent.item is missing']),
    );
  });
});
