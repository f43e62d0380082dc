import { type Choice, choiceOf } from './element-state.ts';
import { type Json, list, obj, str } from './read-json.ts';

/** The choices of an app's answer to a search: options, or options in groups. */
export function choicesIn(answer: Json): Choice[] {
  const groups = list(answer.option_groups);
  if (groups.length > 0)
    return groups.flatMap((group) => list(group.options).map((option) => choiceOf(option, str(obj(group.label).text))));
  return list(answer.options).map((option) => choiceOf(option));
}
