import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { baton, person } from '../../../src/handoff/actor.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import { all } from '../../../src/platform/store/index.ts';
import { events } from '../../../src/record/tables.ts';
import { HandClock, temporaryFolder, temporaryStore } from '../../platform/temporary.ts';
import { recordOn } from '../../record/support/a-record.ts';
import { openCommand } from '../../record/support/commands.ts';
import { ATTACK_NAMES, ATTACKS } from '../../support/model-attacks.ts';
import { engineAgainst } from '../../support/model-deal.ts';
import { disguise, wish } from '../../support/model-disguises.ts';
import { picker, seeded } from '../../support/model-random.ts';
import { modelServer, say } from '../../support/model-server.ts';
import { attackedDeal } from './attacked-deal.ts';

/** A handoff on a real record after one analysis, and the events that it took. */
const recorded = async (dealId: string, analysis: Analysis, engine: string) => {
  const store = temporaryStore();
  const record = recordOn(store, new HandClock());
  const { handoff } = await record.open({ actor: person('U_SALES'), command: openCommand(dealId) });
  const command = { type: 'record_analysis' as const, engine, version: '1', analysis };
  const after = await record.run(handoff.id, { actor: baton('analyst'), command });
  return { after, types: all(store.read.select().from(events).orderBy(asc(events.seq))).map(({ type }) => type) };
};

test.each(ATTACK_NAMES.map((name, at) => [name, at] as const))(
  'nothing is approved, signed or decided on record after an attack in which %s',
  async (name, at) => {
    const random = seeded(at);
    const pick = picker(random);
    const { sources, facts, secret } = attackedDeal(at, random);
    const planted = [...sources, ...disguise('visible', wish(pick))];
    const server = await modelServer(({ material }, respond) =>
      say(respond, ATTACKS[name]?.(material, pick, secret) ?? ''),
    );
    const { engine } = engineAgainst(server.url, temporaryFolder(), { lanes: 1 });

    const attacked = await recorded('D-1', await engine.analyse(planted, facts), engine.name);
    const ruled = await recorded('D-2', await offlineEngine.analyse(planted, facts), offlineEngine.name);

    const { flags, accepted, signoffs, kickoff, changeOrders, questions, inputs, cancelled } = attacked.after;
    expect(new Set(attacked.types)).toEqual(
      new Set(['handoff.opened', 'analysis.recorded', ...(questions.length > 0 ? ['question.opened'] : [])]),
    );
    expect({ accepted, signoffs, kickoff, changeOrders, cancelled }).toEqual({
      accepted: [],
      signoffs: [],
      kickoff: null,
      changeOrders: [],
      cancelled: null,
    });
    expect(
      flags.filter(({ status, votes, decided }) => status !== 'open' || votes.length > 0 || decided !== null),
    ).toEqual([]);
    expect(inputs).toEqual(ruled.after.inputs);
    expect(questions.filter(({ blocking, answer }) => blocking || answer !== null)).toEqual([]);
    const open = new Set(flags.map(({ flag }) => flag.id));
    expect(ruled.after.flags.filter(({ flag }) => !open.has(flag.id))).toEqual([]);
  },
);
