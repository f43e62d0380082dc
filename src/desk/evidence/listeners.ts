import type { App } from '@slack/bolt';
import { z } from 'zod';
import { person } from '../../handoff/actor.ts';
import { Refusal } from '../../handoff/refusal.ts';
import { SourceKind } from '../../handoff/vocabulary.ts';
import { want } from '../../platform/outbox/index.ts';
import { findByChannel } from '../../record/queries.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { loadHandoff } from '../kit/rehearse.ts';
import { onSubmit } from '../kit/submit.ts';
import { wanted } from '../wanted.ts';
import { correctCallback, correctModal } from './blocks.ts';
import { DroppedFile, readEntry } from './read-entry.ts';

const FileShare = z.looseObject({
  channel: z.string(),
  user: z.string(),
  subtype: z.enum(['file_share', 'thread_broadcast']),
  files: z.array(z.looseObject({ id: z.string() })).min(1),
});

/** Files dropped into a handoff's channel or its threads are read, one after the other, in the order they came. */
export const registerEvidence = (app: App, desk: Desk): void => {
  app.event('message', async ({ event }) => {
    const shared = FileShare.safeParse(event);
    if (!shared.success || shared.data.user === desk.botUser) return;
    const { channel, user, files } = shared.data;
    const h = findByChannel(desk.store.read, channel);
    const handoff = h === null ? null : desk.record.load(h);
    if (!handoff) return;
    if (handoff.cancelled) {
      const text = 'This handoff was cancelled, so I did not read the file. It stays in the channel.';
      await desk.slack.chat.postEphemeral({ channel, user, text });
      return;
    }
    await desk.store.inTx((tx) => {
      const now = desk.clock.now();
      // what Slack keeps back of a file (shared from another company, for one) is asked for when it is read
      for (const file of files)
        want(tx, readEntry(handoff.id, DroppedFile.safeParse(file).data ?? { id: file.id, name: 'a file' }, user), now);
      want(tx, wanted.evidence(handoff.id), now);
    });
  });

  onClick(app, desk, 'source.signed', z.object({ h: z.string(), source: z.string() }), async ({ h, source }, asked) => {
    const found = loadHandoff(desk, h).sources.find((one) => one.id === source);
    if (!found) throw new Refusal('no_such_source', 'I do not know this file.');
    await desk.record.run(h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: { type: 'classify_source', source, kind: found.kind, signed: true },
    });
  });

  onClick(app, desk, 'source.correct', z.object({ h: z.string() }), async ({ h }, asked) => {
    const handoff = desk.record.load(h);
    if (!handoff || handoff.sources.length === 0) throw new Refusal('no_source', 'There is no file yet.');
    if (handoff.cancelled) throw new Refusal('cancelled', 'This handoff was cancelled. Nothing was changed.');
    await asked.show(correctModal(handoff));
  });

  const Correction = {
    metadata: z.object({ h: z.string() }),
    values: z.object({ source: z.string(), kind: SourceKind, signed: z.enum(['yes', 'no']) }),
  };
  onSubmit(app, desk, correctCallback, Correction, async ({ metadata, values }, asked) => {
    await desk.record.run(metadata.h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: { type: 'classify_source', source: values.source, kind: values.kind, signed: values.signed === 'yes' },
    });
    return undefined;
  });
};
