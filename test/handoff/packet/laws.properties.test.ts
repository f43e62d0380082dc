import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemId } from '../../../src/handoff/identify.ts';
import { type Line, packetOf } from '../../../src/handoff/packet/index.ts';
import { given, type Stream } from '../support/given.ts';
import { sectionOf, tableOf, textOf } from '../support/packet.ts';
import { play, runs, tryOne } from '../support/random.ts';

/** What persons did, read off the stream and not off the state. */
const byPersons = (one: Stream) => {
  const persons = one.recorded.filter((recorded) => recorded.actor.kind === 'person').map(({ event }) => event);
  const accepted = new Set<string>();
  for (const event of persons) {
    if (event.type !== 'input.answered') continue;
    for (const id of event.unticked) accepted.delete(id);
    for (const id of event.accepted) accepted.add(id);
  }
  const votes = persons.flatMap((event) => (event.type === 'flag.voted' ? [`${event.flag} ${event.decision}`] : []));
  const decided = new Set(
    one.recorded
      .flatMap(({ event }) => (event.type === 'flag.decided' ? [`${event.flag} ${event.decision}`] : []))
      // a new analysis may settle what persons had voted; without their votes it settles nothing
      .filter((decision) => votes.includes(decision)),
  );
  const signed = new Set(
    persons.flatMap((event) => (event.type === 'change_order.settled' && event.status === 'signed' ? [event.id] : [])),
  );
  return { accepted, decided, signed };
};

const flagsOn = (one: Stream, commitment: string) =>
  one.state().flags.filter((state) => state.flag.commitment === commitment);

const analysisDerived = [
  'not_yet_decided',
  'buyer_intent',
  'sold_scope',
  'not_sold',
  'ambiguous',
  'commitments',
  'stretch',
  'stakeholders',
  'risks',
  'dependencies',
  'access',
  'assumptions',
  'questions',
  'success',
];

const leadsSomewhere = (line: Line): boolean => line.some((inline) => typeof inline !== 'string');

describe('law 2: proposed is not approved', () => {
  it('sold scope holds only what a person ticked, delivered or had signed', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const one = play(run, tryOne);
        const { accepted, decided, signed } = byPersons(one);
        const { analysis, commitments, changeOrders } = one.state();
        const allowed = new Set([
          ...(analysis?.scope ?? [])
            .filter((item) => item.status === 'in' && accepted.has(itemId('sc_in', item.text, item.evidence)))
            .map((item) => item.text),
          ...commitments
            .filter((item) => flagsOn(one, item.id).some((state) => decided.has(`${state.flag.id} deliver`)))
            .map((item) => item.text),
          ...changeOrders.filter((order) => signed.has(order.id)).map((order) => `${order.text} (change order signed)`),
        ]);
        for (const row of tableOf(one.state(), 'sold_scope')) expect([...allowed]).toContain(textOf(row[0]));
      }),
      { numRuns: 150 },
    );
  });

  it('the commitments register holds only what a person ticked or decided', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const one = play(run, tryOne);
        const { accepted, decided } = byPersons(one);
        const allowed = one
          .state()
          .commitments.filter(
            (item) =>
              accepted.has(item.id) ||
              flagsOn(one, item.id).some((state) => decided.has(`${state.flag.id} ${state.decided?.decision}`)),
          )
          .map((item) => item.text);
        for (const row of tableOf(one.state(), 'commitments')) expect(allowed).toContain(textOf(row[0]));
      }),
      { numRuns: 150 },
    );
  });

  it('a commitment with an open flag stands in neither', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const one = play(run, tryOne);
        const listed = (['sold_scope', 'commitments'] as const)
          .flatMap((key) => tableOf(one.state(), key))
          .map((row) => textOf(row[0]));
        for (const item of one.state().commitments)
          if (flagsOn(one, item.id).some((state) => state.status === 'open')) expect(listed).not.toContain(item.text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('law 1: no source, no statement', () => {
  it('each line that comes from an analysis or an answer leads to a place or to a person', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const { sections } = packetOf(play(run, tryOne).state());
        for (const section of sections.filter((found) => analysisDerived.includes(found.key)))
          for (const line of [
            ...section.paragraphs,
            ...section.items,
            ...(section.table?.rows ?? []).map((row) => row.flat()),
          ])
            expect(leadsSomewhere(line), `${section.key}: ${textOf(line)}`).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('the sections under this law are all in the packet', () => {
    for (const key of analysisDerived) expect(sectionOf(given().state(), key).key).toBe(key);
  });
});

describe('nothing that was found is lost', () => {
  it('each commitment is in the register, not yet decided, or was called no promise', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const one = play(run, tryOne);
        const packet = packetOf(one.state());
        const everything = packet.sections
          .filter((section) => ['not_yet_decided', 'commitments'].includes(section.key))
          .flatMap((section) => [...section.items, ...(section.table?.rows ?? []).map((row) => row.flat())])
          .map(textOf)
          .join('\n');
        for (const item of one.state().commitments) {
          const about = flagsOn(one, item.id);
          const open = about.filter((state) => state.status === 'open').map((state) => state.flag.text);
          const rejected = about.some(
            (state) => state.decided?.decision === 'not_a_promise' || state.decided?.decision === 'duplicate',
          );
          if (!rejected)
            expect(
              [item.text, ...open].some((text) => everything.includes(text)),
              item.text,
            ).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
