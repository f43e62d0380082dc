import { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import { slackErrorCode } from '../../platform/slack/index.ts';
import type { Desk } from './desk.ts';

const Answer = z.looseObject({
  user: z.looseObject({
    id: z.string(),
    tz: z.string().optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
  }),
});
export type SlackPerson = z.infer<typeof Answer>['user'];

export const personInfo = async (desk: Pick<Desk, 'slack'>, user: string): Promise<SlackPerson | null> => {
  try {
    return Answer.parse(await desk.slack.users.info({ user })).user;
  } catch (error) {
    if (slackErrorCode(error) === 'user_not_found') return null;
    throw error;
  }
};

/** Says why a person cannot hold a role, or null when they can: people who left, guests and apps decide nothing. */
const unfit = (person: SlackPerson | null): string | null => {
  if (person === null) return 'I cannot find this person. Choose somebody else.';
  if (person.deleted) return 'This person has left the workspace. Choose somebody else.';
  if (person.is_bot) return 'This is an app. Choose a person.';
  if (person.is_restricted || person.is_ultra_restricted)
    return 'Guests cannot hold a role in a handoff. Choose a full member.';
  return null;
};

/** Throws a `Refusal` that names each field whose person cannot hold the role. */
export const requirePeople = async (
  desk: Pick<Desk, 'slack'>,
  chosen: Record<string, string | null>,
): Promise<void> => {
  const checks = await Promise.all(
    Object.entries(chosen).flatMap(([field, user]) =>
      user === null ? [] : [personInfo(desk, user).then((person) => [field, unfit(person)] as const)],
    ),
  );
  const fields = Object.fromEntries(checks.flatMap(([field, reason]) => (reason === null ? [] : [[field, reason]])));
  if (Object.keys(fields).length > 0)
    throw new Refusal('unfit_person', 'Somebody you chose cannot hold this role.', fields);
};
