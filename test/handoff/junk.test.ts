import { describe, expect, it } from 'vitest';
import { junkReason } from '../../src/handoff/junk.ts';

const junk = [
  '',
  '   ',
  '\n\t',
  '-',
  '???',
  '…',
  '👍',
  'tbd',
  'TBD.',
  'T.B.D.',
  'tba',
  'n/a',
  'N/A',
  'na',
  'none',
  'None.',
  'nothing',
  'todo',
  'idk',
  'Ok',
  'yes!',
  'No',
  'see email',
  'See e-mail',
  'see contract',
  'See attachment.',
  'as discussed',
  'As agreed',
  'will follow',
  'ask sales',
  'not sure',
  'Not applicable',
  'to be determined',
  'lorem ipsum',
  'test',
  'asdf',
  'pending',
  'see the mail from Anna',
  'please see the contract',
  'refer to the SOW',
  'check the CRM',
  'look at the offer',
  'as per the agreement',
  'as discussed on the call',
  'xxx xxx xxx',
  'aaaaaaa',
  '1 1 1 1',
  'Mira',
  'three parks',
  'tbd by sales',
  'n/a for now',
  'to be defined later',
  'will follow next week',
];

const good = [
  'They must leave the old portal before its licence ends in July.',
  'Sold: alarms for three parks. Not sold: repairs.',
  'Mira decides; Jonas could stop it.',
  'No open risks: the network was tested on site in October.',
  'None of the parks has a network link before May.',
  'Not sure about the date; the grid operator answers by Friday.',
  'Alarms are answered within 15 minutes.',
  'Goal: 95 % of alarms seen by day 30',
  'Yes, the weather station counts as done when it sends for a week.',
  'Login to the portal is still missing',
  'Test alarms arrive at night and by day.',
  'Saves 40,000 EUR a year',
  'See to it that the operators are trained before the first snow falls.',
  'See live readings from all three parks',
  'Check that alarms arrive at night',
  'Look at readings without calling us',
  'Der Portalzugang fehlt noch, Frau Oth kümmert sich.',
  '三つの発電所の警報を七月までに監視する必要があります。',
  'Pending: approval of the grid operator',
  'Later phases are not sold.',
];

describe('junk answers', () => {
  it.each(junk)('“%s” does not count, and a sentence says why', (answer) => {
    expect(junkReason(answer)).toMatch(/^[“A-Z].*\.$/s);
  });

  it.each(good)('“%s” counts', (answer) => {
    expect(junkReason(answer)).toBeNull();
  });

  it('quotes the placeholder back to its author', () => {
    expect(junkReason(' TBD ')).toContain('“TBD”');
  });
});
