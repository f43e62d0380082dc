export { type Answer, answerQuestion, type Quoted } from './answer.ts';
export type { FoundPassage } from './candidate.ts';
export { longestQuestion, readQuestion } from './question.ts';
