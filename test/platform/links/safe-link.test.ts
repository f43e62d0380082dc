import { expect, test } from 'vitest';
import { linkTo, safeLink } from '../../../src/platform/links/index.ts';

const hosts = ['acme.com', '.slack.com'];

test.each([
  ['https://acme.com/a?b=c', 'https://acme.com/a?b=c'],
  ['https://ACME.com', 'https://acme.com/'],
  ['https://team.slack.com/x', 'https://team.slack.com/x'],
  ['https://slack.com/x', 'https://slack.com/x'],
  ['https://acme.com/a|b>c', 'https://acme.com/a%7Cb%3Ec'],
  ['http://acme.com/', null],
  ['https://evil.com/', null],
  ['https://acme.com.evil.com/', null],
  ['https://evilslack.com/', null],
  ['https://acme.com@evil.com/', null],
  ['https://user@acme.com/', null],
  ['https://acme.com:8443/', null],
  ['javascript:alert(1)', null],
  ['not an address', null],
])('%s → %s', (url, expected) => {
  expect(safeLink(url, hosts)).toBe(expected);
});

test('a link shows its label escaped; a forbidden one is only its label', () => {
  expect(linkTo('https://acme.com/', 'a|b\n<c>', hosts)).toBe('<https://acme.com/|a∣b &lt;c&gt;>');
  expect(linkTo('https://evil.com/', 'open <!here>', hosts)).toBe('open &lt;!here&gt;');
});
