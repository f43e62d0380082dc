import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { type InputKey, inputOfFile } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../sealed.ts';
import type { Handoff } from '../state.ts';
import type { SourceKind } from '../vocabulary.ts';
import { type Context, personOf, requireBaton, requireMember } from './context.ts';

/** The input that a file of this kind settles, when it is still open or was skipped for want of a file. */
const settles = (handoff: Handoff, kind: SourceKind, signed: boolean): InputKey | null => {
  const key = inputOfFile(kind, signed);
  return handoff.inputs.some((one) => one.key === key && one.settled?.how !== 'answered') ? key : null;
};

export const addSource = (handoff: Handoff, command: CommandOf<'add_source'>, context: Context): HandoffEvent[] => {
  const same = handoff.sources.find((one) => one.sha256 === command.sha256);
  if (same)
    throw new Refusal('same_source', `This is the same file as “${same.name}”, which I already have. I kept that one.`);
  const { type: _, name, link, ...meta } = command;
  const id = `s${handoff.sources.length + 1}`;
  personOf(context);
  if (command.signed && !command.kindGuessed) requireMember(handoff, context, 'add a signed document');
  // law 2: what the machine takes for signed is proposed, until somebody with a role says so
  const signed = command.signed && !command.kindGuessed;
  const key = settles(handoff, command.kind, signed);
  const event: HandoffEvent = {
    type: 'source.added',
    source: {
      ...meta,
      signed,
      looksSigned: command.signed && !signed,
      id,
      name: words(name),
      link: link === null ? null : words(link),
    },
  };
  return key === null
    ? [event]
    : [event, { type: 'input.answered', input: key, text: words(`File: ${name}`), accepted: [], unticked: [] }];
};

export const refuseSource = (command: CommandOf<'refuse_source'>, context: Context): HandoffEvent[] => {
  requireBaton(context);
  return [{ type: 'source.refused', name: words(command.name), code: command.code }];
};

/** A person says what a file is; the guess was only a guess. */
export const classifySource = (
  handoff: Handoff,
  command: CommandOf<'classify_source'>,
  context: Context,
): HandoffEvent[] => {
  const source = handoff.sources.find((one) => one.id === command.source);
  if (!source) throw new Refusal('no_such_source', 'I do not know this file.');
  if (command.signed) requireMember(handoff, context, 'say that this is signed');
  else if (personOf(context) !== source.addedBy) requireMember(handoff, context, 'say what this file is');
  if (source.kind === command.kind && source.signed === command.signed && !source.kindGuessed) return [];
  const key = settles(handoff, command.kind, command.signed);
  const event: HandoffEvent = {
    type: 'source.classified',
    source: command.source,
    kind: command.kind,
    signed: command.signed,
  };
  return key === null
    ? [event]
    : [event, { type: 'input.answered', input: key, text: words(`File: ${source.name}`), accepted: [], unticked: [] }];
};
