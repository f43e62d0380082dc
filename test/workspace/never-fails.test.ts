import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PeopleVerb } from '../../src/workspace/people/protocol.ts';
import { startWorkspace } from '../../src/workspace/server.ts';
import { createUploads } from '../../src/workspace/state/uploads.ts';
import { takesJson } from '../../src/workspace/web-api/content-types.ts';
import { methods } from '../../src/workspace/web-api/methods.ts';
import { person, seedWith } from './fixture.ts';
import { formOf } from './form.ts';

/** The same seed makes the same requests. */
const SEED = Number(process.env.NEVER_FAILS_SEED ?? 20_261_121);

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('__proto__', 'constructor', 'C0HANDOFFS', 'U0PRIYA', '[null]', '{"type":"modal","blocks":[null]}'),
  fc.constantFrom<unknown>(
    [{ type: 'section', text: null }],
    [{ type: 'table', rows: [null, [1], 'x'] }],
    [{ type: 'actions', elements: [null, 3] }],
    { type: 'modal', title: null, blocks: [{ type: 'input', element: null }] },
  ),
);
const names = [
  ...[
    'channel_id',
    'user',
    'users',
    'name',
    'ts',
    'timestamp',
    'thread_ts',
    'text',
    'blocks',
    'attachments',
    'metadata',
  ],
  ...[
    'view',
    'view_id',
    'trigger_id',
    'canvas_id',
    'changes',
    'criteria',
    'document_content',
    'files',
    'limit',
    'cursor',
  ],
  ...['types', 'link', 'container', 'block_id', 'action_id', 'value', 'values', 'callback_id', 'markdown'],
];
const body = fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 8 });

test.each(['__proto__', 'constructor', 'toString'])('a custom step called %s is not there', async (callback_id) => {
  const workspace = await startWorkspace({ seed: seedWith() });
  const answer = await person(workspace, 'U0PRIYA').do('run_function', { callback_id });
  await workspace.close();
  expect(answer).toMatchObject({ ok: false, error: 'unknown_function' });
});

test(`whatever arrives, the answer is one of Slack’s or a refusal, never a failure inside (seed ${SEED})`, async () => {
  const defects: unknown[] = [];
  const workspace = await startWorkspace({
    seed: seedWith(),
    rateLimits: false,
    log: (_level, _message, data) => void defects.push(data),
  });
  const authorization = `Bearer ${workspace.bot_token}`;
  const paths = [
    ...Object.keys(methods(createUploads(workspace.world))).map((name) => `api/${name}`),
    ...Object.keys(PeopleVerb).map((verb) => `people/${verb}`),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async (path, given) => {
      const args = { as: 'U0PRIYA', channel: 'C0HANDOFFS', ...given };
      const json = path.startsWith('people/') || takesJson(path.slice('api/'.length));
      const response = await fetch(`${workspace.url}/${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded' },
        body: json ? JSON.stringify(args) : formOf(args),
      });
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toMatchObject({ ok: expect.any(Boolean) });
      expect(defects).toEqual([]);
    }),
    { numRuns: 1500, seed: SEED },
  );
  await workspace.close();
});
