import type { App } from '@slack/bolt';
import type { Policy } from '../handoff/policy.ts';
import type { Sender } from '../platform/outbox/index.ts';
import type { Reaction } from '../record/record.ts';
import { registerAsk } from './ask/listeners.ts';
import { askSenders } from './ask/senders.ts';
import { channelSenders } from './channel/senders.ts';
import { digestSenders } from './digest/senders.ts';
import { registerEvidence } from './evidence/listeners.ts';
import { evidenceSenders } from './evidence/senders.ts';
import { frontSenders } from './front/senders.ts';
import { registerIntake } from './intake/listeners.ts';
import { intakeSenders } from './intake/senders.ts';
import { registerKickoff } from './kickoff/listeners.ts';
import { kickoffReaction } from './kickoff/react.ts';
import { kickoffSenders } from './kickoff/senders.ts';
import type { Desk } from './kit/desk.ts';
import { answerUnknownClicks } from './kit/listen.ts';
import { registerNext } from './next/listeners.ts';
import { nudgeSenders } from './nudges/senders.ts';
import { registerPacket } from './packet/listeners.ts';
import { packetReaction } from './packet/react.ts';
import { packetSenders } from './packet/senders.ts';
import { registerQuestions } from './questions/listeners.ts';
import { questionReaction } from './questions/react.ts';
import { questionSenders } from './questions/senders.ts';
import { deskReaction } from './react.ts';
import { registerRebuild } from './rebuild/listeners.ts';
import { rebuildSenders } from './rebuild/senders.ts';
import { registerReview } from './review/listeners.ts';
import { reviewReaction } from './review/react.ts';
import { reviewSenders } from './review/senders.ts';
import { registerSignoff } from './signoff/listeners.ts';
import { signoffReaction } from './signoff/react.ts';
import { signoffSenders } from './signoff/senders.ts';
import { registerStart } from './start/listeners.ts';

/** Every conversation registers here: its listeners, what it shows, and when that must be shown again. One line each. */
export const registerDesk = (app: App, desk: Desk, company: string): void => {
  registerStart(app, desk, company);
  registerIntake(app, desk);
  registerEvidence(app, desk);
  registerReview(app, desk);
  registerQuestions(app, desk);
  registerPacket(app, desk);
  registerSignoff(app, desk);
  registerKickoff(app, desk);
  registerNext(app, desk);
  registerRebuild(app, desk);
  registerAsk(app, desk);
  answerUnknownClicks(app, desk);
};

export const senders = (desk: Desk): Record<string, Sender> => ({
  ...channelSenders(desk),
  ...frontSenders(desk),
  ...intakeSenders(desk),
  ...evidenceSenders(desk),
  ...reviewSenders(desk),
  ...questionSenders(desk),
  ...packetSenders(desk),
  ...signoffSenders(desk),
  ...kickoffSenders(desk),
  ...nudgeSenders(desk),
  ...digestSenders(desk),
  ...rebuildSenders(desk),
  ...askSenders(desk),
});

export const reactions = (policy: Policy): Reaction[] => [
  deskReaction,
  reviewReaction(policy),
  questionReaction,
  packetReaction,
  signoffReaction(policy),
  kickoffReaction,
];
