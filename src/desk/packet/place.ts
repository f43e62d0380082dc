import { slackErrorCode } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import {
  canvasByTitle,
  canvasInfo,
  canvasOfChannel,
  createInChannel,
  createStandalone,
  type NewCanvas,
  readOnlyFor,
} from './canvas.ts';

export interface Place {
  canvas: string;
  mode: 'channel' | 'standalone';
  link: string | null;
}

const alreadyThere = new Set(['channel_canvas_already_exists', 'free_team_canvas_tab_already_exists']);

// Slack words "not on this plan", "switched off" and "could not make it" as many codes, which change (slack-platform.md §3).
const cannot = (code: string | null): boolean => code !== null && /canvas|^restricted_action$/.test(code);

const inChannel = async (desk: Desk, channel: string, fresh: NewCanvas): Promise<string | null> => {
  try {
    return await createInChannel(desk, channel, fresh);
  } catch (error) {
    const code = slackErrorCode(error);
    if (code !== null && alreadyThere.has(code)) return canvasOfChannel(desk, channel);
    if (cannot(code)) return null;
    throw error;
  }
};

const standalone = async (desk: Desk, fresh: NewCanvas, lost: string | null): Promise<string | null> => {
  const known = await canvasByTitle(desk, fresh.title);
  if (known !== null && known !== lost) return known;
  try {
    return await createStandalone(desk, fresh);
  } catch (error) {
    if (cannot(slackErrorCode(error))) return null;
    throw error;
  }
};

/**
 * The canvas for a channel's packet: its own tab, made or taken over; else a standalone canvas that the channel may read; null
 * where the workspace has neither. `lost` is a canvas that is known to be gone. Safe to repeat: there is never a second canvas.
 */
export const placeCanvas = async (
  desk: Desk,
  channel: string,
  fresh: NewCanvas,
  lost: string | null,
): Promise<Place | null> => {
  const tab = await inChannel(desk, channel, fresh);
  const own = tab !== null && tab !== lost ? tab : null;
  const canvas = own ?? (await standalone(desk, fresh, lost));
  if (canvas === null) return null;
  const { link, owner } = await canvasInfo(desk, canvas);
  // Read-only on a canvas that people began could lock us out as well.
  if (owner === null || owner === desk.botUser) await readOnlyFor(desk, canvas, channel);
  return { canvas, mode: own === null ? 'standalone' : 'channel', link };
};
