import { describe, expect, it } from 'vitest';
import { baton, person } from '../../src/handoff/actor.ts';
import { readStream } from '../../src/record/stream.ts';
import { analysis } from '../handoff/support/analysis.ts';
import { HandClock, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from './support/a-record.ts';
import { answer, openCommand } from './support/commands.ts';

/** A handoff whose sources were analysed so many times, a megabyte each, and in which a person has the last word. */
const analysed = async (times: number) => {
  const store = temporaryStore();
  const record = recordOn(store, new HandClock());
  const { handoff } = await record.open({ actor: person('U_SALES'), command: openCommand('D-1') });
  const evidence = analysis.commitments[0]?.evidence ?? [];
  for (let time = 0; time < times; time += 1) {
    const long = { status: 'in' as const, text: `${time} `.repeat(300_000), acceptance: '', evidence };
    await record.run(handoff.id, {
      actor: baton('analyst'),
      command: { type: 'record_analysis', engine: 'by hand', version: '1', analysis: { ...analysis, scope: [long] } },
    });
  }
  const after = await record.run(handoff.id, { actor: person('U_SALES'), command: answer('Fewer frost losses.') });
  return { read: store.read, id: handoff.id, last: after.revision };
};

const quickest = (work: () => void): number =>
  Math.min(
    ...Array.from({ length: 20 }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );

describe('the events after a known one', () => {
  it('come with their own texts', async () => {
    const { read, id, last } = await analysed(1);

    expect(readStream(read, id, last - 1)).toMatchObject([
      { seq: last, event: { type: 'input.answered', text: { sealed: 'Fewer frost losses.' } } },
    ]);
  });

  it('cost the same after twenty analyses as after one', async () => {
    const one = await analysed(1);
    const twenty = await analysed(20);

    const [few, many] = [one, twenty].map(({ read, id, last }) => quickest(() => readStream(read, id, last - 1)));

    expect(many).toBeLessThan((few ?? 0) * 4);
  });
});

it('a whole stream has every text, however many there are', async () => {
  const store = temporaryStore();
  const record = recordOn(store, new HandClock());
  const { handoff } = await record.open({ actor: person('U_SALES'), command: openCommand('D-1') });
  for (let time = 0; time < 520; time += 1)
    await record.run(handoff.id, { actor: person('U_SALES'), command: answer(`They want goal number ${time}.`) });

  const texts = readStream(store.read, handoff.id).flatMap(({ event }) =>
    event.type === 'input.answered' ? [event.text.sealed] : [],
  );

  expect(texts).toHaveLength(520);
  expect(texts.at(-1)).toBe('They want goal number 519.');
});
