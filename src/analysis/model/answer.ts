import { z } from 'zod';
import { Dependency, ScopeItem, Stakeholder } from '../../handoff/analysis.ts';
import { CommitmentKind, CoverageVerdict, FlagType, Severity, Strength } from '../../handoff/vocabulary.ts';

/** Words the model says it read: the id of a passage of its request, and what stands there. */
export const Quote = z.strictObject({ passage: z.string(), quote: z.string() });
export type Quote = z.infer<typeof Quote>;

const Quotes = z.array(Quote);

/** What the model may raise by itself. The other types follow from a promise's coverage or from what is absent, which code decides. */
const RaisedFlag = FlagType.exclude(['implied_promise', 'contradiction', 'scope_exception', 'missing_input']);

/**
 * All that a model may say: choices from the closed sets of `handoff/`, ids, and words that must stand in a passage it names.
 * There is no field for words of its own, so nothing it makes up can become a statement.
 */
export const ModelAnswer = z.strictObject({
  candidates: z.array(
    z.strictObject({
      candidate: z.string(),
      promise: z.boolean(),
      kind: CommitmentKind,
      verdict: CoverageVerdict,
      clause: Quote.nullable(),
    }),
  ),
  commitments: z.array(
    z.strictObject({
      evidence: Quotes,
      kind: CommitmentKind,
      strength: Strength,
      verdict: CoverageVerdict,
      clause: Quote.nullable(),
    }),
  ),
  flags: z.array(z.strictObject({ evidence: Quotes, type: RaisedFlag, severity: Severity })),
  scope: z.array(z.strictObject({ evidence: Quotes, status: ScopeItem.shape.status, acceptance: Quote.nullable() })),
  questions: z.array(z.strictObject({ evidence: Quotes })),
  stakeholders: z.array(
    z.strictObject({
      evidence: Quotes,
      name: z.string(),
      role: z.string(),
      influence: Stakeholder.shape.influence,
      preference: Quote.nullable(),
    }),
  ),
  dependencies: z.array(
    z.strictObject({
      evidence: Quotes,
      kind: Dependency.shape.kind,
      owner: Dependency.shape.owner,
      due: z.string(),
    }),
  ),
  successMetrics: z.array(
    z.strictObject({
      evidence: Quotes,
      baseline: z.string(),
      target: z.string(),
      date: z.string(),
      owner: z.string(),
    }),
  ),
  buyerIntent: z.array(z.strictObject({ evidence: Quotes })),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

/** The same as a JSON schema for strict structured output: every field required, no other allowed. */
export const answerSchema = (): Record<string, unknown> => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(ModelAnswer);
  return schema;
};
