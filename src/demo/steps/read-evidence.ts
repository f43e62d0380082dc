import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Law 1 where it is shown: the quote of every flag stands in a stored source. */
const checkQuotes = (scene: Scene): void => {
  const texts = new Map(
    scene.record
      .loadSources(scene.handoff)
      .map((one) => [one.id, fold(one.passages.map((passage) => passage.text).join(' '))]),
  );
  for (const { flag } of scene.handoff.flags) {
    expect(flag.evidence.length > 0, `The flag “${flag.text}” cites no source.`);
    for (const { source, quote } of flag.evidence)
      expect(texts.get(source)?.includes(fold(quote)), `A quote of the flag “${flag.text}” is not in its source.`);
  }
};

/** The analysis came back as one event; what it found is said where the evidence stands. */
export const readEvidence = async (scene: Scene): Promise<string> => {
  await scene.settled();
  const { handoff, owner, h, record } = scene;
  const analysis = found(handoff.analysis, 'The evidence was not analysed.');
  expect(analysis.analysedSources.length === handoff.sources.length, 'Not every source was analysed.');
  checkQuotes(scene);
  const flags = record.flags(h);
  expect(flags.length === handoff.flags.length, 'The flags in the table are not those of the stream.');
  expect(
    handoff.flags.every(
      ({ status, decided, coveredBy }) => decided === null && (status === 'open' || coveredBy !== null),
    ),
    'The machine decided a flag by itself.',
  );
  const words = wordsOf((await scene.message(owner, `evidence:${h}`)).blocks);
  expect(
    words.includes(`Found ${handoff.commitments.length} commitment`),
    'The evidence message does not say what was found.',
  );
  const open = handoff.flags.filter(({ status }) => status === 'open');
  const head = wordsOf((await scene.message(owner, `flags:${h}`)).blocks);
  expect(
    open.length === 0 || head.includes(`${open.length} flag`),
    'The thread of flags does not say how many there are.',
  );
  const blocking = record.questions(h).filter((one) => one.blocking).length;
  expect(blocking === 0, 'A question of the analysis blocks kickoff though nobody said so.');
  return `${handoff.commitments.length} commitments · ${flags.length} flags · ${record.questions(h).length} questions`;
};
