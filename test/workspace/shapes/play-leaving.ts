import { allow } from '../../../src/workspace/state/installs.ts';
import { idOf } from './play-conversations.ts';
import type { Stage } from './stage.ts';

const REDIRECT = 'https://app.example/done';

/** A person installs the app, does what no bot may with their token, and takes the app out: the last thing it hears. */
export async function playLeaving({ call, workspace }: Stage): Promise<void> {
  const { world } = workspace;
  const { client_id, client_secret, scopes } = world.app;
  const user_scopes = ['channels:write', 'groups:write'];
  const consent = { user: 'U0PRIYA', scopes, user_scopes, redirect_uri: REDIRECT };
  const { code } = allow(world, consent);
  const installed = await call('oauth.v2.access', { client_id, client_secret, code, redirect_uri: REDIRECT });
  const token = String(Object(installed.authed_user).access_token);
  for (const is_private of [false, true]) {
    const { channel } = await call('conversations.create', { name: `old-${is_private}`, is_private }, token);
    await call('conversations.invite', { channel: idOf(channel), users: world.app.bot_user.id }, token);
    await call('conversations.archive', { channel: idOf(channel) }, token);
    await call('conversations.unarchive', { channel: idOf(channel) }, token);
    await call('conversations.leave', { channel: idOf(channel) });
  }
  await call('auth.revoke', {}, token);
  const exchanged = await call('oauth.v2.exchange', { client_id, client_secret, token: workspace.bot_token });
  await call('apps.uninstall', { client_id, client_secret }, String(exchanged.access_token));
}
