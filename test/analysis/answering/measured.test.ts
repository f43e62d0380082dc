import { describe, expect, it } from 'vitest';
import { run } from '../../../evals/tasks/questions.ts';

describe('answers to labelled questions over whole deals', () => {
  it('are right, or said not to be there, about as often as docs/decisions/0012 says', async () => {
    const { all } = await run();

    expect(all.questions).toBeGreaterThanOrEqual(120);
    expect(all.unanswerable).toBeGreaterThanOrEqual(44);
    expect(all.hit1).toBeGreaterThanOrEqual(0.8);
    expect(all.hit3).toBeGreaterThanOrEqual(0.86);
    expect(all.falseAnswers).toBeLessThanOrEqual(0.2);
  });
});
