import { amendmentOf } from './amendments.ts';
import { carryOver } from './carry-over.ts';
import type { EventOf, HandoffEvent } from './events.ts';
import { identify } from './identify.ts';
import { settledByFiles } from './inputs.ts';
import { mergeFlags } from './merge-flags.ts';
import { type Handoff, type InputState, isOpenOrder } from './state.ts';

const withInput = (handoff: Handoff, key: string, change: (input: InputState) => InputState): InputState[] =>
  handoff.inputs.map((one) => (one.key === key ? change(one) : one));

/** What was the old holder's to do is the new one's; what the old one said of things that stand open falls with the role. */
const handedOver = (handoff: Handoff, { role, from, to }: EventOf<'team.changed'>): Partial<Handoff> => {
  const next = (owner: string): string => (owner === from ? to : owner);
  const others = <Said extends { by: string }>(votes: Said[]): Said[] => votes.filter((vote) => vote.by !== from);
  return {
    team: { ...handoff.team, [role]: to },
    inputs: handoff.inputs.map((one) => ({ ...one, owner: next(one.owner) })),
    questions: handoff.questions.map((one) => (one.answer ? one : { ...one, owner: next(one.owner) })),
    flags: handoff.flags.map((one) => (one.status === 'open' ? { ...one, votes: others(one.votes) } : one)),
    changeOrders: handoff.changeOrders.map((one) => (isOpenOrder(one) ? { ...one, votes: others(one.votes) } : one)),
  };
};

export type LaterEvent = Exclude<HandoffEvent, { type: 'handoff.opened' }>;

/** What one event changes in the state: one case per event type, so the length of this file is the length of the vocabulary. */
export const changed = (handoff: Handoff, event: LaterEvent, by: string, at: string): Partial<Handoff> => {
  switch (event.type) {
    case 'handoff.cancelled':
      return { cancelled: { reason: event.reason.sealed, by, at } };
    case 'team.changed':
      return handedOver(handoff, event);
    case 'input.answered':
      return {
        inputs: withInput(handoff, event.input, (one) => ({
          ...one,
          settled: { how: 'answered', text: event.text.sealed, by, at },
        })),
        accepted: [
          ...handoff.accepted.filter((one) => !event.unticked.includes(one.id)),
          ...event.accepted
            .filter((id) => !handoff.accepted.some((one) => one.id === id))
            .map((id) => ({ id, by, at })),
        ],
      };
    case 'input.skipped':
      return {
        inputs: withInput(handoff, event.input, (one) => ({
          ...one,
          settled: { how: 'skipped', reason: event.reason, note: event.note.sealed, by, at },
        })),
      };
    case 'input.assigned':
      return { inputs: withInput(handoff, event.input, (one) => ({ ...one, owner: event.to })) };
    case 'source.added':
      return {
        sources: [
          ...handoff.sources,
          { ...event.source, name: event.source.name.sealed, link: event.source.link?.sealed ?? null, addedBy: by, at },
        ],
      };
    case 'source.classified': {
      const sources = handoff.sources.map((one) =>
        one.id === event.source
          ? { ...one, kind: event.kind, signed: event.signed, looksSigned: false, kindGuessed: false }
          : one,
      );
      return {
        sources,
        // an input that this file had settled is open again when no other file settles it
        inputs: handoff.inputs.map((one) =>
          one.settled?.how === 'answered' &&
          settledByFiles(one.key, handoff.sources) &&
          !settledByFiles(one.key, sources)
            ? { ...one, settled: null }
            : one,
        ),
        // the verdicts rest on what counts as signed: the evidence is read again
        analysis: handoff.analysis && {
          ...handoff.analysis,
          analysedSources: handoff.analysis.analysedSources.filter((id) => id !== event.source),
        },
      };
    }
    case 'source.refused':
      return { refusedSources: [...handoff.refusedSources, { name: event.name.sealed, code: event.code, at }] };
    case 'analysis.recorded': {
      const { commitments, flags, ...found } = identify(event.analysis.sealed);
      const kept = carryOver(handoff, { ...found, commitments });
      const signed = handoff.sources.filter((one) => one.signed && event.sources.includes(one.id));
      const analysis = {
        ...kept.found,
        engine: `${event.engine} ${event.version}`,
        at,
        analysedSources: event.sources,
        signedSources: signed.map((one) => one.id),
      };
      const after = {
        analysis,
        commitments: kept.commitments,
        flags: mergeFlags(handoff.flags, flags, { was: handoff.commitments, now: kept.commitments }),
      };
      const amendment = amendmentOf(handoff, after, at);
      return { ...after, ...(amendment ? { amendments: [...handoff.amendments, amendment] } : {}) };
    }
    case 'flag.voted':
      return {
        flags: handoff.flags.map((one) =>
          one.flag.id === event.flag
            ? {
                ...one,
                votes: [
                  ...one.votes.filter((vote) => vote.by !== by),
                  { by, as: event.as, decision: event.decision, reason: event.reason.sealed, owner: event.owner, at },
                ],
              }
            : one,
        ),
      };
    case 'flag.decided':
      return {
        flags: handoff.flags.map((one) => {
          if (one.flag.id !== event.flag) return one;
          const agreeing = one.votes.filter((vote) => vote.decision === event.decision);
          const last = agreeing.at(-1);
          return {
            ...one,
            status: 'decided',
            reopened: false,
            decided: {
              decision: event.decision,
              by: agreeing.map((vote) => vote.by),
              reason: [...new Set(agreeing.map((vote) => vote.reason).filter(Boolean))].join(' · '),
              owner: last?.owner ?? null,
              at,
            },
          };
        }),
      };
    case 'flag.reopened':
      return {
        flags: handoff.flags.map((one) =>
          one.flag.id === event.flag
            ? { ...one, status: 'open', votes: [], decided: null, reopened: true, withdrawn: false, coveredBy: null }
            : one,
        ),
      };
    case 'change_order.drafted':
      return {
        changeOrders: [
          ...handoff.changeOrders,
          { id: event.id, flag: event.flag, text: event.text.sealed, status: 'drafted', votes: [], note: '', at },
        ],
      };
    case 'change_order.voted':
      return {
        changeOrders: handoff.changeOrders.map((one) =>
          one.id === event.id
            ? { ...one, votes: [...one.votes.filter((vote) => vote.by !== by), { by, status: event.status, at }] }
            : one,
        ),
      };
    case 'change_order.settled':
      return {
        changeOrders: handoff.changeOrders.map((one) =>
          one.id === event.id ? { ...one, status: event.status, note: event.note.sealed, at } : one,
        ),
      };
    case 'question.opened':
      return {
        questions: [
          ...handoff.questions,
          {
            id: event.id,
            text: event.text.sealed,
            owner: event.owner,
            due: event.due,
            blocking: event.blocking,
            origin: event.origin,
            flag: event.flag,
            askedBy: by,
            evidence: event.evidence.sealed,
            answer: null,
          },
        ],
      };
    case 'question.answered':
      return {
        questions: handoff.questions.map((one) =>
          one.id === event.id
            ? { ...one, answer: { text: event.text.sealed, source: event.source.sealed, by, at } }
            : one,
        ),
      };
    case 'question.assigned':
      return {
        questions: handoff.questions.map((one) => (one.id === event.id ? { ...one, owner: event.owner } : one)),
      };
    case 'packet.signed':
      return { signoffs: [...handoff.signoffs, { party: event.party, by, version: event.version, at, voided: null }] };
    case 'signoff.voided':
      return {
        signoffs: handoff.signoffs.map((one) =>
          one.party === event.party && one.version === event.version && !one.voided
            ? { ...one, voided: { because: event.because, at } }
            : one,
        ),
      };
    case 'kickoff.moved':
      return {
        deal: { ...handoff.deal, kickoffDate: event.date },
        kickoff: null,
        kickoffMoved: handoff.kickoff
          ? { from: handoff.kickoff.date, by, reason: event.reason.sealed }
          : handoff.kickoffMoved,
      };
    case 'kickoff.scheduled':
      return { kickoff: { date: event.date, version: event.version, by, at }, kickoffMoved: null };
  }
};
