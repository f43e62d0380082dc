import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

interface Break {
  what: string;
  file: string;
  /** Must stand in the file exactly once; a break that no longer applies is a failure of this check. */
  from: string;
  to: string;
  seenBy: string[];
}

const demo = ['bin/demo.mjs'];
const vitest = (...files: string[]): string[] => ['node_modules/vitest/vitest.mjs', 'run', ...files];

const breaks: Break[] = [
  {
    what: 'the canvas edit writes nothing',
    file: 'src/desk/packet/canvas.ts',
    from: "  desk.slack.apiCall('canvases.edit', { canvas_id: canvas, changes: [change] });",
    to: '  Promise.resolve([desk, canvas, change]);',
    seenBy: demo,
  },
  {
    what: 'the outbox sends again without looking for what may have arrived',
    file: 'src/desk/kit/show.ts',
    from: 'job.previouslyTried ? await lookFor(desk, job.entry.key, place) : null',
    to: 'false as boolean ? await lookFor(desk, job.entry.key, place) : null',
    seenBy: vitest('test/slack/faults.test.ts'),
  },
  {
    what: 'a channel whose creation was not answered is created again',
    file: 'src/desk/channel/open-channel.ts',
    from: 'if (ours !== null) return ours;',
    to: 'if (ours === channelName.name) return ours;',
    seenBy: vitest('test/slack/faults.test.ts'),
  },
  {
    what: 'everything counts as ready',
    file: 'src/handoff/readiness.ts',
    from: 'const ready = missing.length === 0;',
    to: 'const ready = missing.length >= 0;',
    seenBy: demo,
  },
  {
    what: 'anybody may decide',
    file: 'src/handoff/decide/context.ts',
    from: 'if (held.some((role) => roles.includes(role))) return held;',
    to: 'if (held.length >= 0 || roles.length > 0) return held;',
    seenBy: demo,
  },
];

/** Runs the command in a copy of the project in which one thing was broken; true when the command failed, as it must. */
const isSeen = async (one: Break): Promise<boolean> => {
  const copy = await mkdtemp(join(tmpdir(), 'baton-break-'));
  try {
    for (const part of [
      'src',
      'bin',
      'scripts',
      'test',
      'migrations',
      'samples',
      'manifest.json',
      'package.json',
      'package-lock.json',
      'vitest.config.ts',
      'tsconfig.json',
    ])
      await cp(join(root, part), join(copy, part), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    const path = join(copy, one.file);
    const text = await readFile(path, 'utf8');
    if (text.split(one.from).length !== 2)
      throw new Error(`${one.what}: the line to break is not in ${one.file} exactly once`);
    await writeFile(path, text.replace(one.from, one.to));
    return await run(process.execPath, one.seenBy, { cwd: copy, timeout: 240_000, maxBuffer: 64 * 1024 * 1024 }).then(
      () => false,
      () => true,
    );
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
};

let missed = 0;
for (const one of breaks) {
  const seen = await isSeen(one);
  if (!seen) missed += 1;
  process.stdout.write(`${seen ? 'seen  ' : 'MISSED'}  ${one.what}\n`);
}
process.stdout.write(`${breaks.length - missed} passed, ${missed} failed\n`);
process.exitCode = missed === 0 ? 0 : 1;
