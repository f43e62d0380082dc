import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
let copy = '';

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'baton-imports-'));
  await cp(join(root, 'src'), join(copy, 'src'), { recursive: true });
  for (const file of ['package.json', '.dependency-cruiser.cjs']) await cp(join(root, file), join(copy, file));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

/** What the tool says about one folder of a copy of the project in which `source` was planted under that name. */
const reportWith = async (folder: string, name: string, source: string): Promise<string> => {
  const home = join(copy, 'src', folder, 'planted');
  await mkdir(home);
  await writeFile(join(home, name), source);
  const tool = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';
  const report = await run(
    process.execPath,
    [tool, `src/${folder}`, '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    { cwd: copy },
  ).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
  await rm(home, { recursive: true });
  return report;
};

describe('imports go one way', () => {
  it.each([
    [
      'handoff',
      "import { createLog } from '../../platform/log/index.ts';\nexport const log = createLog;",
      'handoff-imports-one-way',
    ],
    ['handoff', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;", 'handoff-is-pure'],
    [
      'platform',
      "import { words } from '../../handoff/sealed.ts';\nexport const say = words;",
      'platform-imports-one-way',
    ],
    [
      'analysis',
      "import { events } from '../../record/tables.ts';\nexport const rows = events;",
      'analysis-imports-one-way',
    ],
    ['record', "import { day } from '../../desk/kit/text.ts';\nexport const show = day;", 'record-imports-one-way'],
    [
      'desk',
      "import { startWorkspace } from '../../workspace/server.ts';\nexport const start = startWorkspace;",
      'the-bot-never-imports-the-workspace',
    ],
    [
      'workspace',
      "import { words } from '../../handoff/sealed.ts';\nexport const say = words;",
      'workspace-imports-one-way',
    ],
    [
      'demo',
      "import { startWorkspace } from '../../workspace/server.ts';\nexport const start = startWorkspace;",
      'the-demo-speaks-only-the-people-protocol',
    ],
  ])('a file in %s that breaks a rule is found (%#)', async (folder, source, rule) => {
    const report = await reportWith(folder, 'planted.ts', source);

    expect(report).toContain(rule);
    expect(report).toContain('planted.ts');
  });

  it('a view that reads the database is found', async () => {
    const source = "import { upcoming } from '../../record/queries.ts';\nexport const rows = upcoming;";

    expect(await reportWith('desk', 'blocks.ts', source)).toContain('blocks-are-pure');
  });
});
