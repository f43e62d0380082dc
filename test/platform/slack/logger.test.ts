import { expect, test } from 'vitest';
import { slackLogger } from '../../../src/platform/slack/index.ts';
import { RecordingLog } from '../recording-log.ts';

test('what Slack’s libraries say is logged as data, without bodies and without the errors of our listeners', () => {
  const log = new RecordingLog();
  const logger = slackLogger(log);
  logger.debug('http request body: canary');
  logger.info('canary');
  logger.warn('http request failed', new Error('canary'), { text: 'canary' });
  logger.error('An unhandled error occurred while Bolt processed (type: block_actions, error: Error: canary)');
  expect(log.lines).toEqual([
    { level: 'warn', message: 'The Slack library warns.', data: { detail: 'http request failed Error object' } },
    {
      level: 'error',
      message: 'The Slack library reports an error.',
      data: { detail: 'An unhandled error occurred while Bolt processed (type: block_actions, error' },
    },
  ]);
});
