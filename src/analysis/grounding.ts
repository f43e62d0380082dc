import type { Analysis, Evidence } from '../handoff/analysis.ts';
import type { Passage, Source } from '../handoff/source.ts';
import { fold } from './reading/canonical.ts';

/**
 * Law 1: keeps only what stands in the sources. Each quote is looked up, white space folded, in the passages of the source
 * it names; the place comes from the passage found. A statement left without evidence is dropped and counted, a clause that
 * is not found is taken from its verdict (which then cannot be `covered`, `contradicted` or `excepted`).
 */
export function ground(draft: Analysis, sources: Source[]): Analysis {
  const place = locator(sources);
  let ungrounded = draft.dropped.ungrounded;
  const grounded = <T extends { evidence: Evidence[] }>(items: T[]): T[] =>
    items.flatMap((item) => {
      const evidence = unique(item.evidence.flatMap((one) => place(one) ?? []));
      if (evidence.length > 0) return [{ ...item, evidence }];
      ungrounded += 1;
      return [];
    });
  const commitments = grounded(draft.commitments).map((commitment) => {
    const { coverage } = commitment;
    if (!coverage.clause) return commitment;
    const clause = place(coverage.clause);
    if (clause) return { ...commitment, coverage: { ...coverage, clause } };
    return {
      ...commitment,
      coverage: {
        verdict: 'not_covered' as const,
        clause: null,
        why: 'The clause named for this stands in no source.',
      },
    };
  });
  const known = new Set(commitments.map(({ id }) => id));
  return {
    sources: sources.map(({ id, name, kind, sha256, passages }) => ({
      id,
      name,
      kind,
      sha256,
      passages: passages.length,
    })),
    commitments,
    flags: grounded(draft.flags).map((flag) =>
      flag.commitment !== null && !known.has(flag.commitment) ? { ...flag, commitment: null } : flag,
    ),
    scope: grounded(draft.scope),
    questions: grounded(draft.questions),
    stakeholders: grounded(draft.stakeholders),
    dependencies: grounded(draft.dependencies),
    risks: grounded(draft.risks),
    successMetrics: grounded(draft.successMetrics),
    buyerIntent: grounded(draft.buyerIntent),
    dropped: { ungrounded },
  };
}

/** Looks an evidence up; sources may be named by id or by file name. */
function locator(sources: Source[]): (evidence: Evidence) => Evidence | undefined {
  const named = new Map<string, Source>();
  for (const source of sources) if (!named.has(source.name)) named.set(source.name, source);
  for (const source of sources) named.set(source.id, source);
  const folded = new Map<Passage, string>();
  const text = (passage: Passage): string => {
    const known = folded.get(passage);
    if (known !== undefined) return known;
    const fresh = fold(passage.text);
    folded.set(passage, fresh);
    return fresh;
  };
  return ({ source: name, quote, locator: hint }) => {
    const source = named.get(name);
    const wanted = fold(quote);
    if (!source || !wanted) return undefined;
    const holds = (passage: Passage) => text(passage).includes(wanted);
    const found =
      source.passages.find((passage) => passage.locator === hint && holds(passage)) ?? source.passages.find(holds);
    return found && { source: source.id, quote: wanted, locator: found.locator };
  };
}

function unique(evidence: Evidence[]): Evidence[] {
  return evidence.filter(
    (one, at) =>
      evidence.findIndex(
        (other) => other.source === one.source && other.quote === one.quote && other.locator === one.locator,
      ) === at,
  );
}
