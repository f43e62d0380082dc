import { join } from 'node:path';
import { expand } from './check-phrases/expand.ts';
import { featuresIn, literalsIn } from './check-phrases/literals.ts';
import { type Part, partsOf } from './check-phrases/parts.ts';
import { lowerIn, publicTexts, type Sample, samplesIn, snippetTexts, Words } from './check-phrases/texts.ts';

/** A name, number or run of three words that a rule holds and that one sample deal alone has. */
export type Offender = { file: string; kind: 'name' | 'number' | 'phrase'; text: string; sample: string };

const ROOT = join(import.meta.dirname, '..');

/**
 * What the analysis' rules and models hold that occurs in one sample deal only: proof or disproof that they were fitted to the samples.
 *
 * - A phrase is a run of three words that a pattern spells out. One that the public texts have too is ordinary English.
 * - Three or more single words to choose from at one place are a class (months, pronouns, `end|start|middle`). A run across it is
 *   judged with all its words: fitted only where every text that any of them makes is in that one sample.
 * - A name is a word of the names of a sample's people and firms, if public texts never have it in lower case; a number has two
 *   figures or more. Each word of a class is judged for itself.
 * - A feature of a model occurs in three groups of its training texts or more. Its marks (`a:^`, `q:`) are no words, and a name in it
 *   counts if no public text has it and no other deal, snippet or pair has it in lower case.
 *
 * `cut` counts patterns too wide to be spelled out in full.
 */
export async function fittedPhrases(root = ROOT): Promise<{ offenders: Offender[]; phrases: number; cut: number }> {
  const data = (...folders: string[]) => folders.map((folder) => join(root, 'evals/data', folder));
  const samples = await samplesIn(data('deals-given', 'deals'));
  const texts = data('public').flatMap(publicTexts);
  const snippets = lowerIn(snippetTexts(data('lines', 'said', 'pairs')));
  const judge = judgeBy(samples, new Words(texts), lowerIn(texts), snippets);
  const offenders = new Map<string, Offender>();
  const seen = new Set<string>();
  let cut = 0;
  for (const { file, pattern } of [...literalsIn(root, 'src/analysis/offline'), ...featuresIn(root)]) {
    const spelled = expand(pattern);
    if (spelled.cut) cut += 1;
    for (const { kind, words } of partsOf(spelled)) {
      const text = words.map((any) => any.join('|')).join(' ');
      const key = `${file} ${kind} ${text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const sample = judge(kind, words, file.startsWith('models/'));
      if (sample) offenders.set(key, { file, kind, text, sample });
    }
  }
  return { offenders: [...offenders.values()], phrases: seen.size, cut };
}

/** The one sample that has a part, if it is one and nothing shows the part to be ordinary. */
function judgeBy(
  samples: readonly Sample[],
  ordinary: Words,
  lower: ReadonlySet<string>,
  snippets: ReadonlySet<string>,
) {
  const only = (has: (sample: Sample) => boolean): Sample | undefined => {
    const with_ = samples.filter(has);
    return with_.length === 1 ? with_[0] : undefined;
  };
  return (kind: Offender['kind'], words: Part['words'], learned: boolean): string | undefined => {
    const word = words[0]?.[0] ?? '';
    if (kind === 'number') return word.length > 1 ? only((one) => one.words.holds(words))?.name : undefined;
    if (kind === 'phrase') {
      const sample = only((one) => one.words.holds(words));
      return sample && !ordinary.holds(words) ? sample.name : undefined;
    }
    const sample = lower.has(word) ? undefined : only(({ names }) => names.has(word));
    const elsewhere = () => snippets.has(word) || samples.some((one) => one !== sample && one.lower.has(word));
    return sample && !(learned && (ordinary.holds(words) || elsewhere())) ? sample.name : undefined;
  };
}

if (import.meta.main) {
  const { offenders, phrases, cut } = await fittedPhrases();
  for (const { file, kind, text, sample } of offenders)
    console.log(`${file}: the ${kind} “${text}” is in ${sample} only`);
  console.log(JSON.stringify({ checked: phrases, offenders: offenders.length, too_wide: cut }));
  if (offenders.length > 0) process.exitCode = 1;
}
