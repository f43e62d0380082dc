import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUploads } from '../../../src/workspace/state/uploads.ts';
import { methods } from '../../../src/workspace/web-api/methods.ts';
import { alwaysKinds, invented, knownKinds, missing, shared, sometimesMissing, unexplained } from './compare.ts';
import { type Instance, instancesIn, instancesOfPayload } from './key-paths.ts';
import { LEFT_OUT, NOT_ALWAYS, NOT_HERE } from './left-out.ts';
import { OURS } from './ours.ts';
import { playEverything } from './play.ts';
import { type Stage, stage } from './stage.ts';

let on: Stage;
let instances: Instance[];

beforeAll(async () => {
  on = await stage();
  await playEverything(on);
  const answers = on.answers.flatMap(({ method, answer }) => instancesIn(method, answer));
  instances = [...answers, ...on.payloads().flatMap(instancesOfPayload)];
});
afterAll(() => on.close());

const NOTHING = { open: [], stale: [] };

describe('the keys of what the workspace answers and sends, against those of published payloads', () => {
  test('every method answered, and every subscribed event came', () => {
    const answered = new Set(on.answers.map((one) => one.method));
    expect(Object.keys(methods(createUploads(on.workspace.world))).filter((name) => !answered.has(name))).toEqual([]);
    const sent = new Set(instances.map((one) => one.kind.split('/')[0]));
    const subscribed = on.workspace.world.app.events.map((name) => `event:${name.replace(/^message\..*/, 'message')}`);
    expect(subscribed.filter((kind) => !sent.has(kind))).toEqual([]);
  });

  test('no key is invented', () => {
    expect(unexplained(invented(instances), OURS)).toEqual(NOTHING);
  });

  test('no key that Slack shows is missing', () => {
    expect(unexplained(missing(instances), LEFT_OUT)).toEqual(NOTHING);
  });

  test('what every filled payload has, each of ours has', () => {
    expect(unexplained(sometimesMissing(instances), NOT_ALWAYS)).toEqual(NOTHING);
  });

  test('kinds that are not here are told', () => {
    const here = new Set(instances.map((one) => shared(one.kind)));
    const absent = [...knownKinds(), ...alwaysKinds().map(shared)].filter((kind) => !here.has(kind));
    const told = NOT_HERE.flatMap((one) => one.kinds);
    expect([...new Set(absent)].sort()).toEqual([...told].sort());
  });
});
