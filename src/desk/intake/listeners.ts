import type { App } from '@slack/bolt';
import { z } from 'zod';
import { person } from '../../handoff/actor.ts';
import type { Command } from '../../handoff/command.ts';
import { InputKey, SkipReason } from '../../handoff/inputs.ts';
import { Refusal } from '../../handoff/refusal.ts';
import type { Handoff } from '../../handoff/state.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { requirePeople } from '../kit/people.ts';
import { onSubmit, type Submitted } from '../kit/submit.ts';
import { notOver } from './stale.ts';
import { answerCallback, answerModal, assignCallback, assignModal, skipCallback, skipModal } from './views.ts';

const Subject = z.object({ h: z.string(), input: InputKey });
/** `seen` is missing in a modal that an older version opened. */
const Before = Subject.extend({ seen: z.string().nullable().optional() });

/** A step that somebody settled meanwhile, or a cancelled handoff, is said at the click and not after the typing. */
const openStep = (desk: Desk, { h, input }: z.infer<typeof Subject>): Handoff => {
  const handoff = desk.record.load(h);
  if (!handoff) throw new Refusal('no_such_handoff', 'I do not know this handoff.');
  if (handoff.cancelled)
    throw new Refusal('cancelled', `This handoff was cancelled by <@${handoff.cancelled.by}>. Nothing was changed.`);
  if (!handoff.inputs.some((one) => one.key === input))
    throw new Refusal('no_such_input', 'This handoff’s template does not ask for that.');
  return handoff;
};

/** Ticks from every group of boxes; each group is a field of its own. */
const ticked = (values: Record<string, string | string[] | null>): string[] =>
  Object.entries(values).flatMap(([field, value]) => (field.startsWith('take.') && Array.isArray(value) ? value : []));

export const registerIntake = (app: App, desk: Desk): void => {
  onClick(app, desk, 'input.answer', Subject, async (subject, asked) =>
    asked.show(answerModal(openStep(desk, subject), subject.input)),
  );
  onClick(app, desk, 'input.skip', Subject, async (subject, asked) =>
    asked.show(skipModal(openStep(desk, subject), subject.input)),
  );
  onClick(app, desk, 'input.assign', Subject, async (subject, asked) =>
    asked.show(assignModal(openStep(desk, subject), subject.input)),
  );

  const save = (subject: z.infer<typeof Subject>, { user, inboxId }: Submitted, command: Command) =>
    notOver(desk, subject, user, () => desk.record.run(subject.h, { actor: person(user), inboxId, command }));

  const Answer = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]));
  onSubmit(app, desk, answerCallback, { metadata: Before, values: Answer }, async ({ metadata, values }, asked) => {
    const text = typeof values.answer === 'string' ? values.answer : '';
    const accepted = ticked(values);
    const unticked = asked.preTicked.filter((id) => !accepted.includes(id));
    const { input, seen } = metadata;
    const command = { type: 'answer_input' as const, input, text, accepted, unticked, seen };
    return save(metadata, asked, command);
  });

  onSubmit(
    app,
    desk,
    skipCallback,
    { metadata: Before, values: z.object({ skip: SkipReason, note: z.string().nullable() }) },
    async ({ metadata, values }, asked) => {
      const { input, seen } = metadata;
      const command = { type: 'skip_input' as const, input, reason: values.skip, note: values.note ?? '', seen };
      return save(metadata, asked, command);
    },
  );

  onSubmit(
    app,
    desk,
    assignCallback,
    { metadata: Before, values: z.object({ to: z.string() }) },
    async ({ metadata, values }, asked) => {
      await requirePeople(desk, { to: values.to });
      const { input, seen } = metadata;
      return save(metadata, asked, { type: 'assign_input', input, to: values.to, seen });
    },
  );
};
