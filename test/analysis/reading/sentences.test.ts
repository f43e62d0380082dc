import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, fold } from '../../../src/analysis/reading/canonical.ts';
import { splitSentences } from '../../../src/analysis/reading/sentences.ts';
import { TRICKY_SENTENCES } from './made/tricky-sentences.ts';

const split = (text: string) => splitSentences(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each([
    ['Go live is Dec. 1, e.g. Okta. Dr. Aigner agreed.', ['Go live is Dec. 1, e.g. Okta.', 'Dr. Aigner agreed.']],
    ['See No. 4 and § 4.2. It costs $40.5k. OK?', ['See No. 4 and § 4.2.', 'It costs $40.5k.', 'OK?']],
    ['1. The price is A$4.2m. It is fixed.', ['1. The price is A$4.2m.', 'It is fixed.']],
    [
      '4.2 Support runs to 8:00 p.m. Eastern, daily. At 8 a.m. The team starts.',
      ['4.2 Support runs to 8:00 p.m. Eastern, daily.', 'At 8 a.m.', 'The team starts.'],
    ],
    [
      'J. R. Tolkien of Acme Corp. Services signed. Acme Inc. The vendor pays.',
      ['J. R. Tolkien of Acme Corp. Services signed.', 'Acme Inc.', 'The vendor pays.'],
    ],
    ['"Why?" she said. Yes.', ['"Why?" she said.', 'Yes.']],
    [
      'The vendor trains ten users. (b) Travel is extra. (iii) nothing else.',
      ['The vendor trains ten users.', '(b) Travel is extra.', '(iii) nothing else.'],
    ],
    ['It is as in para. (b) above and cl. (c). Fine.', ['It is as in para. (b) above and cl. (c).', 'Fine.']],
    ['It is due in August. 30 days later it renews.', ['It is due in August.', '30 days later it renews.']],
    [
      'we ship monday. you test, e.g. the login. then we bill.',
      ['we ship monday.', 'you test, e.g. the login.', 'then we bill.'],
    ],
    [
      'ii. Penetration tests; iii. filing of reports. Nothing else.',
      ['ii. Penetration tests; iii. filing of reports.', 'Nothing else.'],
    ],
    ['ii. penetration testing, etc. and more;', ['ii. penetration testing, etc. and more;']],
    ['Deal closed. we owe them a crate.', ['Deal closed.', 'we owe them a crate.']],
    [
      'Support for 36 mos. from signature, 4 hrs. response etc. for free.',
      ['Support for 36 mos. from signature, 4 hrs. response etc. for free.'],
    ],
    ['We need plan B. The other is A.', ['We need plan B.', 'The other is A.']],
  ])('of %j', (text, sentences) => expect(split(text)).toEqual(sentences));

  it('end where a person ends them: F1 at least .95 on the hand-labelled paragraphs', () => {
    const endsOf = (sentences: string[]) => {
      let end = 0;
      return sentences.slice(0, -1).map((sentence) => {
        end += sentence.replace(/\s+/gu, '').length;
        return end;
      });
    };
    let hits = 0;
    let all = 0;
    for (const sentences of TRICKY_SENTENCES) {
      const right = endsOf(sentences);
      const found = endsOf(split(sentences.join(' ')));
      hits += found.filter((end) => right.includes(end)).length;
      all += right.length + found.length;
    }
    expect(TRICKY_SENTENCES.flat().length).toBeGreaterThanOrEqual(150);
    expect((2 * hits) / all).toBeGreaterThanOrEqual(0.95);
  });

  it('stand where they say, in order, and together hold every word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = splitSentences(text);
        let last = 0;
        for (const { start, end, text: said } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(said);
          expect(said.trim()).toBe(said);
          expect(said).not.toBe('');
          last = end;
        }
        expect(
          found
            .map(({ text: said }) => said)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('canonical text', () => {
  it('is canonical already when it is made again, and folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = canonical(text);
        expect(canonical(once)).toBe(once);
        expect(fold(once)).toBe(once);
      }),
    );
  });
});
