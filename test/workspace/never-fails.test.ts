import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PeopleVerb } from '../../src/workspace/people/protocol.ts';
import { startWorkspace } from '../../src/workspace/server.ts';
import { createUploads } from '../../src/workspace/state/uploads.ts';
import { methods } from '../../src/workspace/web-api/methods.ts';
import { seedWith } from './fixture.ts';

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

test('whatever arrives, the answer is one of Slack’s or a refusal, never a failure inside', async () => {
  const defects: unknown[] = [];
  const workspace = await startWorkspace({
    seed: seedWith(),
    rateLimits: false,
    log: (_level, _message, data) => void defects.push(data),
  });
  const headers = { authorization: `Bearer ${workspace.bot_token}`, 'content-type': 'application/json' };
  const paths = [
    ...Object.keys(methods(createUploads(workspace.world))).map((name) => `api/${name}`),
    ...Object.keys(PeopleVerb).map((verb) => `people/${verb}`),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async (path, given) => {
      const sent = JSON.stringify({ as: 'U0PRIYA', channel: 'C0HANDOFFS', ...given });
      const response = await fetch(`${workspace.url}/${path}`, { method: 'POST', headers, body: sent });
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toMatchObject({ ok: expect.any(Boolean) });
      expect(defects).toEqual([]);
    }),
    { numRuns: 1500 },
  );
  await workspace.close();
});
