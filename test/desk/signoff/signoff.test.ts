import { describe, expect, test } from 'vitest';
import { signoffsMessage, voidedMessage } from '../../../src/desk/signoff/blocks.ts';
import { signoffReaction } from '../../../src/desk/signoff/react.ts';
import { signModal } from '../../../src/desk/signoff/views.ts';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import { validateBlocks } from '../../../src/workspace/blocks/validate.ts';
import {
  complete,
  decisions,
  evidence,
  handoffAfter,
  happenedAfter,
  intake,
  priya,
  readinessOf,
  type Step,
  signatures,
  tomasz,
} from '../packet/deal.ts';
import { Room } from '../packet/room.ts';

const move: Step = [tomasz, { type: 'move_kickoff', date: '2026-12-21', reason: 'their data is late' }];
const whole: Step[] = [...evidence, ...decisions, ...intake];
const message = (...steps: Step[]) => {
  const handoff = handoffAfter(...steps);
  const shown = signoffsMessage(handoff, readinessOf(handoff));
  expect(validateBlocks(shown.blocks, 'message')).toEqual([]);
  return { ...shown, all: JSON.stringify(shown.blocks) };
};

const reaction = signoffReaction(defaultPolicy);

describe('the signoffs message', () => {
  test('says what is missing, and asks nobody to sign, while anything else is missing', () => {
    const { all, text } = message(...evidence);
    expect(all).toContain('missing first; the desk lists them');
    expect(all).not.toContain('sign.open');
    expect(text).toMatch(
      /^Signoffs: sales has not signed, delivery has not signed\. \d+ things missing before that\.$/,
    );
  });

  test('offers both signatures on the version that stands, and each goes when it is given', () => {
    expect(message(...whole).all).toContain('Sign for sales (v17)');
    expect(message(...whole).all).toContain('Acknowledge for delivery (v17)');
    const one = message(...whole, ...signatures.slice(0, 1));
    expect(one.all).toContain('v17 signed by <@U0PRIYA>');
    expect(one.all).not.toContain('Sign for sales');
    expect(message(...whole, ...signatures).all).not.toContain('sign.open');
  });

  test('says which signature was voided, and by what', () => {
    const { all } = message(...whole, ...signatures, move);
    expect(all).toContain('v17 signed for sales by <@U0PRIYA> was voided');
    expect(all).toContain('the kickoff date moved to 21 Dec 2026');
    expect(all).toContain('Sign for sales (v18)');
  });

  test('after a cancellation nothing is left to sign', () => {
    expect(message(...whole, [priya, { type: 'cancel', reason: 'the deal fell through' }]).all).not.toContain(
      'sign.open',
    );
  });

  test('comes when only signatures are missing, not before', () => {
    expect(reaction(happenedAfter(...evidence))).toEqual([]);
    expect(reaction(happenedAfter(...whole)).map((one) => one.kind)).toEqual(['signoffs']);
  });

  test('each voided signature is wanted once, for its signer', () => {
    const happened = happenedAfter(...whole, ...signatures, move);
    const voided = reaction(happened).filter((one) => one.kind === 'voided');
    expect(voided.map((one) => (one.args as { user: string }).user)).toEqual(['U0PRIYA', 'U0TOMASZ']); // as wanted.ts makes them
    expect(new Set(voided.map((one) => one.key)).size).toBe(2);
  });
});

describe('the signature', () => {
  test('says what it says, what it covers, and which version', () => {
    const handoff = complete();
    const view = signModal(handoff, 'delivery', readinessOf(handoff), 'https://northwind.slack.com/docs/T/F');
    expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
    for (const text of [view.title, view.submit, view.close]) expect(text?.text.length).toBeLessThanOrEqual(24);
    expect(view.submit?.text).toBe('Sign v17');
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ h: 'h1', party: 'delivery', version: 17 });
    const text = JSON.stringify(view.blocks);
    expect(text).toContain('*2* of 4 commitments in the contract, *1* more that we deliver');
    expect(text).toContain('*1* said but not sold');
    expect(text).toContain('*1 open question* that does not block kickoff');
    expect(text).toContain('*1 input* skipped');
  });

  test('cannot be given while anything is missing, nor twice', () => {
    const early = handoffAfter(...evidence);
    expect(signModal(early, 'sales', readinessOf(early)).submit).toBeUndefined();
    const signed = complete(...signatures);
    expect(JSON.stringify(signModal(signed, 'sales', readinessOf(signed)))).toContain('still stands');
  });

  test('the word to the signer of a voided one says which, why, and what to do', () => {
    const handoff = complete(...signatures, move);
    const voiding = { party: 'sales' as const, version: 17, because: 'the kickoff date moved to 21 Dec 2026' };
    const shown = voidedMessage(handoff, readinessOf(handoff), voiding, null, 'U0PRIYA');
    expect(validateBlocks(shown.blocks, 'message')).toEqual([]);
    expect(shown.text).toBe(
      'Your sales signature on v17 of Membership system was voided: the kickoff date moved to 21 Dec 2026.',
    );
    expect(JSON.stringify(shown.blocks)).toContain('Look at what changed, then sign v18.');
  });
});

describe('in Slack', () => {
  const opened = async (...more: Step[]): Promise<Room> => {
    const room = await (await Room.open()).listening();
    await room.run(...whole, ...more);
    return room;
  };

  test('a click, a look and a submit sign the packet, and the message says so', async () => {
    const room = await opened();
    await room.press('U0PRIYA', 'sign.open', 'sales');
    expect((await room.modal('U0PRIYA'))?.text).toContain('Sign v17');
    expect(await room.submit('U0PRIYA')).toMatchObject({ ok: true });
    expect(room.handoff.signoffs).toMatchObject([{ party: 'sales', by: 'U0PRIYA', version: 17, voided: null }]);
    const signoffs = (await room.messages()).filter((one) => one.text.startsWith('Signoffs:'));
    expect(signoffs.map((one) => one.text)).toEqual([expect.stringContaining('sales signed v17')]);
  });

  test('somebody else’s signature is refused privately at the click', async () => {
    const room = await opened();
    await room.press('U0TOMASZ', 'sign.open', 'sales');
    expect(await room.modal('U0TOMASZ')).toBeNull();
    expect(await room.whispered('U0TOMASZ')).toEqual(['Only the account owner (<@U0PRIYA>) can sign for sales.']);
  });

  test('a version that moved on while somebody was reading is not signed', async () => {
    const room = await opened();
    await room.press('U0PRIYA', 'sign.open', 'sales');
    await room.run(move);
    await room.submit('U0PRIYA');
    expect((await room.modal('U0PRIYA'))?.text).toContain('The packet moved on to v18 while you were reading v17');
    expect(room.handoff.signoffs).toEqual([]);
  });

  test('each signer of a voided signature gets one direct message, with a button that signs anew', async () => {
    const room = await opened(...signatures);
    await room.run(move);
    await room.run([tomasz, { type: 'move_kickoff', date: '2026-12-22', reason: 'one more day' }]);
    const told = await room.directMessages();
    expect(told.map((one) => one.text).toSorted()).toEqual([
      'Your delivery signature on v17 of Membership system was voided: the kickoff date moved to 21 Dec 2026.',
      'Your sales signature on v17 of Membership system was voided: the kickoff date moved to 21 Dec 2026.',
    ]);
    expect(JSON.stringify(told[0])).toContain('/archives/C0HANDOFFS/');
  });
});
