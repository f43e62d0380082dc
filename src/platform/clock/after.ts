/** Runs `work` after so many milliseconds; returns its cancelling. */
export type After = (milliseconds: number, work: () => void) => () => void;

/** Real time, without keeping the process alive. */
export const afterRealTime: After = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};
