import type { Missing, MissingCode } from './readiness.ts';
import type { Handoff } from './state.ts';

/** Something one person must do, by when: what nudges, App Home and digests are made of. */
export interface OpenItem {
  /** Stable for the same duty of the same person. */
  id: string;
  handoff: string;
  user: string;
  code: MissingCode;
  about: string;
  text: string;
  due: string;
}

/** A signature is nobody's duty while other things are missing. */
export const openItems = (handoff: Handoff, missing: readonly Missing[]): OpenItem[] => {
  if (handoff.cancelled || handoff.kickoff) return [];
  const blocked = missing.some((one) => one.code !== 'sales_signoff' && one.code !== 'delivery_signoff');
  return missing
    .filter((one) => !blocked || (one.code !== 'sales_signoff' && one.code !== 'delivery_signoff'))
    .flatMap((one) =>
      [...new Set(one.owners)].map((user) => ({
        id: `${handoff.id}:${one.code}:${one.about}:${user}`,
        handoff: handoff.id,
        user,
        code: one.code,
        about: one.about,
        text: one.text,
        due:
          handoff.questions.find((question) => one.code === 'question' && question.id === one.about)?.due ??
          handoff.deal.kickoffDate,
      })),
    );
};
