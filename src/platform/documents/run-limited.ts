import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { serialize } from 'node:v8';
import { ANSWER_FD } from './answer-one.ts';
import { DocumentFailure } from './document-failure.ts';
import { parsedLines } from './parsed-lines.ts';
import { residentMemory } from './resident-memory.ts';

/** Memory counts the whole process: heap, buffers and Node itself (about 60 MB). */
export type Limits = { timeoutMs: number; memoryMb: number };
/** `entry` is the path of a module that calls `answerOne`: a `.ts` file or a bundle. */
export type LimitedJob = { entry: string; args?: string[]; input: unknown; limits: Limits };

/** More than any document's text. Bytes of JSON. */
const MOST_OUTPUT = 48 * 1024 * 1024;
const LOOK_EVERY_MS = 25;
/** How far the child stands behind this process when both want a processor: about a tenth of its share. */
const BEHIND = 10;

/** Runs a module in a child process and answers what it answered, unchecked. Rejects with `DocumentFailure`. */
export async function runLimited(job: LimitedJob): Promise<unknown> {
  const [answer] = await runLimitedInParts(job);
  return answer;
}

/**
 * Runs a module that calls `answerInParts` in a child process; at least one part. Rejects with `DocumentFailure`.
 *
 * A child and not a worker thread, because a thread shares the parent's memory limit and its crash. V8's own limit covers
 * the heap only, and `ulimit -v` counts the address space that V8 merely reserves, so the resident size is watched.
 * The child gets no environment (no tokens in it), may read files but not write them, and may start no process; threads of
 * its own are watched and killed with it.
 */
export function runLimitedInParts({ entry, args = [], input, limits }: LimitedJob): Promise<unknown[]> {
  const heapMb = Math.floor(limits.memoryMb * 0.75);
  const flags = [
    `--max-old-space-size=${heapMb}`,
    '--permission',
    '--allow-fs-read=*',
    '--allow-worker',
    '--no-warnings',
    // Room from the start: a child lives too short for its heap to grow step by step.
    '--min-semi-space-size=16',
    '--max-semi-space-size=16',
    '--initial-heap-size=64',
  ];
  const child = spawn(process.execPath, [...flags, entry, ...args], {
    env: {},
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  yieldTo(child);
  return new Promise((resolve, reject) => {
    const fail = (code: DocumentFailure['code']) => {
      end();
      child.kill('SIGKILL');
      reject(new DocumentFailure(code));
    };
    const timer = setTimeout(() => fail('timeout'), limits.timeoutMs);
    const watch = setInterval(async () => {
      const held = child.pid === undefined ? undefined : await residentMemory(child.pid);
      if (held !== undefined && held > limits.memoryMb) fail('out_of_memory');
    }, LOOK_EVERY_MS);
    const end = () => {
      clearTimeout(timer);
      clearInterval(watch);
    };
    // A pipe, as asked for above.
    parsedLines(child.stdio[ANSWER_FD] as Readable, MOST_OUTPUT, fail, (parts) => {
      end();
      resolve(parts);
      child.kill('SIGKILL');
    });
    const heapFull = noticeFullHeap(child);
    child.on('error', () => fail('crashed'));
    // Behind an answer this changes nothing: the promise is settled.
    child.on('close', () => fail(heapFull() ? 'out_of_memory' : 'crashed'));
    // A child that dies while it is being written to has its reason told by 'close'.
    child.stdin?.on('error', () => {});
    child.stdin?.end(serialize(input));
  });
}

/** People who wait for an answer go before files: the threads that the child starts take over its place. */
function yieldTo(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, BEHIND);
  } catch {
    // It has ended already, or the system knows no such order.
  }
}

/** V8 says so on standard error before it aborts; only that sentence is looked for, nothing is kept. */
function noticeFullHeap(child: ChildProcess): () => boolean {
  let full = false;
  let last = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    last = (last + chunk.toString('latin1')).slice(-8192);
    full ||= /heap out of memory|Array buffer allocation failed|ERR_MEMORY_ALLOCATION_FAILED/u.test(last);
  });
  return () => full;
}
