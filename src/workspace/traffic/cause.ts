import { AsyncLocalStorage } from 'node:async_hooks';

/** Why something goes over the wire: what a person does, or the call or delivery that is being answered. */
export interface Cause {
  /** The person who began it. */
  by?: string | undefined;
  /** The traffic entry that led to it. */
  n?: number | undefined;
}

const causes = new AsyncLocalStorage<Cause>();

export const because = <T>(cause: Cause, work: () => T): T => causes.run(cause, work);

export const cause = (): Cause => causes.getStore() ?? {};
