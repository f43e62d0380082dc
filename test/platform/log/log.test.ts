import { expect, test } from 'vitest';
import { createLog, maskCredentials } from '../../../src/platform/log/index.ts';

function recorder(level: Parameters<typeof createLog>[0] = 'info') {
  const lines: string[] = [];
  return { lines, log: createLog(level, (line) => lines.push(line)) };
}

test('a line is one JSON object with level, time, message and data', () => {
  const { log, lines } = recorder();
  log.child({ part: 'outbox' }).warn('Something happened.', { attempts: 2 });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'warn',
    part: 'outbox',
    attempts: 2,
    msg: 'Something happened.',
  });
});

test('tokens, texts and bodies stay out, at any depth', () => {
  const { log, lines } = recorder();
  const canary = 'the price is 41000';
  const error = new Error(`failed with xoxb-12-canary\n${canary}`);
  log.info('x', {
    text: canary,
    body: { a: canary },
    slack: { botToken: 'xoxb-12-canary', markdown_text: canary, list: [{ blocks: [canary] }] },
    note: 'used xoxb-12-canary, Bearer abc.canary and https://hooks.slack.com/actions/T1/canary',
    error,
  });
  expect(lines[0]).not.toContain('canary');
  expect(lines[0]).not.toContain('41000');
  expect(JSON.parse(lines[0] ?? '').error).toMatchObject({ name: 'Error', message: 'failed with [masked]' });
});

test('a name with line breaks, colours or direction marks stays one escaped line', () => {
  const { log, lines } = recorder();
  log.info('x', { name: 'a\nb\u001b[31mc\u009b1md\u202ee' });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(JSON.parse(lines[0] ?? '').name).toBe('a\\u{a}b\\u{1b}[31mc\\u{9b}1md\\u{202e}e');
});

test('lines below the level are not written', () => {
  const { log, lines } = recorder('error');
  log.warn('x');
  log.error('y');
  expect(lines).toHaveLength(1);
});

test.each([
  'xoxb-1-2',
  'xoxe.xoxp-1-abc',
  'xapp-1-A1-b',
  'sk-proj-12345678',
  'pat-na1-123456789',
  'ntn_12345678',
  'Bearer abc',
  `sk-${'a1B2'.repeat(12)}`,
  'sk-ant-api03-Zx81kQpW0_9dkLm-Tr5',
  `secret_${'a1B2c3D4'.repeat(5)}`,
  'pat-eu1-0c3d6a52-1f0b-4e0b-9a6e-000000000000',
  'bearer 9f8e7d6c5b4a',
])('%s is masked', (secret) => {
  expect(maskCredentials(`a ${secret} b`)).toBe('a [masked] b');
});

test.each([
  'sk-telecom_contract.pdf',
  'sk-telecom_master-service-agreement_2026.pdf',
  'SK-Proj-plan_2026.docx',
  'pat-testing_results.xlsx',
  'secret_sauce_recipe.docx',
  'ntn_broadband_offer.pdf',
  'the bearer of this letter',
  'xapp-store_screens.png',
])('%s is no credential', (text) => {
  expect(maskCredentials(`a ${text} b`)).toBe(`a ${text} b`);
});
