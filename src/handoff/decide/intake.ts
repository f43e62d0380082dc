import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { type InputKey, inputSpec } from '../inputs.ts';
import { junkReason } from '../junk.ts';
import { proposals } from '../proposals.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../sealed.ts';
import type { Handoff, InputState } from '../state.ts';
import { type Context, personOf, requireMember, requireText } from './context.ts';

const inputOf = (handoff: Handoff, key: InputKey): InputState => {
  const found = handoff.inputs.find((one) => one.key === key);
  if (!found) throw new Refusal('no_such_input', 'This handoff’s template does not ask for that.');
  return found;
};

/** What somebody settled after the asker's modal opened is not overwritten unseen; `field` is where the asker typed. */
const requireSeen = ({ settled }: InputState, seen: string | null | undefined, field: string): void => {
  if (seen === undefined || settled === null || settled.at === seen) return;
  const did = settled.how === 'answered' ? 'answered' : 'skipped';
  const message = `<@${settled.by}> ${did} this meanwhile; open it again to change it. Nothing was changed.`;
  throw new Refusal('settled_meanwhile', message, { [field]: message });
};

/** The owner of a step answers it; so may anyone with a role in the handoff. */
const mayAnswer = (handoff: Handoff, context: Context, input: InputState): void => {
  if (personOf(context) !== input.owner) requireMember(handoff, context, 'answer this');
};

export const answerInput = (handoff: Handoff, command: CommandOf<'answer_input'>, context: Context): HandoffEvent[] => {
  const input = inputOf(handoff, command.input);
  mayAnswer(handoff, context, input);
  requireSeen(input, command.seen, 'answer');
  const spec = inputSpec(command.input);
  if (spec.files.length > 0)
    throw new Refusal(
      'file_needed',
      'Drop the file into the channel, or say that there is none: words do not stand in for it.',
    );
  const known = new Set(spec.proposals.flatMap((group) => proposals(handoff, group)).map((one) => one.id));
  const accepted = command.accepted.filter((id) => known.has(id));
  const ticked = new Set(handoff.accepted.map((one) => one.id));
  const unticked = (command.unticked ?? []).filter((id) => known.has(id) && ticked.has(id) && !accepted.includes(id));
  const junk = junkReason(command.text);
  if (junk !== null && (accepted.length === 0 || command.text.trim() !== ''))
    throw new Refusal('junk_answer', junk, { answer: junk });
  const text = command.text.trim();
  const same = input.settled?.how === 'answered' && input.settled.text === text;
  if (same && unticked.length === 0 && accepted.every((id) => ticked.has(id))) return [];
  return [{ type: 'input.answered', input: command.input, text: words(text), accepted, unticked }];
};

export const skipInput = (handoff: Handoff, command: CommandOf<'skip_input'>, context: Context): HandoffEvent[] => {
  const input = inputOf(handoff, command.input);
  mayAnswer(handoff, context, input);
  requireSeen(input, command.seen, 'note');
  const note = requireText(command.note, 'note', 'Say in a few words why, so that delivery knows.');
  return [{ type: 'input.skipped', input: command.input, reason: command.reason, note: words(note) }];
};

export const assignInput = (handoff: Handoff, command: CommandOf<'assign_input'>, context: Context): HandoffEvent[] => {
  const input = inputOf(handoff, command.input);
  mayAnswer(handoff, context, input);
  requireSeen(input, command.seen, 'to');
  if (input.settled) throw new Refusal('already_settled', `“${inputSpec(input.key).title}” is settled already.`);
  return input.owner === command.to ? [] : [{ type: 'input.assigned', input: command.input, to: command.to }];
};
