/** Something that should have happened did not; the message is one sentence for whoever watches. */
export class StepFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StepFailed';
  }
}

/** Throws `StepFailed` with the sentence unless it holds. */
export const expect: (holds: unknown, sentence: string) => asserts holds = (holds, sentence) => {
  if (!holds) throw new StepFailed(sentence);
};

/** The value, or a `StepFailed` when there is none. */
export const found = <T>(value: T | null | undefined, sentence: string): T => {
  if (value === null || value === undefined) throw new StepFailed(sentence);
  return value;
};
