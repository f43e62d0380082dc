/** One number of a task. `low` and `high` bound the middle 95 % of 1,000 resamples of its deals or documents. */
export type Figure = {
  id: string;
  label: string;
  value: number | null;
  low?: number;
  high?: number;
  /** What was measured on: `4 deals`, `61 contracts`. */
  on: string;
  target?: Target;
};
/** A figure with what models get on groups they were not trained on, where they were trained on these. */
export type Measured = Figure & { crossValidated?: number | undefined };
export type Target = { least: number } | { most: number };

/** Where a task finds its rows; without them it takes what ships in `evals/data`. `verbose`: deals say on standard error what was missed and what is extra. */
export type Where = { data?: string | undefined; deals?: string | undefined; verbose?: boolean };

export type Task = {
  name: string;
  /** What is measured, in a sentence for a person. */
  about: string;
  run(where: Where): Promise<Figure[]>;
};

/** Whether a figure reaches its target; undefined where there is none. A figure that could not be measured misses. */
export const met = ({ value, target }: Measured): boolean | undefined => target && reaches(value, target);

/** Whether it does so on groups that the models were not trained on, where that was measured. */
export const metUnseen = ({ crossValidated, target }: Measured): boolean | undefined =>
  target && crossValidated !== undefined ? reaches(crossValidated, target) : undefined;

const reaches = (value: number | null, target: Target): boolean =>
  value !== null && ('least' in target ? value >= target.least : value <= target.most);
