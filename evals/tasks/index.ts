import type { Task } from '../task.ts';
import { acceptance } from './acceptance.ts';
import { questions } from './ask-baton.ts';
import { asks } from './asks.ts';
import { clauses } from './clauses.ts';
import { coverage } from './coverage.ts';
import { asideDeals, deals, writtenDeals } from './deals.ts';
import { firingRate } from './firing-rate.ts';
import { grounding } from './grounding.ts';
import { milestones } from './milestones.ts';
import { scope } from './scope.ts';
import { speed } from './speed.ts';

/** Every task, in the order of the table. */
export const TASKS: readonly Task[] = [
  deals,
  writtenDeals,
  asideDeals,
  coverage,
  clauses,
  scope,
  milestones,
  acceptance,
  asks,
  questions,
  firingRate,
  grounding,
  speed,
];
