import { spokenDate } from './calendar.ts';
import type { HandoffEvent } from './events.ts';
import { changesFindings } from './findings.ts';
import { roleTitle } from './roles.ts';
import type { Handoff } from './state.ts';

/**
 * Law 4. `content` makes a new packet version; `material` also voids the signoffs that name an earlier one:
 * scope, acceptance, date, money, commitment or high risk changed. Votes, receipts and signatures are neither.
 */
const effects: Record<HandoffEvent['type'], 'none' | 'content' | 'material'> = {
  'handoff.opened': 'content',
  'handoff.cancelled': 'none',
  'team.changed': 'material',
  'input.answered': 'material',
  'input.skipped': 'material',
  'input.assigned': 'none',
  'source.added': 'content',
  'source.classified': 'content',
  'source.refused': 'none',
  'analysis.recorded': 'content',
  'flag.voted': 'none',
  'flag.decided': 'material',
  'flag.reopened': 'material',
  'change_order.drafted': 'content',
  'change_order.voted': 'none',
  'change_order.settled': 'material',
  'question.opened': 'content',
  'question.answered': 'material',
  'question.assigned': 'content',
  'packet.signed': 'none',
  'signoff.voided': 'none',
  'kickoff.moved': 'material',
  'kickoff.scheduled': 'none',
};

export const changesContent = (event: HandoffEvent): boolean => effects[event.type] !== 'none';

/** In words for the person whose signature it voids, or null when it is not material. */
export const materialChange = (event: HandoffEvent, before: Handoff): string | null => {
  if (event.type === 'analysis.recorded')
    return changesFindings(before, event) ? 'newer evidence changed what was found' : null;
  if (event.type === 'source.added' && event.source.signed) return 'a signed document was added';
  if (event.type === 'source.classified')
    return before.sources.some((one) => one.id === event.source && one.signed !== event.signed)
      ? 'what counts as signed changed'
      : null;
  if (effects[event.type] !== 'material') return null;
  switch (event.type) {
    case 'team.changed':
      return `somebody else is the ${roleTitle[event.role]} now`;
    case 'input.answered':
      return 'an input was answered anew';
    case 'input.skipped':
      return 'an input was skipped';
    case 'flag.decided':
      return 'a flag was decided';
    case 'flag.reopened':
      return event.because === 'customer_answered' ? 'the customer answered about a flag' : 'a decision was taken back';
    case 'change_order.settled':
      return 'a change order was settled';
    case 'question.answered':
      return 'an open question was answered';
    case 'kickoff.moved':
      return `the kickoff date moved to ${spokenDate(event.date)}`;
    default:
      return 'the packet changed';
  }
};
