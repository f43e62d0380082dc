import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { answerOne } from '../../../../src/platform/documents/answer-one.ts';

const tried = (act: () => void) => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : 'refused';
  }
};

await answerOne(async (path) => ({
  write: tried(() => writeFileSync(String(path), 'x')),
  start: tried(() => spawnSync('true')),
}));
