import type { App } from '@slack/bolt';
import { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { packetModal } from './blocks.ts';
import { packetAt, packetLink } from './receipt.ts';

export const registerPacket = (app: App, desk: Desk): void => {
  onClick(app, desk, 'packet.open', z.object({ h: z.string() }), async ({ h }, asked) => {
    const handoff = desk.record.load(h);
    if (!handoff) throw new Refusal('no_such_handoff', 'I do not know this handoff.');
    const at = packetAt(desk, h);
    await asked.show(packetModal(handoff, desk.record.readinessOf(handoff), at, packetLink(desk, h)));
  });
  // A button with an address also sends a click, which only wants to be acknowledged.
  onClick(app, desk, 'packet.link', z.object({}), async () => undefined);
};
