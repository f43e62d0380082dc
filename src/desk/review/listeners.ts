import type { App } from '@slack/bolt';
import { z } from 'zod';
import { person } from '../../handoff/actor.ts';
import { Decision, decisionsFor } from '../../handoff/decisions.ts';
import { openRanked } from '../../handoff/flag-order.ts';
import { Refusal } from '../../handoff/refusal.ts';
import type { Handoff } from '../../handoff/state.ts';
import { learnedSoFar } from '../../record/learned.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { requirePeople } from '../kit/people.ts';
import { anyWords, loadHandoff, rehearse } from '../kit/rehearse.ts';
import { onSubmit } from '../kit/submit.ts';
import { againCallback, againModal, mayReopen } from './again.ts';
import { MoreValue } from './decide-buttons.ts';
import { Settled } from './decided.ts';
import { lowCallback, lowFlagsModal, lowResult } from './low-flags.ts';
import { openLow } from './order.ts';
import { decideCallback, flagModal, reviewNextModal } from './views.ts';

const About = z.object({ h: z.string() });
const Choice = z.object({ h: z.string(), flag: z.string(), decision: Decision });
const Later = z.object({ h: z.string(), flag: z.string(), at: z.number(), of: z.number() });
const Settle = z.object({ h: z.string(), id: z.string(), status: Settled });

/** A decision this person has not given yet; only role, state and cancellation are asked after. */
const mayDecide = (desk: Desk, handoff: Handoff, user: string, flag: string | undefined): void => {
  const one = handoff.flags.find((candidate) => candidate.flag.id === flag);
  const said = one?.votes.find((vote) => vote.by === user)?.decision;
  const decision = one && decisionsFor(one.flag).find((candidate) => candidate !== said);
  const command = { type: 'decide_flag' as const, flag: flag ?? '', decision: decision ?? ('duplicate' as const) };
  rehearse(desk, handoff, user, { ...command, reason: anyWords, owner: user });
};

const registerClicks = (app: App, desk: Desk): void => {
  const openFor = ({ h, flag, decision }: z.infer<typeof Choice>, user: string) => {
    const handoff = loadHandoff(desk, h);
    rehearse(desk, handoff, user, { type: 'decide_flag', flag, decision, reason: anyWords, owner: user });
    return flagModal(handoff, flag, decision, desk.policy);
  };
  for (const decision of Decision.options)
    onClick(app, desk, `flag.decide.${decision}`, Choice, async (choice, asked) =>
      asked.show(openFor(choice, asked.user)),
    );
  onClick(app, desk, 'flag.more', MoreValue, async (choice, asked) => asked.show(openFor(choice, asked.user)));

  onClick(app, desk, 'flag.next', About, async ({ h }, asked) => {
    const handoff = loadHandoff(desk, h);
    const learned = learnedSoFar(desk.store.read);
    const first = openRanked(handoff, learned)[0];
    if (first) mayDecide(desk, handoff, asked.user, first.flag.id);
    await asked.show(reviewNextModal(handoff, asked.user, desk.policy, undefined, learned));
  });

  onClick(app, desk, 'flag.later', Later, async ({ h, ...from }, asked) => {
    const view = reviewNextModal(loadHandoff(desk, h), asked.user, desk.policy, from, learnedSoFar(desk.store.read));
    await (asked.viewId ? desk.slack.views.update({ view_id: asked.viewId, view }) : asked.show(view));
  });

  onClick(app, desk, 'flags.again', About, async ({ h }, asked) => {
    const handoff = loadHandoff(desk, h);
    const decided = mayReopen(handoff)[0];
    if (decided) rehearse(desk, handoff, asked.user, { type: 'reopen_flag', flag: decided.flag.id, reason: anyWords });
    await asked.show(againModal(handoff));
  });

  onClick(app, desk, 'flags.low', About, async ({ h }, asked) => {
    const handoff = loadHandoff(desk, h);
    const first = openLow(handoff)[0];
    if (first) mayDecide(desk, handoff, asked.user, first.flag.id);
    await asked.show(lowFlagsModal(handoff));
  });

  for (const status of Settled.options)
    onClick(app, desk, `change_order.settle.${status}`, Settle, async ({ h, id }, asked) => {
      await desk.record.run(h, {
        actor: person(asked.user),
        inboxId: asked.inboxId,
        command: { type: 'settle_change_order', id, status, note: '' },
      });
    });
};

const Metadata = z.object({
  h: z.string(),
  flag: z.string(),
  decision: Decision.nullable(),
  at: z.number().nullable(),
  of: z.number().nullable(),
});
const Values = z.object({
  decision: Decision.nullish(),
  reason: z.string().nullable(),
  owner: z.string().nullish(),
});

const registerDecide = (app: App, desk: Desk): void =>
  onSubmit(app, desk, decideCallback, { metadata: Metadata, values: Values }, async ({ metadata, values }, asked) => {
    const { h, flag, at, of } = metadata;
    const decision = metadata.decision ?? values.decision;
    const owner = values.owner ?? null;
    if (!decision) throw new Refusal('no_decision', 'Choose a decision.', { decision: 'Choose a decision.' });
    await requirePeople(desk, { owner });
    const after = await desk.record.run(h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: { type: 'decide_flag', flag, decision, reason: values.reason ?? '', owner },
    });
    if (at === null || of === null) return undefined;
    const learned = learnedSoFar(desk.store.read);
    const next = reviewNextModal(after, asked.user, desk.policy, { flag, at, of }, learned);
    return { response_action: 'update', view: next };
  });

const LowValues = z
  .object({ decision: Decision, reason: z.string().nullable() })
  .catchall(z.union([z.string(), z.array(z.string()), z.null()]));

const registerLow = (app: App, desk: Desk): void =>
  onSubmit(app, desk, lowCallback, { metadata: About, values: LowValues }, async ({ metadata, values }, asked) => {
    const { decision, reason, ...fields } = values;
    const groups = Object.entries(fields).filter(([field]) => field.startsWith('take.'));
    const ticked = groups.flatMap(([, value]) => (Array.isArray(value) ? value : []));
    if (ticked.length === 0) {
      const sentence = 'Tick at least one flag.';
      throw new Refusal('nothing_ticked', sentence, { [groups[0]?.[0] ?? 'decision']: sentence });
    }
    const before = loadHandoff(desk, metadata.h);
    const after = await desk.record.run(metadata.h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: { type: 'decide_flags', flags: ticked, decision, reason: reason ?? '' },
    });
    return { response_action: 'update', view: lowResult(after, ticked, before, reason ?? '') };
  });

const registerAgain = (app: App, desk: Desk): void =>
  onSubmit(app, desk, againCallback, { metadata: About, values: AgainValues }, async ({ metadata, values }, asked) => {
    await desk.record.run(metadata.h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: { type: 'reopen_flag', flag: values.flag, reason: values.reason ?? '' },
    });
    return undefined;
  });

const AgainValues = z.object({ flag: z.string(), reason: z.string().nullable() });

/** Everything people do in the thread "Flags". */
export const registerReview = (app: App, desk: Desk): void => {
  registerClicks(app, desk);
  registerDecide(app, desk);
  registerLow(app, desk);
  registerAgain(app, desk);
};
