import { type Decision, decisionTitle } from '../../handoff/decisions.ts';
import { openRanked } from '../../handoff/flag-order.ts';
import { type FlagState, openFlags } from '../../handoff/state.ts';
import type { Actor } from '../cast.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect } from '../step-failed.ts';
import { until } from '../until.ts';
import { chooseDecision, rolesFor } from './choose-decision.ts';
import { decideLowTogether } from './decide-in-modals.ts';
import { settleChangeOrders } from './settle-change-orders.ts';
import { decisionValues, openDecision, stateOf, vote } from './vote.ts';

/** What was decided so far, and which special cases were met. */
export interface Tally {
  taken: Map<Decision, number>;
  /** Decided by more than one person. */
  both: number;
  approver: boolean;
  lateClick: boolean;
  lowTogether: number;
}

export const newTally = (): Tally => ({
  taken: new Map(),
  both: 0,
  approver: false,
  lateClick: false,
  lowTogether: 0,
});

/** The first open flag that deserves a card of its own: only the first ones have one. */
export const nextFlag = (scene: Scene): FlagState | undefined =>
  openRanked(scene.handoff, scene.record.learned()).find((one) => one.flag.severity !== 'low');

/** The people who must say it, in order; of those of whom one is enough, each in turn. */
const votersFor = (scene: Scene, one: FlagState, decision: Decision, turn: number): Actor[] => {
  const needed = rolesFor(one, decision, scene.handoff);
  const roles = 'all' in needed ? needed.all : needed.any.slice(turn % needed.any.length).slice(0, 1);
  return roles.map((role) => scene.cast[role]);
};

/** Two people have the same flag open; the second one's click is answered, and changes nothing. */
const decideWhileOtherLooks = async (scene: Scene, id: string, decision: Decision): Promise<void> => {
  const { owner, lead, people } = scene;
  const late = await openDecision(scene, owner, id, decision);
  await vote(scene, lead, id, decision);
  const { revision } = scene.record.row(scene.h);
  const response = await people.submit(owner, late, decisionValues(scene, decision));
  const said = wordsOf((await people.topView(owner)).blocks);
  expect(response !== null && /already decided/.test(said), `The second click was not answered: ${said.slice(0, 80)}`);
  expect(scene.record.row(scene.h).revision === revision, 'A second click on a decided flag changed the record.');
  await people.closeAll(owner);
};

const checkHalfDecided = async (scene: Scene, id: string, last: Actor): Promise<void> => {
  expect(stateOf(scene, id).status === 'open', 'One side alone decided a flag that needs both.');
  await until('the card to say who has spoken', async () =>
    wordsOf((await scene.message(scene.owner, `flag:${scene.h}:${id}`)).blocks).includes(`<@${last.id}> says`),
  );
};

const decideOne = async (scene: Scene, one: FlagState, tally: Tally, turn: number): Promise<void> => {
  const { id } = one.flag;
  const decision = chooseDecision(one, scene.handoff, tally.taken, tally.approver);
  const voters = votersFor(scene, one, decision, turn);
  if (!tally.lateClick && 'any' in rolesFor(one, decision, scene.handoff)) {
    await decideWhileOtherLooks(scene, id, decision);
    tally.lateClick = true;
  } else
    for (const [at, voter] of voters.entries()) {
      await vote(scene, voter, id, decision);
      if (at < voters.length - 1) await checkHalfDecided(scene, id, voter);
    }
  const after = stateOf(scene, id);
  expect(
    after.status === 'decided' && after.decided?.decision === decision,
    `“${decisionTitle[decision]}” did not settle the flag.`,
  );
  tally.taken.set(decision, (tally.taken.get(decision) ?? 0) + 1);
  if (voters.length > 1) tally.both += 1;
  if (voters.includes(scene.cast.approver)) tally.approver = true;
};

/** Decides everything that is open: cards by the people who must, low ones together; then settles the change orders. */
export const decideOpen = async (scene: Scene, tally: Tally): Promise<void> => {
  const most = scene.handoff.flags.length + 1;
  for (let turn = 0; turn < most; turn += 1) {
    const one = nextFlag(scene);
    if (!one) break;
    await decideOne(scene, one, tally, turn);
  }
  tally.lowTogether += await decideLowTogether(scene);
  await settleChangeOrders(scene);
  expect(openFlags(scene.handoff).length === 0, `${openFlags(scene.handoff).length} flags are still open.`);
};
