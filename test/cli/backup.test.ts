import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../src/platform/store/index.ts';
import { temporaryFolder, temporaryStore } from '../platform/temporary.ts';

const cli = join(import.meta.dirname, '../../src/cli/main.ts');

/** `baton …` in a working directory, with no settings but those of its `.env`. */
const baton = (cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd, env: {} }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

describe('baton backup and baton restore', () => {
  it('copy the database that .env names, and put it back', async () => {
    const dir = temporaryFolder();
    const store = temporaryStore(join(dir, 'here.sqlite'));
    writeFileSync(join(dir, '.env'), 'BATON_DB=here.sqlite\n');

    expect(await baton(dir, 'backup', 'copy.sqlite')).toMatchObject({ code: 0, err: '' });
    const busy = await baton(dir, 'restore', 'copy.sqlite');
    await store.close();
    const restored = await baton(dir, 'restore', 'copy.sqlite');

    expect(busy).toMatchObject({ code: 1, err: expect.stringMatching(/^Another Baton .* is using here\.sqlite/) });
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The one before is here.sqlite.before-') });
    openReadOnly(join(dir, 'here.sqlite')).close();
  });

  it('say in one sentence what is wrong', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'broken.sqlite'), 'no database '.repeat(500));

    expect(await baton(dir, 'restore', 'broken.sqlite', '--db', 'mine.sqlite')).toEqual({
      code: 1,
      out: '',
      err: 'The backup broken.sqlite is damaged. Nothing was changed.\n',
    });
    expect(await baton(dir, 'backup', 'copy.sqlite', '--db', 'none.sqlite')).toMatchObject({
      code: 1,
      err: 'There is no database at none.sqlite.\n',
    });
  });
});
