import { setTimeout as pause } from 'node:timers/promises';
import { StepFailed } from './step-failed.ts';

const everyMs = 25;

/** Asks again and again until there is an answer other than null, undefined or false. `what` completes "Waited 20 s for …". */
export const until = async <T>(
  what: string | (() => string),
  probe: () => T | Promise<T>,
  withinMs = 20_000,
): Promise<Exclude<T, null | undefined | false>> => {
  const deadline = performance.now() + withinMs;
  while (true) {
    const answer = await probe();
    // SAFETY: the three values that are taken out of the type are the three that are compared here.
    if (answer !== null && answer !== undefined && answer !== false)
      return answer as Exclude<T, null | undefined | false>;
    if (performance.now() > deadline)
      throw new StepFailed(`Waited ${Math.round(withinMs / 1_000)} s for ${typeof what === 'string' ? what : what()}.`);
    await pause(everyMs);
  }
};
