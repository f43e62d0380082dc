import { control } from '../fixture.ts';
import { idOf } from './play-conversations.ts';
import type { Stage } from './stage.ts';

/** People, groups of them, the team, and the app itself. */
export async function playTeam({ call, callOverSocket, workspace }: Stage): Promise<void> {
  await call('api.test', { foo: 'bar' });
  await call('auth.test');
  await callOverSocket('apps.connections.open');
  await call('team.info');
  await call('bots.info', { bot: workspace.world.app.bot_id });
  await call('emoji.list');
  await call('users.list', { include_locale: true, limit: 3 });
  await call('users.info', { user: 'U0PRIYA', include_locale: true });
  await call('users.info', { user: 'U0APPBOT' });
  await call('users.lookupByEmail', { email: 'priya@northwind.example' });
  await call('users.profile.get', { user: 'U0PRIYA', include_labels: true });
  await call('users.getPresence', { user: 'U0PRIYA' });
  await call('users.getPresence');
  await call('users.setPresence', { presence: 'auto' });
  await control(workspace, 'user', { id: 'U0CARLOS', deleted: true });
  await call('users.info', { user: 'U0CARLOS' });
  await control(workspace, 'user', { id: 'U0CARLOS', deleted: false });
  const { usergroup: made } = await call('usergroups.create', {
    name: 'Closers',
    handle: 'closers',
    include_count: true,
  });
  const usergroup = idOf(made);
  await call('usergroups.users.update', { usergroup, users: 'U0PRIYA,U0MARCUS', include_count: true });
  await call('usergroups.users.list', { usergroup });
  await call('usergroups.update', { usergroup, name: 'The closers' });
  await call('usergroups.list', { include_users: true, include_count: true });
  await call('usergroups.disable', { usergroup });
  await call('usergroups.enable', { usergroup });
  await call('blocks.validate', { blocks: [{ type: 'divider' }] });
  await call('views.publish', { user_id: 'U0PRIYA', view: { type: 'home', blocks: [] } });
}
