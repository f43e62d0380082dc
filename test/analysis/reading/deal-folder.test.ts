import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDealFolder } from '../../../src/analysis/reading/deal-folder.ts';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'deal-'));
});
afterEach(() => rm(dir, { recursive: true }));

const put = (name: string, content: unknown) =>
  writeFile(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
const open = () => readDealFolder(dir, { read: readDocument });
const deal = {
  name: 'Northwind',
  customer: 'Northwind Ltd',
  dealType: 'saas',
  value: 10,
  currency: 'EUR',
  closeDate: '2026-03-30',
  kickoffDate: null,
  vendor: 'Acme',
  people: [{ name: 'Ann', side: 'vendor' }],
};

describe('a deal folder with deal.json', () => {
  it('gives the facts and the sources in its order', async () => {
    await put('b.md', 'The SOW.');
    await put('a.txt', 'The note.');
    await put('deal.json', {
      ...deal,
      files: [
        { path: 'b.md', kind: 'sow', signed: true },
        { path: 'a.txt', kind: 'crm_note', signed: false },
      ],
    });
    const { facts, sources, refused } = await open();
    expect(facts).toEqual({ ...deal, people: [{ name: 'Ann', org: '', side: 'vendor', title: '' }] });
    expect(
      sources.map(({ id, name, kind, kindGuessed, signed, size }) => [id, name, kind, kindGuessed, signed, size]),
    ).toEqual([
      ['s1', 'b.md', 'sow', false, true, 8],
      ['s2', 'a.txt', 'crm_note', false, false, 9],
    ]);
    expect(refused).toEqual([]);
  });

  it('refuses paths that lead out, missing files and files it cannot read, and keeps the others', async () => {
    await put('ok.txt', 'Words.');
    await put('bad.pdf', 'no pdf');
    await symlink('/etc/hostname', join(dir, 'link.txt'));
    const paths = ['../x.txt', '/etc/hostname', 'link.txt', 'gone.txt', 'bad.pdf', 'ok.txt'];
    await put('deal.json', { ...deal, files: paths.map((path) => ({ path, kind: 'email', signed: false })) });
    const { sources, refused } = await open();
    expect(refused.map(({ path }) => path)).toEqual(paths.slice(0, 5));
    expect(refused[4]?.code).toBe('wrong_type');
    expect(sources.map(({ id, name }) => [id, name])).toEqual([['s1', 'ok.txt']]);
  });

  it('counts the same bytes once and names what is not listed', async () => {
    await put('a.txt', 'Words.');
    await put('b.txt', 'Words.');
    await put('c.txt', 'Other words.');
    await put('deal.json', { ...deal, files: ['a.txt', 'b.txt'].map((path) => ({ path, kind: 'crm_note' })) });
    const { sources, notices } = await open();
    expect(sources).toHaveLength(1);
    expect(notices).toEqual([
      'deal.json does not list c.txt, so I did not read it.',
      'b.txt has the same content as a.txt, so I count them as one.',
    ]);
  });

  it.each([
    ['{', /not valid JSON/],
    [{ ...deal, files: [{ path: 'a', kind: 'novel' }] }, /at "files\.0\.kind"/],
    [{ ...deal, closeDate: 'soon', files: [] }, /at "closeDate"/],
  ])('is refused with the place of the error: %j', async (content, message) => {
    await put('deal.json', content);
    await expect(open()).rejects.toThrow(message);
  });
});

describe('a deal folder without deal.json', () => {
  it('takes its name and its files in order, guesses the kinds and says so', async () => {
    await put('sow.md', '# Statement of Work\n\nWe deliver.');
    await put('call.txt', 'Ann: A.\nBob: B.\nAnn: C.\nBob: D.');
    const { facts, sources, notices } = await open();
    expect(facts.name).toBe(dir.split('/').at(-1));
    expect(facts.people).toEqual([]);
    expect(sources.map(({ id, name, kind, kindGuessed, signed }) => [id, name, kind, kindGuessed, signed])).toEqual([
      ['s1', 'call.txt', 'call', true, false],
      ['s2', 'sow.md', 'sow', true, true],
    ]);
    expect(notices).toEqual([
      'There is no deal.json, so I guessed what each file is.',
      'I took call.txt for call.',
      'I took sow.md for sow, signed.',
    ]);
  });

  it('says when there is no folder', async () => {
    await expect(readDealFolder(join(dir, 'nowhere'), { read: readDocument })).rejects.toThrow(
      'there is no such folder',
    );
  });
});

describe('mails in a deal folder', () => {
  const mail = (from: string, body: string, more = 'Content-Type: text/plain; charset=utf-8\r\n') =>
    `From: ${from} <x@x.example>\r\nSubject: Hours\r\nDate: Mon, 23 Feb 2026 16:42:11 +0000\r\n${more}\r\n${body}`;

  it('give what is attached to them as sources of their own', async () => {
    const parts = [
      '--b\r\nContent-Type: text/plain\r\n\r\nSee the offer.\r\n',
      '--b\r\nContent-Type: text/markdown\r\nContent-Disposition: attachment; filename="../offer.md"\r\n\r\n# Offer\n\nTwo days of training.\r\n',
      '--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="plan.png"\r\n\r\nxx\r\n--b--\r\n',
    ].join('');
    await put('m.eml', mail('Ann Lee', parts, 'Content-Type: multipart/mixed; boundary=b\r\n'));
    const { sources, refused, notices } = await open();
    expect(sources.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ['s1', 'm.eml', 'email'],
      ['s2', 'm.eml/offer.md', 'proposal'],
    ]);
    expect(refused.map(({ path, code }) => [path, code])).toEqual([['m.eml/plan.png', 'unsupported_format']]);
    expect(notices.join(' ')).not.toMatch(/did not read what is attached/u);
  });

  it('do not count a quoted text twice whose original is there, and keep one whose original is not', async () => {
    await put('1.eml', mail('Ann Lee', 'We staff the desk from 7 to 19, weekends as well.'));
    const quotes =
      '> We staff the desk from 7 to\n> 19, weekends as well.\n>\n> Nobody else has this sentence in full.';
    await put('2.eml', mail('Bob Ray', `Good.\n\nOn 22 Feb 2026 Ann Lee wrote:\n${quotes}\n`));
    await put('3.eml', mail('Cy Fox', `Fine.\n\nOn 22 Feb 2026 Ann Lee wrote:\n${quotes}\n`));
    const { sources } = await open();
    expect(sources.map(({ passages }) => passages.map(({ text }) => text))).toEqual([
      ['Hours', 'We staff the desk from 7 to 19, weekends as well.'],
      ['Hours', 'Good.', 'Nobody else has this sentence in full.'],
      ['Hours', 'Fine.'],
    ]);
  });
});
