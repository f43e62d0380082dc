/** Answers that look filled in but say nothing. */
const placeholders = new Set([
  'tbd',
  'tba',
  'tbc',
  'na',
  'none',
  'nothing',
  'nil',
  'todo',
  'wip',
  'unknown',
  'idk',
  'dunno',
  'ok',
  'okay',
  'yes',
  'no',
  'same',
  'see email',
  'see mail',
  'see contract',
  'see above',
  'see below',
  'see notes',
  'see sow',
  'see crm',
  'see attached',
  'see attachment',
  'as discussed',
  'as agreed',
  'as per contract',
  'as usual',
  'the usual',
  'will follow',
  'to follow',
  'later',
  'soon',
  'ask sales',
  'ask delivery',
  'ask me',
  'not sure',
  'no idea',
  'not applicable',
  'to be determined',
  'to be defined',
  'to be confirmed',
  'lorem ipsum',
  'test',
  'asdf',
  'foo',
  'bar',
  'placeholder',
  'pending',
]);

const pointer =
  /^(please )?(see|refer to|check|look (at|in)|as (in|per|discussed|agreed|said)|cf)\b.*\b(e?mails?|threads?|contract|agreement|sow|offer|proposal|order form|crm|notes?|attach(ed|ments?)|above|below|calls?|transcript|slack|channel|docs?|documents?|files?|pages?|sections?|slides|deck|link)\b/;

/** "tbd by sales" is "tbd". */
const deferral = /^(tbd|tba|tbc|to be (determined|defined|confirmed)|(will|to) follow|na (for|at|yet|here))\b/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Not every script puts blanks between its words. */
const wordCount = (text: string): number => [...segmenter.segment(text)].filter((one) => one.isWordLike).length;

/** Says why an answer does not count, as a sentence for its author, or null when it counts. */
export const junkReason = (answer: string): string | null => {
  const plain = answer
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const count = wordCount(plain);
  if (count === 0) return 'Please write something that delivery can use.';
  if (placeholders.has(plain) || (deferral.test(plain) && count <= 5))
    return `“${answer.trim()}” does not tell delivery anything. Write one sentence, or choose “Does not apply”.`;
  if (pointer.test(plain) && count <= 6)
    return 'This only points elsewhere. Write the one sentence that matters, or drop the file here.';
  if (new Set(plain.replace(/\s/g, '')).size <= 3) return 'This does not read like an answer. Write one sentence.';
  if (count < 3) return 'That is very short. Write one sentence that somebody who was not there understands.';
  return null;
};
