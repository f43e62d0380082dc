import { packetOf } from '../../handoff/packet/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import { type Job, type Sender, type Sent, want } from '../../platform/outbox/index.ts';
import { slackErrorCode, stripInvisible, truncate } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf } from '../kit/show.ts';
import { wanted } from '../wanted.ts';
import { editEntry, partEntry } from './entries.ts';
import { everWritten } from './history.ts';
import { marksOf } from './inline.ts';
import { type RenderedPacket, renderPacket } from './markdown.ts';
import { packetMessages } from './messages.ts';
import { type Place, placeCanvas } from './place.ts';
import { contentOf, PacketReceipt, receiptFor } from './receipt.ts';
import { syncCanvas } from './sync.ts';

const lost = new Set([
  'canvas_not_found',
  'canvas_deleted',
  'file_not_found',
  'file_deleted',
  'free_teams_cannot_edit_standalone_canvases',
]);
const isLost = (error: unknown): boolean => lost.has(slackErrorCode(error) ?? '');

/** The deal's id makes it the only one of its name: by it a canvas is found again whose making was never answered. */
const canvasTitle = ({ deal }: Handoff): string =>
  stripInvisible(`Handoff packet · ${truncate(`${deal.customer} · ${deal.name}`, 160)} (${truncate(deal.dealId, 60)})`);

/** Brings the packet's canvas in line; where the workspace has none, asks for the packet as messages. */
export const packetSender = (desk: Desk): Sender => {
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
    const same = known?.canvas === canvas ? known : null;
    const state = {
      canvas,
      seen: same?.seen ?? [],
      faithful: same?.faithful ?? false,
      current: same !== null && job.receipt?.contentHash === contentOf(doc),
    };
    const ever = () => everWritten(desk, handoff.id, same?.version ?? 0);
    const { seen, faithful } = await syncCanvas(desk, state, doc, keep(handoff.id), ever);
    return receiptFor(doc, known, { mode, canvas, link, seen, faithful, parts: [] });
  };

  const inThread = (handoff: Handoff, doc: RenderedPacket, known: PacketReceipt | null): Sent => {
    const parts = packetMessages(packetOf(handoff), marksOf(handoff)).map((one) => one.key);
    const all = [...new Set([...parts, ...(known?.parts ?? [])])];
    const sent = receiptFor(doc, known, {
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
      const fresh = { title: canvasTitle(handoff), text: doc.top };
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
        return linked(await sent({ canvas: known.canvas, mode: known.mode, link: known.link }));
      } catch (error) {
        if (!isLost(error)) throw error;
        return linked(await anew(known.canvas));
      }
    },
  };
};
