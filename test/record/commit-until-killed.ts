// A process that gives commands as fast as it can and says which were acknowledged, until it is killed; run by kill.test.ts.
import { person } from '../../src/handoff/actor.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { openStore } from '../../src/platform/store/index.ts';
import { recordOn } from './support/a-record.ts';
import { answer, openCommand } from './support/commands.ts';

const [path = '', migrations = '', round = ''] = process.argv.slice(2);
const store = openStore(path, { migrations, now: new Date() });
const record = recordOn(store, systemClock, [
  ({ after }) => [{ key: `desk:${after.id}`, handoffId: after.id, kind: 'desk', args: null, lane: 'chat' }],
]);
const { handoff } = await record.open({
  actor: person('U_SALES'),
  command: openCommand(`D-${round}`, { kickoffDate: '2999-01-01' }),
});
process.stdout.write(`${handoff.id} 1\n`);
for (let turn = 0; ; turn += 1) {
  const after = await record.run(handoff.id, {
    actor: person('U_SALES'),
    command: answer(`They want fewer frost losses, said for the ${turn}th time.`),
  });
  process.stdout.write(`${handoff.id} ${after.revision}\n`);
}
