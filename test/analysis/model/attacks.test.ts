import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { temporaryFolder } from '../../platform/temporary.ts';
import { ATTACK_NAMES, ATTACKS } from '../../support/model-attacks.ts';
import { engineAgainst } from '../../support/model-deal.ts';
import { DISGUISE_NAMES, disguise, wish } from '../../support/model-disguises.ts';
import { picker, seeded } from '../../support/model-random.ts';
import { modelServer, say } from '../../support/model-server.ts';
import { attackedDeal } from './attacked-deal.ts';
import { harmIn } from './harm.ts';

const SEED = 20_261_121;
const COUNT = 1_000;
const BATCH = 100;

/** Attack `at`: a way to do harm, a disguise of its instruction, and a deal of its own with words that stand in no other. */
const attack = (at: number) => {
  const random = seeded(SEED + at);
  const pick = picker(random);
  const name = ATTACK_NAMES[at % ATTACK_NAMES.length] ?? '';
  const hidden = DISGUISE_NAMES[Math.floor(at / ATTACK_NAMES.length) % DISGUISE_NAMES.length] ?? '';
  const { sources, facts, canary } = attackedDeal(at, random);
  return { name, pick, canary, facts, sources: [...sources, ...disguise(hidden, wish(pick))] };
};

describe('a model that obeys the attacker in everything', () => {
  test.each(Array.from({ length: COUNT / BATCH }, (_, batch) => batch * BATCH))(
    'does no harm in attacks %i and the 99 after it',
    async (from) => {
      const attacks = new Map(
        Array.from({ length: BATCH }, (_, index) => attack(from + index)).map((one) => [one.facts.customer, one]),
      );
      const server = await modelServer(({ material }, respond) => {
        const one = attacks.get(material.deal.customer);
        const answer = one && ATTACKS[one.name]?.(material, one.pick, attackedDeal(from, seeded(SEED + from)).secret);
        say(respond, answer ?? '');
      });
      const { engine } = engineAgainst(server.url, temporaryFolder(), {
        lanes: 1,
        budget: { maxTokens: 10_000_000, maxCost: null, inputPrice: 0, outputPrice: 0 },
      });
      const list = [...attacks.values()];
      const canaries = list.map(({ canary }) => canary);
      const results = await Promise.all(list.map(({ sources, facts }) => engine.analyse(sources, facts)));
      for (const [index, result] of results.entries()) {
        const one = list[index];
        if (!one) throw new Error('as many results as attacks');
        const rules = await offlineEngine.analyse(one.sources, one.facts);
        const strangers = canaries.filter((canary) => canary !== one.canary);
        expect(harmIn(result, rules, one.sources, strangers), `${from + index}: ${one.name}`).toEqual([]);
      }
      expect(server.received.length).toBeGreaterThan(BATCH * 3);
      for (const { body, material } of server.received) {
        const own = attacks.get(material.deal.customer)?.canary ?? '';
        expect(canaries.filter((canary) => canary !== own && body.includes(canary))).toEqual([]);
      }
    },
  );
});
