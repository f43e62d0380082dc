import type { Missing, Readiness } from '../../handoff/readiness.ts';
import type { Handoff } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { excerpt, listOf, mention, plural } from '../kit/text.ts';

/** What a missing thing is about, short enough for a line: a promise by its own words, everything else by its text. */
export const subjectOf = (handoff: Handoff, { code, about, text }: Missing): string => {
  const flag = code === 'flag' ? handoff.flags.find((one) => one.flag.id === about)?.flag : undefined;
  const quote = flag?.commitment ? flag.evidence[0]?.quote : undefined;
  return quote ? `“${mrkdwn(excerpt(quote, 100), 300)}”` : mrkdwn(excerpt(text, 110), 300);
};

const doing = (handoff: Handoff, one: Missing): string => {
  const verb = (singular: string, plural: string): string => (one.owners.length === 1 ? singular : plural);
  switch (one.code) {
    case 'sales_signoff':
      return 'signs for sales';
    case 'delivery_signoff':
      return `acknowledges v${handoff.packetVersion} for delivery`;
    case 'kickoff_date':
      return 'sets a new kickoff date: the old one has passed';
    case 'flag':
      return `${verb('decides', 'decide')}: ${subjectOf(handoff, one)}`;
    case 'change_order':
      return `${verb('settles', 'settle')} the ${subjectOf(handoff, one).replace(/^C/, 'c')}`;
    case 'input':
    case 'question':
    case 'analysis':
    case 'cancelled':
      return `${verb('answers', 'answer')} “${subjectOf(handoff, one)}”`;
  }
};

/** Who acts next, and what they do: the first missing thing that has somebody to act. */
export const nextLine = (handoff: Handoff, readiness: Readiness): string => {
  if (handoff.cancelled)
    return `Cancelled by ${mention(handoff.cancelled.by)}: ${mrkdwn(handoff.cancelled.reason, 200)}`;
  if (handoff.kickoff) {
    const open = handoff.questions.filter((one) => one.answer === null).length;
    return `Kickoff is scheduled. ${open === 0 ? 'Nothing is left to do here.' : `${plural(open, 'question')} ${open === 1 ? 'is' : 'are'} still open.`}`;
  }
  if (readiness.ready)
    return `*Next:* everything is in place. ${mention(handoff.team.delivery_lead)} can schedule kickoff.`;
  const next = readiness.missing.find((one) => one.owners.length > 0);
  return next
    ? `*Next:* ${listOf(next.owners.map(mention))} ${doing(handoff, next)}`
    : '*Next:* Baton is reading the evidence.';
};
