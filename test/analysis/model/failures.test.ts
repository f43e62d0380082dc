import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { temporaryFolder } from '../../platform/temporary.ts';
import { deal, engineAgainst, KEY } from '../../support/model-deal.ts';
import { nothing } from '../../support/model-material.ts';
import { type Behaviour, fail, honest, modelServer, say } from '../../support/model-server.ts';
import { facts } from '../offline/deal.ts';

const rules = await offlineEngine.analyse(deal, facts);
const valid = JSON.stringify(nothing);

const html: Behaviour = (_, respond) =>
  void respond.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>');
const silence: Behaviour = () => undefined;
const halfBody: Behaviour = (_, respond) =>
  void respond.writeHead(200, { 'content-type': 'application/json' }).write('{"choices": [');
const halfError: Behaviour = (_, respond) =>
  void respond.writeHead(500, { 'content-type': 'application/json' }).write('{"error": ');
const cutBody: Behaviour = (_, respond) => {
  respond.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"choices": [');
  setImmediate(() => respond.destroy());
};
const flood: Behaviour = (_, respond) => {
  respond.writeHead(200, { 'content-type': 'application/json' });
  respond.on('error', () => undefined);
  respond.end(JSON.stringify({ choices: [{ message: { content: 'x'.repeat(3_000_000) } }] }));
};
const named = { ...nothing, flags: [{ evidence: [], type: 'approved', severity: 'low' }] };

describe('the rules’ analysis stands, with a note that says why, when the model', () => {
  test.each<[string, Behaviour, string, RegExp]>([
    ['does not answer in time', silence, 'timeout', /took too long/],
    ['stops in the middle of its answer', halfBody, 'timeout', /took too long/],
    ['hangs up in the middle of its answer', cutBody, 'unreachable', /could not be reached/],
    [
      'does not accept the key',
      fail(401, {}, { error: { message: `Incorrect API key provided: ${KEY}` } }),
      'unauthorised',
      /did not accept the key/,
    ],
    ['forbids it', fail(403), 'unauthorised', /did not accept the key/],
    ['is asked too often', fail(429), 'rate_limited', /asked too often/],
    ['has an error of its own', fail(500), 'server_error', /trouble of its own/],
    ['is overloaded', fail(503), 'server_error', /trouble of its own/],
    ['does not know the request', fail(400), 'rejected', /did not take the question/],
    ['is not there', fail(404), 'rejected', /did not take the question/],
    ['refuses', (_, respond) => say(respond, '', { refusal: 'I cannot help with that.' }), 'refused', /it refused/],
    [
      'is stopped by a content filter',
      (_, respond) => say(respond, valid, { finish: 'content_filter' }),
      'refused',
      /it refused/,
    ],
    ['is cut off by its limit', (_, respond) => say(respond, valid, { finish: 'length' }), 'truncated', /was cut off/],
    ['writes half of a JSON', (_, respond) => say(respond, valid.slice(0, -9)), 'malformed', /not in the form/],
    ['writes prose around its JSON', (_, respond) => say(respond, `Sure! ${valid}`), 'malformed', /not in the form/],
    [
      'writes a fence around its JSON',
      (_, respond) => say(respond, `\`\`\`json\n${valid}\n\`\`\``),
      'malformed',
      /not in the form/,
    ],
    ['writes another object', (_, respond) => say(respond, { flags: [] }), 'malformed', /not in the form/],
    [
      'adds a field of its own',
      (_, respond) => say(respond, { ...nothing, approved: true }),
      'malformed',
      /not in the form/,
    ],
    ['names a type that there is not', (_, respond) => say(respond, named), 'malformed', /not in the form/],
    ['answers with nothing', (_, respond) => say(respond, ''), 'malformed', /not in the form/],
    [
      'calls a tool',
      (_, respond) =>
        say(respond, '', {
          finish: 'tool_calls',
          extra: { tool_calls: [{ id: '1', type: 'function', function: { name: 'approve', arguments: '{}' } }] },
        }),
      'malformed',
      /not in the form/,
    ],
    ['answers with a login page', html, 'malformed', /not in the form/],
    [
      'answers without choices',
      (_, respond) => void respond.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
      'malformed',
      /not in the form/,
    ],
    [
      'answers with null',
      (_, respond) => void respond.writeHead(200, { 'content-type': 'application/json' }).end('null'),
      'malformed',
      /not in the form/,
    ],
    ['answers with three megabytes', flood, 'too_long', /far too long/],
  ])('%s', async (_, behaviour, code, note) => {
    const { url } = await modelServer(behaviour);
    const { engine, failures } = engineAgainst(url, temporaryFolder(), {
      timeoutMs: code === 'timeout' ? 150 : 60_000,
    });
    const { notes, ...analysis } = await engine.analyse(deal, facts);

    expect(analysis).toEqual(rules);
    expect(notes).toEqual([expect.stringMatching(note)]);
    expect(notes?.[0]).toMatch(/^The language model did not help with this: .*rests on my rules alone\.$/);
    expect(new Set(failures.map((failure) => failure.code))).toEqual(new Set([code]));
    expect(JSON.stringify([notes, failures, failures.map(({ message, stack }) => [message, stack])])).not.toContain(
      KEY,
    );
  });

  test('stops in the middle of an error', async () => {
    const { url } = await modelServer(halfError);
    const { engine } = engineAgainst(url, temporaryFolder(), { timeoutMs: 150 });
    const { notes, ...analysis } = await engine.analyse(deal, facts);
    expect(analysis).toEqual(rules);
    expect(notes).toEqual([expect.stringMatching(/took too long|trouble of its own/)]);
  });

  test('cannot be reached', async () => {
    const closed = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });
    const { engine } = engineAgainst(`http://127.0.0.1:${closed}/v1`, temporaryFolder());
    expect((await engine.analyse(deal, facts)).notes).toEqual([expect.stringMatching(/could not be reached/)]);
  });

  test('sends us elsewhere: the deal’s text does not follow', async () => {
    const other = await modelServer(honest);
    const { url } = await modelServer(fail(308, { location: `${other.url}/chat/completions` }));
    const { engine } = engineAgainst(url, temporaryFolder());
    expect((await engine.analyse(deal, facts)).notes).toHaveLength(1);
    expect(other.received).toEqual([]);
  });

  test('cannot be put together with the rules', async () => {
    const { url } = await modelServer(honest);
    const errors: unknown[] = [];
    const { engine } = engineAgainst(url, temporaryFolder(), {
      merge: () => Promise.reject(new Error('the child died')),
      onMergeError: (error) => void errors.push(error),
    });
    const { notes, ...analysis } = await engine.analyse(deal, facts);
    expect(analysis).toEqual(rules);
    expect(notes).toEqual(['I could not use what the language model said. What you see rests on my rules alone.']);
    expect(errors).toHaveLength(1);
  });
});

describe('patience', () => {
  const twice = (status: number, headers: Record<string, string>): Behaviour => {
    let count = 0;
    return (received, respond) => {
      count += 1;
      if (count > 2) honest(received, respond);
      else fail(status, headers)(received, respond);
    };
  };
  const lanes = 1;

  test.each([
    ['seconds', 429, { 'retry-after': '7' }, [7_000, 7_000]],
    [
      'a date',
      503,
      { 'retry-after': 'Wed, 04 Mar 2026 10:00:12 GMT', date: 'Wed, 04 Mar 2026 10:00:00 GMT' },
      [12_000, 12_000],
    ],
    ['nothing, then 1 s and 2 s', 500, {}, [1_000, 2_000]],
  ])('waits for what Retry-After says: %s', async (_, status, headers, waited) => {
    const { url } = await modelServer(twice(status, headers));
    const { engine, waits } = engineAgainst(url, temporaryFolder(), { lanes });
    const { notes } = await engine.analyse(deal, facts);
    expect(waits).toEqual(waited);
    expect(notes ?? []).toEqual([]);
  });

  test('ends where the service wants to be left alone for long, and after three attempts', async () => {
    const long = await modelServer(fail(429, { 'retry-after': '3600' }));
    const first = engineAgainst(long.url, temporaryFolder(), { lanes });
    await first.engine.analyse(deal, facts);
    expect([first.waits, long.received.length]).toEqual([[], 1]);

    const down = await modelServer(fail(500));
    const second = engineAgainst(down.url, temporaryFolder(), { lanes });
    await second.engine.analyse(deal, facts);
    expect([second.waits, down.received.length]).toEqual([[1_000, 2_000], 3]);
  });

  test('does not ask twice with a wrong key', async () => {
    const server = await modelServer(fail(401));
    await engineAgainst(server.url, temporaryFolder(), { lanes }).engine.analyse(deal, facts);
    expect(server.received).toHaveLength(1);
  });

  test('one part without an answer leaves the others theirs', async () => {
    const { url } = await modelServer((received, respond) =>
      received.material.source.kind === 'call' ? say(respond, 'No.') : honest(received, respond),
    );
    const { notes } = await engineAgainst(url, temporaryFolder()).engine.analyse(deal, facts);
    expect(notes).toEqual([
      'The language model answered for 2 of 3 parts of the sources; for the others its answer was not in the form I asked for. Those rest on my rules alone.',
    ]);
  });

  test('no question is put after the deadline', async () => {
    const server = await modelServer(honest);
    let now = 0;
    const { engine } = engineAgainst(server.url, temporaryFolder(), {
      lanes,
      elapsed: () => {
        now += 100_000;
        return now;
      },
      deadlineMs: 150_000,
    });
    const { notes } = await engine.analyse(deal, facts);
    expect(server.received).toHaveLength(1);
    expect(notes?.[0]).toContain('for the others there was no time left');
  });
});

test('the key goes into the authorization header and nowhere else', async () => {
  const server = await modelServer(honest);
  const folder = mkdtempSync(join(temporaryFolder(), 'model-'));
  const { engine } = engineAgainst(server.url, folder);
  const analysis = await engine.analyse(deal, facts);
  expect(server.received.length).toBeGreaterThan(0);
  for (const { body, headers, path } of server.received) {
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.stringify([body, path, { ...headers, authorization: '' }])).not.toContain(KEY);
  }
  const files = readdirSync(folder).map((name) => name + readFileSync(join(folder, name), 'latin1'));
  expect(files.length).toBeGreaterThan(0);
  expect(JSON.stringify([analysis, engine.name, engine.version, files])).not.toContain(KEY);
});
