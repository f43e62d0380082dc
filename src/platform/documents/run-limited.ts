import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { serialize } from 'node:v8';
import { ANSWER_FD } from './answer-one.ts';
import { DocumentFailure } from './document-failure.ts';
import { residentMemory } from './resident-memory.ts';

/** Memory counts the whole process: heap, buffers and Node itself (about 60 MB). */
export type Limits = { timeoutMs: number; memoryMb: number };
/** `entry` is the path of a module that calls `answerOne`: a `.ts` file or a bundle. */
export type LimitedJob = { entry: string; input: unknown; limits: Limits };

/** More than any document's text. Bytes of JSON. */
const MOST_OUTPUT = 48 * 1024 * 1024;
const LOOK_EVERY_MS = 25;

/**
 * Runs a module in a child process and answers what it answered, unchecked. Rejects with `DocumentFailure`.
 *
 * A child and not a worker thread, because a thread shares the parent's memory limit and its crash. V8's own limit covers
 * the heap only, and `ulimit -v` counts the address space that V8 merely reserves, so the resident size is watched.
 * The child gets no environment (no tokens in it), may read files but not write them, and may start nothing.
 */
export function runLimited({ entry, input, limits }: LimitedJob): Promise<unknown> {
  const heapMb = Math.floor(limits.memoryMb * 0.75);
  const flags = [`--max-old-space-size=${heapMb}`, '--permission', '--allow-fs-read=*', '--no-warnings'];
  const child = spawn(process.execPath, [...flags, entry], { env: {}, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    const fail = (code: DocumentFailure['code']) => {
      child.kill('SIGKILL');
      reject(new DocumentFailure(code));
    };
    const timer = setTimeout(() => fail('timeout'), limits.timeoutMs);
    const watch = setInterval(async () => {
      const held = child.pid === undefined ? undefined : await residentMemory(child.pid);
      if (held !== undefined && held > limits.memoryMb) fail('out_of_memory');
    }, LOOK_EVERY_MS);
    const answer = collect(child.stdio[ANSWER_FD] as Readable, () => fail('too_large')); // a pipe, as asked for above
    const heapFull = noticeFullHeap(child);
    child.on('error', () => fail('crashed'));
    child.on('close', (code) => {
      clearTimeout(timer);
      clearInterval(watch);
      if (code !== 0) return fail(heapFull() ? 'out_of_memory' : 'crashed');
      try {
        resolve(JSON.parse(Buffer.concat(answer).toString('utf8')));
      } catch {
        fail('crashed');
      }
    });
    // A child that dies while it is being written to has its reason told by 'close'.
    child.stdin?.on('error', () => {});
    child.stdin?.end(serialize(input));
  });
}

function collect(stream: Readable, overflow: () => void): Buffer[] {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MOST_OUTPUT) chunks.push(chunk);
    else overflow();
  });
  stream.on('error', () => {});
  return chunks;
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
