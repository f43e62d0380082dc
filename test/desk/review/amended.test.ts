import { describe, expect, test } from 'vitest';
import { amendmentMessage, flagsNamed, isNews } from '../../../src/desk/review/amended.ts';
import { sourceLinksOf } from '../../../src/desk/review/places.ts';
import { reviewReaction } from '../../../src/desk/review/react.ts';
import type { Amendment } from '../../../src/handoff/amendments.ts';
import type { Commitment } from '../../../src/handoff/analysis.ts';
import { analysis, reading } from '../../handoff/support/analysis.ts';
import { anna, contract, deep, reader } from '../../handoff/support/deal.ts';
import { givenFlags, type Stream } from '../../handoff/support/given.ts';
import { card, policy } from './flags.ts';
import { expectSound, live, readable } from './read.ts';

const document = { ...contract, name: 'amendment <!here>.pdf', kind: 'change_order' as const, sha256: 'd'.repeat(64) };
const carried = (quote: string): Commitment['coverage'] => ({
  verdict: 'covered',
  clause: { source: 's3', quote, locator: 'page 1 § 4' },
  why: '',
});

const added = (one: Stream, commitments: Commitment[], flags = analysis.flags): Amendment => {
  one.run(anna, document);
  const source = { id: 's3', name: document.name, kind: document.kind, sha256: document.sha256, passages: 3 };
  one.run(reader, reading({ sources: [...analysis.sources, source], commitments, flags }));
  const last = one.state().amendments.at(-1);
  if (!last) throw new Error('nothing was amended');
  return last;
};
const coveredNow = (one: Stream, quote = 'Answers come within fifteen minutes.'): Amendment =>
  added(
    one,
    analysis.commitments.map((each) => (each.id === 'k4' ? { ...each, coverage: carried(quote) } : each)),
    analysis.flags.filter((flag) => flag.commitment !== 'k4'),
  );
const shown = (one: Stream, amendment: Amendment, cards = new Map<string, string>()) =>
  amendmentMessage(one.state(), amendment, sourceLinksOf(one.state()), cards);

describe('what an amendment changed', () => {
  test('names the document, the promise, the clause that carries it and the card', () => {
    const one = givenFlags();
    const told = coveredNow(one);
    const cards = new Map(flagsNamed(told).map((id) => [id, 'https://heliowatch.slack.com/archives/C1/p1']));
    const message = shown(one, told, cards);
    expectSound(message);
    const words = readable(message.blocks);
    expect(words).toContain('*What the amendment changed* · signed: ');
    expect(words).toContain('*Covered now* (1)');
    expect(words).toContain(
      '“An answer within fifteen minutes, day and night” → “Answers come within fifteen minutes.”',
    );
    expect(words).toContain('page 1 § 4');
    expect(words).toContain('<https://heliowatch.slack.com/archives/C1/p1|card>');
    expect(live(words).filter((each) => each.startsWith('<!'))).toEqual([]);
  });

  test('points at what was decided otherwise, and changes nothing of it', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'not_sold');
    one.vote(deep, 'implied_promise', 'not_sold');
    const words = readable(shown(one, coveredNow(one)).blocks);
    expect(words).toContain('was decided *Not sold*. The contract sells it now: take the decision back if it holds.');
    expect(words).toContain('Decisions stay as they were.');
    expect(one.flag('implied_promise').decided?.decision).toBe('not_sold');
  });

  test('points at a change order that is still open', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'change_order');
    expect(readable(shown(one, coveredNow(one)).blocks)).toContain('mark it as signed');
  });

  test('stays short when a hundred promises changed', () => {
    const one = givenFlags();
    const first = analysis.commitments[3];
    if (!first) throw new Error('the reading by hand has a fourth promise');
    const many = Array.from({ length: 100 }, (_, at) => ({
      ...first,
      id: `m${at}`,
      text: `Promise ${at} ${'<&>'.repeat(200)}`,
      evidence: [{ source: 's2', quote: `Promise number ${at}.`, locator: '' }],
    }));
    one.run(reader, reading({ commitments: many }));
    const told = added(
      one,
      many.map((each) => ({ ...each, coverage: carried('<!channel> '.repeat(300)) })),
    );
    const message = shown(one, told);
    expectSound(message);
    expect(readable(message.blocks)).toContain('*Covered now* (100)');
    expect(readable(message.blocks)).toContain('and 95 more');
  });

  test('is said when an amendment changed nothing, and not said of another signed document', () => {
    const one = givenFlags();
    const told = added(one, analysis.commitments);
    expect(readable(shown(one, told).blocks)).toContain('Nothing: every promise stands as it stood.');
    expect(isNews(one.state(), told)).toBe(true);
    one.run(anna, { type: 'classify_source', source: 's3', kind: 'contract', signed: true });
    expect(isNews(one.state(), told)).toBe(false);
  });

  test('is asked for once, after the cards', () => {
    const one = givenFlags();
    one.run(anna, document);
    const before = one.state();
    const source = { id: 's3', name: document.name, kind: document.kind, sha256: document.sha256, passages: 3 };
    const command = reading({ sources: [...analysis.sources, source], flags: analysis.flags.slice(1) });
    one.run(reader, command);
    const keys = reviewReaction(policy)({ before, after: one.state(), recorded: [] }).map((each) => each.key);
    expect(keys.filter((key) => key.startsWith('amended:'))).toEqual(['amended:h1:0']);
    expect(keys.at(-1)).toBe('amended:h1:0');
    const after = one.state();
    one.run(reader, command);
    const again = reviewReaction(policy)({ before: after, after: one.state(), recorded: [] }).map((each) => each.key);
    expect(again.filter((key) => key.startsWith('amended:'))).toEqual([]);
  });
});

test('the card of a promise that is covered now folds to a line with the clause', () => {
  const one = givenFlags();
  const id = one.flag('implied_promise').flag.id;
  coveredNow(one);
  const folded = card(one.state(), id);
  expectSound(folded);
  expect(readable(folded.blocks)).toContain('✓ *Covered now*');
  expect(readable(folded.blocks)).toContain('“Answers come within fifteen minutes.”');
});
