import type { Passage } from '../../handoff/source.ts';
import type { SourceKind } from '../../handoff/vocabulary.ts';

const agreements: ReadonlySet<SourceKind> = new Set(['contract', 'sow', 'order_form', 'change_order']);

/** A guess, said to be one: an agreement whose name or text says that it was signed. */
export const looksSigned = (kind: SourceKind, name: string, passages: readonly Passage[]): boolean =>
  agreements.has(kind) &&
  (/\b(signed|executed|countersigned)\b/i.test(name.replace(/[_-]/g, ' ')) ||
    passages.some(({ text }) =>
      /\b(signed (for|by|on|in)|duly executed|in witness whereof|authori[sz]ed signatur|signature of)\b/i.test(text),
    ));
