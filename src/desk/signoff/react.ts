import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';

/** The signoffs message comes with the first analysis and follows every change; each voided signature is told to its signer once. */
export const signoffReaction: Reaction = ({ after, recorded }) => {
  if (recorded.length === 0) return [];
  const voided = recorded.flatMap(({ event, seq }) => {
    if (event.type !== 'signoff.voided') return [];
    const signer = after.signoffs.findLast((one) => one.party === event.party && one.version === event.version)?.by;
    return signer === undefined ? [] : [wanted.voided(after.id, seq, signer)];
  });
  return [...(after.analysis === null ? [] : [wanted.signoffs(after.id)]), ...voided];
};
