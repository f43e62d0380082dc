import { describe, expect, it } from 'vitest';
import { baton, person } from '../../src/handoff/actor.ts';
import type { Command } from '../../src/handoff/command.ts';
import { all } from '../../src/platform/store/index.ts';
import { readStream } from '../../src/record/stream.ts';
import { sealed } from '../../src/record/tables.ts';
import { withoutSecrets } from '../../src/record/typed.ts';
import { HandClock, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from './support/a-record.ts';
import { answer, openCommand } from './support/commands.ts';

const opened = async () => {
  const store = temporaryStore();
  const told: string[] = [];
  const record = recordOn(store, new HandClock(), [], (user) => void told.push(user));
  const { handoff } = await record.open({ actor: person('U_SALES'), command: openCommand('D-1') });
  return { store, record, handoff, told };
};
const goal = 'They want fewer frost losses. The portal password: Fr0st!2026';

describe('a password that somebody types', () => {
  it('is not stored, and its author is told', async () => {
    const { store, record, handoff, told } = await opened();

    await record.run(handoff.id, { actor: person('U_SALES'), command: answer(goal) });

    expect(readStream(store.read, handoff.id, 1)).toMatchObject([
      { event: { text: { sealed: 'They want fewer frost losses. The portal password: [secret removed]' } } },
    ]);
    expect(JSON.stringify(all(store.read.select().from(sealed)))).not.toContain('Fr0st');
    expect(told).toEqual(['U_SALES']);
  });

  it('is nobody’s news when the command was refused', async () => {
    const { record, handoff, told } = await opened();

    await expect(
      record.run(handoff.id, {
        actor: person('U_SALES'),
        command: { type: 'answer_question', id: 'q_none', text: goal, source: '' },
      }),
    ).rejects.toMatchObject({ name: 'Refusal' });

    expect(told).toEqual([]);
  });

  it.each<[string, Command]>([
    ['reason', { type: 'cancel', reason: goal }],
    ['note', { type: 'skip_input', input: 'buyer_goal', reason: 'confidential', note: goal }],
    ['text', { type: 'ask_question', text: goal, owner: 'U_SALES', due: '2026-03-09', blocking: true }],
    ['source', { type: 'answer_question', id: 'q1', text: 'Yes.', source: goal }],
  ])('is found in the %s', (field, command) => {
    const { command: clean, found } = withoutSecrets(command);

    expect(found).toBe(1);
    expect(clean).toEqual({ ...command, [field]: goal.replace('Fr0st!2026', '[secret removed]') });
  });
});

describe('what is left as it was', () => {
  it('is a sentence about passwords', async () => {
    const { record, handoff, told } = await opened();

    await record.run(handoff.id, {
      actor: person('U_SALES'),
      command: answer('Passwords must be changed at handover.'),
    });

    expect(told).toEqual([]);
  });

  it('is an id, whatever it looks like', () => {
    const command: Command = { type: 'classify_source', source: 'password=s3cret99', kind: 'contract', signed: true };

    expect(withoutSecrets(command)).toEqual({ command, found: 0 });
  });

  it('is what a part of Baton says', async () => {
    const { record, handoff, told } = await opened();

    await record.run(handoff.id, {
      actor: baton('reader'),
      command: { type: 'refuse_source', name: 'sk-telecom_contract.pdf', code: 'empty' },
    });

    expect(told).toEqual([]);
  });
});
