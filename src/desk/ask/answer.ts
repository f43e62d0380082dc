import { type Answer, answerQuestion } from '../../analysis/answering/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import { searchPassages } from '../../record/search.ts';
import type { Desk } from '../kit/desk.ts';

/** What the record says now. */
export const answerFrom = (desk: Desk, handoff: Handoff, question: string): Answer =>
  answerQuestion(question, handoff, { search: (words) => searchPassages(desk.store.read, handoff.id, words) });
