import { afterEach, expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { ALL_SCOPES, closeAll, opened } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const without = (...scopes: string[]) => ({ scopes: ALL_SCOPES.filter((scope) => !scopes.includes(scope)) });

rule('team.info', 'the workspace of the token, no other', 'docs.slack.dev/reference/methods/team.info', async () => {
  const { client } = await opened();
  const expected = { id: 'T0NORTHWIND', name: 'Northwind Systems', domain: 'northwind' };
  expect((await client.team.info()).team).toMatchObject(expected);
  expect(await errorOf(client.team.info({ team: 'T0OTHER' }))).toBe('team_not_found');
  const other = await opened(without('team:read'));
  expect(await errorOf(other.client.team.info())).toBe('missing_scope');
});
rule('bots.info', 'the app behind a bot id', 'docs.slack.dev/reference/methods/bots.info', async () => {
  const { client } = await opened();
  const { bot } = await client.bots.info({ bot: 'B0APP00001' });
  expect(bot).toMatchObject({ id: 'B0APP00001', app_id: 'A0LOCALAPP', user_id: 'U0APPBOT', deleted: false });
  expect(await errorOf(client.bots.info({ bot: 'B0OTHER' }))).toBe('bot_not_found');
});
rule('emoji.list', 'custom emoji by name', 'docs.slack.dev/reference/methods/emoji.list', async () => {
  const emoji = { truck2: 'https://example.com/truck.png', lorry: 'alias:truck2' };
  const { client } = await opened({}, { emoji });
  expect((await client.emoji.list()).emoji).toEqual(emoji);
  const other = await opened(without('emoji:read'));
  expect(await errorOf(other.client.emoji.list())).toBe('missing_scope');
});
