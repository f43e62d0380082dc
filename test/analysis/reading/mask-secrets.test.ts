import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/analysis/reading/mask-secrets.ts';
import { read } from './made/read.ts';

// Joined here, so that no scanner takes the examples for real ones.
const shapes = {
  aws: `AKIA${'IOSFODNN7EXAMPLE'}`,
  slack: `xoxb-${'1234567890-abcdefghij'}`,
  github: `ghp_${'a1B2'.repeat(9)}`,
  jwt: `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.abcDEF123`,
  hook: `https://hooks.slack.com/services/${'T000/B000/abcdefghijklmnop'}`,
};

describe('a credential', () => {
  it.each<[string, string]>([
    ['admin login on the fortigate is fwadmin / Galah-Tin-Shed-1986', 'Galah'],
    ['password: hunter', 'hunter'],
    ['Password = hunter2, user bob', 'hunter2'],
    ['| Password | x7Tangle |', 'x7Tangle'],
    ['the password is Sommer2026!', 'Sommer2026'],
    ['Kennwort lautet Sommer2026', 'Sommer2026'],
    ['creds: admin / S3cretThing', 'S3cretThing'],
    ['user admin pass Winter99x', 'Winter99x'],
    ['API key: 9f8a7b6c5d4e3f2a', '9f8a7b6c'],
    ['Authorization: Bearer abcdef1234567890XYZ', 'abcdef1234567890'],
    ['postgres://bob:hunter22@db.example/x', 'hunter22'],
    ['-----BEGIN RSA PRIVATE KEY----- MIIEpAIBAAKCAQ -----END RSA PRIVATE KEY-----', 'MIIE'],
    ...Object.values(shapes).map((value): [string, string] => [`use ${value} for it`, value]),
  ])('is removed from %j', (text, secret) => {
    const masked = maskSecrets(text);
    expect(masked.text).toContain('[secret removed]');
    expect(masked.text).not.toContain(secret);
    expect(masked.found).toBeGreaterThan(0);
  });
});

describe('prose about credentials', () => {
  it.each([
    'A password reset is included.',
    'Password: must be changed at first login.',
    'Passwords are at least 12 characters long and expire after 90days.',
    'Authentication is by user name and password.',
    'Login is Okta / SAML2.0.',
    'Log-in to the present site and its DNS records before kick-off.',
    'An API key from the catalogue supplier will be obtained in good time.',
    'I could just read you the admin password now, it is the same as the alarm code.',
    'The token budget is 4000 tokens.',
    'The account manager is Ann Lee / Bob Ray.',
    'The user is billed $40.50 / month.',
    'Key: the customer signs by 2026-06-30.',
    'Accounts: 340 users and 28 servers.',
  ])('stays: %s', (text) => expect(maskSecrets(text)).toEqual({ text, found: 0 }));
});

describe('a file with secrets', () => {
  it('keeps none in any passage, heading or speaker, and says how many went', async () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIEpAIB\n\nAAKCAQ\n-----END PRIVATE KEY-----\nKept.';
    const { passages, warnings } = await read(
      'a.md',
      `# Login\n\nPassword: hunter2\n\n${key}\n\n## Password: hunter3\n\nDone.`,
    );
    expect(JSON.stringify(passages)).not.toMatch(/hunter|MIIE|AAKC/);
    expect(JSON.stringify(passages)).toContain('Kept.');
    expect(warnings).toEqual(['I removed 3 passwords or keys.']);
  });

  it('does not take "Password" for a speaker', async () => {
    const { passages } = await read('call.txt', 'Ann: A.\nBob: B.\nAnn: C.\nBob: D.\nPassword: hunter2');
    expect(JSON.stringify(passages)).not.toContain('hunter2');
  });
});
