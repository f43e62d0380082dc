import { SlackError } from '../slack-error.ts';
import type { Change } from './changes.ts';
import { seconds } from './clock.ts';
import type { Json, UserGroup } from './model.ts';
import type { World } from './world.ts';

/** What can be written about a group. Ids in `channels` are channels it is added to by default. */
export interface GroupFields {
  name?: string | undefined;
  handle?: string | undefined;
  description?: string | undefined;
  channels?: string[] | undefined;
}

const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 140;

export function createUserGroup(world: World, fields: GroupFields & { name: string }, by: string): UserGroup {
  const handle = fields.handle ?? handleFrom(fields.name);
  check(world, null, { ...fields, handle });
  const now = seconds(world.clock.now());
  const { name, description = '', channels = [] } = fields;
  const group: UserGroup = {
    id: world.ids.next('S'),
    name,
    handle,
    description,
    channels,
    users: [],
    created_by: by,
    updated_by: by,
    date_create: now,
    date_update: now,
    date_delete: 0,
  };
  world.usergroups.set(group.id, group);
  world.changes.tell({ type: 'usergroup', created: true, group });
  return group;
}

export function updateUserGroup(world: World, group: UserGroup, fields: GroupFields, by: string): UserGroup {
  check(world, group, fields);
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  Object.assign(group, Object.fromEntries(given));
  return touch(world, group, by);
}

/** A disabled group keeps its people; nobody can mention it. */
export function enableUserGroup(world: World, group: UserGroup, on: boolean, by: string): UserGroup {
  group.date_delete = on ? 0 : seconds(world.clock.now());
  return touch(world, group, by);
}

/** Replaces everybody in the group. */
export function setUserGroupUsers(world: World, group: UserGroup, users: string[], by: string): UserGroup {
  const added = users.filter((id) => !group.users.includes(id));
  const removed = group.users.filter((id) => !users.includes(id));
  group.users = users;
  touch(world, group, by);
  if (added.length + removed.length > 0) world.changes.tell({ type: 'usergroup_members', group, added, removed });
  return group;
}

function touch(world: World, group: UserGroup, by: string): UserGroup {
  group.updated_by = by;
  group.date_update = seconds(world.clock.now());
  world.changes.tell({ type: 'usergroup', created: false, group });
  return group;
}

/** Handles are unique among groups, people and channels (docs.slack.dev/reference/methods/usergroups.create). */
function check(world: World, self: UserGroup | null, { name, handle, description, channels }: GroupFields): void {
  const others = [...world.usergroups.values()].filter((group) => group !== self);
  if (name === '') throw new SlackError('missing_subteam_name');
  if (name !== undefined && name.length > LONGEST_NAME) throw new SlackError('name_too_long');
  if (others.some((group) => group.name === name)) throw new SlackError('name_already_exists');
  if (description !== undefined && description.length > LONGEST_DESCRIPTION) {
    throw new SlackError('description_too_long');
  }
  if (handle !== undefined && handle !== self?.handle) {
    if (!/^[\p{Ll}\p{Lo}\p{N}._-]+$/u.test(handle)) throw new SlackError('bad_handle');
    if (['here', 'channel', 'everyone', 'group'].includes(handle)) throw new SlackError('forbidden_handle');
    const people = [...world.users.values()].some((user) => user.name === handle);
    const named = [...world.channels.values()].some((channel) => channel.name === handle);
    if (people || named || others.some((group) => group.handle === handle)) {
      throw new SlackError('handle_already_exists');
    }
  }
  const unknown = channels?.some((id) => !['public', 'private'].includes(world.channels.get(id)?.kind ?? ''));
  if (unknown) throw new SlackError('invalid_channel_provided');
}

const handleFrom = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '-');

/** Slack's usergroup object. */
export function describeUserGroup(
  world: World,
  group: UserGroup,
  show: { users?: boolean | undefined; count?: boolean | undefined } = {},
): Json {
  const { users, channels, ...rest } = group;
  const inKind = (kind: string) => channels.filter((id) => world.channels.get(id)?.kind === kind);
  return {
    ...rest,
    team_id: world.team.id,
    is_usergroup: true,
    is_subteam: true,
    is_external: false,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    deleted_by: group.date_delete > 0 ? group.updated_by : null,
    prefs: { channels: inKind('public'), groups: inKind('private') },
    ...(show.users ? { users } : {}),
    ...(show.count ? { user_count: users.length, channel_count: channels.length } : {}),
  };
}

/** The event `subteam_members_changed`. */
export function membersChanged(world: World, change: Extract<Change, { type: 'usergroup_members' }>): Json {
  const { group, added, removed } = change;
  return {
    type: 'subteam_members_changed',
    subteam_id: group.id,
    team_id: world.team.id,
    date_previous_update: group.date_update,
    date_update: group.date_update,
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
  };
}
