import { baton } from '../../handoff/actor.ts';
import type { DealFacts } from '../../handoff/source.ts';
import type { Handoff } from '../../handoff/state.ts';
import { type Sender, want } from '../../platform/outbox/index.ts';
import { loadSources } from '../../record/queries.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf, showMessage } from '../kit/show.ts';
import { wanted } from '../wanted.ts';
import { evidenceMessage } from './blocks.ts';
import { readDropped } from './read-dropped.ts';
import { isReadable } from './readable.ts';
import { isAnalysing, waitingReads } from './waiting.ts';

/** What an engine is told of the deal. */
export const factsOf = ({ deal, people }: Handoff): DealFacts => ({
  name: deal.name,
  customer: deal.customer,
  dealType: deal.type,
  value: deal.value,
  currency: deal.currency,
  closeDate: deal.closeDate,
  kickoffDate: deal.kickoffDate,
  vendor: deal.vendor,
  people,
});

/** The analysis waits until every dropped file was read: each reading wants it again when it is over. */
const analysisSender = (desk: Desk): Sender => ({
  async send(job) {
    const handoff = handoffOf(desk, job);
    if (waitingReads(desk.store.read, handoff.id).length > 0 || !isReadable(handoff)) return undefined;
    const sources = loadSources(desk.store.read, handoff);
    const analysis = await desk.engine.analyse(sources, factsOf(handoff));
    await desk.record.run(handoff.id, {
      actor: baton('analyst'),
      command: {
        type: 'record_analysis',
        engine: desk.engine.name,
        version: desk.engine.version,
        analysis,
        signed: sources.filter((one) => one.signed).map((one) => one.id),
      },
    });
    return { commit: (tx) => want(tx, wanted.evidence(handoff.id), desk.clock.now()) };
  },
});

export const evidenceSenders = (desk: Desk): Record<string, Sender> => ({
  evidence: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const progress = {
        reading: waitingReads(desk.store.read, handoff.id),
        analysing: isAnalysing(desk.store.read, handoff.id),
      };
      return showMessage(desk, job, { channel: channelOf(desk, handoff.id) }, evidenceMessage(handoff, progress));
    },
  },
  read: { send: (job) => readDropped(desk, job) },
  analysis: analysisSender(desk),
});
