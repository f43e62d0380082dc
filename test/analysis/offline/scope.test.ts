import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/analysis/offline/clauses.ts';
import { findDependencies } from '../../../src/analysis/offline/dependencies.ts';
import { documentFlags } from '../../../src/analysis/offline/flags/documents.ts';
import { People } from '../../../src/analysis/offline/people.ts';
import { findScope } from '../../../src/analysis/offline/scope.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { facts, signed } from './deal.ts';

const people = new People(facts);
const scope = (...sources: Source[]) =>
  findScope(clausesOf(sources), [], people).map(({ status, evidence }) => [status, evidence[0]?.quote]);
const statuses = (...lines: string[]) => scope(signed('sow', ...lines)).map(([status]) => status);

describe('the heading decides what its list holds', () => {
  test.each([
    ['A. What Sunfield furnishes', 'in'],
    ['What you get', 'in'],
    ['IV. Scope of supply', 'in'],
    ['Lot 2 - earthworks', 'in'],
    ['What is to be done', 'in'],
    ['Things we leave to others', 'out'],
    ["Somebody else's job", 'out'],
    ['The following are not covered', 'out'],
    ['Beyond this order', 'out'],
    ['Premises for the plan: we rely on', 'assumption'],
    ['Key assumptions', 'assumption'],
  ])('%s: %s', (heading, status) => {
    expect(statuses(`${heading} > Two ladders on the north roof.`, `${heading} > A fence along the lane.`)).toEqual([
      status,
      status,
    ]);
  });

  test.each([
    'Birch Dairy furnishes',
    'What we need from you',
    'Your part',
    'Client responsibilities',
    'At the charge of the Dairy',
  ])('%s is what others owe, and no scope', (heading) => {
    const clauses = clausesOf([
      signed('sow', `${heading} > Two ladders at the gate.`, `${heading} > Keys to the barn.`),
    ]);
    expect(findScope(clauses, [], people)).toEqual([]);
    expect(findDependencies(clauses, [], people).map(({ owner }) => owner)).toEqual(['customer', 'customer']);
  });

  test.each(['Fees', 'Warranty', '7. Liability and insurance', 'Definitions'])('%s holds no scope', (heading) => {
    expect(statuses(`${heading} > Two ladders on the roof.`, `${heading} > A fence along the lane.`)).toEqual([]);
  });

  test('the head row of a table is no item, whatever it calls its columns', () => {
    const head = 'Pos | Gadget | Whereabouts';
    const rows = ['1 | Milk meter | four stalls', '2 | Scale | at the gate'];
    const lines = rows.map((row) => `B. Herd › ${head} > ${row}`);
    expect(scope(signed('sow', `B. Herd > ${head}`, ...lines))).toEqual(rows.map((row) => ['in', row]));
  });

  test('a title run into its text rules what follows it', () => {
    expect(
      scope(
        signed(
          'sow',
          '**Deliverables.** We build a stand of 90 m2.',
          '**Out of scope.** Flights and hotels.',
          '**Fees.** The fee is fixed.',
        ),
      ).map(([status]) => status),
    ).toEqual(['in', 'out']);
  });

  test('a numbered title above its own numbers rules them', () => {
    const lines = [
      '3. Limits of supply',
      '3.1 Masonry of the plinth',
      '4. Client obligations',
      '4.1 Crane for two days',
    ];
    expect(statuses(...lines.map((line) => `Technical specification > ${line}`))).toEqual(['out']);
  });
});

describe('how much is left open', () => {
  test.each([
    'Tuning of the milking robot as far as practicable.',
    'Advice on feed from time to time.',
    'Help with labels where it makes sense.',
    'Assistance to the herdsman in reasonable measure.',
    'Reasonable attendance on other trades.',
    'Making good to a suitable standard.',
  ])('%s is ambiguous', (text) => {
    expect(statuses(`Scope > ${text}`, 'Scope > Four troughs.')[0]).toBe('ambiguous');
  });

  test.each([
    'Up to ten hours of advice as required.',
    'A coating suitable for outdoor use.',
    'Reports in the format that the auditor needs.',
  ])('%s is not', (text) => {
    expect(statuses(`Scope > ${text}`, 'Scope > Four troughs.')[0]).toBe('in');
  });
});

describe('what the plan rests on', () => {
  test.each([
    'The calendar presumes that the roof is dry in March.',
    'These dates hinge on the permit of the county.',
    'The schedule is based on Birch Dairy emptying the shed by 3 May.',
    'Go-live happens only if the herd is tagged.',
  ])('%s', (text) => {
    expect(statuses(`Timetable > ${text}`)).toEqual(['assumption']);
  });

  test('a condition of law or money is none', () => {
    expect(
      statuses('Dates > Liability is subject to clause 4.', 'Dates > Payment of the fee depends on the invoice.'),
    ).toEqual([]);
  });
});

test('a duty that nobody is named for has no owner and is flagged; one with a doer is not', () => {
  const clauses = clausesOf([
    signed(
      'sow',
      'Duties of the Client > The Client opens the gate at six.',
      'Duties of the Client > A permit for the crane has to be obtained before delivery.',
      'Duties of the Client > The outgoing installer must hand in its plans.',
      'Dates > The floor must be sealed by Sunfield before May.',
      'Dates > Cables are to be marked prior to the survey.',
    ),
  ]);
  const dependencies = findDependencies(clauses, [], people);
  expect(dependencies.map(({ owner, text }) => [owner, text.split(' ')[1]])).toEqual([
    ['customer', 'Client'],
    ['unclear', 'permit'],
    ['unclear', 'outgoing'],
    ['unclear', 'are'],
  ]);
  expect(documentFlags(clauses, [], dependencies).map(({ type }) => type)).toEqual(
    Array(3).fill('unowned_requirement'),
  );
});

test('the contract’s own names for both sides are known', () => {
  const clauses = clausesOf([
    signed(
      'contract',
      'Made by Birch Dairy Ltd (the "Farm") and Sunfield Energy Ltd (the "Installer").',
      'Works > The Installer shall fit 40 panels.',
      'Works > The Farm shall clear the loft by 2 May.',
      'Works > The Farm may inspect at any time.',
    ),
  ]);
  expect(findScope(clauses, [], people).map(({ text }) => text)).toEqual(['The Installer shall fit 40 panels.']);
  expect(findDependencies(clauses, [], people).map(({ text, due }) => [text, due])).toEqual([
    ['The Farm shall clear the loft by 2 May.', 'by 2 may'],
  ]);
});

test('an acronym in the acceptance clause finds the item that spells it out', () => {
  const items = findScope(
    clausesOf([
      signed('sow', 'Scope > Single sign-on for all herdsmen.', 'Acceptance > SSO is accepted when ten users sign in.'),
    ]),
    [],
    people,
  );
  expect(items[0]?.acceptance).toMatch(/ten users/u);
});

test.each([
  'The Buyer shall keep the Seller harmless from all claims of neighbours.',
  'The Dairy waives every claim for spilt milk, howsoever caused.',
  'The Farm renounces any recourse, even where the loss is due to negligence.',
  'The Seller bears all costs of a recall, without limit.',
])('%s is heavy legal language', (text) => {
  const flags = documentFlags(clausesOf([signed('contract', `Liability > ${text}`)]), [], []);
  expect(flags.map(({ type }) => type)).toEqual(['legal_language']);
});

test('what is made to order and never measured is asked about first', () => {
  const clauses = clausesOf([
    signed(
      'sow',
      'Scope > Two training sessions for milkers.',
      'Scope > Uptime of 99% in each month.',
      'Scope > A bespoke report on feed.',
      'Scope > Three gates of galvanised steel.',
    ),
  ]);
  const flags = documentFlags(clauses, findScope(clauses, [], people), []);
  expect(flags.map(({ type, evidence }) => [type, evidence[0]?.quote])).toEqual([
    ['missing_acceptance_criteria', 'A bespoke report on feed.'],
  ]);
});

test('scope and dependencies of a long document take time in proportion to its length', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      i % 3
        ? `Scope > Item ${i} of the plant, with a test of part ${i}.`
        : `Acceptance > Part ${i} is accepted when it runs.`,
    );
  const time = (count: number) => {
    const clauses = clausesOf([signed('sow', ...lines(count))]);
    const from = performance.now();
    findDependencies(clauses, [], people);
    findScope(clauses, [], people);
    return performance.now() - from;
  };
  time(500);
  const small = time(1_000);
  expect(time(8_000)).toBeLessThan(8 * 4 * small);
});
