export { type After, afterRealTime } from './after.ts';
export { type Clock, systemClock } from './clock.ts';
export { followClock } from './follow-clock.ts';
