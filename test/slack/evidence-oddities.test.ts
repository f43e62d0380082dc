import { describe, expect, it } from 'vitest';
import { until } from '../../src/demo/until.ts';
import { contract, priya, Room, tomasz } from './room.ts';

const call = `[00:01:00] Olga Reiter: Will our people know how to use it?\n[00:01:05] Priya Raman: We will train your staff for two days on site, free of charge.\n[00:03:00] Olga Reiter: And the accounting system?\n[00:03:05] Priya Raman: Yes, we will build an interface to your accounting system.\n`;

describe('the same file under another name', () => {
  it('is one source, and its poster hears both names', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.drop(h, 'sow.md', contract);
    await room.drop(h, 'Copy of <!channel> sow (final).md', contract, tomasz);

    expect(room.record((record) => record.handoff(h)).sources.map((one) => one.name)).toEqual(['sow.md']);
    const heard = await room.whispers(tomasz, h);
    expect(heard).toContain('is the same file as sow');
    expect(heard).toContain('(final).md');
    expect(heard).not.toContain('<!channel>');
    expect(await room.whispers(priya, h)).not.toContain('same file');
  });

  it('under the same name is said too', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.drop(h, 'sow.md', contract);
    await room.drop(h, 'sow.md', contract, tomasz);

    expect(room.record((record) => record.handoff(h)).sources).toHaveLength(1);
    expect(await room.whispers(tomasz, h)).toContain('I already have sow');
  });
});

const mail = (attached: string): string =>
  [
    'From: Olga Reiter <olga@harbour.example>',
    'To: Priya Raman <priya@northwind.example>',
    'Subject: Our terms',
    'Date: Tue, 24 Feb 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="xx"',
    '',
    '--xx',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Here is the scope as we talked about it.',
    '',
    '--xx',
    'Content-Type: text/markdown; name="scope.md"',
    'Content-Disposition: attachment; filename="scope.md"',
    '',
    attached,
    '--xx',
    'Content-Type: application/zip; name="photos.zip"',
    'Content-Disposition: attachment; filename="photos.zip"',
    'Content-Transfer-Encoding: base64',
    '',
    'UEsDBAoAAAAAAA==',
    '--xx--',
    '',
  ].join('\r\n');

describe('what is attached to a dropped mail', () => {
  it('is a source of its own; what cannot be read is named, and a file that was there before counts once', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.drop(h, 'terms.eml', mail('# Scope\n\nThe provider delivers forty berths and a jetty.'));

    const handoff = room.record((record) => record.handoff(h));
    expect(handoff.sources.map((one) => one.name)).toEqual(['terms.eml', 'terms.eml/scope.md']);
    const [, scope] = room.record((record) => record.loadSources(handoff));
    expect(scope?.passages.map((one) => one.text).join(' ')).toContain('a jetty');
    expect(handoff.refusedSources.map((one) => one.name)).toEqual(['terms.eml/photos.zip']);
    const heard = await room.whispers(priya, h);
    expect(heard).toContain('photos');
    expect(heard).not.toContain('I did not read what is attached');

    await room.drop(
      h,
      'terms-again.eml',
      `X-Again: yes\r\n${mail('# Scope\n\nThe provider delivers forty berths and a jetty.')}`,
    );
    const names = room.record((record) => record.handoff(h)).sources.map((one) => one.name);
    expect(names).toEqual(['terms.eml', 'terms.eml/scope.md', 'terms-again.eml']);
    expect(await room.whispers(priya, h)).toContain('is the same file as terms');
  });
});

describe('a deal with nothing signed', () => {
  it('hears it once, in the head of the thread, and its promises stand as medium behind one high flag', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.drop(h, 'sow-draft.md', contract);
    await room.drop(h, 'discovery-call.txt', call);
    await room.click(priya, `intake:${h}`, 'input.skip');
    await room.submit(priya, { skip: 'not_available_yet', note: 'The lawyers still have it.' });
    await until('flags', () => room.record((record) => record.flags(h).length > 0));
    await room.settled();

    const flags = room.record((record) => record.handoff(h)).flags.map((one) => one.flag);
    expect(flags.filter((one) => one.severity === 'high').map((one) => one.rule)).toEqual(['missing.signed_document']);
    expect(flags.filter((one) => one.commitment !== null).length).toBeGreaterThan(0);
    const head = await room.words(priya, `flags:${h}`);
    expect(head.split('Nothing is signed among the sources')).toHaveLength(2);
    const promise = flags.find((one) => one.commitment !== null);
    expect(await room.words(priya, `flag:${h}:${promise?.id}`)).toContain('not covered: nothing is signed.');
  });
});
