import type { ModalView } from '@slack/types';
import { Role, roleTitle } from '../../handoff/roles.ts';
import type { Handoff } from '../../handoff/state.ts';
import { mrkdwn, truncate } from '../../platform/slack/index.ts';
import { context, input, modal, option, section, textInput } from '../kit/blocks.ts';
import { mention } from '../kit/text.ts';

export const teamCallback = 'team.change';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Who holds which role, and who shall. */
export const teamModal = (handoff: Handoff): ModalView => {
  const { team, deal } = handoff;
  const holders = Role.options.map((role) => {
    const user = team[role];
    return `•  ${capital(roleTitle[role])}: ${user ? mention(user) : 'nobody yet'}`;
  });
  const voids = handoff.kickoff
    ? 'Kickoff stays as it is scheduled.'
    : 'Signatures on the packet are voided, and their signers are asked again.';
  return modal({
    callback: teamCallback,
    title: 'Hand over a role',
    submit: 'Hand over',
    metadata: { h: handoff.id },
    blocks: [
      section([`*${mrkdwn(truncate(`${deal.customer} · ${deal.name}`, 200))}*`, ...holders].join('\n')),
      input('role', 'Role', {
        type: 'static_select',
        options: Role.options.map((role) => option(capital(roleTitle[role]), role)),
      }),
      input('to', 'Who takes it', { type: 'users_select' }),
      input('reason', 'Why', textInput({ multiline: true, max: 500, placeholder: 'On leave until March.' })),
      context(
        `I invite them here, and the open inputs and questions of the one before become theirs. ${voids} Everybody in this channel sees it in the decision log.`,
      ),
    ],
  });
};
