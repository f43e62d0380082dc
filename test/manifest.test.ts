import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerDesk } from '../src/desk/index.ts';
import type { Desk } from '../src/desk/kit/desk.ts';

const root = join(import.meta.dirname, '..');
const Manifest = z.object({
  _metadata: z.object({ major_version: z.literal(2) }),
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
  }),
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string() })),
    agent_view: z.object({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).max(4),
    }),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});
const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')));

/** What each method needs, as its page on docs.slack.dev says; a channel of ours may be private or public. */
const scopesOf: Record<string, string[]> = {
  'auth.test': [],
  'bookmarks.add': ['bookmarks:write'],
  'bookmarks.edit': ['bookmarks:write'],
  'bookmarks.list': ['bookmarks:read'],
  'canvases.access.set': ['canvases:write'],
  'canvases.create': ['canvases:write'],
  'canvases.edit': ['canvases:write'],
  'canvases.getContent': ['canvases:read'],
  'canvases.sections.lookup': ['canvases:read'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.canvases.create': ['canvases:write'],
  'conversations.create': ['channels:manage', 'groups:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.invite': ['channels:manage', 'groups:write'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.setTopic': ['channels:manage', 'groups:write'],
  'files.info': ['files:read'],
  'files.list': ['files:read'],
  'pins.add': ['pins:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.push': [],
  'views.update': [],
};
/** https://docs.slack.dev/reference/events: app_mention, message.channels, message.groups, message.im. Dropped files are downloaded. */
const scopesOfEvents: Record<string, string[]> = {
  'message.channels': ['channels:history', 'files:read'],
  'message.groups': ['groups:history', 'files:read'],
  'message.im': ['im:history'],
  app_mention: ['app_mentions:read'],
};

const sources = [
  'src/bot.ts',
  ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(desk|platform|connections)\/.*\.ts$/.test(name))
    .map((name) => join('src', name)),
].map((file) => readFileSync(join(root, file), 'utf8'));

/** Every Web API method that the code calls, as `client.family.method(` or `apiCall('family.method'`. */
const called = new Set(
  sources.flatMap((text) => [
    ...[...text.matchAll(/\bslack((?:\.[a-zA-Z]+)+)\(/g)]
      .map((match) => (match[1] ?? '').slice(1))
      .filter((name) => name !== 'apiCall'),
    ...[...text.matchAll(/'((?:[a-z]+\.)+[a-zA-Z]+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => name in scopesOf),
  ]),
);

const registered = { commands: [] as string[], events: [] as string[] };
const app = {
  command: (name: string) => void registered.commands.push(name),
  event: (name: string) => void registered.events.push(name),
  action: () => undefined,
  view: () => undefined,
};
registerDesk(app as unknown as App, {} as Desk, ''); // registering calls nothing but these four

describe('the manifest', () => {
  it('declares the commands that have a listener, and no others', () => {
    expect(manifest.features.slash_commands.map((one) => one.command).sort()).toEqual(
      [...new Set(registered.commands)].sort(),
    );
  });

  it('subscribes to the events that have a listener, and no others', () => {
    const families = manifest.settings.event_subscriptions.bot_events.map((name) => name.split('.')[0]);

    expect([...new Set(families)].sort()).toEqual([...new Set(registered.events)].sort());
  });

  it('knows the scopes of every method that is called', () => {
    expect([...called].filter((method) => !(method in scopesOf))).toEqual([]);
    expect(called.size).toBeGreaterThan(15);
  });

  it('asks for exactly the scopes that are used', () => {
    const used = new Set([
      ...[...called].flatMap((method) => scopesOf[method] ?? []),
      ...manifest.settings.event_subscriptions.bot_events.flatMap((name) => scopesOfEvents[name] ?? []),
      'commands',
      // what Slack asks of every app with an agent conversation, whose prompts stand in the manifest
      'assistant:write',
    ]);

    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...used].sort());
  });
});
