import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PeopleSearch } from '../../../src/workspace/people/shapes.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, started } from '../fixture.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await started({ clockStart: '2026-11-30T09:00:00Z' });
});
afterEach(() => workspace.close());

const find = async (as: string, q: string): Promise<PeopleSearch> => {
  const found: unknown = await person(workspace, as).see('search', { q });
  return found as PeopleSearch;
};
const texts = async (as: string, q: string): Promise<string[]> =>
  (await find(as, q)).messages.map((one) => one.excerpt);
const post = (as: string, channel: string, text: string, more: Record<string, unknown> = {}) =>
  person(workspace, as).do('post', { channel, text, ...more });

test('finds words in any case and accent, all of them, newest first, in plain words', async () => {
  await post('U0PRIYA', 'C0HANDOFFS', 'The *Résumé* of <@U0TOMASZ> is at <https://example.com|the site>');
  await post('U0PRIYA', 'C0HANDOFFS', 'resume &amp; more');
  expect(await texts('U0ELENA', 'resume')).toEqual(['resume & more', 'The Résumé of @Tomasz Nowak is at the site']);
  expect(await texts('U0ELENA', 'resume site')).toHaveLength(1);
  expect(await texts('U0ELENA', '"resume of @tomasz"')).toHaveLength(1);
  expect(await texts('U0ELENA', '')).toEqual([]);
});

test('finds what blocks say', async () => {
  await clientOf(workspace).chat.postMessage({
    channel: 'C0HANDOFFS',
    text: 'A request',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Readiness is *71 percent*' } }],
  });
  expect(await texts('U0PRIYA', 'readiness')).toEqual(['A request Readiness is 71 percent']);
});

test('shows nobody what is not theirs to see', async () => {
  await post('U0MARCUS', 'C0SALES', 'public to all');
  const { channel } = await person(workspace, 'U0PRIYA').do('create_channel', { name: 'secret', is_private: true });
  const id = typeof channel === 'object' && channel !== null && 'id' in channel ? String(channel.id) : '';
  await post('U0PRIYA', id, 'hidden to all');
  await clientOf(workspace).canvases.create({
    title: 'Hidden plan',
    document_content: { type: 'markdown', markdown: 'all of it' },
  });
  expect(await texts('U0PRIYA', 'to all')).toEqual(['hidden to all', 'public to all']);
  const seen = await find('U0YUKI', 'all');
  expect(seen.messages.map((one) => one.excerpt)).toEqual(['public to all']);
  expect(seen.canvases).toEqual([]);
  expect((await find('U0YUKI', 'secret')).channels).toEqual([]);
});

test('narrows by who, where and when, in the zone of the one who asks', async () => {
  await post('U0PRIYA', 'C0HANDOFFS', 'plan one');
  workspace.world.clock.moveTo(Date.parse('2026-12-01T22:30:00Z'));
  await post('U0TOMASZ', 'C0GENERAL', 'plan two');
  expect(await texts('U0ELENA', 'plan from:@tomasz')).toEqual(['plan two']);
  expect(await texts('U0ELENA', 'plan from:"Priya Raman"')).toEqual(['plan one']);
  expect(await texts('U0PRIYA', 'plan from:me')).toEqual(['plan one']);
  expect(await texts('U0ELENA', 'plan in:#general')).toEqual(['plan two']);
  expect(await texts('U0ELENA', 'plan before:2026-12-01')).toEqual(['plan one']);
  expect(await texts('U0ELENA', 'plan after:2026-11-30')).toEqual(['plan two']);
  // Half past seven in the morning of the second of December where Yuki lives.
  expect(await texts('U0YUKI', 'plan on:2026-12-02')).toEqual(['plan two']);
  expect(await texts('U0ELENA', 'plan on:2026-12-02')).toEqual([]);
});

test('narrows by what a message has', async () => {
  const tomasz = person(workspace, 'U0TOMASZ');
  const { ts } = await post('U0TOMASZ', 'C0HANDOFFS', 'with an answer');
  await post('U0PRIYA', 'C0HANDOFFS', 'the answer', { thread_ts: ts });
  await tomasz.upload({ channel: 'C0HANDOFFS', filename: 'scope.txt', comment: 'with a file' }, 'x');
  await post('U0TOMASZ', 'C0HANDOFFS', 'with https://example.com');
  const liked = await post('U0TOMASZ', 'C0HANDOFFS', 'with applause');
  await person(workspace, 'U0PRIYA').do('react', { channel: 'C0HANDOFFS', ts: liked.ts, name: 'clap' });
  await clientOf(workspace).pins.add({ channel: 'C0HANDOFFS', timestamp: String(ts) });
  expect(await texts('U0PRIYA', 'has:thread')).toEqual(['with an answer']);
  expect(await texts('U0PRIYA', 'has:pin')).toEqual(['with an answer']);
  expect(await texts('U0PRIYA', 'has:file')).toEqual(['with a file']);
  expect(await texts('U0PRIYA', 'has:link')).toEqual(['with https://example.com']);
  expect(await texts('U0PRIYA', 'has:reaction')).toEqual(['with applause']);
  expect(await texts('U0PRIYA', 'has::clap:')).toEqual(['with applause']);
  expect((await find('U0PRIYA', 'scope')).files).toMatchObject([{ name: 'scope.txt', channel: 'C0HANDOFFS' }]);
});

test('finds people, channels and canvases by name', async () => {
  const client = clientOf(workspace);
  await client.conversations.canvases.create({
    channel_id: 'C0HANDOFFS',
    document_content: { type: 'markdown', markdown: '# Delivery plan\n\nAll of it' },
  });
  const found = await find('U0PRIYA', 'deliver');
  expect(found.users.map((one) => one.real_name)).toEqual(['Tomasz Nowak']);
  expect(found.channels.map((one) => one.name)).toEqual(['delivery', 'handoffs']);
  expect(found.canvases).toMatchObject([{ title: 'Delivery plan' }]);
});
