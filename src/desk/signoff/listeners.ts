import type { App } from '@slack/bolt';
import { z } from 'zod';
import { person } from '../../handoff/actor.ts';
import { SignoffParty } from '../../handoff/events.ts';
import { Refusal } from '../../handoff/refusal.ts';
import { roleTitle } from '../../handoff/roles.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { onSubmit } from '../kit/submit.ts';
import { packetLink } from '../packet/receipt.ts';
import { signerOf, signerRole } from './blocks.ts';
import { signCallback, signModal } from './views.ts';

const Subject = z.object({ h: z.string(), party: SignoffParty });

export const registerSignoff = (app: App, desk: Desk): void => {
  // Who may not sign hears it at the click, not after the reading; the domain checks again at the signature.
  onClick(app, desk, 'sign.open', Subject, async ({ h, party }, asked) => {
    const handoff = desk.record.load(h);
    if (!handoff) throw new Refusal('no_such_handoff', 'I do not know this handoff.');
    if (handoff.cancelled)
      throw new Refusal('cancelled', `This handoff was cancelled by <@${handoff.cancelled.by}>. Nothing was changed.`);
    const signer = signerOf(handoff, party);
    if (asked.user !== signer)
      throw new Refusal(
        'not_allowed',
        `Only the ${roleTitle[signerRole[party]]} (<@${signer}>) can ${party === 'sales' ? 'sign for sales' : 'acknowledge for delivery'}.`,
      );
    await asked.show(signModal(handoff, party, desk.record.readinessOf(handoff), packetLink(desk, h)));
  });

  onSubmit(
    app,
    desk,
    signCallback,
    { metadata: Subject.extend({ version: z.number().int() }), values: z.object({}) },
    async ({ metadata: { h, party, version } }, asked) => {
      await desk.record.run(h, {
        actor: person(asked.user),
        inboxId: asked.inboxId,
        command: { type: 'sign', party, version },
      });
      return undefined;
    },
  );

  // A button with an address also sends a click, which only wants to be acknowledged.
  onClick(app, desk, 'sign.desk', z.object({}), async () => undefined);
};
