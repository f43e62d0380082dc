import { packetOf } from '../../handoff/packet/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';

/** Before the first file or answer there is nothing to read in it. */
const hasContent = (handoff: Handoff): boolean =>
  handoff.sources.length > 0 || handoff.inputs.some((one) => one.settled !== null);

const shown = (handoff: Handoff): string => JSON.stringify(packetOf(handoff));

/** The packet is brought in line whenever anything that it shows has changed; its link follows once the new version stands there. */
export const packetReaction: Reaction = ({ before, after, recorded }) => {
  if (recorded.length === 0 || !hasContent(after)) return [];
  if (before !== null && hasContent(before) && shown(before) === shown(after)) return [];
  return [wanted.packet(after.id)];
};
