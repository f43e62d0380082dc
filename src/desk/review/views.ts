import type { KnownBlock, ModalView } from '@slack/types';
import { type Decision, decisionsFor, titleFor } from '../../handoff/decisions.ts';
import { ranked } from '../../handoff/flag-order.ts';
import { nothingLearned, type Reliability } from '../../handoff/learning.ts';
import type { Policy } from '../../handoff/policy.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { limits, mrkdwn, stripInvisible } from '../../platform/slack/index.ts';
import { actions, button, context, input, modal, notice, option, section, textInput } from '../kit/blocks.ts';
import { excerpt, listOf, mention, plural } from '../kit/text.ts';
import { agreeing, needsLine } from './agreement.ts';
import { flagTitle } from './blocks.ts';
import { foundLine } from './found.ts';
import { waitingFor } from './order.ts';
import { answerLine, commitmentOf, contractLine, placesOf, quoted, sourceLinksOf } from './places.ts';
import { effectOf } from './words.ts';

export const decideCallback = 'flag.decide';

/** Where somebody is in going through their flags: the flag before this one, and "3 of 12". */
export interface Run {
  at: number;
  of: number;
}

/** A long quote in pieces that each fit a block even when every character has to be escaped. */
const pieces = (text: string): string[] => {
  const size = limits.sectionText / 6;
  const words = stripInvisible(text).replace(/\s+/g, ' ').trim();
  const parts: string[] = [];
  for (let rest = words; rest !== '' && parts.length < 20; ) {
    const space = rest.lastIndexOf(' ', size);
    const end = rest.length <= size ? rest.length : space > size / 2 ? space : size;
    parts.push(mrkdwn(rest.slice(0, end)));
    rest = rest.slice(end).trimStart();
  }
  return parts;
};

const evidenceBlocks = (handoff: Handoff, one: FlagState): KnownBlock[] => {
  const commitment = commitmentOf(handoff, one);
  const links = sourceLinksOf(handoff);
  return placesOf(handoff, one)
    .slice(0, 3)
    .flatMap((evidence) => quoted(handoff, evidence, commitment, links, pieces(evidence.quote)))
    .map((text) => section(text));
};

const subject = (handoff: Handoff, one: FlagState, needs: string | null): KnownBlock[] => {
  const commitment = commitmentOf(handoff, one);
  const contract = contractLine(handoff, commitment, sourceLinksOf(handoff), 500);
  const answer = answerLine(handoff, one);
  const differs = commitment?.coverage.verdict === 'contradicted';
  const verdict = differs ? ` ${mrkdwn(excerpt(commitment.coverage.why, 200), 500)}` : '';
  return [
    // a promise speaks for itself, in its quote
    section(`*${flagTitle(handoff, one)}*${commitment ? '' : `\n${mrkdwn(excerpt(one.flag.text, 600), 2_000)}`}`),
    ...evidenceBlocks(handoff, one),
    ...(contract === '' ? [] : [section(`${contract}${verdict}`)]),
    ...(answer === '' ? [] : [section(answer)]),
    context(`*Why it matters:* ${mrkdwn(excerpt(one.flag.why, 400), 1_000)}`, ...(needs === null ? [] : [needs])),
    context(foundLine(handoff, one)),
  ];
};

const choice = (handoff: Handoff, one: FlagState, policy: Policy): KnownBlock =>
  input('decision', 'Decision', {
    type: 'static_select',
    options: decisionsFor(one.flag).map((decision) =>
      option(titleFor(one.flag, decision), decision, `Needs ${agreeing(one, decision, handoff, policy)}`),
    ),
  });

const ownable: ReadonlySet<Decision> = new Set(['deliver', 'change_order', 'ask_customer', 'assign', 'accept_risk']);

const ownerInput = (decision: Decision | undefined): KnownBlock[] => {
  if (decision !== undefined && !ownable.has(decision)) return [];
  const must = decision === 'assign';
  return [
    input(
      'owner',
      'Owner',
      { type: 'users_select' },
      {
        optional: !must,
        ...(must ? {} : { hint: 'Who takes care of it. Empty: the account owner, if it becomes a question.' }),
      },
    ),
  ];
};

const chosen = (handoff: Handoff, one: FlagState, decision: Decision, policy: Policy): KnownBlock =>
  section(
    `*${titleFor(one.flag, decision)}:* ${effectOf(one, decision)}\nNeeds the word of: ${agreeing(one, decision, handoff, policy)}.`,
  );

const later = (handoff: Handoff, flag: string, run: Run): KnownBlock[] => [
  context(`${run.at} of ${run.of}, most severe first`),
  ...actions(button({ text: 'Leave it for later', action: 'flag.later', value: { h: handoff.id, flag, ...run } })),
];

/** What is said where a flag can no longer be decided; the words are the domain's. */
const tooLate = (one: FlagState | undefined): ModalView => {
  if (one?.coveredBy && !one.decided)
    return notice('Covered now', 'A signed clause carries this now. Nothing has to be decided.');
  if (!one?.decided)
    return notice('This flag is gone', 'Newer evidence no longer raises this flag. Nothing has to be decided.');
  const who = listOf(one.decided.by.map(mention));
  return notice(
    'Already decided',
    `${who} already decided this: ${titleFor(one.flag, one.decided.decision)}. Nothing was changed.`,
  );
};

/** One flag in full, and what is needed to decide it. Without a decision the modal asks for one first; with `run` it goes on to the next. */
export const flagModal = (
  handoff: Handoff,
  flagId: string,
  decision: Decision | undefined,
  policy: Policy,
  run?: Run,
): ModalView => {
  const one = handoff.flags.find((candidate) => candidate.flag.id === flagId);
  if (one?.status !== 'open') return tooLate(one);
  const label = decision === 'answer' ? 'Answer' : decision === undefined ? 'Reason, or the answer' : 'Reason';
  return modal({
    callback: decideCallback,
    title: decision === undefined ? 'Decide this flag' : titleFor(one.flag, decision),
    submit: decision === undefined ? 'Decide' : 'Confirm',
    metadata: { h: handoff.id, flag: flagId, decision: decision ?? null, at: run?.at ?? null, of: run?.of ?? null },
    blocks: [
      ...(run ? later(handoff, flagId, run) : []),
      ...subject(handoff, one, decision === undefined ? needsLine(one, handoff, policy) : null),
      decision === undefined ? choice(handoff, one, policy) : chosen(handoff, one, decision, policy),
      input('reason', label, textInput({ multiline: true }), { hint: 'One sentence: somebody will ask.' }),
      ...ownerInput(decision),
    ],
  });
};

/** The next flag that waits for this person after `from`, or a closing word. Most severe first; what was left for later comes last. */
export const reviewNextModal = (
  handoff: Handoff,
  user: string,
  policy: Policy,
  from?: Run & { flag: string },
  learned: Reliability = nothingLearned,
): ModalView => {
  const mine = waitingFor(handoff, user, policy, learned);
  const order = ranked(handoff, learned).map((one) => one.flag.id);
  const reached = from ? order.indexOf(from.flag) : -1;
  const next = mine.find((one) => order.indexOf(one.flag.id) > reached);
  if (next) {
    const at = (from?.at ?? 0) + 1;
    return flagModal(handoff, next.flag.id, undefined, policy, { at, of: Math.max(from?.of ?? mine.length, at) });
  }
  const open = handoff.flags.filter((one) => one.status === 'open').length;
  if (mine.length > 0)
    return notice('That was the last one', `You left ${mine.length} for later. *Review next* brings them back.`);
  return notice(
    'Nothing waits for you',
    open === 0
      ? 'Every flag is decided.'
      : `${plural(open, 'flag')} still ${open === 1 ? 'waits' : 'wait'} for others.`,
  );
};
