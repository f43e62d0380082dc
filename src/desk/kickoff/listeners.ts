import type { App } from '@slack/bolt';
import { z } from 'zod';
import { person } from '../../handoff/actor.ts';
import { Refusal } from '../../handoff/refusal.ts';
import { Role, rolesOf, roleTitle } from '../../handoff/roles.ts';
import type { Handoff } from '../../handoff/state.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { requirePeople } from '../kit/people.ts';
import { onSubmit } from '../kit/submit.ts';
import { day, listOf, mention } from '../kit/text.ts';
import { teamCallback, teamModal } from './team.ts';
import {
  cancelCallback,
  cancelModal,
  missingModal,
  moveCallback,
  moveModal,
  scheduleCallback,
  scheduleModal,
} from './views.ts';

const Subject = z.object({ h: z.string() });

const open = (desk: Desk, h: string): Handoff => {
  const handoff = desk.record.load(h);
  if (!handoff) throw new Refusal('no_such_handoff', 'I do not know this handoff.');
  if (handoff.cancelled)
    throw new Refusal(
      'cancelled',
      `This handoff was cancelled by ${mention(handoff.cancelled.by)}. Nothing was changed.`,
    );
  return handoff;
};

/** Said at the click, before anybody types; the domain checks again. */
const requireTeam = ({ team }: Handoff, user: string, what: string): void => {
  if (rolesOf(team, user).length > 0) return;
  const who = Role.options.flatMap((role) => (team[role] ? [`the ${roleTitle[role]} (${mention(team[role])})`] : []));
  throw new Refusal('not_allowed', `Only ${listOf(who, 'or')} can ${what}.`);
};

const requireUnscheduled = (desk: Desk, { kickoff }: Handoff): void => {
  if (kickoff)
    throw new Refusal('already_scheduled', `Kickoff is scheduled for ${day(kickoff.date, todayOf(desk))} already.`);
};

const requireAhead = (desk: Desk, { kickoff }: Handoff): void => {
  if (kickoff && kickoff.date < todayOf(desk))
    throw new Refusal(
      'already_held',
      `Kickoff was on ${day(kickoff.date, todayOf(desk))}. It cannot be moved any more.`,
    );
};

export const registerKickoff = (app: App, desk: Desk): void => {
  onClick(app, desk, 'kickoff.open', Subject, async ({ h }, asked) => {
    const handoff = open(desk, h);
    requireUnscheduled(desk, handoff);
    const readiness = desk.record.readinessOf(handoff);
    if (!readiness.ready) return asked.show(missingModal(handoff, readiness, asked.user));
    requireTeam(handoff, asked.user, 'schedule kickoff');
    await asked.show(scheduleModal(handoff, todayOf(desk)));
  });

  onClick(app, desk, 'desk.more', Subject.extend({ do: z.enum(['move', 'cancel', 'team']) }), async (value, asked) => {
    const handoff = open(desk, value.h);
    if (value.do === 'cancel') {
      requireTeam(handoff, asked.user, 'cancel this handoff');
      return asked.show(cancelModal(handoff));
    }
    if (value.do === 'team') {
      requireTeam(handoff, asked.user, 'hand a role to somebody else');
      return asked.show(teamModal(handoff));
    }
    requireTeam(handoff, asked.user, 'move kickoff');
    requireAhead(desk, handoff);
    await asked.show(moveModal(handoff, todayOf(desk)));
  });

  onSubmit(
    app,
    desk,
    scheduleCallback,
    { metadata: Subject, values: z.object({ date: z.string() }) },
    async ({ metadata, values }, { user, inboxId }) => {
      const command = { type: 'schedule_kickoff' as const, date: values.date };
      await desk.record.run(metadata.h, { actor: person(user), inboxId, command });
      return undefined;
    },
  );

  onSubmit(
    app,
    desk,
    moveCallback,
    { metadata: Subject, values: z.object({ date: z.string(), reason: z.string().nullable() }) },
    async ({ metadata, values }, { user, inboxId }) => {
      const command = { type: 'move_kickoff' as const, date: values.date, reason: values.reason ?? '' };
      await desk.record.run(metadata.h, { actor: person(user), inboxId, command });
      return undefined;
    },
  );

  onSubmit(
    app,
    desk,
    teamCallback,
    { metadata: Subject, values: z.object({ role: Role, to: z.string(), reason: z.string().nullable() }) },
    async ({ metadata, values }, { user, inboxId }) => {
      const { role, to } = values;
      await requirePeople(desk, { to });
      const command = { type: 'change_team' as const, role, to, reason: values.reason ?? '' };
      await desk.record.run(metadata.h, { actor: person(user), inboxId, command });
      return undefined;
    },
  );

  onSubmit(
    app,
    desk,
    cancelCallback,
    { metadata: Subject, values: z.object({ reason: z.string().nullable() }) },
    async ({ metadata, values }, { user, inboxId }) => {
      const command = { type: 'cancel' as const, reason: values.reason ?? '' };
      await desk.record.run(metadata.h, { actor: person(user), inboxId, command });
      return undefined;
    },
  );
};
