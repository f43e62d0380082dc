import type { Commitment, Evidence } from '../analysis.ts';
import { type Handoff, type Standing, standingOf } from '../state.ts';
import { kindTitle, typeTitle } from '../titles.ts';
import { answerLines, isAccepted, marks, said, settledGaps } from './lines.ts';
import { type Line, type Section, section } from './model.ts';

const acceptedScope = (handoff: Handoff, status: string) =>
  (handoff.analysis?.scope ?? []).filter(
    (one) => one.status === status && isAccepted(handoff, `sc_${one.status}`, one.text, one.evidence),
  );

const withStanding = (handoff: Handoff, ...standings: Standing[]): Commitment[] =>
  handoff.commitments.filter((one) => standings.includes(standingOf(handoff, one)));

/** What a signed change order added is sold. */
const ordered = (handoff: Handoff): Line[] =>
  handoff.changeOrders
    .filter((one) => one.status === 'signed')
    .map((one) => [
      `${one.text} (change order signed)`,
      ...marks(handoff.flags.find((flag) => flag.flag.id === one.flag)?.flag.evidence ?? []),
    ]);

const isSigned = (handoff: Handoff, [first]: readonly Evidence[]): boolean =>
  handoff.sources.some((one) => one.id === first?.source && one.signed);

export const soldScope = (handoff: Handoff): Section =>
  section('sold_scope', 'Sold scope and acceptance criteria', 'Nothing has been confirmed as sold yet.', {
    paragraphs: answerLines(handoff, 'scope'),
    table: {
      caption: 'Sold scope',
      head: ['What', 'Accepted when', 'Basis', 'Source'],
      rows: [
        ...acceptedScope(handoff, 'in').map((one): Line[] => [
          [one.text],
          [one.acceptance === '' ? 'not stated' : one.acceptance],
          [isSigned(handoff, one.evidence) ? 'contract' : 'said, and confirmed'],
          marks(one.evidence),
        ]),
        ...withStanding(handoff, 'deliver').map((one): Line[] => [
          [one.text],
          ['not stated'],
          ['agreed beyond the contract'],
          marks(one.evidence),
        ]),
        ...ordered(handoff).map(([what = '', ...places]): Line[] => [[what], ['not stated'], ['change order'], places]),
      ],
    },
  });

export const notSold = (handoff: Handoff): Section =>
  section('not_sold', 'Not sold', 'No boundary has been confirmed yet.', {
    items: [
      ...acceptedScope(handoff, 'out').map((one) => said(one.text, one.evidence)),
      ...withStanding(handoff, 'not_sold').map(
        (one): Line => [...said(one.text, one.evidence), ' (said, but decided: not sold)'],
      ),
    ],
  });

export const ambiguous = (handoff: Handoff): Section =>
  section('ambiguous', 'Ambiguous, and how we read it', 'Nothing ambiguous is on record.', {
    items: [
      ...acceptedScope(handoff, 'ambiguous').map((one) => said(one.text, one.evidence)),
      ...settledGaps(handoff, 'answer', 'we read it as'),
    ],
  });

const standingTitle: Record<Standing, string> = {
  covered: 'in the contract',
  deliver: 'we deliver it',
  not_sold: 'not sold',
  change_order: 'change order',
  asked: 'asked the customer',
  not_a_promise: 'not a promise',
  proposed: 'not yet decided',
};

/** The register holds what a person decided; what is still proposed stands apart, in its own section. */
export const commitments = (handoff: Handoff): Section =>
  section('commitments', 'Commitments register', 'No commitment has been confirmed yet.', {
    table: {
      caption: 'Commitments register',
      head: ['Commitment', 'Kind', 'Said by', 'Standing', 'Source', 'Clause'],
      rows: handoff.commitments
        .map((one) => ({ one, standing: standingOf(handoff, one) }))
        .filter(({ standing }) => standing !== 'proposed' && standing !== 'not_a_promise')
        .map(({ one, standing }): Line[] => [
          [one.text],
          [kindTitle[one.kind]],
          [one.speaker],
          [standingTitle[standing]],
          marks(one.evidence),
          one.coverage.clause ? marks([one.coverage.clause]) : ['none'],
        ]),
    },
  });

export const assumptions = (handoff: Handoff): Section =>
  section('assumptions', 'Assumptions and constraints', 'No assumption has been confirmed.', {
    items: acceptedScope(handoff, 'assumption').map((one) => said(one.text, one.evidence)),
  });

export const notYetDecided = (handoff: Handoff): Section => {
  const open = handoff.flags.filter((one) => one.status === 'open');
  const undecided = handoff.commitments.filter(
    (one) => standingOf(handoff, one) === 'proposed' && !open.some((flag) => flag.flag.commitment === one.id),
  );
  return section('not_yet_decided', 'Not yet decided', 'Everything that was found has been decided.', {
    items: [
      ...open.map((one) =>
        said(`${one.flag.text} (${one.flag.severity}, ${typeTitle[one.flag.type].toLowerCase()})`, one.flag.evidence),
      ),
      ...undecided.map((one) =>
        said(
          `${one.text} (${one.coverage.verdict === 'covered' ? 'found in the contract too, not confirmed' : 'not confirmed'})`,
          one.evidence,
        ),
      ),
      ...handoff.questions
        .filter((one) => one.blocking && !one.answer)
        .map((one): Line => [...said(one.text, one.evidence), ' (question for ', { user: one.owner }, ')']),
    ],
  });
};
