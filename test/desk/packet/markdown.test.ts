import { describe, expect, test } from 'vitest';
import { allBlocks } from '../../../src/desk/packet/compare.ts';
import { marksOf } from '../../../src/desk/packet/inline.ts';
import { type RenderedPacket, renderPacket } from '../../../src/desk/packet/markdown.ts';
import { packetMessages } from '../../../src/desk/packet/messages.ts';
import { packetReaction } from '../../../src/desk/packet/react.ts';
import { type Packet, packetOf } from '../../../src/handoff/packet/index.ts';
import type { Handoff } from '../../../src/handoff/state.ts';
import { limits } from '../../../src/platform/slack/index.ts';
import { validateBlocks } from '../../../src/workspace/blocks/validate.ts';
import { kindOf, splitBlocks } from '../../../src/workspace/canvas/markdown.ts';
import {
  analysis,
  complete,
  evidence,
  handoffAfter,
  happenedAfter,
  priya,
  reading,
  signatures,
  today,
  tomasz,
} from './deal.ts';

const render = (handoff: Handoff): RenderedPacket => renderPacket(packetOf(handoff), marksOf(handoff));
const page = (doc: RenderedPacket): string => allBlocks(doc).join('\n\n');
const sectionOf = (doc: RenderedPacket, key: string): string =>
  doc.sections.find((one) => one.key === key)?.markdown ?? '';

test('a packet reads as a document that a delivery lead prints', () => {
  expect(page(render(complete(...signatures)))).toMatchInlineSnapshot(`
    "# Harbour Rowing · Membership system

    Version 17 · planned kickoff 14 Dec 2026

    _Written by Baton from the record. Do not edit it by hand: say what is wrong in the channel, as an answer or a question._

    ## Executive summary

    Harbour Rowing bought “Membership system” (EUR 48,000). Kickoff is planned for 14 Dec 2026.

    Handed over by ![](@U0PRIYA) to ![](@U0TOMASZ), exceptions approved by ![](@U0MARCUS).

    The old system loses its licence in April; the board was told so. — ![](@U0PRIYA)

    4 commitments found in 2 sources: 2 in the contract, 1 more that we deliver, 1 not sold. Nothing is left to decide.

    ## Contract facts

    | Fact | Value |
    | --- | --- |
    | Deal id | D-1042 |
    | Value | EUR 48,000 |
    | Closed | 2 Nov 2026 |
    | Planned kickoff | 14 Dec 2026 |
    | Vendor | Northwind Systems |
    | Signed documents | [S1 · contract.pdf](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) |

    ## Buyer intent

    The old system loses its licence in April; the board was told so. — ![](@U0PRIYA)

    - Running before the spring regatta (S2 · 00:02:50)

    ## Sold scope and acceptance criteria

    Sold: the member records and two trainings.

    - no accounting
    - no phone app

    — ![](@U0PRIYA)

    | What | Accepted when | Basis | Source |
    | --- | --- | --- | --- |
    | Member records of three years | counts match the old system | contract | [S1 · page 2 § 2.1](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) |
    | Single sign-on at go-live | not stated | agreed beyond the contract | (S2 · 00:14:32) |

    ## Not sold

    - Write-back to the accounting system [S1 · page 4 § 4.2](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf)
    - First quarter free of charge (said, but decided: not sold) (S2 · 00:33:10)

    ## Ambiguous, and how we read it

    - The phone app (S2 · 00:41:07)
    - “Some day” is no date for the phone app (we read it as: not part of this deal) — ![](@U0TOMASZ) (S2 · 00:41:07)

    ## Not yet decided

    _Everything that was found has been decided._

    ## Commitments register

    | Commitment | Kind | Said by | Standing | Source | Clause |
    | --- | --- | --- | --- | --- | --- |
    | Migration of three years of member records | data migration | – | in the contract | [S1 · page 2 § 2.1](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) | [S1 · page 2 § 2.1](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) |
    | Training of two coaches on site | training | – | in the contract | [S1 · page 3 § 3.4](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) | [S1 · page 3 § 3.4](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) |
    | Single sign-on at go-live | integration | Priya Raman | we deliver it | (S2 · 00:14:32) | none |
    | First quarter free of charge | price and payment | Priya Raman | not sold | (S2 · 00:33:10) | none |

    ## Sold, but a stretch

    Skipped (does not apply to this deal): nothing was stretched — ![](@U0PRIYA)

    ## Stakeholder map

    Dana decides, Ilse pays. — ![](@U0PRIYA)

    | Name | Role | Influence | Stance | Prefers | Source |
    | --- | --- | --- | --- | --- | --- |
    | Dana Fox | Club manager | decision maker | for it | a call, not a mail | (S2 · 00:02:50) |
    | Ilse Brandt | Treasurer | finance | – | numbers first | (S2 · 00:33:10) |

    ## Risks

    - The boathouse network belongs to the landlord (risk accepted: we can start with mobile data) — ![](@U0TOMASZ) (S2 · 00:44:18)

    _Scored likelihood × impact (1 to 5 each)_

    | Risk | Score | Mitigation | Owner | If it happens | Source |
    | --- | --- | --- | --- | --- | --- |
    | The landlord does not open the network in time | 3 × 4 = 12 | Dana asks him this week | Dana Fox | start with mobile data | (S2 · 00:44:18) |

    ## Dependencies

    | What | Kind | Owner | Due | Source |
    | --- | --- | --- | --- | --- |
    | CSV export of the old system | data | customer | 4 Dec 2026 | [S1 · page 2 § 2.1](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) |

    ## Access needs

    | What | Kind | Owner | Due | Source |
    | --- | --- | --- | --- | --- |
    | Login to the boathouse network | access | third | – | (S2 · 00:44:18) |

    ## Assumptions and constraints

    - The old system exports CSV [S1 · page 2 § 2.1](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf)

    ## Open questions

    | Question | Owner | Due | Blocks kickoff | Answer |
    | --- | --- | --- | --- | --- |
    | Which coaches are trained? | ![](@U0PRIYA) | 1 Dec 2026 | no | open |

    ## First 30 days: success criteria

    - Members who renew online, from 0 %, to 60 %, by 13 Jan 2027 (S2 · 00:02:50)

    ## First milestones

    From the template “SaaS implementation”, counted from kickoff. Dates move with it.

    | Milestone | Date |
    | --- | --- |
    | Kickoff held, access to customer systems given | 14 Dec 2026 |
    | Design decisions signed off | 28 Dec 2026 |
    | Sign-on and first data feed working in test | 13 Jan 2027 |

    ## Escalation contacts

    _Who to turn to_

    | For | Person |
    | --- | --- |
    | What was sold and why | ![](@U0PRIYA) |
    | Delivery and readiness | ![](@U0TOMASZ) |
    | Exceptions and escalation | ![](@U0MARCUS) |

    ## Inputs that were skipped

    - Sold, but a stretch: does not apply to this deal. nothing was stretched — ![](@U0PRIYA)

    ## Decision log

    _Newest last_

    | When (UTC) | Who | What |
    | --- | --- | --- |
    | 16 Nov 2026 11:00 | ![](@U0PRIYA) | opened the handoff |
    | 16 Nov 2026 11:00 | ![](@U0PRIYA), ![](@U0TOMASZ) | Deliver it: Single sign-on at go-live is not in the contract (agreed in the call of 12 Nov) |
    | 16 Nov 2026 11:00 | ![](@U0PRIYA) | Not sold: A free first quarter is in no document (agreed in the call of 12 Nov) |
    | 16 Nov 2026 11:00 | ![](@U0TOMASZ) | Accept the risk: The boathouse network belongs to the landlord (we can start with mobile data) |
    | 16 Nov 2026 11:00 | ![](@U0TOMASZ) | Answer: “Some day” is no date for the phone app (not part of this deal) |
    | 16 Nov 2026 11:00 | ![](@U0PRIYA) | skipped “Sold, but a stretch” (does not apply) |
    | 16 Nov 2026 11:00 | ![](@U0PRIYA) | sales signed v17 |
    | 16 Nov 2026 11:00 | ![](@U0TOMASZ) | delivery signed v17 |

    ## Source index

    | Source | Kind | Size | SHA-256 (first 12) | Added by |
    | --- | --- | --- | --- | --- |
    | [S1 · contract.pdf](https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf) | contract, signed | 47 kB | aaaaaaaaaaaa | ![](@U0PRIYA) |
    | (S2 · discovery-call.vtt) | call transcript | 47 kB | bbbbbbbbbbbb | ![](@U0PRIYA) |

    ## Signoffs

    | Party | Who | Version | When (UTC) | Stands |
    | --- | --- | --- | --- | --- |
    | sales | ![](@U0PRIYA) | v17 | 16 Nov 2026 11:00 | yes |
    | delivery | ![](@U0TOMASZ) | v17 | 16 Nov 2026 11:00 | yes |"
  `);
});

test('a packet with nothing in it says so, one sentence a section', () => {
  const doc = render(handoffAfter());
  expect(sectionOf(doc, 'risks')).toBe('## Risks\n\n_No risk has been confirmed._');
  expect(doc.sections.every((one) => one.blocks.length >= 2)).toBe(true);
});

test('law 3: what the buyer wants, what was sold, what was not and what is unclear are four places', () => {
  const doc = render(complete());
  const places = {
    buyer_intent: 'Running before the spring regatta',
    sold_scope: 'Single sign-on at go-live',
    not_sold: 'First quarter free of charge',
    ambiguous: 'The phone app',
  };
  for (const [key, text] of Object.entries(places))
    for (const other of Object.keys(places)) expect(sectionOf(doc, other).includes(text)).toBe(other === key);
});

test('law 2: what nobody decided stands under “Not yet decided” and nowhere else', () => {
  const doc = render(handoffAfter(...evidence));
  expect(sectionOf(doc, 'not_yet_decided')).toContain('Single sign-on at go-live is not in the contract');
  expect(sectionOf(doc, 'sold_scope')).not.toContain('Single sign-on');
  expect(sectionOf(doc, 'commitments')).toContain('_No commitment has been confirmed yet._');
});

describe('text from outside', () => {
  const hostile =
    '![](@U0BOSS) [click](https://evil.example) | # Boo `x` <!channel> <@U0BOSS> @here\n## Signed\n- yes **b**';
  const handoff = (): Handoff => {
    const state = complete([
      tomasz,
      { type: 'ask_question', text: hostile, owner: 'U0PRIYA', due: '2026-12-01', blocking: true },
    ]);
    return { ...state, deal: { ...state.deal, customer: `# ${hostile}`, name: hostile } };
  };

  test('mentions nobody, links nowhere and makes no heading, row or list in the canvas', () => {
    const plain = render(complete());
    const doc = render(handoff());
    const text = page(doc);
    expect(text).not.toContain('![](@U0BOSS');
    expect(text).not.toContain('<@U0BOSS');
    expect(text).not.toMatch(/\]\(https:\/\/evil/);
    expect(text).not.toContain('evil.example');
    expect(text.match(/^#{1,3} /gm)).toHaveLength(plain.sections.length + 1);
    expect(text).not.toMatch(/^## Signed/m);
    const rows = sectionOf(doc, 'questions')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows.map((row) => row.split('|').length)).toEqual(rows.map(() => 7));
  });

  test('acts in no message of the thread either', () => {
    const texts = packetMessages(packetOf(handoff()), marksOf(handoff())).flatMap(({ shown }) => [
      shown.text,
      ...shown.blocks.flatMap((one) => (one.type === 'section' && one.text ? [one.text.text] : [])),
    ]);
    const text = texts.join('\n');
    expect(text).not.toContain('<@U0BOSS>');
    expect(text).not.toContain('<!channel>');
    expect(text).not.toContain('evil.example');
  });

  test('leads nowhere by a link that is no permalink', () => {
    const state = complete();
    const bad = { ...marksOf(state), links: { s1: 'javascript:alert(1)', s2: 'https://user:pw@evil.example/a)b' } };
    expect(page(renderPacket(packetOf(state), bad))).not.toMatch(/\]\((?!@)/);
  });

  test('an exclamation mark before a source mark makes no image', () => {
    const doc = render(
      handoffAfter(...evidence.slice(0, 2), [
        evidence[2]?.[0] ?? priya,
        reading({ flags: analysis.flags.map((one) => ({ ...one, text: 'Now!' })) }),
      ]),
    );
    expect(page(doc)).not.toMatch(/!\[[^\]]/);
  });
});

describe('Slack’s limits', () => {
  const many = (count: number, text = 'A risk that somebody named'): Packet => ({
    title: 'T',
    version: 1,
    versionLine: ['Version 1'],
    sections: [
      {
        key: 'risks',
        title: 'Risks',
        paragraphs: [[`${text}. `.repeat(150), ' — ', { user: 'U0PRIYA' }]],
        items: Array.from({ length: count }, (_, at) => [
          `${text} ${at}`,
          ' ',
          { mark: { source: 's1', locator: 'page 1' } },
        ]),
        table: {
          caption: 'Risks',
          head: ['Risk', 'Score', 'Owner'],
          rows: Array.from({ length: count }, (_, at) => [[`${text} ${at}`], ['1 × 1 = 1'], ['–']]),
        },
        empty: '',
      },
    ],
  });
  const rendered = (packet: Packet) => renderPacket(packet, { links: { s1: null }, names: { s1: 'S1' } });

  test('a table of more than 300 cells becomes several with the head repeated, and no row is lost', () => {
    const doc = rendered(many(250));
    const text = page(doc);
    expect(() => splitBlocks(text)).not.toThrow();
    const tables = doc.sections[0]?.blocks.filter((one) => one.startsWith('| Risk')) ?? [];
    expect(tables.length).toBeGreaterThan(2);
    expect(text.match(/_Risks \(continued\)_/g)?.length).toBeGreaterThan(1);
    for (let at = 0; at < 250; at += 1) expect(text).toContain(`named ${at} | 1 × 1`);
  });

  test.each(['A risk that somebody named', 'リスクが大きいと誰かが言いました'])(
    'no block is longer than one change carries: %s',
    (text) => {
      for (const block of allBlocks(rendered(many(250, text))))
        expect(Buffer.byteLength(block)).toBeLessThanOrEqual(limits.canvasChangeBytes);
    },
  );

  test('a long list becomes a numbered table: no wall of bullets', () => {
    const blocks = rendered(many(20)).sections[0]?.blocks ?? [];
    expect(blocks.map(kindOf)).not.toContain('list');
    expect(blocks.join('\n')).toContain('| 20 | A risk that somebody named 19 | (S1 · page 1) |');
  });

  test('nothing of a long answer is lost between its paragraphs', () => {
    const words = Array.from({ length: 600 }, (_, at) => `word${at}`);
    const packet = many(0);
    const [only] = packet.sections;
    if (only) only.paragraphs = [[words.join(' ')]];
    expect(page(rendered(packet)).match(/word\d+/g)).toEqual(words);
  });

  test('every message of a packet in a thread is one that Slack takes', () => {
    for (const packet of [many(250, 'long '.repeat(60)), packetOf(complete())])
      for (const { shown, key } of packetMessages(packet, { links: {}, names: {} })) {
        expect(validateBlocks(shown.blocks, 'message'), key).toEqual([]);
        expect(shown.text.length).toBeGreaterThan(5);
      }
  });

  test('a packet in a thread loses no row', () => {
    const text = JSON.stringify(packetMessages(many(250), { links: {}, names: {} }));
    for (let at = 0; at < 250; at += 1) expect(text).toContain(`named ${at}*`);
  });
});

describe('the packet is brought in line', () => {
  test('with the first file or answer, and when a decision, a signature, a question or the kickoff date changes it', () => {
    expect(packetReaction(happenedAfter())).toEqual([]);
    for (const steps of [
      evidence.slice(0, 1),
      evidence,
      [...evidence, [tomasz, { type: 'move_kickoff', date: '2026-12-21', reason: 'data is late' }]],
      [...evidence, [priya, { type: 'ask_question', text: 'Who?', owner: 'U0PRIYA', due: today, blocking: false }]],
    ] satisfies Parameters<typeof happenedAfter>[])
      expect(packetReaction(happenedAfter(...steps)).map((one) => one.kind)).toEqual(['packet']);
  });

  test('not when somebody else is to answer an input: the packet does not show it', () => {
    const happened = happenedAfter(...evidence, [priya, { type: 'assign_input', input: 'scope', to: 'U0ELENA' }]);
    expect(packetReaction(happened)).toEqual([]);
  });
});
