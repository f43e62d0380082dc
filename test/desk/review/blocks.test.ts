import { describe, expect, test } from 'vitest';
import { flagsThread } from '../../../src/desk/review/blocks.ts';
import { MoreValue } from '../../../src/desk/review/decide-buttons.ts';
import { FlagType } from '../../../src/handoff/vocabulary.ts';
import { analysis, reading } from '../../handoff/support/analysis.ts';
import { anna, call, contract, deep, reader, ruth } from '../../handoff/support/deal.ts';
import { given, givenFlags } from '../../handoff/support/given.ts';
import { at, card, decide, gap, idOf, many, policy, withFlags } from './flags.ts';
import { actionIds, every, expectSound, live, readable } from './read.ts';

describe('the head of the thread', () => {
  test('counts by severity and says whose turn it is', () => {
    const one = givenFlags();
    decide(one, anna, idOf(one, 'contradiction'), 'not_sold');
    const shown = flagsThread(one.state(), policy);
    const text = readable(shown.blocks);
    expect(text).toContain('8 flags · 3 high · 2 medium · 3 low; 1 decided');
    expect(text).toContain(
      '7 to decide, most severe first. The 5 most severe stand in this thread, 2 wait behind them.',
    );
    expect(text).toContain('*Next:* <@U_ANNA> (6), <@U_DEEP> (7) and <@U_RUTH> (1)');
    expect(actionIds(shown.blocks)).toEqual(['flag.next', 'flags.low', 'flags.again']);
    expectSound(shown);
  });

  test('has no button for low ones where there are none', () => {
    expect(actionIds(flagsThread(many(3, 'high').state(), policy).blocks)).toEqual(['flag.next']);
  });

  test('says it when nothing was flagged, and when nothing was read', () => {
    expect(readable(flagsThread(withFlags([]).state(), policy).blocks)).toContain(
      'No flags: everything that was said is in the contract.',
    );
    expect(flagsThread(given().state(), policy).text).toBe('No flags yet: the evidence has not been read.');
  });

  test('leaves only the way back once all is decided, and nothing once the handoff is cancelled', () => {
    const last = withFlags([gap(1, 'medium')]);
    decide(last, deep, last.state().flags[0]?.flag.id ?? '', 'answer');
    const all = flagsThread(last.state(), policy);
    expect(readable(all.blocks)).toContain('All of them are decided.');
    expect(actionIds(all.blocks)).toEqual(['flags.again']);
    const one = givenFlags();
    one.run(anna, { type: 'cancel', reason: 'the customer stepped back' });
    expect(actionIds(flagsThread(one.state(), policy).blocks)).toEqual([]);
  });
});

describe('the card of a promise', () => {
  const one = givenFlags();
  const shown = card(one.state(), idOf(one, 'implied_promise'));
  const text = readable(shown.blocks);

  test('shows what was said, by whom and where, and that no clause covers it', () => {
    expect(text).toContain('*Promise not in the contract · high · service level*');
    expect(text).toContain('>“You will get an answer within fifteen minutes, at night too.”');
    expect(text).toContain('Anna Lind, site-visit.vtt, 00:14:32');
    expect(text).toContain('*Contract:* nothing covers this.');
    expect(text).toContain('*Why it matters:* The plan has no time for it.');
    expect(shown.text).toBe('Promise not in the contract, high: Answer within fifteen minutes is not in the contract');
  });

  test('offers four decisions as buttons and the two that reject the flag in a menu', () => {
    expect(actionIds(shown.blocks)).toEqual([
      'flag.decide.deliver',
      'flag.decide.not_sold',
      'flag.decide.change_order',
      'flag.decide.ask_customer',
      'flag.more',
    ]);
    expect(every(shown.blocks, 'style')).toEqual(['primary']);
    expect(text).toContain('Not a promise\nDuplicate');
  });

  test('names the clause that contradicts it, with its place and link', () => {
    const against = readable(card(one.state(), idOf(one, 'contradiction')).blocks);
    expect(against).toContain(
      '*Contract:* says otherwise: “Readings are kept for two years.” contract.pdf, page 5 § 5.2 · <https://heliowatch.slack.com/files/contract|show>',
    );
  });

  test('says who a known speaker is', () => {
    const state = one.state();
    const people = [{ name: 'anna lind', org: '', side: 'vendor' as const, title: 'sales' }];
    expect(readable(card({ ...state, people }, idOf(one, 'implied_promise')).blocks)).toContain('Anna Lind (sales), ');
  });

  test('links to the source only by an address that can be trusted', () => {
    const id = idOf(one, 'implied_promise');
    const state = one.state();
    const linked = (link: string) => {
      const sources = state.sources.map((source) => (source.id === 's2' ? { ...source, link } : source));
      return live(readable(card({ ...state, sources }, id).blocks));
    };
    expect(linked('https://x.slack.com/archives/C1/p1')).toEqual([
      '<https://x.slack.com/archives/C1/p1|show in source>',
    ]);
    expect(linked('https://x.slack.com/a|b>c')).toEqual(['<https://x.slack.com/a%7Cb%3Ec|show in source>']);
    for (const bad of ['javascript:alert(1)', 'http://x.example/', 'https://me:you@x.example/', 'nonsense'])
      expect(linked(bad), bad).toEqual([]);
  });
});

describe('the card of a gap', () => {
  const one = givenFlags();

  test('is named before its quote and offers what fits a gap', () => {
    const shown = card(one.state(), idOf(one, 'access_risk'));
    const text = readable(shown.blocks);
    expect(text).toContain('*Access risk · high*\nThe portal login belongs to somebody else\n>“The portal login');
    expect(text).not.toContain('*Contract:*');
    expect(text).toContain('Not a gap\nDuplicate');
    expect(actionIds(shown.blocks)).toEqual([
      'flag.decide.answer',
      'flag.decide.assign',
      'flag.decide.accept_risk',
      'flag.decide.ask_customer',
      'flag.more',
    ]);
  });

  test('needs no quote', () => {
    const bare = withFlags([{ ...gap(1, 'high'), evidence: [] }]);
    const shown = card(bare.state(), bare.state().flags[0]?.flag.id ?? '');
    expect(readable(shown.blocks)).toContain('*Deliverable left open · high*\nGap 1');
    expectSound(shown);
  });
});

describe('every type of flag', () => {
  test.each(FlagType.options)('%s makes a card that Slack takes, also when decided', (type) => {
    const promise = withFlags([{ ...gap(1, 'high'), type, commitment: 'k4' }]);
    const id = promise.state().flags[0]?.flag.id ?? '';
    expectSound(card(promise.state(), id));
    decide(promise, anna, id, 'duplicate');
    expectSound(card(promise.state(), id));
    decide(promise, deep, id, 'duplicate');
    expectSound(card(promise.state(), id));
  });
});

describe('agreement', () => {
  test('names the roles that must speak, and nobody by mention', () => {
    const one = givenFlags();
    const text = readable(card(one.state(), idOf(one, 'buried_concession')).blocks);
    expect(text).toContain('*Needs:* account owner, delivery lead and approver. *So far:* –');
    expect(live(text)).toEqual([]);
  });

  test('says who has spoken and who is missing', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    expect(readable(card(one.state(), idOf(one, 'implied_promise')).blocks)).toContain(
      '*Needs:* delivery lead. *So far:* <@U_ANNA> says Deliver it',
    );
  });

  test('says a disagreement plainly', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'not_sold');
    one.vote(deep, 'implied_promise', 'deliver');
    expect(readable(card(one.state(), idOf(one, 'implied_promise')).blocks)).toContain(
      '<@U_ANNA> says Not sold, <@U_DEEP> says Deliver it: one of them has to change.',
    );
  });

  test('says “or” where one of two is enough', () => {
    const one = givenFlags();
    one.vote(ruth, 'missing_acceptance_criteria', 'answer');
    expect(readable(card(one.state(), idOf(one, 'missing_acceptance_criteria')).blocks)).toContain(
      '*Needs:* account owner or delivery lead. *So far:* <@U_RUTH> says Answer',
    );
  });
});

test('a flag that stands open again shows what the customer said', () => {
  const one = givenFlags();
  one.vote(anna, 'contradiction', 'ask_customer');
  const id = idOf(one, 'contradiction');
  const question = one.state().questions.find((each) => each.flag === id)?.id ?? '';
  const words = { text: 'They are fine with two years.', source: 'Mira Oth, mail of 20 November' };
  one.run(anna, { type: 'answer_question', id: question, ...words });
  const shown = card(one.state(), id);
  expect(readable(shown.blocks)).toContain(
    '*Answered:* “They are fine with two years.” Mira Oth, mail of 20 November, noted by <@U_ANNA>',
  );
  expect(actionIds(shown.blocks)).toContain('flag.decide.not_sold');
  expectSound(shown);
});

describe('a decided card', () => {
  test('folds to one line: what, who, when, why', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(deep, 'implied_promise', 'deliver');
    const shown = card(one.state(), idOf(one, 'implied_promise'));
    expect(shown.blocks).toHaveLength(1);
    expect(readable(shown.blocks)).toBe(
      '✓ *Deliver it* · Answer within fifteen minutes is not in the contract · <@U_ANNA> and <@U_DEEP> · <!date^1794826800^{date_short_pretty} {time}|2026-11-16 11:00 UTC> · we talked it over',
    );
  });

  test('shows its change order with what can be said of it next', () => {
    const one = givenFlags();
    one.vote(deep, 'unusual_support', 'change_order');
    const id = idOf(one, 'unusual_support');
    const order = one.state().changeOrders[0]?.id ?? '';
    const ids = () => actionIds(card(one.state(), id).blocks);
    expect(ids()).toEqual(['change_order.settle.sent', 'change_order.settle.signed', 'change_order.settle.declined']);
    expect(every(card(one.state(), id).blocks, 'value')).toContain(
      JSON.stringify({ h: 'h1', id: order, status: 'sent' }),
    );
    one.run(anna, { type: 'settle_change_order', id: order, status: 'sent', note: '' });
    expect(readable(card(one.state(), id).blocks)).toContain('waits for the signature');
    expect(ids()).toEqual(['change_order.settle.signed', 'change_order.settle.declined']);
    one.run(anna, { type: 'settle_change_order', id: order, status: 'signed', note: '' });
    expect(ids()).toEqual([]);
    expectSound(card(one.state(), id));
  });

  test('shows what became of its question', () => {
    const one = givenFlags();
    one.vote(anna, 'contradiction', 'ask_customer');
    const id = idOf(one, 'contradiction');
    expect(readable(card(one.state(), id).blocks)).toContain('*Question:* open with <@U_ANNA>, due Wed 9 Dec.');
  });

  test('says when newer evidence no longer raises it', () => {
    const one = givenFlags();
    one.vote(anna, 'contradiction', 'not_sold');
    const id = idOf(one, 'contradiction');
    one.run(reader, reading({ flags: analysis.flags.filter((flag) => flag.type !== 'contradiction') }));
    expect(readable(card(one.state(), id).blocks)).toContain(
      'Newer evidence no longer raises it; the decision stays on record.',
    );
  });
});

describe('a card that is no longer needed', () => {
  test('says that the flag is gone', () => {
    expect(card(givenFlags().state(), 'f_gone').text).toBe(
      'Newer evidence no longer raises this flag. Nothing has to be decided.',
    );
  });

  test('folds when other flags take its place', () => {
    const one = many(6);
    const last = one.state().flags.at(-1)?.flag.id ?? '';
    const shown = card(one.state(), last);
    expect(actionIds(shown.blocks)).toEqual([]);
    expect(shown.text).toBe('Waits behind other flags: “Gap 5”. *Review next* comes to it.');
  });

  test('loses its buttons with a cancelled handoff', () => {
    const one = givenFlags();
    one.run(anna, { type: 'cancel', reason: 'the customer stepped back' });
    expect(actionIds(card(one.state(), idOf(one, 'implied_promise')).blocks)).toEqual([]);
  });
});

describe('hostile and huge input', () => {
  const hostile = '<!channel> <@U123> https://evil.example *bold* `code` @here > quote <https://evil.example|click>';

  test('text of a source does nothing in Slack', () => {
    const one = given(
      [anna, contract],
      [anna, { ...call, name: hostile, link: null }],
      [
        reader,
        reading({
          commitments: analysis.commitments.map((each) => ({ ...each, speaker: hostile })),
          flags: [
            {
              ...gap(1, 'high', hostile),
              text: hostile,
              why: hostile,
              commitment: 'k4',
              evidence: [at(hostile, hostile)],
            },
          ],
        }),
      ],
    );
    const shown = card(one.state(), one.state().flags[0]?.flag.id ?? '');
    const text = `${shown.text}\n${readable(shown.blocks)}`;
    expect(live(text)).toEqual([]);
    expect(text).not.toContain('https://');
    expect(text).not.toContain('@here');
    expect(text).not.toContain('*bold*');
    expect(text).not.toContain('`');
    expectSound(shown);
  });

  test.each(['word & ', '&', '<', 'ä', '👩‍👩‍👧‍👦 '])('a quote of 5,000 characters (%s) is cut', (unit) => {
    const quote = unit.repeat(Math.ceil(5_000 / unit.length)).slice(0, 5_000);
    const one = withFlags([{ ...gap(1, 'high', quote), text: quote, why: quote, commitment: 'k4' }]);
    const shown = card(one.state(), one.state().flags[0]?.flag.id ?? '');
    expectSound(shown);
    expect(readable(shown.blocks)).toContain('…”');
  });

  test('a long quote is cut at a word', () => {
    const one = withFlags([gap(1, 'high', 'promising '.repeat(100))]);
    expect(readable(card(one.state(), one.state().flags[0]?.flag.id ?? '').blocks)).toContain('promising promising…”');
  });

  test('a thread of 500 flags has one short head', () => {
    const shown = flagsThread(many(500).state(), policy);
    expect(readable(shown.blocks)).toContain('500 to decide');
    expect(JSON.stringify(shown).length).toBeLessThan(2_000);
    expectSound(shown);
  });

  test('what the menu carries fits its 75 characters with the longest ids there are', () => {
    const one = withFlags([{ ...gap(1, 'high'), type: 'missing_acceptance_criteria' }]);
    const state = { ...one.state(), id: 'h_0123456789ab' };
    const [first] = state.flags;
    const flag = `f_missing_acceptance_criteria_${'z'.repeat(11)}_99`;
    const flags = first ? [{ ...first, flag: { ...first.flag, id: flag } }] : [];
    const shown = card({ ...state, flags }, flag);
    expectSound(shown);
    const [value] = every(every(shown.blocks, 'options'), 'value');
    expect(MoreValue.parse(JSON.parse(String(value)))).toEqual({ h: state.id, flag, decision: 'not_a_promise' });
  });
});
