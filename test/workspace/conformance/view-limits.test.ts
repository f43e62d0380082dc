import { afterEach, beforeEach, expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { modal, type Played, plain, play } from './app.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let played: Played;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.close());

const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;
const open = async (view: Record<string, unknown> = { ...modal() }) =>
  call(played.client, 'views.open', { trigger_id: await played.trigger(), view });
const opened = async (more: Parameters<typeof modal>[0] = {}) => {
  const { view } = await played.client.views.open({ trigger_id: await played.trigger(), view: modal(more) });
  return { id: view?.id ?? '', hash: view?.hash ?? '' };
};
const update = (args: Record<string, unknown>) => call(played.client, 'views.update', { view: modal(), ...args });
const home = (more: Record<string, unknown> = {}) => ({
  type: 'home' as const,
  blocks: [{ type: 'divider' as const }],
  ...more,
});
const publish = (args: Record<string, unknown> = {}) =>
  call(played.client, 'views.publish', { user_id: 'U0PRIYA', view: home(), ...args });

rule('limit:view', 'titles have 24 characters', 'docs.slack.dev/reference/views/modal-views', async () => {
  for (const part of ['title', 'submit', 'close']) {
    expect(await open({ ...modal(), [part]: plain('a'.repeat(24)) })).toMatchObject({ ok: true });
    expect(await error(open({ ...modal(), [part]: plain('a'.repeat(25)) }))).toBe('invalid_arguments');
  }
});
rule(
  'limit:view',
  'private_metadata has 3000 characters, callback_id and external_id 255',
  'docs.slack.dev/reference/views/modal-views',
  async () => {
    const limits: [string, number][] = [
      ['private_metadata', 3000],
      ['callback_id', 255],
      ['external_id', 255],
    ];
    for (const [part, most] of limits) {
      expect(await open({ ...modal(), [part]: 'a'.repeat(most) })).toMatchObject({ ok: true });
      const { error: code, messages } = await refusal(open({ ...modal(), [part]: 'b'.repeat(most + 1) }));
      expect([code, messages[0]]).toEqual([
        'invalid_arguments',
        expect.stringContaining(`[json-pointer:/view/${part}]`),
      ]);
    }
  },
);
rule('limit:view', 'has 100 blocks and 250 kB', 'docs.slack.dev/reference/methods/views.open', async () => {
  const of = (count: number, text: string) =>
    Array.from({ length: count }, () => ({ type: 'section', text: plain(text) }));
  expect(await open({ ...modal(), blocks: of(100, 'a') })).toMatchObject({ ok: true });
  expect(await error(open({ ...modal(), blocks: of(101, 'a') }))).toBe('invalid_arguments');
  expect(await error(open({ ...modal(), blocks: of(90, 'ä'.repeat(2900)) }))).toBe('view_too_large');
});
rule('limit:view', 'external_id is unique in the workspace', 'docs.slack.dev/reference/views/modal-views', async () => {
  await opened({ external_id: 'one' });
  expect(await error(publish({ view: home({ external_id: 'one' }) }))).toBe('duplicate_external_id');
  const { view } = await publish();
  const twice = update({ view_id: (view as { id: string }).id, view: home({ external_id: 'one' }) });
  expect(await error(twice)).toBe('duplicate_external_id');
});
