import { z } from 'zod';
import { chance } from './chance.ts';
import { checkFault, fits, type Known } from './fault-fits.ts';

/** What each of them does to calls and deliveries: `fault-fits.ts` and the README. */
const named = [
  'ratelimited',
  'http_500',
  'http_503',
  'html',
  'hang',
  'slow',
  'drop',
  'missing_scope',
  'lost_response',
  'truncated',
  'clock_jump',
  'duplicate',
  'delay',
  'reorder',
  'drop_mid_message',
] as const;
export const FaultKind = z.union([
  z.enum(named),
  z.custom<`error:${string}`>((value) => typeof value === 'string' && /^error:[a-z_]+$/.test(value)),
]);
export type FaultKind = z.infer<typeof FaultKind>;

const Numbers = {
  /** Seconds, for `ratelimited`. */
  retry_after: z.number().int().min(0).default(1),
  /** Real milliseconds, for `slow` and `delay`. */
  after_ms: z.number().int().min(0).max(600_000).default(1000),
  /** Milliseconds of the workspace's clock, for `clock_jump`; negative goes back. */
  by_ms: z.number().int().default(3_600_000),
};

/**
 * Trouble to come. `method` is a Web API method, `files.download`, `files.upload`, `response_url`, or a delivery:
 * `delivery:events_api`, `delivery:interactive`, `delivery:slash_commands`, `delivery:<event or payload type>`, `delivery:*`.
 * It happens `times` times, or without end with the chance `rate` (0..1) that is drawn with `seed`.
 */
export const Fault = z.object({
  method: z.string().min(1),
  fault: FaultKind,
  times: z.number().int().min(1).optional(),
  rate: z.number().min(0).max(1).optional(),
  seed: z.number().int().default(1),
  ...Numbers,
});

/** Trouble by chance. `methods` as in `Fault`, besides `*` for every call; one of the `kinds` that fit is drawn each time. */
export const Chaos = z.object({
  seed: z.number().int(),
  rate: z.number().min(0).max(1),
  kinds: z.array(FaultKind).min(1).default(['ratelimited', 'http_500', 'lost_response', 'duplicate', 'reorder']),
  methods: z.array(z.string().min(1)).min(1).default(['*', 'delivery:*']),
  ...Numbers,
});
export type Chaos = z.infer<typeof Chaos>;

/** One piece of trouble, now. `seed` and `draw` say which chance brought it. */
export interface Trouble extends Pick<Chaos, 'retry_after' | 'after_ms' | 'by_ms'> {
  fault: FaultKind;
  seed?: number;
  draw?: number;
}

/** As the traffic shows it. */
export const seenFault = ({ fault, seed, draw }: Trouble) => ({
  kind: fault,
  ...(seed === undefined ? {} : { seed }),
  ...(draw === undefined ? {} : { draw }),
});

interface Plan extends Chaos {
  /** How often it still happens; null without end. */
  left: number | null;
  /** How often each name was asked for since it was planned. */
  asked: Map<string, number>;
}

export interface Faults {
  /** Throws `invalid_fault` when it could never happen. */
  add(fault: z.input<typeof Fault>): void;
  /** Trouble by chance from now on; null ends it. Throws `invalid_fault` as `add`. */
  chaos(chaos: z.input<typeof Chaos> | null): void;
  /** The trouble due for something with these names, the most exact name first; it is used up by asking. */
  take(...names: string[]): Trouble | undefined;
  list(): { to_come: object[]; chaos: Chaos | null; used: object[] };
  clear(): void;
}

const USED_KEPT = 1000;

export function createFaults(known: Known): Faults {
  let plans: Plan[] = [];
  let chaos: Plan | null = null;
  let used: object[] = [];

  /** Each plan counts for itself, so that what happens depends on nothing that was done before it was made. */
  function happens(plan: Plan, [name = '']: string[]): Trouble | undefined {
    const kinds = plan.kinds.filter((kind) => fits(kind, name));
    const asked = plan.asked.get(name);
    const turn = `${plan.seed}:${name}:${asked}`;
    const draw = chance(turn);
    if (kinds.length === 0 || draw >= plan.rate) return undefined;
    const { retry_after, after_ms, by_ms, seed, rate } = plan;
    const fault = kinds[Math.floor(chance(`${turn}:kind`) * kinds.length)];
    if (!fault) return undefined;
    if (plan.left !== null) plan.left -= 1;
    const drawn = rate < 1 ? { seed, draw } : {};
    used = [...used.slice(1 - USED_KEPT), { method: name, fault, turn: asked, ...drawn }];
    return { fault, retry_after, after_ms, by_ms, ...drawn };
  }

  return {
    add(given) {
      const { method, fault, times, rate, ...rest } = Fault.parse(given);
      checkFault(known, [fault], method);
      const left = times ?? (rate === undefined ? 1 : null);
      plans.push({ ...rest, methods: [method], kinds: [fault], rate: rate ?? 1, left, asked: new Map() });
    },
    chaos(given) {
      const parsed = given && Chaos.parse(given);
      for (const name of parsed?.methods ?? []) checkFault(known, parsed?.kinds ?? [], name);
      chaos = parsed && { ...parsed, left: null, asked: new Map() };
    },
    take(...names) {
      const [name = ''] = names;
      const all = name.startsWith('delivery:') ? 'delivery:*' : '*';
      const about = (chaos ? [...plans, chaos] : plans).filter(({ methods }) =>
        methods.some((method) => names.includes(method) || method === all),
      );
      for (const { asked } of about) asked.set(name, (asked.get(name) ?? 0) + 1);
      for (const plan of about) {
        const trouble = happens(plan, names);
        if (!trouble) continue;
        plans = plans.filter((one) => one.left !== 0);
        return trouble;
      }
      return undefined;
    },
    list: () => ({
      to_come: plans.map(({ methods, kinds, left, rate, ...rest }) => ({
        method: methods[0],
        fault: kinds[0],
        ...(left === null ? { rate } : { times: left }),
        ...(rate < 1 ? { seed: rest.seed } : {}),
      })),
      chaos: chaos && Chaos.parse(chaos),
      used,
    }),
    clear() {
      plans = [];
      chaos = null;
      used = [];
    },
  };
}
