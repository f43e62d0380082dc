import { z } from 'zod';
import { chance } from './chance.ts';

/** Trouble with a call. `lost_response` and `truncated` take effect first; `slow` answers after `after_ms`; `clock_jump` moves the clock by `by_ms`. */
const CALL_FAULTS = ['ratelimited', 'http_500', 'http_503', 'html', 'hang', 'slow', 'drop', 'missing_scope'] as const;
const CALL_FAULTS_AFTER = ['lost_response', 'truncated', 'clock_jump'] as const;
/** Trouble with a delivery. `lost_response`: the app got it, Slack believes it did not; `drop_mid_message` cuts a Socket Mode frame. */
const DELIVERY_FAULTS = ['http_500', 'hang', 'lost_response', 'duplicate', 'delay', 'reorder'] as const;
const DROPS = ['drop', 'drop_mid_message', 'clock_jump'] as const;

const named = [...CALL_FAULTS, ...CALL_FAULTS_AFTER, 'duplicate', 'delay', 'reorder', 'drop_mid_message'] as const;
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
}

export interface Faults {
  add(fault: z.input<typeof Fault>): void;
  /** Trouble by chance from now on; null ends it. */
  chaos(chaos: z.input<typeof Chaos> | null): void;
  /** The trouble due for something with these names, the most exact name first; it is used up by asking. */
  take(...names: string[]): Trouble | undefined;
  list(): { to_come: object[]; chaos: Chaos | null; used: object[] };
  clear(): void;
}

const USED_KEPT = 1000;

export function createFaults(): Faults {
  let plans: Plan[] = [];
  let chaos: Plan | null = null;
  let used: object[] = [];
  const asked = new Map<string, number>();

  function happens(plan: Plan, names: string[]): Trouble | undefined {
    const [name = ''] = names;
    const all = name.startsWith('delivery:') ? 'delivery:*' : '*';
    if (!plan.methods.some((method) => names.includes(method) || method === all)) return undefined;
    const kinds = plan.kinds.filter((kind) => fits(kind, name));
    const turn = `${plan.seed}:${name}:${asked.get(name)}`;
    const draw = chance(turn);
    if (kinds.length === 0 || draw >= plan.rate) return undefined;
    const { retry_after, after_ms, by_ms, seed, rate } = plan;
    const fault = kinds[Math.floor(chance(`${turn}:kind`) * kinds.length)];
    if (!fault) return undefined;
    if (plan.left !== null) plan.left -= 1;
    const trouble = { fault, retry_after, after_ms, by_ms, ...(rate < 1 ? { seed, draw } : {}) };
    used = [
      ...used.slice(1 - USED_KEPT),
      { method: name, fault, turn: asked.get(name), ...(rate < 1 ? { seed, draw } : {}) },
    ];
    return trouble;
  }

  return {
    add(given) {
      const { method, fault, times, rate, ...rest } = Fault.parse(given);
      const left = times ?? (rate === undefined ? 1 : null);
      plans.push({ ...rest, methods: [method], kinds: [fault], rate: rate ?? 1, left });
    },
    chaos(given) {
      chaos = given && { ...Chaos.parse(given), left: null };
      asked.clear();
    },
    take(...names) {
      const [name = ''] = names;
      asked.set(name, (asked.get(name) ?? 0) + 1);
      for (const plan of chaos ? [...plans, chaos] : plans) {
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
      asked.clear();
    },
  };
}

function fits(kind: FaultKind, name: string): boolean {
  const calls = [...CALL_FAULTS, ...CALL_FAULTS_AFTER];
  const bytes = calls.filter((one) => !['slow', 'clock_jump', 'missing_scope'].includes(one));
  const kinds: readonly string[] = name.startsWith('delivery:')
    ? [...DELIVERY_FAULTS, ...DROPS]
    : /^(files\.(up|down)load|response_url)$/.test(name)
      ? bytes
      : calls;
  return kinds.includes(kind) || (kind.startsWith('error:') && !name.startsWith('delivery:'));
}
