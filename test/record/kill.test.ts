import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { all, outbox } from '../../src/platform/store/index.ts';
import { handoffs } from '../../src/record/tables.ts';
import { verifyLog } from '../../src/record/verify-log.ts';
import { HandClock, migrations, temporaryFolder, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from './support/a-record.ts';

const rounds = 8;

/** Lets the process acknowledge `count` commands, then kills it in the middle of whatever it does. Returns the last acknowledged line. */
const killedAfter = async (path: string, round: number, count: number): Promise<string> => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'commit-until-killed.ts'), path, migrations, String(round)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  for await (const part of child.stdout) {
    text += String(part);
    if (text.split('\n').length > count && !child.killed) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return (
    text
      .split('\n')
      .filter((line) => /^h_\S+ \d+$/.test(line))
      .at(-1) ?? ''
  );
};

it('a kill at any point loses nothing that was acknowledged and leaves no half of anything', async () => {
  const path = join(temporaryFolder(), 'baton.sqlite');
  for (let round = 0; round < rounds; round += 1) {
    const [id = '', acknowledged = '0'] = (await killedAfter(path, round, 3 + round * 5)).split(' ');

    const store = temporaryStore(path);
    const handoff = recordOn(store, new HandClock()).load(id);
    const row = all(store.read.select().from(handoffs)).find((one) => one.id === id);
    const entry = all(store.read.select().from(outbox)).find((one) => one.key === `desk:${id}`);

    expect(handoff?.revision).toBeGreaterThanOrEqual(Number(acknowledged));
    expect(row?.revision).toBe(handoff?.revision);
    expect(entry?.wanted).toBe(handoff?.revision);
    expect(verifyLog(store.read)).toMatchObject({ ok: true, problems: [] });
    await store.close();
  }
}, 60_000);
