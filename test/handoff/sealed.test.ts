import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/handoff/analysis.ts';
import type { Command } from '../../src/handoff/command.ts';
import { HandoffEvent } from '../../src/handoff/events.ts';
import { proposals } from '../../src/handoff/proposals.ts';
import { SourceKind } from '../../src/handoff/vocabulary.ts';
import { analysis, reading } from './support/analysis.ts';
import { anna, call, contract, deep, opening, reader, ruth } from './support/deal.ts';
import { type Stream, stream } from './support/given.ts';

const canary = 'Kanarienvogel';
const marked = (text: string): string => `${text} ${canary}`;

/** Free text of an analysis, marked; words of closed sets, ids and hashes are not free. */
const closed = new Set<string>(SourceKind.options);
const free = new Set([
  'text',
  'quote',
  'locator',
  'name',
  'role',
  'stance',
  'preferences',
  'speaker',
  'why',
  'acceptance',
  'baseline',
  'target',
  'date',
  'owner',
  'mitigation',
  'contingency',
  'category',
  'due',
]);
const owners = new Set(['customer', 'vendor', 'third', 'unclear']);
const markAll = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((inner) => markAll(inner, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, markAll(inner, name)]));
  return typeof value === 'string' && free.has(key) && !closed.has(value) && !owners.has(value) ? marked(value) : value;
};

/** Where in an event the canary stands outside a `sealed` key. */
const leaks = (value: unknown, path: string): string[] => {
  if (typeof value === 'string') return value.toLowerCase().includes(canary.toLowerCase()) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'sealed' ? [] : leaks(inner, `${path}.${key}`)));
};

const longRun = (): Stream => {
  const one = stream();
  const reason = marked('we talked it over');
  const vote = (
    flag: string,
    decision: 'deliver' | 'not_sold' | 'change_order' | 'ask_customer' | 'answer' | 'assign',
  ): Command => ({ type: 'decide_flag', flag, decision, reason, owner: decision === 'assign' ? 'U_ZOE' : null });
  one.run(
    anna,
    opening({
      dealId: marked('d'),
      name: marked('n'),
      customer: marked('c'),
      vendor: marked('v'),
      dealType: marked('balloon rides'),
      people: [{ name: marked('Mira'), org: marked('Sonnfeld'), side: 'customer', title: marked('Head') }],
    }),
  );
  one.run(anna, { ...contract, name: marked('contract.pdf'), link: marked('https://x.example') });
  one.run(anna, { ...call, name: marked('visit.vtt'), kind: 'proposal', kindGuessed: true });
  one.run(anna, { type: 'classify_source', source: 's2', kind: 'call', signed: false });
  one.run(reader, { type: 'refuse_source', name: marked('holiday.mov'), code: 'unknown_format' });
  // markAll changes strings only, never the shape
  one.run(reader, reading(markAll(analysis) as Analysis));
  const id = (type: Parameters<Stream['flag']>[0]) => one.flag(type).flag.id;
  one.run(anna, vote(id('implied_promise'), 'ask_customer'));
  one.run(anna, vote(id('contradiction'), 'not_sold'));
  one.run(anna, vote(id('buried_concession'), 'change_order'));
  one.run(deep, vote(id('unusual_support'), 'deliver'));
  one.run(deep, vote(id('missing_acceptance_criteria'), 'assign'));
  one.run(deep, vote(id('access_risk'), 'answer'));
  one.run(deep, {
    type: 'decide_flags',
    flags: [id('ambiguous_deliverable'), id('unclear_owner')],
    decision: 'answer',
    reason,
  });
  for (const who of [deep, ruth])
    for (const order of one.state().changeOrders)
      one.run(who, { type: 'settle_change_order', id: order.id, status: 'signed', note: marked('by post') });
  one.run(ruth, { type: 'change_team', role: 'approver', to: 'U_NOOR', reason: marked('on leave') });
  one.run(anna, { type: 'assign_input', input: 'scope', to: 'U_DEEP' });
  one.run(deep, {
    type: 'ask_question',
    text: marked('Who pays?'),
    owner: 'U_ANNA',
    due: '2026-12-01',
    blocking: true,
  });
  one.run(anna, { type: 'assign_question', id: one.state().questions.at(-1)?.id ?? '', owner: 'U_ZOE' });
  for (const question of one.state().questions)
    one.run(anna, {
      type: 'answer_question',
      id: question.id,
      text: marked('They said that they do.'),
      source: marked('mail'),
    });
  for (const who of [anna, deep]) one.run(who, vote(id('implied_promise'), 'deliver'));
  for (const input of ['buyer_goal', 'scope', 'stakeholders', 'risks', 'success_criteria'] as const) {
    const groups = [
      'scope',
      'commitments',
      'stakeholders',
      'dependencies',
      'risks',
      'successMetrics',
      'buyerIntent',
    ] as const;
    const accepted = groups.flatMap((group) => proposals(one.state(), group)).map((proposal) => proposal.id);
    one.run(anna, { type: 'answer_input', input, text: marked('This is what we know.'), accepted });
  }
  one.run(anna, { type: 'skip_input', input: 'stretch', reason: 'does_not_apply', note: marked('nothing') });
  one.run(deep, { type: 'move_kickoff', date: '2026-12-16', reason: marked('snow') });
  const sign = (party: 'sales' | 'delivery'): Command => ({ type: 'sign', party, version: one.state().packetVersion });
  one.run(anna, sign('sales'));
  one.run(anna, { type: 'answer_input', input: 'scope', text: marked('The scope is a little larger.'), accepted: [] });
  one.run(anna, sign('sales'));
  one.run(deep, sign('delivery'));
  one.run(deep, { type: 'schedule_kickoff', date: '2026-12-16' });
  one.run(deep, { type: 'cancel', reason: marked('they withdrew') });
  return one;
};

describe('text from outside', () => {
  it('stands in events only below a `sealed` key', () => {
    const one = longRun();
    expect(one.recorded.flatMap(({ event }) => leaks(event, event.type))).toEqual([]);
  });

  it('was in the run: the sealed parts hold it, and every kind of event occurred', () => {
    const one = longRun();
    expect(JSON.stringify(one.recorded).split(canary).length).toBeGreaterThan(100);
    const seen = new Set(one.recorded.map(({ event }) => event.type));
    const all = HandoffEvent.options.map((option) => option.shape.type.value);
    expect(all.filter((type) => !seen.has(type))).toEqual([]);
  });
});
