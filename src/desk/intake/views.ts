import type { KnownBlock, ModalView } from '@slack/types';
import { ScopeItem } from '../../handoff/analysis.ts';
import { itemIds } from '../../handoff/identify.ts';
import { type InputKey, inputSpec, type ProposalGroup, SkipReason, skipReasonTitle } from '../../handoff/inputs.ts';
import { type Proposal, proposals } from '../../handoff/proposals.ts';
import type { Handoff } from '../../handoff/state.ts';
import { limits, mrkdwn, stripInvisible } from '../../platform/slack/index.ts';
import { context, input, modal, option, section, textInput } from '../kit/blocks.ts';
import { excerpt } from '../kit/text.ts';

export const answerCallback = 'input.answer';
export const skipCallback = 'input.skip';
export const assignCallback = 'input.assign';

const groupTitle: Record<Exclude<ProposalGroup, 'scope'>, string> = {
  commitments: 'Commitments that the contract carries',
  stakeholders: 'People found in the sources',
  dependencies: 'Dependencies found',
  risks: 'Risks found',
  successMetrics: 'Measures of success found',
  buyerIntent: 'What the buyer said',
};

const scopeTitle: Record<ScopeItem['status'], string> = {
  in: 'Part of the scope, say the sources',
  out: 'Not part of the scope, say the sources',
  assumption: 'Holds only if',
  ambiguous: 'Left open by the sources',
};

interface Shelf {
  key: string;
  title: string;
  found: Proposal[];
}

/** A group as it is shown: what is in scope and what is not never share a heading. */
const shelvesOf = (handoff: Handoff, group: ProposalGroup): Shelf[] => {
  const found = proposals(handoff, group).slice(0, 80);
  if (group !== 'scope') return [{ key: group, title: groupTitle[group], found }];
  const status = new Map(handoff.analysis?.scope.map((one) => [itemIds.scope(one), one.status]));
  return ScopeItem.shape.status.options.map((one) => ({
    key: `scope_${one}`,
    title: scopeTitle[one],
    found: found.filter(({ id }) => status.get(id) === one),
  }));
};

/** `What is not part of this work › paragraph 4` is found by its last part when there is no room for all of it. */
const shortPlace = (locator: string): string =>
  excerpt(locator.length > 35 ? (locator.split(' › ').at(-1) ?? locator) : locator, 35);

/** Slack gives an option two lines of 75 characters: the text flows into the second, which ends with its place. */
const twoLines = (handoff: Handoff, { text, evidence: [first] }: Proposal): { head: string; description: string } => {
  const line = stripInvisible(text).replace(/\s+/g, ' ').trim();
  const head = excerpt(line, limits.optionText);
  const locator = shortPlace(first?.locator ?? '');
  if (!head.endsWith('…')) {
    const name = handoff.sources.find((one) => one.id === first?.source)?.name ?? '';
    return { head: line, description: [excerpt(name, 36), locator].filter(Boolean).join(', ') };
  }
  const rest = excerpt(`…${line.slice(head.length - 1).trim()}`, limits.optionDescription - locator.length - 3);
  return { head, description: [rest, locator].filter(Boolean).join(' · ') };
};

/** What a signed document says, or carries, stands ticked on the first answer: the person only takes away what is wrong. */
const isContracted = (handoff: Handoff, one: Proposal | undefined): boolean => {
  if (one?.group === 'commitments') return true;
  return one?.group === 'scope' && handoff.sources.some(({ id, signed }) => signed && id === one.evidence[0]?.source);
};

/** Boxes of at most ten (Slack's limit); the block id says the group, so that the answer can be put together again. */
const boxes = (handoff: Handoff, { key, title, found }: Shelf, fresh: boolean): KnownBlock[] => {
  const chunks = Array.from({ length: Math.ceil(found.length / limits.checkboxOptions) }, (_, at) =>
    found.slice(at * limits.checkboxOptions, (at + 1) * limits.checkboxOptions),
  );
  return chunks.map((chunk, at) => {
    const options = chunk.map((one) => {
      const { head, description } = twoLines(handoff, one);
      return option(head, one.id, description);
    });
    const chosen = options.filter(
      (_, index) => chunk[index]?.accepted || (fresh && isContracted(handoff, chunk[index])),
    );
    return input(
      `take.${key}.${at}`,
      at === 0 ? title : `${title}, continued`,
      { type: 'checkboxes', options, ...(chosen.length > 0 ? { initial_options: chosen } : {}) },
      { optional: true },
    );
  });
};

/** What the person has before them: submitted over what somebody settled since, it is refused. */
const seenNow = (handoff: Handoff, key: InputKey) => ({
  h: handoff.id,
  input: key,
  seen: handoff.inputs.find((one) => one.key === key)?.settled?.at ?? null,
});

export const answerModal = (handoff: Handoff, key: InputKey): ModalView => {
  const spec = inputSpec(key);
  const settled = handoff.inputs.find((one) => one.key === key)?.settled;
  const shelves = spec.proposals.flatMap((group) => shelvesOf(handoff, group)).filter(({ found }) => found.length > 0);
  return modal({
    callback: answerCallback,
    title: 'Answer',
    submit: 'Save',
    metadata: seenNow(handoff, key),
    blocks: [
      section(`*${spec.title}*\n${spec.ask}\n_${spec.why}_`),
      input(
        'answer',
        'In your words',
        textInput({ multiline: true, ...(settled?.how === 'answered' ? { initial: settled.text } : {}) }),
        {
          optional: shelves.length > 0,
          hint: `For example: ${spec.example}`,
        },
      ),
      ...(shelves.length > 0 ? [section('*Tick what is right:* only what you tick becomes part of the packet.')] : []),
      ...shelves.flatMap((shelf) => boxes(handoff, shelf, settled === null || settled === undefined)),
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
    metadata: seenNow(handoff, key),
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
    metadata: seenNow(handoff, key),
    blocks: [
      section(
        `Who should answer *${mrkdwn(inputSpec(key).title)}*? They are invited to this channel and see it among their items.`,
      ),
      input('to', 'Person', { type: 'users_select' }),
    ],
  });
