import { type Handoff, type Standing, standingOf } from '../state.ts';
import { answerLines, isAccepted, said } from './lines.ts';
import { type Line, type Section, section } from './model.ts';

const money = (handoff: Handoff): string =>
  handoff.deal.value === null
    ? 'no value recorded'
    : `${handoff.deal.currency} ${handoff.deal.value.toLocaleString('en-GB')}`;

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** `12 in the contract, 3 more that we deliver, 2 not sold`: nothing is said of what there is none of. */
const standings = (handoff: Handoff): string => {
  const count = (which: Standing): number =>
    handoff.commitments.filter((one) => standingOf(handoff, one) === which).length;
  const parts = [
    [count('covered'), 'in the contract'],
    [count('deliver'), 'more that we deliver'],
    [count('change_order'), 'by change order'],
    [count('not_sold'), 'not sold'],
  ] as const;
  return (
    parts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`])).join(', ') || 'none confirmed yet'
  );
};

export const summary = (handoff: Handoff): Section => {
  const { deal, team } = handoff;
  const counts = handoff.flags.filter((one) => !one.withdrawn);
  const open = counts.filter((one) => one.status === 'open').length;
  return section('summary', 'Executive summary', '', {
    paragraphs: [
      [`${deal.customer} bought “${deal.name}” (${money(handoff)}). Kickoff is planned for ${deal.kickoffDate}.`],
      [
        'Handed over by ',
        { user: team.account_owner },
        ' to ',
        { user: team.delivery_lead },
        team.approver ? ', exceptions approved by ' : '.',
        ...(team.approver ? [{ user: team.approver }, '.'] : []),
      ],
      ...answerLines(handoff, 'buyer_goal').slice(0, 1),
      [
        `${counted(handoff.commitments.length, 'commitment')} found in ${counted(handoff.sources.length, 'source')}: ${standings(handoff)}. ${open === 0 ? 'Nothing is left to decide.' : `${counted(open, 'flag')} still to decide.`}`,
      ],
    ],
  });
};

export const contractFacts = (handoff: Handoff): Section => {
  const { deal } = handoff;
  const signed = handoff.sources.filter((one) => one.signed);
  return section('contract_facts', 'Contract facts', '', {
    table: {
      caption: 'Contract facts',
      head: ['Fact', 'Value'],
      rows: [
        [['Deal id'], [deal.dealId]],
        [['Value'], [money(handoff)]],
        [['Closed'], [deal.closeDate ?? 'not recorded']],
        [['Planned kickoff'], [deal.kickoffDate]],
        [['Vendor'], [deal.vendor === '' ? 'not recorded' : deal.vendor]],
        [
          ['Signed documents'],
          signed.length === 0
            ? ['none yet']
            : signed.flatMap(
                (one, at): Line => [...(at ? [', '] : []), { mark: { source: one.id, locator: one.name } }],
              ),
        ],
      ],
    },
  });
};

export const buyerIntent = (handoff: Handoff): Section =>
  section('buyer_intent', 'Buyer intent', 'Nobody has said yet what the buyer wants to reach.', {
    paragraphs: answerLines(handoff, 'buyer_goal'),
    items: (handoff.analysis?.buyerIntent ?? [])
      .filter((one) => isAccepted(handoff, 'b', one.text, one.evidence))
      .map((one) => said(one.text, one.evidence)),
  });

export const success = (handoff: Handoff): Section =>
  section('success', 'First 30 days: success criteria', 'No criteria agreed yet.', {
    paragraphs: answerLines(handoff, 'success_criteria'),
    items: (handoff.analysis?.successMetrics ?? [])
      .filter((one) => isAccepted(handoff, 'm', one.text, one.evidence))
      .map((one) =>
        said(
          [
            one.text,
            one.baseline && `from ${one.baseline}`,
            one.target && `to ${one.target}`,
            one.date && `by ${one.date}`,
          ]
            .filter(Boolean)
            .join(', '),
          one.evidence,
        ),
      ),
  });

export const stretch = (handoff: Handoff): Section =>
  section('stretch', 'Sold, but a stretch', 'Sales has not said yet what is a stretch.', {
    paragraphs: answerLines(handoff, 'stretch'),
  });
