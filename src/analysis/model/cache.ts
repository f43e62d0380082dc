import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';

/** Answers by the question they answer. `question` is the whole request: model, prompt version, schema and text. */
export interface AnswerCache {
  get(question: string): Promise<string | undefined>;
  put(question: string, answer: string): Promise<void>;
}

const DAY = 86_400_000;

/**
 * One file per answer, named by the SHA-256 of its question and sealed (AES-256-GCM) with another hash of it. Only who holds the
 * question can read the answer: once a deal's text is erased, what is cached about it is noise.
 */
export class FileCache implements AnswerCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined also for a file that was cut off or altered. */
  async get(question: string): Promise<string | undefined> {
    try {
      const sealed = await readFile(this.#path(question));
      const decipher = createDecipheriv('aes-256-gcm', digest('key', question), sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }

  async put(question: string, answer: string): Promise<void> {
    const key = digest('key', question);
    // derived from key and answer: the same key never seals two answers under one nonce
    const nonce = createHmac('sha256', key).update(answer).digest().subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()]);
    await writeWhole(this.#path(question), Buffer.concat([nonce, cipher.getAuthTag(), body]));
  }

  /** Takes out what is older than `days`. */
  async prune(now: Date, days: number): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names.filter((one) => /^[0-9a-f]{64}(?:\.[\d-]+\.part)?$/.test(one))) {
      const path = join(this.#folder, name);
      const written = await stat(path).catch(() => undefined);
      if (written && now.getTime() - written.mtimeMs > days * DAY) await rm(path, { force: true });
    }
  }

  #path(question: string): string {
    return join(this.#folder, digest('name', question).toString('hex'));
  }
}

const digest = (purpose: 'key' | 'name', question: string): Buffer =>
  createHash('sha256').update(`${purpose}\n${question}`).digest();
