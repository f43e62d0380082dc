import { afterEach, expect } from 'vitest';
import { atInstallPage, CLIENT, closeAll, opened, REDIRECT, somebody, withPeople } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

rule(
  'people:install-page',
  'is plain HTML without scripts that names the app, the scopes and the state',
  'docs.slack.dev/authentication/installing-with-oauth',
  async () => {
    const { workspace } = await opened();
    const query = new URLSearchParams({
      ...CLIENT,
      scope: 'chat:write users:read',
      state: '"><b>',
      redirect_uri: REDIRECT,
    });
    const page = await fetch(`${workspace.url}/oauth/v2/authorize?${query}`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self' http:\/\/localhost:9;/,
    );
    for (const part of ['<html lang="en">', '<main>', '<h1>', '<label for="user">', 'users:read', 'Priya Raman'])
      expect(html).toContain(part);
    expect(html).not.toContain('<script');
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"');
  },
);
rule(
  'people:install-page',
  'refuses unknown apps, addresses that are not set, and no scopes',
  'docs.slack.dev/authentication/installing-with-oauth',
  async () => {
    const { workspace } = await opened();
    const ask = async (more: Record<string, string>) => {
      const query = { client_id: CLIENT.client_id, scope: 'chat:write', redirect_uri: REDIRECT, ...more };
      const page = await fetch(`${workspace.url}/oauth/v2/authorize?${new URLSearchParams(query)}`, {
        redirect: 'manual',
      });
      return [page.status, / <code>(\w+)<\/code>/.exec(await page.text())?.[1]];
    };
    expect(await ask({ client_id: '9.9' })).toEqual([400, 'invalid_client_id']);
    expect(await ask({ scope: '' })).toEqual([400, 'no_scopes']);
    expect(await ask({ scope: 'Chat Write!' })).toEqual([400, 'invalid_scope']);
    for (const redirect_uri of ['https://evil.example/', `${REDIRECT}-not`, 'http://localhost:10/slack/oauth_redirect'])
      expect(await ask({ redirect_uri })).toEqual([400, 'bad_redirect_uri']);
    expect((await ask({ redirect_uri: `${REDIRECT}/below` }))[0]).toBe(200);
  },
);
rule(
  'people:install-page',
  'guests cannot install; they can let an installed app act for them',
  'docs.slack.dev/authentication/installing-with-oauth',
  async () => {
    const { workspace } = await opened({}, withPeople(somebody('U0GUEST', { is_restricted: true })));
    const decide = { decision: 'allow', user: 'U0GUEST' };
    expect((await atInstallPage(workspace, { scope: 'chat:write' }, decide)).status).toBe(400);
    expect((await atInstallPage(workspace, { user_scope: 'chat:write' }, decide)).status).toBe(302);
  },
);
