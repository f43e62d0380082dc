import type { Draft } from './draft.ts';

/** Words that nearly every English sentence has some of. */
const ENGLISH =
  /^(?:the|and|to|of|is|in|for|that|we|you|it|be|on|with|will|are|this|have|not|by|as|or|at|from|our|your|i|if|can|so|but)$/u;
/** Letters that settle it: enough for either test and no more. */
const SAMPLE = 20_000;
const FEWEST_WORDS = 12;

/**
 * The language most of the text is in, as an ISO 639-1 code, or undefined where it is too short to tell. English is told
 * by its small words, which costs nothing; the library is loaded for the rest.
 */
export async function languageOf(drafts: Draft[]): Promise<string | undefined> {
  const sample = sampleOf(drafts);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  // Scripts without spaces have few words by this count.
  if (words.length < FEWEST_WORDS && sample.length < 60) return undefined;
  const english = words.filter((word) => ENGLISH.test(word)).length;
  if (english >= words.length * 0.15) return 'en';
  const { detectAll } = await import('tinyld/light');
  const [best, next] = detectAll(sample.slice(0, 5000));
  if (!best || best.accuracy < Math.max(0.07, Math.min(0.2, (next?.accuracy ?? 0) * 1.5))) return undefined;
  // Lists of names and products have few small words in any language.
  return best.lang === 'en' || english >= words.length * 0.08 ? 'en' : best.lang;
}

/** A sentence for a person where the text is not English. */
export function languageWarning(language: string | undefined): string[] {
  if (language === undefined || language === 'en') return [];
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  return [`This looks like ${name}. I keep it, but I only analyse English.`];
}

/** Pieces from all over the text: a German contract may begin with an English cover. */
function sampleOf(drafts: Draft[]): string {
  const step = Math.max(1, Math.floor(drafts.length / 200));
  let sample = '';
  for (let index = 0; index < drafts.length && sample.length < SAMPLE; index += step)
    sample += `${drafts[index]?.text.slice(0, 1000) ?? ''}\n`;
  return sample;
}
