import type { KnownBlock, ModalView } from '@slack/types';
import { type InputKey, inputSpec, type ProposalGroup, SkipReason, skipReasonTitle } from '../../handoff/inputs.ts';
import { type Proposal, proposals } from '../../handoff/proposals.ts';
import type { Handoff } from '../../handoff/state.ts';
import { limits, mrkdwn, stripInvisible } from '../../platform/slack/index.ts';
import { context, input, modal, option, section, textInput } from '../kit/blocks.ts';
import { excerpt } from '../kit/text.ts';

export const answerCallback = 'input.answer';
export const skipCallback = 'input.skip';
export const assignCallback = 'input.assign';

const groupTitle: Record<ProposalGroup, string> = {
  scope: 'Scope found in the sources',
  commitments: 'Commitments that the contract carries',
  stakeholders: 'People found in the sources',
  dependencies: 'Dependencies found',
  risks: 'Risks found',
  successMetrics: 'Measures of success found',
  buyerIntent: 'What the buyer said',
};

/** Slack gives an option two lines of 75 characters: the text flows into the second, which ends with its place. */
const inTwoLines = (text: string): { head: string; rest: string } => {
  const line = stripInvisible(text).replace(/\s+/g, ' ').trim();
  const head = excerpt(line, limits.optionText);
  if (!head.endsWith('…')) return { head: line, rest: '' };
  return { head, rest: excerpt(`…${line.slice(head.length - 1).trim()}`, limits.optionDescription - 18) };
};

/** Boxes of at most ten (Slack's limit); the block id says the group, so that the answer can be put together again. */
const boxes = (group: ProposalGroup, found: readonly Proposal[]): KnownBlock[] => {
  const chunks = Array.from({ length: Math.ceil(found.length / limits.checkboxOptions) }, (_, at) =>
    found.slice(at * limits.checkboxOptions, (at + 1) * limits.checkboxOptions),
  );
  return chunks.map((chunk, at) => {
    const options = chunk.map((one) => {
      const { head, rest } = inTwoLines(one.text);
      return option(head, one.id, [rest, one.evidence[0]?.locator].filter(Boolean).join(' · '));
    });
    const chosen = options.filter((_, index) => chunk[index]?.accepted);
    return input(
      `take.${group}.${at}`,
      at === 0 ? groupTitle[group] : `${groupTitle[group]}, continued`,
      { type: 'checkboxes', options, ...(chosen.length > 0 ? { initial_options: chosen } : {}) },
      {
        optional: true,
        ...(at === 0 ? { hint: 'Tick what is right: only what you tick becomes part of the packet.' } : {}),
      },
    );
  });
};

export const answerModal = (handoff: Handoff, key: InputKey): ModalView => {
  const spec = inputSpec(key);
  const settled = handoff.inputs.find((one) => one.key === key)?.settled;
  const groups = spec.proposals
    .map((group) => ({ group, found: proposals(handoff, group).slice(0, 80) }))
    .filter(({ found }) => found.length > 0);
  return modal({
    callback: answerCallback,
    title: spec.title,
    submit: 'Save',
    metadata: { h: handoff.id, input: key },
    blocks: [
      section(`${spec.ask}\n_${spec.why}_`),
      input(
        'answer',
        'In your words',
        textInput({ multiline: true, ...(settled?.how === 'answered' ? { initial: settled.text } : {}) }),
        {
          optional: groups.length > 0,
          hint: `For example: ${spec.example}`,
        },
      ),
      ...groups.flatMap(({ group, found }) => boxes(group, found)),
      ...(handoff.analysis === null && spec.proposals.length > 0
        ? [context('Nothing to tick yet: no evidence has been read.')]
        : []),
    ],
  });
};

export const skipModal = (handoff: Handoff, key: InputKey): ModalView =>
  modal({
    callback: skipCallback,
    title: 'Skip this step',
    submit: 'Skip',
    metadata: { h: handoff.id, input: key },
    blocks: [
      section(`*${inputSpec(key).title}* will be marked as skipped, with your name and reason, in the packet.`),
      input('skip', 'Reason', {
        type: 'static_select',
        options: SkipReason.options.map((one) => option(skipReasonTitle[one], one)),
      }),
      input('note', 'In a few words', textInput({ multiline: true })),
    ],
  });

export const assignModal = (handoff: Handoff, key: InputKey): ModalView =>
  modal({
    callback: assignCallback,
    title: 'Ask someone else',
    submit: 'Ask',
    metadata: { h: handoff.id, input: key },
    blocks: [
      section(
        `Who should answer *${mrkdwn(inputSpec(key).title)}*? They are invited to this channel and see it among their items.`,
      ),
      input('to', 'Person', { type: 'users_select' }),
    ],
  });
