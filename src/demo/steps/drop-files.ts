import { inputSpec } from '../../handoff/inputs.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';
import { until } from '../until.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Baton puts another dot into names that Slack would take for addresses. */
const sameDots = (text: string): string => text.replaceAll('․', '.');

/** Files that could not be read were told to the person who dropped them, each by name. */
const checkRefused = async (scene: Scene): Promise<number> => {
  const { handoff, owner } = scene;
  const words = (await scene.whispers(owner)).join('\n');
  for (const one of handoff.refusedSources)
    expect(
      sameDots(words).includes(sameDots(one.name)),
      `${owner.name} was not told that ${one.name} could not be read.`,
    );
  return handoff.refusedSources.length;
};

const dropEmpty = async (scene: Scene): Promise<void> => {
  const before = (await scene.whispers(scene.owner)).length;
  await scene.people.upload(scene.owner, scene.channel, 'notes-to-come.txt', encode(''));
  await scene.settled();
  await scene.toldPrivately(scene.owner, before, /empty/i, 'that an empty file was not read');
  expect(
    scene.handoff.refusedSources.some((one) => one.name === 'notes-to-come.txt' && one.code === 'empty'),
    'The refused file is not on record.',
  );
};

const dropTwice = async (scene: Scene): Promise<void> => {
  const known = found(scene.record.sources(scene.h)[0], 'No file was read.');
  const again = scene.deal.contents.find((one) => one.path === known.name);
  if (!again) return;
  const before = (await scene.whispers(scene.owner)).length;
  await scene.people.upload(scene.owner, scene.channel, `copy-of-${again.path}`, again.bytes);
  await scene.settled();
  await scene.toldPrivately(scene.owner, before, /same file/i, 'that a file was there already');
};

/** What looks signed is confirmed by somebody with a role: nothing counts as signed before. Returns how many there were. */
const confirmSigned = async (scene: Scene): Promise<number> => {
  const { owner, record, h, deal } = scene;
  const signed = deal.files.flatMap((file) => {
    const source = scene.handoff.sources.find((one) => one.name === nameOf(file.path));
    return source?.looksSigned && file.signed && source.kind === file.kind ? [source] : [];
  });
  for (const { id, name } of signed) {
    expect(
      !record.sources(h).some((one) => one.id === id && one.signed),
      `${name} counts as signed before anybody said so.`,
    );
    await scene.clickMessage(owner, `evidence:${h}`, 'source.signed', (value) => value.source === id);
    await until(
      `${name} to count as signed`,
      async () => record.sources(h).some((one) => one.id === id && one.signed) || undefined,
    );
    await scene.settled();
  }
  return signed.length;
};

/** Wrong guesses of what a file is are corrected as people would. Returns how many there were. */
const correctGuesses = async (scene: Scene): Promise<number> => {
  const { people, owner, record, h, deal } = scene;
  const wrong = deal.files.flatMap((file) => {
    const row = record.sources(h).find((one) => one.name === nameOf(file.path));
    return row && (row.kind !== file.kind || row.signed !== file.signed) ? [{ ...file, id: row.id }] : [];
  });
  for (const { id, kind, signed, path } of wrong) {
    await scene.clickMessage(owner, `evidence:${h}`, 'source.correct');
    await scene.submitted(owner, await people.topView(owner), { source: id, kind, signed: signed ? 'yes' : 'no' });
    const row = found(
      record.sources(h).find((one) => one.id === id),
      `${path} is not on record any more.`,
    );
    expect(row.kind === kind && row.signed === signed, `The correction of ${path} is not on record.`);
  }
  await scene.settled();
  return wrong.length;
};

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** An input that no file of this deal settles is skipped with its reason, so that the evidence is read without it. */
const skipAbsent = async (scene: Scene): Promise<string[]> => {
  const absent = scene.handoff.inputs.filter((one) => one.settled === null && inputSpec(one.key).files.length > 0);
  for (const { key } of absent) {
    await scene.clickMessage(scene.owner, `intake:${scene.h}`, 'input.skip');
    await scene.submitted(scene.owner, await scene.people.topView(scene.owner), {
      skip: 'not_available_yet',
      note: 'The folder of this deal holds no such file.',
    });
    expect(
      scene.handoff.inputs.some((one) => one.key === key && one.settled?.how === 'skipped'),
      `“${inputSpec(key).title}” was skipped and is not on record so.`,
    );
    await scene.settled();
  }
  return absent.map(({ key }) => `no “${inputSpec(key).title}”`);
};

export const dropFiles = async (scene: Scene): Promise<string> => {
  const { people, owner, deal, record, h } = scene;
  for (const { path, bytes } of deal.contents) await people.upload(owner, scene.channel, nameOf(path), bytes);
  await scene.settled();
  const read = record.sources(h);
  const refused = await checkRefused(scene);
  expect(
    read.length + refused >= deal.contents.length,
    `${deal.contents.length} files were dropped, ${read.length} read and ${refused} refused.`,
  );
  await dropEmpty(scene);
  await dropTwice(scene);
  expect(record.sources(h).length === read.length, 'A file that was dropped twice is on record twice.');
  const confirmed = await confirmSigned(scene);
  const corrected = await correctGuesses(scene);
  const skipped = await skipAbsent(scene);
  const shown = wordsOf((await scene.message(owner, `evidence:${h}`)).blocks);
  for (const one of read.slice(-25))
    expect(sameDots(shown).includes(one.name.slice(0, 40)), `The evidence message does not name ${one.name}.`);
  return [
    `${read.length} sources`,
    `${refused + 1} refused`,
    `${confirmed} confirmed as signed`,
    `${corrected} ${corrected === 1 ? 'guess' : 'guesses'} corrected`,
    ...skipped,
  ].join(' · ');
};
