import { randomBytes } from 'node:crypto';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import { calendar } from '../../../src/platform/calendar/index.ts';
import type { Clock } from '../../../src/platform/clock/index.ts';
import type { Store } from '../../../src/platform/store/index.ts';
import { HandoffRecord, type Reaction } from '../../../src/record/record.ts';

/** A record on a real store; ids are counted so that a failure reads the same twice. */
export const recordOn = (
  store: Store,
  clock: Clock,
  reactions: Reaction[] = [],
  onSecret: (user: string, handoffId: string) => void = () => undefined,
): HandoffRecord => {
  let count = 0;
  return new HandoffRecord({
    store,
    clock,
    calendar,
    policy: defaultPolicy,
    zone: 'UTC',
    reactions,
    onSecret,
    newId: (prefix) => {
      count += 1;
      return `${prefix}_${count}_${randomBytes(3).toString('hex')}`;
    },
    random: () => ({ ref: randomBytes(8).toString('hex'), salt: randomBytes(8).toString('hex') }),
  });
};
