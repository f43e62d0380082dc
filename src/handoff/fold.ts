import type { Actor } from './actor.ts';
import { spokenDate } from './calendar.ts';
import { changed } from './changes.ts';
import { decisionTitle, titleFor } from './decisions.ts';
import type { EventOf, HandoffEvent, Recorded } from './events.ts';
import { inputSpec } from './inputs.ts';
import { roleTitle } from './roles.ts';
import type { DecisionLogLine, Handoff, InputState } from './state.ts';
import { templateFor } from './templates.ts';
import { changesContent } from './versioning.ts';

const nameOf = (actor: Actor): string => (actor.kind === 'person' ? actor.user : `baton:${actor.part}`);

const opened = (id: string, event: EventOf<'handoff.opened'>, by: string, at: string): Handoff => ({
  id,
  revision: 0,
  packetVersion: 0,
  openedAt: at,
  openedBy: by,
  cancelled: null,
  deal: {
    ...event.deal,
    dealId: event.deal.dealId.sealed,
    name: event.deal.name.sealed,
    customer: event.deal.customer.sealed,
    vendor: event.deal.vendor.sealed,
  },
  unknownType: event.unknownType?.sealed ?? null,
  team: event.team,
  visibility: event.visibility,
  people: event.people.sealed,
  inputs: templateFor(event.deal.type).template.inputs.map(
    (key): InputState => ({ key, owner: event.team[inputSpec(key).owner] ?? event.team.account_owner, settled: null }),
  ),
  sources: [],
  refusedSources: [],
  analysis: null,
  commitments: [],
  flags: [],
  amendments: [],
  accepted: [],
  changeOrders: [],
  questions: [],
  signoffs: [],
  kickoff: null,
  kickoffMoved: null,
  log: [],
});

/** The line that an event leaves in the decision log, or null when nobody decided anything. */
const logLine = (handoff: Handoff, event: HandoffEvent): string | null => {
  switch (event.type) {
    case 'handoff.opened':
      return 'opened the handoff';
    case 'handoff.cancelled':
      return `cancelled the handoff: ${event.reason.sealed}`;
    case 'team.changed':
      return event.from === null
        ? `${roleTitle[event.role]} named (${event.reason.sealed})`
        : `${roleTitle[event.role]} changed (${event.reason.sealed})`;
    case 'input.skipped':
      return `skipped “${inputSpec(event.input).title}” (${event.reason.replaceAll('_', ' ')})`;
    case 'flag.decided': {
      const flag = handoff.flags.find((one) => one.flag.id === event.flag);
      return flag
        ? `${titleFor(flag.flag, event.decision)}: ${flag.flag.text}${flag.decided?.reason ? ` (${flag.decided.reason})` : ''}`
        : `${decisionTitle[event.decision]}: ${event.flag}`;
    }
    case 'flag.reopened':
      return `${event.because === 'customer_answered' ? 'reopened after the customer answered' : `took the decision back (${event.reason.sealed})`}: ${handoff.flags.find((one) => one.flag.id === event.flag)?.flag.text ?? ''}`;
    case 'change_order.settled':
      return `change order ${event.status}`;
    case 'question.answered':
      return `answered “${handoff.questions.find((one) => one.id === event.id)?.text ?? ''}”`;
    case 'packet.signed':
      return `${event.party} signed v${event.version}`;
    case 'signoff.voided':
      return `${event.party} signoff of v${event.version} voided: ${event.because}`;
    case 'kickoff.moved':
      return `moved kickoff to ${spokenDate(event.date)}`;
    case 'kickoff.scheduled':
      return `scheduled kickoff for ${spokenDate(event.date)}`;
    default:
      return null;
  }
};

/** A decision of two sides is logged under both. */
const whoStands = (handoff: Handoff, event: HandoffEvent, by: string): string[] => {
  if (event.type === 'change_order.settled') {
    const order = handoff.changeOrders.find((one) => one.id === event.id);
    const agreeing = order?.votes.filter((vote) => vote.status === event.status).map((vote) => vote.by) ?? [];
    return [...new Set([...agreeing, by])];
  }
  if (event.type !== 'flag.decided') return [by];
  return handoff.flags.find((one) => one.flag.id === event.flag)?.decided?.by ?? [by];
};

const lineOf = (handoff: Handoff, { event, at, seq }: Recorded, by: string): DecisionLogLine[] => {
  const what = logLine(handoff, event);
  if (what === null) return [];
  const line = { at, by: whoStands(handoff, event, by), what, seq };
  return [event.type === 'team.changed' ? { ...line, people: [event.from ?? '', event.to].filter(Boolean) } : line];
};

/** One step of the fold. The first event of a stream must open it. */
export const apply = (handoff: Handoff | null, id: string, recorded: Recorded): Handoff => {
  const { event, at, seq } = recorded;
  const by = nameOf(recorded.actor);
  if (event.type !== 'handoff.opened' && !handoff) throw new Error(`handoff ${id} does not begin with handoff.opened`);
  const before = event.type === 'handoff.opened' ? opened(id, event, by, at) : (handoff as Handoff); // checked one line above
  const after = event.type === 'handoff.opened' ? before : { ...before, ...changed(before, event, by, at) };
  return {
    ...after,
    revision: seq,
    packetVersion: before.packetVersion + (changesContent(event) ? 1 : 0),
    log: [...after.log, ...lineOf(after, recorded, by)],
  };
};

export const fold = (id: string, stream: readonly Recorded[]): Handoff | null =>
  stream.reduce<Handoff | null>((handoff, recorded) => apply(handoff, id, recorded), null);
