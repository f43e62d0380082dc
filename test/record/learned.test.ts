import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/handoff/actor.ts';
import type { Decision } from '../../src/handoff/decisions.ts';
import type { Reliability } from '../../src/handoff/learning.ts';
import { learnedSoFar } from '../../src/record/learned.ts';
import type { Reaction } from '../../src/record/record.ts';
import { reading } from '../handoff/support/analysis.ts';
import { anna, call, contract, deep, opening, reader } from '../handoff/support/deal.ts';
import { HandClock, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from './support/a-record.ts';

const workspace = () => {
  const store = temporaryStore();
  const seen: { before: Reliability; after: Reliability }[] = [];
  const watching: Reaction = ({ learned }) => {
    if (learned) seen.push({ before: learned.before(), after: learned.after() });
    return [];
  };
  const record = recordOn(store, new HandClock(), [watching]);
  const deal = async (dealId: string) => {
    const { handoff } = await record.open({ actor: anna, command: opening({ dealId }) });
    for (const [actor, command] of [
      [anna, contract],
      [anna, call],
      [reader, reading()],
    ] as const)
      await record.run(handoff.id, { actor, command });
    return handoff.id;
  };
  const decide = async (h: string, actor: Actor, decision: Decision) => {
    const flag = record.load(h)?.flags.find((one) => one.flag.type === 'unclear_owner')?.flag.id ?? '';
    await record.run(h, {
      actor,
      command: { type: 'decide_flag', flag, decision, reason: 'we looked at it together', owner: null },
    });
    return flag;
  };
  return { store, record, seen, deal, decide, now: () => learnedSoFar(store.read) };
};

describe('the workspace’s experience', () => {
  it('is gathered over all handoffs in the transaction of each decision', async () => {
    const { deal, decide, now } = workspace();
    const [one, two] = [await deal('D-1'), await deal('D-2')];
    expect(now().rules.size).toBe(0);
    await decide(one, deep, 'answer');
    await decide(two, deep, 'not_a_promise');
    expect(now().rules.get('by hand')).toMatchObject({ accepted: 1, rejected: 1 });
    expect(now().kinds.get('call')).toMatchObject({ accepted: 1, rejected: 1 });
  });

  it('forgets what is taken back', async () => {
    const { record, deal, decide, now } = workspace();
    const h = await deal('D-1');
    const flag = await decide(h, deep, 'not_a_promise');
    await record.run(h, { actor: deep, command: { type: 'reopen_flag', flag, reason: 'it is one after all' } });
    expect(now().rules.size).toBe(0);
  });

  it('is told to reactions as it was before and as it is after', async () => {
    const { deal, decide, seen } = workspace();
    await decide(await deal('D-1'), deep, 'answer');
    seen.length = 0;
    await decide(await deal('D-2'), deep, 'not_a_promise');
    const last = seen.at(-1);
    expect(last?.before.rules.get('by hand')).toMatchObject({ accepted: 1, rejected: 0 });
    expect(last?.after.rules.get('by hand')).toMatchObject({ accepted: 1, rejected: 1 });
  });

  it('holds nothing of a decision that was refused', async () => {
    const { deal, decide, now } = workspace();
    const h = await deal('D-1');
    await expect(decide(h, { kind: 'person', user: 'U_NOBODY' }, 'answer')).rejects.toThrow();
    expect(now().rules.size).toBe(0);
  });
});
