import { CommitmentKind } from '../../../handoff/vocabulary.ts';
import { kindFeatures } from './kind-features.ts';
import { linearModel } from './linear.ts';

/** How likely a promise or clause is of each kind, in the order of the model's classes. */
export const kindsOf = (text: string, context = ''): number[] => linearModel('kind').of(kindFeatures(text, context));

/** The kind of a promise or clause; `context` is what the buyer asked or the heading it stands under. */
export function kindOf(text: string, context = ''): CommitmentKind {
  const shares = kindsOf(text, context);
  return CommitmentKind.parse(linearModel('kind').classes[shares.indexOf(Math.max(...shares))]);
}
