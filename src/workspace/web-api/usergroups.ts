import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import type { UserGroup } from '../state/model.ts';
import { isMember } from '../state/people.ts';
import {
  createUserGroup,
  describeUserGroup,
  enableUserGroup,
  setUserGroupUsers,
  updateUserGroup,
} from '../state/usergroups.ts';
import { type Call, commaList, flag, type Methods, method, text } from './method.ts';

const READ = ['usergroups:read'];
const WRITE = ['usergroups:write'];
const fields = {
  handle: text.optional(),
  description: z.string().optional(),
  channels: commaList.optional(),
  include_count: flag.default(false),
};
const one = { usergroup: text, include_count: flag.default(false) };

/** Groups of people with a handle. They belong to the paid plans. */
export const usergroups: Methods = {
  'usergroups.create': method(z.object({ name: z.string(), ...fields }), WRITE, (call, { include_count, ...made }) => {
    mayChange(call);
    return answer(call, createUserGroup(call.world, made, call.bot), include_count);
  }),
  'usergroups.update': method(
    z.object({ usergroup: text, name: z.string().optional(), ...fields }),
    WRITE,
    (call, { usergroup, include_count, ...change }) => {
      mayChange(call);
      return answer(call, updateUserGroup(call.world, existing(call, usergroup), change, call.bot), include_count);
    },
  ),
  'usergroups.enable': method(z.object(one), WRITE, (call, args) => {
    mayChange(call);
    return answer(
      call,
      enableUserGroup(call.world, existing(call, args.usergroup), true, call.bot),
      args.include_count,
    );
  }),
  'usergroups.disable': method(z.object(one), WRITE, (call, args) => {
    mayChange(call);
    const group = enableUserGroup(call.world, existing(call, args.usergroup), false, call.bot);
    return answer(call, group, args.include_count);
  }),
  'usergroups.list': method(
    z.object({
      include_count: flag.default(false),
      include_disabled: flag.default(false),
      include_users: flag.default(false),
    }),
    READ,
    ({ world }, args) => {
      if (world.plan === 'free') throw new SlackError('plan_upgrade_required');
      const groups = [...world.usergroups.values()].filter((group) => args.include_disabled || group.date_delete === 0);
      const show = { users: args.include_users, count: args.include_count };
      return { usergroups: groups.map((group) => describeUserGroup(world, group, show)) };
    },
  ),
  'usergroups.users.list': method(
    z.object({ usergroup: text, include_disabled: flag.default(false) }),
    READ,
    (call, args) => {
      if (call.world.plan === 'free') throw new SlackError('plan_upgrade_required');
      const group = existing(call, args.usergroup);
      if (group.date_delete > 0 && !args.include_disabled) throw new SlackError('no_such_subteam');
      return { users: group.users };
    },
  ),
  /** The list replaces everybody. */
  'usergroups.users.update': method(z.object({ ...one, users: commaList }), WRITE, (call, args) => {
    mayChange(call);
    const group = existing(call, args.usergroup);
    const users = [...new Set(args.users)];
    if (users.length === 0) throw new SlackError('no_users_provided');
    const known = users.map((id) => call.world.users.get(id));
    if (known.some((user) => !user || user.deleted)) throw new SlackError('invalid_users');
    if (known.some((user) => !isMember(call.world, user))) throw new SlackError('failed_for_some_users');
    return answer(call, setUserGroupUsers(call.world, group, users, call.bot), args.include_count);
  }),
};

const answer = (call: Call, group: UserGroup, count: boolean) => ({
  usergroup: describeUserGroup(call.world, group, { users: true, count }),
});

function mayChange(call: Call): void {
  if (call.world.plan === 'free') throw new SlackError('paid_teams_only');
  if (!isMember(call.world, call.world.users.get(call.bot))) throw new SlackError('permission_denied');
}

function existing(call: Call, id: string): UserGroup {
  const group = call.world.usergroups.get(id);
  if (!group) throw new SlackError('no_such_subteam');
  return group;
}
