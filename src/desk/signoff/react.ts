import type { Policy } from '../../handoff/policy.ts';
import { beforeSigning, readiness } from '../../handoff/readiness.ts';
import type { Handoff } from '../../handoff/state.ts';
import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';

/** Until somebody can sign, the desk says what is missing; a second list would only repeat it. A passed kickoff date is the desk's business. */
const signable = (handoff: Handoff | null, policy: Policy): boolean =>
  handoff !== null &&
  (handoff.signoffs.length > 0 || beforeSigning(readiness(handoff, policy, '').missing).length === 0);

/** The signoffs message comes when only signatures are missing and follows every change; each voided signature is told to its signer once. */
export const signoffReaction =
  (policy: Policy): Reaction =>
  ({ before, after, recorded }) => {
    if (recorded.length === 0) return [];
    const voided = recorded.flatMap(({ event, seq }) => {
      if (event.type !== 'signoff.voided') return [];
      const signer = after.signoffs.findLast((one) => one.party === event.party && one.version === event.version)?.by;
      return signer === undefined ? [] : [wanted.voided(after.id, seq, signer)];
    });
    return [...(signable(before, policy) || signable(after, policy) ? [wanted.signoffs(after.id)] : []), ...voided];
  };
