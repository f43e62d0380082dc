import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inChild, mergeInChild } from '../../../src/analysis/analyse-safely.ts';
import { connectModel } from '../../../src/analysis/model/index.ts';
import { mergeHeard } from '../../../src/analysis/model/merge-heard.ts';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { Analysis } from '../../../src/handoff/analysis.ts';
import { RecordingLog } from '../../platform/recording-log.ts';
import { start, temporaryFolder } from '../../platform/temporary.ts';
import { deal, engineAgainst, KEY } from '../../support/model-deal.ts';
import { fail, honest, modelServer } from '../../support/model-server.ts';
import { call, facts } from '../offline/deal.ts';

const root = join(import.meta.dirname, '../../..');
const entry = join(root, 'src/analysis/analysis-child.ts');
const settings = (baseUrl: string) => ({
  apiKey: KEY,
  baseUrl,
  name: 'fake-1',
  maxTokens: 1_000_000,
  maxCost: null,
  inputPrice: 0,
  outputPrice: 0,
});

test('rules and answers are put together in the child process as they are here', async () => {
  const { url } = await modelServer(honest);
  const here = engineAgainst(url, temporaryFolder());
  const child = engineAgainst(url, temporaryFolder(), {
    offline: inChild(offlineEngine, { entry }),
    merge: mergeInChild({ entry }),
  });
  const analysis = await here.engine.analyse(deal, facts);
  expect(analysis.commitments.some(({ rule }) => rule.endsWith('model'))).toBe(true);
  expect(await child.engine.analyse(deal, facts)).toEqual(analysis);
});

describe('the engine of the settings', () => {
  const around = (folder: string, log: RecordingLog) => ({
    offline: offlineEngine,
    merge: mergeHeard,
    folder,
    now: start,
    log,
  });

  test('asks, says on record which model it was, and keeps its answers', async () => {
    const server = await modelServer(honest);
    const folder = join(temporaryFolder(), 'data', 'model');
    process.env.OPENAI_ORG_ID = 'org-of-somebody-else';
    onTestFinished(() => {
      delete process.env.OPENAI_ORG_ID;
    });
    const engine = await connectModel(settings(server.url), around(folder, new RecordingLog()));
    await engine.analyse(deal, facts);
    expect(engine).toMatchObject({
      name: 'offline + model',
      version: expect.stringMatching(/^\S+ \+ 1 127\.0\.0\.1:\d+ fake-1$/),
    });
    expect(readdirSync(folder).length).toBe(server.received.length + 1);
    for (const { request, headers } of server.received) {
      expect(request.model).toBe('fake-1');
      expect(headers).not.toHaveProperty('openai-organization');
    }
  });

  test('logs a code and a status, neither the key nor a word of the deal', async () => {
    const { url } = await modelServer(
      fail(401, {}, { error: { message: `Incorrect API key provided: ${KEY}. You said dairymen.` } }),
    );
    const log = new RecordingLog();
    await (await connectModel(settings(url), around(temporaryFolder(), log))).analyse(deal, facts);
    const lines = JSON.stringify(log);
    expect(lines).toContain('The language model gave no answer.');
    expect(lines).toContain('401');
    expect(lines).not.toMatch(/sk-test|dairymen|Incorrect/);
  });
});

test('words of one deal reach neither the requests nor the result of another that is analysed beside it', async () => {
  const server = await modelServer(honest);
  const { engine } = engineAgainst(server.url, temporaryFolder());
  const one = [call("O: We'll bring the Marigold crane at EUR 48,113, count on it.")];
  const other = [call("O: We'll bring the Juniper crane at EUR 77,209, count on it.")];
  const [a, b] = await Promise.all([
    engine.analyse(one, { ...facts, customer: 'Marigold' }),
    engine.analyse(other, { ...facts, customer: 'Juniper' }),
  ]);
  expect(JSON.stringify(a)).toMatch(/Marigold.*48,113/);
  expect(JSON.stringify(a)).not.toMatch(/Juniper|77,209/);
  expect(JSON.stringify(b)).not.toMatch(/Marigold|48,113/);
  for (const { body } of server.received) expect(/Marigold|48,113/.test(body)).not.toBe(/Juniper|77,209/.test(body));
});

describe('baton analyse --engine model', () => {
  const run = (cwd: string, env: Record<string, string>, ...args: string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'analyse', ...args], { cwd, env });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      child.on('close', (code) => resolve({ code, out, err }));
    });
  const folder = () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'deal'));
    cpSync(join(root, 'samples/deals/thornbury-website'), join(cwd, 'deal'), { recursive: true });
    return cwd;
  };

  test('asks the model of the settings and prints the same format', async () => {
    const server = await modelServer(honest);
    const env = { BATON_MODEL_API_KEY: KEY, BATON_MODEL_NAME: 'fake-1', BATON_MODEL_BASE_URL: server.url };
    const { code, out, err } = await run(folder(), env, 'deal', '--engine', 'model', '--json');
    const analysis = Analysis.strict().parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(server.received.length).toBeGreaterThan(4);
    expect(analysis.commitments.some(({ rule }) => rule.endsWith(' + model'))).toBe(true);
    expect(out + err).not.toContain(KEY);
  });

  test('prints the rules’ analysis when the model fails, and says so', async () => {
    const { url } = await modelServer(fail(401));
    const env = { BATON_MODEL_API_KEY: KEY, BATON_MODEL_NAME: 'fake-1', BATON_MODEL_BASE_URL: url };
    const cwd = folder();
    const { code, out, err } = await run(cwd, env, 'deal', '--engine', 'model', '--json');
    const { notes, ...analysis } = JSON.parse(out);
    expect(code).toBe(0);
    expect(err).toContain(notes[0]);
    expect(analysis).toEqual(JSON.parse((await run(cwd, {}, 'deal', '--json')).out));
  });

  test('says what to set when there is no key', async () => {
    const { code, out, err } = await run(folder(), {}, 'deal', '--engine', 'model');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Set BATON_MODEL_API_KEY and BATON_MODEL_NAME, or leave --engine out.');
  });
});
