import { z } from 'zod';
import { rolesOf } from '../../handoff/roles.ts';
import type { Handoff } from '../../handoff/state.ts';
import { slackErrorCode } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import { personInfo } from '../kit/people.ts';
import { knownChannel } from '../kit/show.ts';

const Stranger = z.looseObject({ is_stranger: z.boolean().default(false), team_id: z.string().optional() });

/** Packet and sources are the seller's own: guests, people of another company and apps are not told, wherever they ask. */
const isColleague = async (desk: Desk, user: string): Promise<boolean> => {
  const found = await personInfo(desk, user);
  if (!found || found.deleted || found.is_bot || found.is_restricted || found.is_ultra_restricted) return false;
  const { is_stranger, team_id } = Stranger.parse(found);
  // somebody of another company in a shared channel is no stranger to Slack: only the team tells
  return !is_stranger && (team_id === undefined || desk.team === '' || team_id === desk.team);
};

const Members = z.looseObject({
  members: z.array(z.string()),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});
const mostPages = 10;

const isMember = async (desk: Desk, channel: string, user: string): Promise<boolean> => {
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { members, response_metadata } = Members.parse(
      await desk.slack.conversations.members({ channel, limit: 200, ...(cursor ? { cursor } : {}) }),
    );
    if (members.includes(user)) return true;
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return false;
  }
  return false;
};

const gone = new Set(['channel_not_found', 'not_in_channel', 'fetch_members_failed', 'is_archived']);

/**
 * Whether this person may hear what is on record of a deal, now: a colleague with a role in it or in its channel. Throws what Slack
 * throws when it cannot be asked.
 */
export const mayAsk = async (desk: Desk, handoff: Handoff, user: string): Promise<boolean> => {
  if (!(await isColleague(desk, user))) return false;
  if (rolesOf(handoff.team, user).length > 0) return true;
  const channel = knownChannel(desk, handoff.id);
  if (channel === null) return false;
  try {
    return await isMember(desk, channel, user);
  } catch (error) {
    if (gone.has(slackErrorCode(error) ?? '')) return false;
    throw error;
  }
};
