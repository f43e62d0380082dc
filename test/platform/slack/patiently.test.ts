import { expect, test } from 'vitest';
import type { After } from '../../../src/platform/clock/index.ts';
import { RateLimited } from '../../../src/platform/outbox/index.ts';
import { classify, createWebClient, patiently } from '../../../src/platform/slack/index.ts';
import { serve } from '../http-server.ts';
import { RecordingLog } from '../recording-log.ts';

/** Slack limits the first calls, with these seconds in `Retry-After`, and then takes them; waits are told, not waited. */
async function slackThatLimits(seconds: number[]) {
  const left = [...seconds];
  let calls = 0;
  const origin = await serve((req, res) => {
    calls += 1;
    const wait = left.shift();
    req.resume().on('end', () => {
      res.writeHead(wait === undefined ? 200 : 429, {
        'content-type': 'application/json',
        ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
      });
      res.end(JSON.stringify({ ok: wait === undefined }));
    });
  });
  const slack = createWebClient('xoxb-canary', { url: `${origin}/api/`, log: new RecordingLog() });
  const waits: number[] = [];
  const after: After = (milliseconds, work) => {
    waits.push(milliseconds);
    setImmediate(work);
    return () => undefined;
  };
  return { call: () => patiently(() => slack.apiCall('canvases.edit'), after), waits, calls: () => calls };
}

test('waits as long as Slack says, and asks again until it is answered', async () => {
  const slack = await slackThatLimits([2, 1, 5]);
  expect(await slack.call()).toMatchObject({ ok: true });
  expect(slack.waits).toEqual([2_000, 1_000, 5_000]);
  expect(slack.calls()).toBe(4);
});

test('gives the work back when all the waiting together would pass a minute', async () => {
  const slack = await slackThatLimits([40, 30]);
  const error: unknown = await slack.call().catch((reason: unknown) => reason);
  expect(classify(error)).toBeInstanceOf(RateLimited);
  expect(slack.waits).toEqual([40_000]);
});

test('does not wait for anything but a limit', async () => {
  let calls = 0;
  const refused = () => {
    calls += 1;
    return Promise.reject(new Error('canvas_not_found'));
  };
  await expect(patiently(refused)).rejects.toThrow('canvas_not_found');
  expect(calls).toBe(1);
});
