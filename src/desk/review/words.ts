import { type Decision, isPromise } from '../../handoff/decisions.ts';
import type { FlagState } from '../../handoff/state.ts';

/** What a decision sets in motion, before somebody takes it. */
export const effectOf = ({ flag }: Pick<FlagState, 'flag'>, decision: Decision): string => {
  const blocks = flag.severity === 'low' ? 'Kickoff does not wait for it.' : 'Kickoff waits for the answer.';
  switch (decision) {
    case 'deliver':
      return 'It becomes part of what we deliver, beyond the contract.';
    case 'not_sold':
      return 'It goes under “Not sold” in the packet. Nothing is said to the customer by me.';
    case 'change_order':
      return 'I draft a change order: sold if it is signed, not sold if it is declined. Kickoff waits for that.';
    case 'ask_customer':
      return `It becomes an open question. ${blocks} Nothing is said to the customer by me.`;
    case 'answer':
      return 'Your answer goes into the packet as our reading of it.';
    case 'assign':
      return `It becomes an open question of the person you choose. ${blocks}`;
    case 'accept_risk':
      return 'It goes into the packet as an accepted risk, with your name.';
    case 'not_a_promise':
      return `The flag was wrong: ${isPromise(flag) ? 'nobody promised this' : 'nothing is missing here'}. It counts against the rule that raised it.`;
    case 'duplicate':
      return 'Another flag says the same. It counts against the rule that raised it.';
  }
};
