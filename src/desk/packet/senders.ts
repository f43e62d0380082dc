import { packetOf } from '../../handoff/packet/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import { type Job, Permanent, type Sender, type Sent, Transient, want } from '../../platform/outbox/index.ts';
import { slackErrorCode } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, contentHash, handoffOf, messageAt, showMessage } from '../kit/show.ts';
import { wanted } from '../wanted.ts';
import { handEditMessage, packetLinkMessage } from './blocks.ts';
import { EditArgs, editEntry, PartArgs, partEntry } from './entries.ts';
import { marksOf } from './inline.ts';
import { type RenderedPacket, renderPacket } from './markdown.ts';
import { packetMessages, spare } from './messages.ts';
import { type Place, placeCanvas } from './place.ts';
import { PacketReceipt, packetAt, packetLink } from './receipt.ts';
import { syncCanvas } from './sync.ts';

const lost = new Set([
  'canvas_not_found',
  'canvas_deleted',
  'file_not_found',
  'file_deleted',
  'free_teams_cannot_edit_standalone_canvases',
]);
const isLost = (error: unknown): boolean => lost.has(slackErrorCode(error) ?? '');

/** Records of the packet that every version has: that they changed says nothing. */
const unsaid = new Set(['decision_log', 'signoffs', 'summary']);

const changedSince = (known: PacketReceipt | null, doc: RenderedPacket): PacketReceipt['changed'] => {
  if (!known) return null;
  if (known.version === doc.version) return known.changed;
  const titles = doc.sections
    .filter((one) => !unsaid.has(one.key) && known.sections[one.key] !== contentHash(one.markdown))
    .map((one) => one.title);
  return { since: known.version, titles };
};

const receipt = (
  doc: RenderedPacket,
  known: PacketReceipt | null,
  rest: Omit<PacketReceipt, 'version' | 'sections' | 'changed'>,
): Sent => ({
  remote: {
    ...rest,
    version: doc.version,
    sections: Object.fromEntries(doc.sections.map((one) => [one.key, contentHash(one.markdown)])),
    changed: changedSince(known, doc),
  } satisfies PacketReceipt,
  contentHash: contentHash([doc.top, doc.sections.map((one) => one.markdown)]),
});

/** Brings the packet's canvas in line; where the workspace has none, asks for the packet as messages. */
const packetSender = (desk: Desk): Sender => {
  // What an attempt wrote before it was cut short (a rate limit, say) is ours, whatever the packet says by the next one.
  const written = new Map<string, Set<string>>();

  const keep = (h: string) => (theirs: string[]) =>
    // Before the page is written anew: their text must not depend on what happens next.
    desk.store.inTx((tx) => want(tx, editEntry(h, theirs), desk.clock.now()));

  const write = async (
    handoff: Handoff,
    doc: RenderedPacket,
    known: PacketReceipt | null,
    place: Place,
    job: Job,
  ): Promise<Sent> => {
    const { canvas, mode, link } = place;
    const mine = written.get(canvas) ?? new Set();
    written.set(canvas, mine);
    const same = known?.canvas === canvas;
    const state = {
      canvas,
      seen: same ? known.seen : [],
      faithful: same ? known.faithful : false,
      current:
        same &&
        job.receipt?.contentHash ===
          receipt(doc, known, { mode, canvas, link, seen: [], faithful: true, parts: [] }).contentHash,
    };
    // A canvas of our own without a receipt holds what an attempt without an answer left: nobody's words.
    const orphan = !same && place.ours;
    const { seen, faithful } = await syncCanvas(
      desk,
      state,
      doc,
      orphan ? async () => undefined : keep(handoff.id),
      mine,
    );
    written.delete(canvas);
    return receipt(doc, known, { mode, canvas, link, seen, faithful, parts: [] });
  };

  const inThread = (handoff: Handoff, doc: RenderedPacket, known: PacketReceipt | null): Sent => {
    const parts = packetMessages(packetOf(handoff), marksOf(handoff)).map((one) => one.key);
    const all = [...new Set([...parts, ...(known?.parts ?? [])])];
    const sent = receipt(doc, known, {
      mode: 'thread',
      canvas: null,
      link: null,
      seen: [],
      faithful: true,
      parts: all,
    });
    return {
      ...sent,
      commit: (tx) =>
        all.forEach((part) => {
          want(tx, partEntry(handoff.id, part), desk.clock.now());
        }),
    };
  };

  return {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const channel = channelOf(desk, handoff.id);
      const known = PacketReceipt.safeParse(job.receipt?.remote).data ?? null;
      const doc = renderPacket(packetOf(handoff), marksOf(handoff));
      const fresh = { title: `Handoff packet · ${doc.title} (${handoff.deal.dealId})`.slice(0, 250), text: doc.top };
      const sent = async (place: Place | null): Promise<Sent> =>
        place === null ? inThread(handoff, doc, known) : write(handoff, doc, known, place, job);
      const anew = (gone: string | null) => placeCanvas(desk, channel, fresh, gone).then(sent);
      const linked = (one: Sent): Sent => ({
        ...one,
        commit: (tx) => {
          one.commit?.(tx);
          want(tx, wanted.packetLink(handoff.id), desk.clock.now());
        },
      });
      if (known?.mode === 'thread') return linked(inThread(handoff, doc, known));
      if (!known?.canvas) return linked(await anew(null));
      try {
        return linked(await sent({ canvas: known.canvas, mode: known.mode, link: known.link, ours: true }));
      } catch (error) {
        if (!isLost(error)) throw error;
        return linked(await anew(known.canvas));
      }
    },
  };
};

const threadOf = (desk: Desk, handoff: Handoff): { channel: string; thread_ts: string } => {
  const at = messageAt(desk, `desk:${handoff.id}`);
  if (!at) throw new Transient('no_desk_yet', { maybeSent: false });
  return { channel: at.channel, thread_ts: at.ts };
};

const parsed = <T>(found: { success: boolean; data?: T }): T => {
  if (!found.success || found.data === undefined) throw new Permanent('bad_args');
  return found.data;
};

export const packetSenders = (desk: Desk): Record<string, Sender> => ({
  packet: packetSender(desk),
  packet_link: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const at = packetAt(desk, handoff.id);
      if (!at) throw new Permanent('no_packet');
      return showMessage(desk, job, threadOf(desk, handoff), packetLinkMessage(at, packetLink(desk, handoff.id)));
    },
  },
  packet_part: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const { part } = parsed(PartArgs.safeParse(job.entry.args));
      const found = packetMessages(packetOf(handoff), marksOf(handoff)).find((one) => one.key === part);
      if (!found && !job.receipt) return undefined;
      return showMessage(desk, job, threadOf(desk, handoff), found?.shown ?? spare);
    },
  },
  packet_edit: {
    async send(job) {
      const { theirs } = parsed(EditArgs.safeParse(job.entry.args));
      return showMessage(desk, job, threadOf(desk, handoffOf(desk, job)), handEditMessage(theirs));
    },
  },
});
