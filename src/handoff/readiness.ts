import { orderAwaits } from './change-orders.ts';
import { type InputKey, inputSpec } from './inputs.ts';
import type { Policy } from './policy.ts';
import { type Handoff, isOpenOrder, openFlags, validSignoff } from './state.ts';
import { awaited as votersAwaited } from './votes.ts';

export type MissingCode =
  | 'cancelled'
  | 'input'
  | 'analysis'
  | 'flag'
  | 'change_order'
  | 'question'
  | 'kickoff_date'
  | 'sales_signoff'
  | 'delivery_signoff';

/** One thing that keeps kickoff shut: what, who must act (Slack user ids, most responsible first), and what it is about. */
export interface Missing {
  code: MissingCode;
  text: string;
  owners: string[];
  /** The id of the input, flag, question or change order; empty where there is only one. */
  about: string;
}

export interface Readiness {
  ready: boolean;
  /** 0–100, whole; 100 only when ready. */
  score: number;
  missing: Missing[];
}

/** What is read comes with these; until both are in or skipped, nothing is read (`isReadable` in the desk). */
const evidenceInputs: ReadonlySet<string> = new Set<InputKey>(['agreement', 'sales_notes']);

const share = (done: number, all: number): number => (all === 0 ? 1 : done / all);

/** Law 5: what is missing for kickoff. `today` is a date in the handoff's own zone; a kickoff in the past needs a new date. */
export const readiness = (handoff: Handoff, policy: Policy, today: string): Readiness => {
  const { team } = handoff;
  const inputs = handoff.inputs.filter((one) => one.settled === null);
  const flags = openFlags(handoff);
  const orders = handoff.changeOrders.filter(isOpenOrder);
  const questions = handoff.questions.filter((one) => one.blocking && one.answer === null);
  const analysed = new Set(handoff.analysis?.analysedSources ?? []);
  const unread = handoff.sources.some((one) => !analysed.has(one.id));
  const awaited = inputs.some((one) => evidenceInputs.has(one.key));
  const read = handoff.analysis !== null || (handoff.sources.length === 0 && !awaited);
  const sales = validSignoff(handoff, 'sales');
  const delivery = validSignoff(handoff, 'delivery');

  const missing: Missing[] = [
    ...(handoff.cancelled
      ? [{ code: 'cancelled' as const, text: 'This handoff was cancelled', owners: [], about: '' }]
      : []),
    ...inputs.map((one) => ({
      code: 'input' as const,
      text: inputSpec(one.key).title,
      owners: [one.owner],
      about: one.key,
    })),
    // while the files themselves are awaited, the inputs above say so and to whom
    ...(unread && !awaited
      ? [{ code: 'analysis' as const, text: 'The evidence is being read', owners: [], about: '' }]
      : []),
    ...flags.map((one) => ({
      code: 'flag' as const,
      text: one.flag.text,
      owners: votersAwaited(one, handoff, policy),
      about: one.flag.id,
    })),
    ...orders.map((one) => ({
      code: 'change_order' as const,
      text: `Change order: ${one.text}`,
      owners: orderAwaits(handoff, one, policy),
      about: one.id,
    })),
    ...questions.map((one) => ({ code: 'question' as const, text: one.text, owners: [one.owner], about: one.id })),
    ...(handoff.deal.kickoffDate < today && handoff.kickoff === null
      ? [
          {
            code: 'kickoff_date' as const,
            text: 'The kickoff date has passed: set a new one',
            owners: [team.delivery_lead],
            about: '',
          },
        ]
      : []),
    ...(sales
      ? []
      : [{ code: 'sales_signoff' as const, text: 'Sales signoff', owners: [team.account_owner], about: '' }]),
    ...(delivery
      ? []
      : [
          {
            code: 'delivery_signoff' as const,
            text: `Delivery acknowledgement of v${handoff.packetVersion}`,
            owners: [team.delivery_lead],
            about: '',
          },
        ]),
  ];

  const live = handoff.flags.filter((one) => !one.withdrawn);
  const points =
    35 * share(handoff.inputs.length - inputs.length, handoff.inputs.length) +
    (read ? 30 * share(live.length - flags.length, live.length) : 0) +
    10 * share(handoff.questions.length - questions.length, handoff.questions.length) * (read ? 1 : 0) +
    5 * share(handoff.changeOrders.length - orders.length, handoff.changeOrders.length) * (read ? 1 : 0) +
    (sales ? 10 : 0) +
    (delivery ? 10 : 0);
  const ready = missing.length === 0;
  return { ready, score: ready ? 100 : Math.min(99, Math.floor(points)), missing };
};

/** What must be done before anybody may sign: everything but the signatures themselves. */
export const beforeSigning = (missing: readonly Missing[]): Missing[] =>
  missing.filter((one) => one.code !== 'sales_signoff' && one.code !== 'delivery_signoff');

export type Stage = 'cancelled' | 'intake' | 'review' | 'signoff' | 'ready' | 'kickoff';

export const stageOf = (handoff: Handoff, now: Readiness): Stage => {
  if (handoff.cancelled) return 'cancelled';
  if (handoff.kickoff) return 'kickoff';
  if (now.ready) return 'ready';
  const codes = new Set(now.missing.map((one) => one.code));
  const evidence = now.missing.some((one) => one.code === 'input' && evidenceInputs.has(one.about));
  if (evidence || (handoff.analysis === null && handoff.sources.length > 0)) return 'intake';
  if (
    codes.has('input') ||
    codes.has('flag') ||
    codes.has('question') ||
    codes.has('change_order') ||
    codes.has('analysis')
  )
    return 'review';
  return 'signoff';
};
