import { z } from 'zod';
import {
  CommitmentKind,
  CoverageVerdict,
  FlagType,
  Influence,
  Severity,
  Side,
  SourceKind,
  Strength,
} from './vocabulary.ts';

/** A verbatim quote (white space folded) that stands in a stored source, with the place a person can follow. */
export const Evidence = z.object({ source: z.string(), quote: z.string().min(1), locator: z.string() });
export type Evidence = z.infer<typeof Evidence>;

const Evidences = z.array(Evidence);

const Coverage = z.object({
  verdict: CoverageVerdict,
  clause: Evidence.nullable(),
  why: z.string(),
});

export const Commitment = z.object({
  id: z.string(),
  kind: CommitmentKind,
  text: z.string(),
  speaker: z.string(),
  side: Side,
  strength: Strength,
  confidence: z.number().min(0).max(1),
  rule: z.string(),
  evidence: Evidences.min(1),
  coverage: Coverage,
  /** Where two analysts differ about it: what the other one says, in a sentence. */
  doubt: z.string().optional(),
});
export type Commitment = z.infer<typeof Commitment>;

export const Flag = z.object({
  id: z.string(),
  type: FlagType,
  severity: Severity,
  text: z.string(),
  /** Why it matters for delivery, in one sentence. */
  why: z.string(),
  rule: z.string(),
  commitment: z.string().nullable(),
  evidence: Evidences,
  /** The doubt about its commitment. */
  doubt: z.string().optional(),
});
export type Flag = z.infer<typeof Flag>;

export const ScopeItem = z.object({
  status: z.enum(['in', 'out', 'assumption', 'ambiguous']),
  text: z.string(),
  acceptance: z.string(),
  evidence: Evidences.min(1),
});
export type ScopeItem = z.infer<typeof ScopeItem>;

export const FoundQuestion = z.object({ text: z.string(), evidence: Evidences.min(1) });
export type FoundQuestion = z.infer<typeof FoundQuestion>;

export const Stakeholder = z.object({
  name: z.string(),
  role: z.string(),
  influence: Influence,
  stance: z.string(),
  preferences: z.string(),
  evidence: Evidences.min(1),
});
export type Stakeholder = z.infer<typeof Stakeholder>;

export const Dependency = z.object({
  kind: z.enum(['technical', 'data', 'access', 'third_party']),
  text: z.string(),
  owner: z.enum(['customer', 'vendor', 'third', 'unclear']),
  due: z.string(),
  evidence: Evidences.min(1),
});
export type Dependency = z.infer<typeof Dependency>;

export const Risk = z.object({
  category: z.string(),
  text: z.string(),
  likelihood: z.number().int().min(1).max(5),
  impact: z.number().int().min(1).max(5),
  mitigation: z.string(),
  owner: z.string(),
  contingency: z.string(),
  evidence: Evidences.min(1),
});
export type Risk = z.infer<typeof Risk>;

export const SuccessMetric = z.object({
  text: z.string(),
  baseline: z.string(),
  target: z.string(),
  date: z.string(),
  owner: z.string(),
  evidence: Evidences.min(1),
});
export type SuccessMetric = z.infer<typeof SuccessMetric>;

export const BuyerIntent = z.object({ text: z.string(), evidence: Evidences.min(1) });
export type BuyerIntent = z.infer<typeof BuyerIntent>;

const AnalysedSource = z.object({
  id: z.string(),
  name: z.string(),
  kind: SourceKind,
  sha256: z.string(),
  passages: z.number().int().nonnegative(),
});

/** What an engine says about a deal's sources. The same shape is printed by `baton analyse --json` (README, “Analysis output”). */
export const Analysis = z.object({
  sources: z.array(AnalysedSource),
  commitments: z.array(Commitment),
  flags: z.array(Flag),
  scope: z.array(ScopeItem),
  questions: z.array(FoundQuestion),
  stakeholders: z.array(Stakeholder),
  dependencies: z.array(Dependency),
  risks: z.array(Risk),
  successMetrics: z.array(SuccessMetric),
  buyerIntent: z.array(BuyerIntent),
  dropped: z.object({ ungrounded: z.number().int().nonnegative() }),
  /** What a person should know about how it came to be, in plain sentences: a language model that did not answer, a budget used up. */
  notes: z.array(z.string()).optional(),
});
export type Analysis = z.infer<typeof Analysis>;
