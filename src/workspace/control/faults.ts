import { z } from 'zod';

/**
 * Trouble to come. `method` is a Web API method, `files.download`, `files.upload`, `response_url`, or a delivery:
 * `delivery:events_api`, `delivery:interactive`, `delivery:slash_commands`, `delivery:<event or payload type>`, `delivery:*`.
 */
export const Fault = z.object({
  method: z.string(),
  fault: z.union([
    z.enum(['ratelimited', 'http_500', 'html', 'lost_response', 'hang']),
    z.custom<`error:${string}`>((value) => typeof value === 'string' && /^error:[a-z_]+$/.test(value)),
  ]),
  times: z.number().int().min(1).default(1),
  /** Seconds. */
  retry_after: z.number().int().min(0).default(1),
});
export type Fault = z.infer<typeof Fault>;

export interface Faults {
  add(fault: Fault): void;
  /** The next fault due for any of these names; it is used up by asking. */
  take(...names: string[]): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (fault) => void faults.push({ ...fault }),
    take(...names) {
      const fault = faults.find((one) => names.includes(one.method));
      if (!fault) return undefined;
      fault.times -= 1;
      if (fault.times === 0) faults = faults.filter((one) => one !== fault);
      return fault;
    },
    clear: () => {
      faults = [];
    },
  };
}
