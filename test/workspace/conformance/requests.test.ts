import { afterEach, expect } from 'vitest';
import { WebSocket } from 'ws';
import { refusal } from '../fixture.ts';
import { clientWith, closeAll, opened } from './open.ts';
import { rule } from './rule.ts';
import { address } from './socket-lines.ts';

afterEach(closeAll);

const text = { channel: 'C0HANDOFFS', text: 'hi' };
const answerOf = async (asked: Promise<Response>): Promise<unknown> => (await asked).json();

rule(
  'chat.postMessage',
  'a token in the address is refused, also beside one in the header',
  'docs.slack.dev/changelog/2020-11-no-more-tokens-in-querystrings-for-newly-created-apps',
  async () => {
    const { workspace } = await opened();
    const authorization = `Bearer ${workspace.bot_token}`;
    const to = `${workspace.url}/api/chat.postMessage?${new URLSearchParams({ ...text, token: workspace.bot_token })}`;
    expect(await answerOf(fetch(to))).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await answerOf(fetch(to, { method: 'POST', headers: { authorization } }))).toMatchObject({ ok: false });
    expect(workspace.world.channels.get('C0HANDOFFS')?.messages).toEqual([]);
  },
);
rule(
  'chat.postMessage',
  'arguments may come in the address, with the token in the header',
  'docs.slack.dev/apis/web-api',
  async () => {
    const { workspace } = await opened();
    const headers = { authorization: `Bearer ${workspace.bot_token}` };
    const to = `${workspace.url}/api/chat.postMessage?${new URLSearchParams(text)}`;
    expect(await answerOf(fetch(to, { headers }))).toMatchObject({ ok: true, channel: 'C0HANDOFFS' });
  },
);
rule(
  'chat.postMessage',
  'a form may hold the token, JSON may not',
  'docs.slack.dev/changelog/2017-10-keeping-up-with-the-jsons',
  async () => {
    const { workspace } = await opened();
    const to = `${workspace.url}/api/chat.postMessage`;
    const given = { ...text, token: workspace.bot_token };
    const json = { 'content-type': 'application/json; charset=utf-8' };
    const inJson = { method: 'POST', headers: json, body: JSON.stringify(given) };
    expect(await answerOf(fetch(to, inJson))).toMatchObject({ ok: false, error: 'not_authed' });
    const authorization = `Bearer ${workspace.bot_token}`;
    const inHeader = { ...inJson, headers: { ...json, authorization } };
    expect(await answerOf(fetch(to, inHeader))).toMatchObject({ ok: true });
    const inForm = { method: 'POST', body: new URLSearchParams(given) };
    expect(await answerOf(fetch(to, inForm))).toMatchObject({ ok: true });
    const parts = new FormData();
    for (const [name, value] of Object.entries(given)) parts.set(name, value);
    expect(await answerOf(fetch(to, { method: 'POST', body: parts }))).toMatchObject({ ok: true });
  },
);
rule(
  'auth.test',
  'Slack’s client may be given a token with a call',
  'docs.slack.dev/tools/node-slack-sdk/web-api',
  async () => {
    const { workspace } = await opened();
    const client = clientWith(workspace, undefined);
    expect((await refusal(client.auth.test())).error).toBe('not_authed');
    expect(await client.auth.test({ token: workspace.bot_token })).toMatchObject({ user_id: 'U0APPBOT' });
  },
);

/** What the first frame says, or why there is none. slack-go sends Slack's own address as Origin. */
function hello(url: string): Promise<string> {
  const socket = new WebSocket(url, { origin: 'https://api.slack.com' });
  return new Promise((resolve) => {
    socket.once('message', (data) => {
      resolve(JSON.parse(String(data)).type);
      socket.terminate();
    });
    socket.once('error', (error) => resolve(error.message));
  });
}

rule(
  'delivery:socket-mode',
  'the ticket of the address lets a client in, whatever Origin it names; without one nobody is',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const { workspace } = await opened();
    const url = await address(workspace);
    expect(await hello(url)).toBe('hello');
    const without = new URL(url);
    without.searchParams.delete('ticket');
    expect(await hello(without.href)).toContain('403');
    expect(await hello(url.replace('/link/', '/people/live'))).not.toBe('hello');
  },
);
