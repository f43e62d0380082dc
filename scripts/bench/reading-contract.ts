import { type Put, pdf } from '../../test/analysis/reading/made/pdf.ts';

/** A third of them small words, as in a real contract: by these a text is known to be English. */
const WORDS =
  'the vendor of customer shall and provide to services support the within days business of written notice and acceptance criteria for deliverables schedule in agreement fees the payment invoice is training migration or data integration access of party third to milestone launch with environment configuration by report test plan a delay that change order and scope out of included or excluded hourly rate'.split(
    ' ',
  );

/** A contract of numbered clauses with headers and footers, about 4,000 letters a page; the same for the same length. */
export function contractPdf(pages: number): Uint8Array {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const sentence = () => {
    const said = Array.from({ length: 8 + next(16) }, () => WORDS[next(WORDS.length)]).join(' ');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
  return pdf(
    Array.from({ length: pages }, (_, index) => {
      const lines: Put[] = [
        { text: 'Acme Master Agreement', y: 810, size: 9 },
        { text: `Page ${index + 1} of ${pages}`, y: 30, size: 9 },
        { text: `${index + 1}. Heading about things`, y: 780, size: 14 },
      ];
      let y = 750;
      for (let clause = 1; y > 90; clause += 1) {
        const text = `${index + 1}.${clause} ${Array.from({ length: 4 }, sentence).join(' ')}`;
        for (const line of text.match(/.{1,88}(?:\s|$)/gu) ?? []) {
          if (y > 60) lines.push({ text: line.trim(), y, size: 10 });
          y -= 13;
        }
        y -= 9;
      }
      return lines;
    }),
  );
}
