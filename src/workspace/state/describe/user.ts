import { createHash } from 'node:crypto';
import type { Json, User } from '../model.ts';
import { isExternal, isStranger } from '../people.ts';
import type { World } from '../world.ts';
import { avatars } from './avatar.ts';

/** Slack's user object (docs.slack.dev/reference/objects/user-object). One who was deactivated has no zone and no rights left to tell. */
export function describeUser(world: World, user: User, withEmail: boolean, withLocale = false): Json {
  const common = {
    id: user.id,
    team_id: user.team_id,
    name: user.name,
    deleted: user.deleted,
    profile: describeProfile(world, user, withEmail),
    is_bot: user.is_bot,
    is_app_user: false,
    updated: user.updated,
  };
  if (user.deleted) return common;
  const now = world.clock.now();
  return {
    ...common,
    color: hashOf(user.id).slice(0, 6),
    real_name: user.real_name,
    tz: user.tz,
    tz_label: user.tz_label ?? zoneName(user.tz, now, 'long'),
    tz_offset: zoneOffset(user.tz, now),
    is_admin: user.is_admin,
    is_owner: user.is_owner,
    is_primary_owner: user.is_primary_owner,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
    is_email_confirmed: !user.is_bot,
    who_can_share_contact_card: 'EVERYONE',
    ...(user.is_bot ? { is_workflow_bot: false } : {}),
    ...(withLocale ? { locale: user.locale } : {}),
    ...(isExternal(world, user) ? { is_stranger: isStranger(world, user) } : {}),
  };
}

/** Addresses are shown with `users:read.email`, and never those of another company. */
export function describeProfile(world: World, user: User, withEmail: boolean): Json {
  const [first_name = '', ...rest] = user.real_name.split(' ');
  const expired = user.status.expiration > 0 && user.status.expiration * 1000 <= world.clock.now();
  const status = expired ? { text: '', emoji: '', expiration: 0 } : user.status;
  const mark = user.is_bot ? { bot_id: world.app.bot_id, api_app_id: world.app.id, always_active: true } : {};
  return {
    title: user.title,
    phone: '',
    skype: '',
    real_name: user.real_name,
    real_name_normalized: user.real_name,
    display_name: user.name,
    display_name_normalized: user.name,
    fields: {},
    status_text: status.text,
    status_text_canonical: '',
    status_emoji: status.emoji,
    status_emoji_display_info: [],
    status_expiration: status.expiration,
    avatar_hash: hashOf(user.id).slice(0, 12),
    ...avatars(world, user.id, [24, 32, 48, 72, 192, 512]),
    first_name,
    last_name: rest.join(' '),
    team: user.team_id,
    ...(withEmail && !user.is_bot && !isExternal(world, user) ? { email: user.email } : {}),
    ...mark,
  };
}

/** What an `app_mention` tells of its author. */
export function describeAuthor(world: World, user: User): Json {
  const [first_name = ''] = user.real_name.split(' ');
  return {
    avatar_hash: hashOf(user.id).slice(0, 12),
    ...avatars(world, user.id, [72]),
    first_name,
    real_name: user.real_name,
    display_name: user.name,
    team: user.team_id,
    name: user.name,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
  };
}

const hashOf = (text: string) => createHash('sha1').update(text).digest('hex');

function zoneName(tz: string, at: number, style: 'long' | 'longOffset'): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: style }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
}

/** Seconds east of UTC at an instant. */
function zoneOffset(tz: string, at: number): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(zoneName(tz, at, 'longOffset')) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
