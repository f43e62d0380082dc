import { eq } from 'drizzle-orm';
import { openItems as openItemsOf } from '../handoff/open-items.ts';
import { type Readiness, stageOf } from '../handoff/readiness.ts';
import { type Handoff, standingOf } from '../handoff/state.ts';
import { run, type Tx } from '../platform/store/index.ts';
import { rewriteOutcomes } from './learned.ts';
import { commitments, flags, handoffs, openItems, openQuestions, signoffs, sources } from './tables.ts';

/** A CRM's id as people retype it: case and outer white space do not make another deal. */
export const dealKey = (dealId: string): string => dealId.trim().toLowerCase();

/** A cancelled handoff gives its deal id free again. No CRM's id begins with a blank once it is trimmed. */
const keyOf = ({ id, deal, cancelled }: Handoff): string => (cancelled ? ` cancelled ${id}` : dealKey(deal.dealId));

const rewriteHandoff = (tx: Tx, handoff: Handoff, now: Readiness, at: string): void => {
  const { id, deal, team } = handoff;
  const row = {
    dealId: deal.dealId,
    dealKey: keyOf(handoff),
    name: deal.name,
    customer: deal.customer,
    dealType: deal.type,
    stage: stageOf(handoff, now),
    score: now.score,
    ready: now.ready,
    kickoffDate: handoff.kickoff?.date ?? deal.kickoffDate,
    kickoffScheduled: handoff.kickoff !== null,
    accountOwner: team.account_owner,
    deliveryLead: team.delivery_lead,
    approver: team.approver,
    revision: handoff.revision,
    packetVersion: handoff.packetVersion,
    openedAt: handoff.openedAt,
    updatedAt: at,
  };
  run(
    tx
      .insert(handoffs)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: handoffs.id, set: row }),
  );
};

const rewriteFindings = (tx: Tx, handoff: Handoff): void => {
  const handoffId = handoff.id;
  run(tx.delete(flags).where(eq(flags.handoffId, handoffId)));
  for (const { flag, status, decided } of handoff.flags) {
    const { id, type, severity, rule, text } = flag;
    run(
      tx.insert(flags).values({
        id,
        handoffId,
        type,
        severity,
        rule,
        commitmentId: flag.commitment,
        status,
        decision: decided?.decision ?? null,
        text,
      }),
    );
  }
  run(tx.delete(commitments).where(eq(commitments.handoffId, handoffId)));
  for (const one of handoff.commitments) {
    const { id, kind, strength, speaker, text } = one;
    run(
      tx.insert(commitments).values({
        id,
        handoffId,
        kind,
        strength,
        speaker,
        text,
        verdict: one.coverage.verdict,
        standing: standingOf(handoff, one),
      }),
    );
  }
};

const rewriteWork = (tx: Tx, handoff: Handoff, now: Readiness): void => {
  const handoffId = handoff.id;
  run(tx.delete(openQuestions).where(eq(openQuestions.handoffId, handoffId)));
  for (const { id, owner, due, blocking, text, answer } of handoff.questions)
    run(
      tx.insert(openQuestions).values({
        id,
        handoffId,
        owner,
        due,
        blocking,
        answered: answer !== null,
        text,
        answer: answer?.text ?? null,
        answerSource: answer?.source ?? null,
      }),
    );
  run(tx.delete(signoffs).where(eq(signoffs.handoffId, handoffId)));
  for (const { party, version, by, at, voided } of handoff.signoffs)
    run(
      tx
        .insert(signoffs)
        .values({ handoffId, party, version, signedBy: by, at, voidedBecause: voided?.because ?? null }),
    );
  run(tx.delete(openItems).where(eq(openItems.handoffId, handoffId)));
  for (const { handoff: _, ...item } of openItemsOf(handoff, now.missing))
    run(tx.insert(openItems).values({ ...item, handoffId }));
};

/** Rewrites a handoff's rows from its state; the same transaction appends its events. */
export const project = (tx: Tx, handoff: Handoff, now: Readiness, at: string): void => {
  rewriteHandoff(tx, handoff, now, at);
  rewriteFindings(tx, handoff);
  rewriteOutcomes(tx, handoff);
  rewriteWork(tx, handoff, now);
  run(tx.delete(sources).where(eq(sources.handoffId, handoff.id)));
  for (const { id, name, kind, kindGuessed, signed, sha256, size, addedBy, link } of handoff.sources)
    run(
      tx
        .insert(sources)
        .values({ id, handoffId: handoff.id, name, kind, kindGuessed, signed, sha256, size, addedBy, link }),
    );
};
