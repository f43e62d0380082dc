import type { Evidence } from '../analysis.ts';
import { addDays, onWorkday } from '../calendar.ts';
import { rejectsFlag } from '../decisions.ts';
import { stakeholderId } from '../identify.ts';
import { inputSpec, skipReasonTitle } from '../inputs.ts';
import { Role, roleTitle } from '../roles.ts';
import type { Handoff } from '../state.ts';
import { templateFor } from '../templates.ts';
import { answerLines, isAccepted, marks, said, settledGaps } from './lines.ts';
import { type Line, type Section, section } from './model.ts';

const dash = (text: string): Line => [text === '' ? '–' : text];

export const stakeholders = (handoff: Handoff): Section =>
  section('stakeholders', 'Stakeholder map', 'Nobody has been confirmed yet.', {
    paragraphs: answerLines(handoff, 'stakeholders'),
    table: {
      caption: 'Stakeholders',
      head: ['Name', 'Role', 'Influence', 'Stance', 'Prefers', 'Source'],
      rows: (handoff.analysis?.stakeholders ?? [])
        .filter((one) => isAccepted(handoff, 'st', '', [], stakeholderId(one.name)))
        .map((one) => [
          [one.name],
          dash(one.role),
          dash(one.influence.replaceAll('_', ' ')),
          dash(one.stance),
          dash(one.preferences),
          marks(one.evidence),
        ]),
    },
  });

/** A risk that rests on a flag which people rejected is no risk any more. */
const isRejected = (handoff: Handoff, [first]: readonly Evidence[]): boolean =>
  handoff.flags.some(
    ({ flag, decided }) =>
      decided !== null &&
      rejectsFlag(decided.decision) &&
      flag.evidence.some((one) => one.source === first?.source && one.quote === first.quote),
  );

/** `account owner` is a person here. */
const ownerLine = (handoff: Handoff, owner: string): Line => {
  const role = Role.options.find((one) => roleTitle[one] === owner.trim().toLowerCase());
  const user = role && handoff.team[role];
  return user ? [{ user }] : dash(owner);
};

export const risks = (handoff: Handoff): Section =>
  section('risks', 'Risks', 'No risk has been confirmed.', {
    paragraphs: answerLines(handoff, 'risks'),
    items: settledGaps(handoff, 'accept_risk', 'risk accepted'),
    table: {
      caption: 'Risks, scored likelihood × impact (1 to 5 each)',
      head: ['Risk', 'Score', 'Mitigation', 'Owner', 'If it happens', 'Source'],
      rows: (handoff.analysis?.risks ?? [])
        .filter((one) => isAccepted(handoff, 'r', one.text, one.evidence) && !isRejected(handoff, one.evidence))
        .map((one) => [
          [one.text],
          [`${one.likelihood} × ${one.impact} = ${one.likelihood * one.impact}`],
          dash(one.mitigation),
          ownerLine(handoff, one.owner),
          dash(one.contingency),
          marks(one.evidence),
        ]),
    },
  });

const dependencyRows = (handoff: Handoff, access: boolean): Line[][] =>
  (handoff.analysis?.dependencies ?? [])
    .filter((one) => (one.kind === 'access') === access && isAccepted(handoff, 'd', one.text, one.evidence))
    .map((one) => [[one.text], [one.kind.replaceAll('_', ' ')], [one.owner], dash(one.due), marks(one.evidence)]);

const dependencyHead = ['What', 'Kind', 'Owner', 'Due', 'Source'];

export const dependencies = (handoff: Handoff): Section =>
  section('dependencies', 'Dependencies', 'No dependency has been confirmed.', {
    table: { caption: 'Dependencies', head: dependencyHead, rows: dependencyRows(handoff, false) },
  });

export const access = (handoff: Handoff): Section =>
  section('access', 'Access needs', 'No access need has been confirmed.', {
    table: { caption: 'Access needs', head: dependencyHead, rows: dependencyRows(handoff, true) },
  });

export const questions = (handoff: Handoff): Section =>
  section('questions', 'Open questions', 'No question is on record.', {
    table: {
      caption: 'Questions',
      head: ['Question', 'Owner', 'Due', 'Blocks kickoff', 'Answer'],
      rows: handoff.questions.map((one): Line[] => [
        said(one.text, one.evidence),
        [{ user: one.owner }],
        [one.due],
        [one.blocking ? 'yes' : 'no'],
        one.answer ? [`${one.answer.text} (${one.answer.source}) — `, { user: one.answer.by }] : ['open'],
      ]),
    },
  });

export const milestones = (handoff: Handoff): Section => {
  const { template } = templateFor(handoff.deal.type);
  return section('milestones', 'First milestones', '', {
    paragraphs: [[`From the template “${template.title}”, counted from kickoff. Dates move with it.`]],
    table: {
      caption: 'First milestones',
      head: ['Milestone', 'Date'],
      rows: template.milestones.map((one): Line[] => [
        [one.title],
        [onWorkday(addDays(handoff.kickoff?.date ?? handoff.deal.kickoffDate, one.day))],
      ]),
    },
  });
};

export const contacts = (handoff: Handoff): Section =>
  section('contacts', 'Escalation contacts', '', {
    table: {
      caption: 'Who to turn to',
      head: ['For', 'Person'],
      rows: [
        [['What was sold and why'], [{ user: handoff.team.account_owner }]],
        [['Delivery and readiness'], [{ user: handoff.team.delivery_lead }]],
        ...(handoff.team.approver
          ? [[['Exceptions and escalation'], [{ user: handoff.team.approver }]] as Line[]]
          : []),
      ],
    },
  });

export const skipped = (handoff: Handoff): Section =>
  section('skipped', 'Inputs that were skipped', 'No input was skipped.', {
    items: handoff.inputs.flatMap((one): Line[] =>
      one.settled?.how === 'skipped'
        ? [
            [
              `${inputSpec(one.key).title}: ${skipReasonTitle[one.settled.reason].toLowerCase()}. ${one.settled.note} — `,
              { user: one.settled.by },
            ],
          ]
        : [],
    ),
  });
