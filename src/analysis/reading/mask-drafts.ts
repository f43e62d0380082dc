import type { Draft } from './draft.ts';
import { MASK, maskSecrets } from './mask-secrets.ts';

const KEY_OPENS = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/u;
const KEY_ENDS = /-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/u;

/** Every passage and heading without secrets; a private key is followed over paragraph borders to its end. */
export function maskDrafts(drafts: Draft[]): { drafts: Draft[]; found: number } {
  let found = 0;
  let insideKey = false;
  const clean = (text: string) => {
    const masked = maskSecrets(text);
    found += masked.found;
    return masked.text;
  };
  const masked = drafts.flatMap((draft): Draft[] => {
    let text = draft.text;
    if (insideKey) {
      const end = KEY_ENDS.exec(text);
      if (!end) return [];
      insideKey = false;
      text = text.slice(end.index + end[0].length).trim();
      if (!text) return [];
    }
    insideKey = KEY_OPENS.test(text) && !KEY_ENDS.test(text);
    const heading = draft.heading && maskSecrets(draft.heading).text;
    return [{ ...draft, text: clean(text) || MASK, ...(heading && { heading }) }];
  });
  return { drafts: masked, found };
}
