import { linearModel } from './linear.ts';
import { textFeatures } from './text-features.ts';

/** How likely a sentence asks its reader to do something, 0 to 1: a request, a task given, an invitation. */
export const isAsk = (text: string): number => linearModel('asks').of(textFeatures(text))[1] ?? 0;
