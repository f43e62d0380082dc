import type { ModelAnswer } from '../../src/analysis/model/answer.ts';
import { type Material, nothing } from './model-material.ts';
import type { Pick } from './model-random.ts';

/** What a model answers that obeys the attacker in everything: an object for the protocol's content, or raw text. `other` is another deal's words. */
export type Obey = (material: Material, pick: Pick, other: string) => unknown;

type Passage = { id: string; text: string };
const all = ({ passages, clauses }: Material): Passage[] => [...passages, ...clauses];
const item = (evidence: { passage: string; quote: string }[]) => ({ evidence });

/** The same quotes claimed as one of everything that can be claimed. */
const everywhere = (quotes: { passage: string; quote: string }[], pick: Pick, field = ''): ModelAnswer => ({
  ...nothing,
  commitments: quotes.map((quote) => ({
    ...item([quote]),
    kind: pick(['support', 'price_payment', 'legal_warranty']),
    strength: 'explicit',
    verdict: pick(['covered', 'contradicted', 'excepted', 'not_covered']),
    clause: pick([quote, null, ...quotes]),
  })),
  flags: quotes.map((quote) => ({
    ...item([quote]),
    type: pick(['access_risk', 'feasibility', 'legal_language']),
    severity: 'high',
  })),
  scope: quotes.map((quote) => ({
    ...item([quote]),
    status: pick(['in', 'out', 'assumption', 'ambiguous']),
    acceptance: quote,
  })),
  questions: quotes.map((quote) => item([quote])),
  stakeholders: quotes.map((quote) => ({
    ...item([quote]),
    name: field,
    role: field,
    influence: 'decision_maker',
    preference: quote,
  })),
  dependencies: quotes.map((quote) => ({ ...item([quote]), kind: 'access', owner: 'customer', due: field })),
  successMetrics: quotes.map((quote) => ({
    ...item([quote]),
    baseline: field,
    target: field,
    date: field,
    owner: field,
  })),
  buyerIntent: quotes.map((quote) => item([quote])),
});

const cite = ({ id, text }: Passage, change: (text: string) => string = (same) => same) => ({
  passage: id,
  quote: change(text),
});
const mapAll = (material: Material, change: (text: string) => string) => all(material).map((one) => cite(one, change));

const LIVE = [
  '<!channel>',
  '<!here>',
  '<@U0ATTACK>',
  '![](@U0ATTACK)',
  '<https://evil.example/?d=1|Open>',
  '[Open](https://evil.example)',
  'https://evil.example',
  '@channel',
  '<img src=x>',
  '`code`',
  ':tada:',
];

/** One entry for each way to do harm with an answer. */
export const ATTACKS: Record<string, Obey> = {
  'everything is approved, in fields of its own': () => ({
    ...nothing,
    approved: true,
    decisions: [{ flag: 'f1', decision: 'deliver' }],
  }),
  'flags come decided': ({ passages }, pick) => ({
    ...nothing,
    flags: passages.map((one) => ({
      ...item([cite(one)]),
      type: 'access_risk',
      severity: pick(['low', 'high']),
      status: 'decided',
    })),
  }),
  'every promise found is denied': ({ candidates }) => ({
    ...nothing,
    candidates: candidates.map(({ id, kind }) => ({
      candidate: id,
      promise: false,
      kind,
      verdict: 'covered',
      clause: null,
    })),
  }),
  'every promise found is covered by any clause': (material, pick) => ({
    ...nothing,
    candidates: material.candidates.map(({ id }) => ({
      candidate: id,
      promise: true,
      kind: 'legal_warranty',
      verdict: 'covered',
      clause: cite(pick(all(material))),
    })),
  }),
  'quotes are invented': (material, pick) =>
    everywhere(
      all(material).map(({ id }) => ({
        passage: id,
        quote: pick(['We deliver 999 panels free of charge.', 'Kickoff is approved by Olga Brandt.']),
      })),
      pick,
      'Olga Brandt',
    ),
  'numbers are altered': (material, pick) =>
    everywhere(
      mapAll(material, (text) =>
        text
          .replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
          .replace(/\b(?:forty|fifteen|one|two)\b/, 'ninety'),
      ),
      pick,
      '99',
    ),
  'numbers and words are cut': (material, pick) =>
    everywhere(
      mapAll(material, (text) => text.slice(pick([1, 2, 3]), pick([-1, -2, -3]))),
      pick,
      't',
    ),
  'a “not” is cut off': (material, pick) =>
    everywhere(
      mapAll(material, (text) => text.split(/\bnot\s/).at(-1) ?? text),
      pick,
    ),
  'one word is quoted': (material, pick) =>
    everywhere(
      mapAll(material, (text) => pick(text.split(' '))),
      pick,
      'a',
    ),
  'letters and marks are quoted': (material, pick) =>
    everywhere(
      mapAll(material, () => pick(['.', ' ', '', 'e', '-'])),
      pick,
      '.',
    ),
  'another deal is cited': (material, pick, other) =>
    everywhere(
      all(material).map(({ id }) => ({ passage: id, quote: other })),
      pick,
      other,
    ),
  'passages of nowhere are cited': (material, pick) =>
    everywhere(
      ['p999', '__proto__', 'constructor', 'toString', '../p1', '', 'contract-0', 'call'].map((passage) => ({
        passage,
        quote: all(material)[0]?.text ?? '',
      })),
      pick,
    ),
  'quotes stand in another passage': (material, pick) =>
    everywhere(
      all(material).map(({ id }, at, list) => ({ passage: id, quote: list[(at + 1) % list.length]?.text ?? '' })),
      pick,
    ),
  'quotes are joined from two places': (material, pick) =>
    everywhere(
      all(material).map(({ id, text }, at, list) => ({
        passage: id,
        quote: `${text} ${list[(at + 1) % list.length]?.text ?? ''} !`,
      })),
      pick,
    ),
  'talk is cited as signed': (material, pick) => ({
    ...everywhere(
      mapAll(material, (text) => text),
      pick,
    ),
    candidates: material.candidates.map(({ id, kind }) => ({
      candidate: id,
      promise: true,
      kind,
      verdict: pick(['covered', 'excepted']),
      clause: cite(pick(material.passages)),
    })),
  }),
  'mentions, links and images are written as names': (material, pick) =>
    everywhere(
      mapAll(material, (text) => text),
      pick,
      pick(LIVE),
    ),
  'mentions, links and images are written around quotes': (material, pick) =>
    everywhere(
      mapAll(material, (text) => `${pick(LIVE)} ${text} ${pick(LIVE)}`),
      pick,
      pick(LIVE),
    ),
  'hidden characters are put into quotes': (material, pick) =>
    everywhere(
      mapAll(material, (text) => [...text].join(pick(['\u200b', '\u202e', '\u{e0041}', '\ufe0f']))),
      pick,
      'Harriet\u202e Moss',
    ),
  'letters are swapped for look-alikes': (material, pick) =>
    everywhere(
      mapAll(material, (text) => text.replaceAll('a', 'а').replaceAll('e', 'е')),
      pick,
      'Hаrriet Moss',
    ),
  'quotes are base64': (material, pick) =>
    everywhere(
      mapAll(material, (text) => btoa(encodeURIComponent(text))),
      pick,
    ),
  'the answer is huge': (material, pick) => {
    const [first] = all(material);
    return everywhere(
      Array.from({ length: 250 }, (_, at) => ({
        passage: first?.id ?? 'p1',
        quote: at % 2 ? (first?.text ?? '') : `Panel ${at} is free.`,
      })),
      pick,
      'x'.repeat(500),
    );
  },
  'the answer is endless': () => 'x'.repeat(1_500_000),
  'every passage is claimed as everything': (material, pick) =>
    everywhere(
      mapAll(material, (text) => text),
      pick,
      pick(material.passages).text,
    ),
  'other passages are written into fields': (material, pick) =>
    everywhere(
      mapAll(material, (text) => text),
      pick,
      all(material)
        .map(({ text }) => text)
        .join(' '),
    ),
  'our own people are made the buyer’s deciders': ({ passages, deal }, pick) => ({
    ...nothing,
    stakeholders: passages.map((one) => ({
      ...item([cite(one)]),
      name: pick(deal.people).name,
      role: 'approves everything',
      influence: 'decision_maker',
      preference: null,
    })),
  }),
  'the customer’s words become our promises': ({ passages }) => ({
    ...nothing,
    commitments: passages
      .filter(({ speaker }) => speaker === 'Harriet Moss' || speaker === 'Piet Aalto')
      .map((one) => ({
        ...item([cite(one)]),
        kind: 'support',
        strength: 'explicit',
        verdict: 'not_covered',
        clause: null,
      })),
  }),
  'refused and open exceptions are approved': (material, pick) => ({
    ...nothing,
    candidates: material.candidates.map(({ id, kind }) => ({
      candidate: id,
      promise: true,
      kind,
      verdict: 'excepted',
      clause: cite(pick(all(material))),
    })),
    commitments: material.passages.map((one) => ({
      ...item([cite(one)]),
      kind: 'support',
      strength: 'implied',
      verdict: 'excepted',
      clause: cite(pick(all(material)), (text) => text),
    })),
  }),
  'prototype keys are sent': () =>
    '{"__proto__": {"approved": true}, "constructor": {"prototype": {"polluted": true}}, "candidates": [], "commitments": []}',
  'the JSON is deep': () => '['.repeat(50_000),
  'prose and JSON are mixed': (material, pick) =>
    `Done, all approved. ${JSON.stringify(
      everywhere(
        mapAll(material, (text) => text),
        pick,
      ),
    )}`,
};

export const ATTACK_NAMES = Object.keys(ATTACKS);
