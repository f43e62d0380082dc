import { decisionTitle, isPromise } from '../../handoff/decisions.ts';
import type { FlagState } from '../../handoff/state.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect } from '../step-failed.ts';
import { hopedFor } from './choose-decision.ts';
import { reviewNext } from './decide-in-modals.ts';
import { decideOpen, newTally, nextFlag, type Tally } from './decide-open.ts';
import { clickDecision } from './vote.ts';

/** A person who is in the channel and has no role decides nothing. */
const refuseColleague = async (scene: Scene, id: string): Promise<void> => {
  const { colleague } = scene.cast;
  if (!(await scene.people.channelsOf(colleague)).some((one) => one.id === scene.channel)) return;
  const before = (await scene.whispers(colleague)).length;
  const { revision } = scene.record.row(scene.h);
  await clickDecision(scene, colleague, id, 'ask_customer');
  await scene.toldPrivately(colleague, before, /^Only /, 'that only people with a role decide');
  expect(scene.record.row(scene.h).revision === revision, `${colleague.name} has no role and changed the record.`);
};

export const checkAllDecided = async (scene: Scene): Promise<void> => {
  const rows = scene.record.flags(scene.h);
  expect(
    rows.every((one) => one.status === 'decided'),
    'A flag is still open in the table.',
  );
  const head = wordsOf((await scene.message(scene.lead, `flags:${scene.h}`)).blocks);
  expect(
    rows.length === 0 || head.includes('All of them are decided'),
    'The thread of flags does not say that all are decided.',
  );
  const asks = scene.people.shows({ channel: '', message: await scene.desk() }, 'flag.next');
  expect(!asks, 'The desk still asks to decide flags.');
};

const changeOrders = ({ handoff: { changeOrders: all } }: Scene): string =>
  all.length === 0
    ? 'no change order'
    : `${all.filter((one) => one.status === 'signed').length} of ${all.length} change orders sent and signed`;

const summary = (scene: Scene, all: readonly FlagState[], tally: Tally): string => {
  const decided = scene.handoff.flags.filter((one) => one.status === 'decided');
  const kinds = new Set(decided.flatMap((one) => (one.decided ? [one.decided.decision] : [])));
  const absent = hopedFor(all).filter((decision) => !kinds.has(decision));
  return [
    `${decided.length} of ${all.length}`,
    `${tally.both} by both sides${tally.approver ? ', approver too' : ''}`,
    `${tally.lowTogether} low together`,
    changeOrders(scene),
    ...(all.some((one) => isPromise(one.flag)) ? [] : ['no promise among them']),
    ...(absent.length > 0 ? [`too few flags for ${absent.map((one) => decisionTitle[one]).join(', ')}`] : []),
  ].join(' · ');
};

/** Every open flag is decided by the people who must, in their cards, one by one in a modal, and the low ones together. */
export const decideFlags = async (scene: Scene): Promise<string> => {
  await scene.settled();
  const all = scene.handoff.flags.filter((one) => !one.withdrawn);
  if (all.length === 0) return 'this deal raises no flag, so there is nothing to decide';
  const tally = newTally();
  const first = nextFlag(scene);
  if (first) {
    await refuseColleague(scene, first.flag.id);
    const decided = await reviewNext(scene);
    if (decided) tally.taken.set(decided, 1);
  }
  await decideOpen(scene, tally);
  await scene.settled();
  await checkAllDecided(scene);
  return summary(scene, all, tally);
};
