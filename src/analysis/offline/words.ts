import { CONCEPTS } from './concepts.ts';

/** Lower case with straight apostrophes, of the same length as `text`, so that offsets found in it hold in `text`. */
export function lowered(text: string): string {
  const straight = text.replace(/[’‘ʼ`´]/gu, "'");
  const low = straight.toLowerCase();
  return low.length === text.length ? low : straight;
}

const STOP = new Set(
  (
    'a an the and or but so if then than that this these those there here it its is are was were be been being am do does did done have has had having will would shall should can could may might must ' +
    'i me my we us our ours you your yours he him his she her they them their who whom whose which what when where why how of to in on at by for from with without into onto over under about as up down out off ' +
    "not no nor yes ok okay well oh uh um yeah yep right just really very quite also too only own same some any all both each every more most much many few other another such again once ever never always still yet let lets got get gets getting go goes going come comes say says said tell told know think see look like want need thing things way lot bit kind sort mean sure fine good great nice ll re ve s t d m don doesn isn aren won wouldn couldn shouldn didn hasn haven one ones per via etc please thanks thank hi hello dear day days week weeks month months year years hour hours minute minutes time times today tomorrow done easy sure reckon expect imagine happy somebody someone something anything everybody everything nobody people thought bring brings put puts keep take make makes made give gives set come sort stuff ok'd approved absolutely naturally course contractor client customer provider supplier vendor party parties agreement promise promised guarantee word charge free cost nothing extra"
  ).split(' '),
);

const cache = new Map<string, string>();
const SUFFIXES: [RegExp, string][] = [
  [/(?:ization|isation|ational)$/u, 'iz'],
  [/(?:izing|ising|ized|ised|izes|ises|ize|ise)$/u, 'iz'],
  [/ies$/u, 'y'],
  [/(?:ations?|ating|ated|ates|ate)$/u, ''],
  [/(?:ements?|ments?)$/u, ''],
  [/(?:ingly|edly)$/u, ''],
  [/(?:ings?|ed|ers?|ors?)$/u, ''],
];

/** A light English stem: enough to bring `migrate`, `migrated` and `migration` together, no more. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  let out = word;
  if (word.length > 3 && /^\p{L}+$/u.test(word)) {
    out = out.replace(/'s$/u, '');
    if (/[^su]s$/u.test(out)) out = out.replace(/(?:([sxz]|ch|sh)e)?s$/u, '$1').replace(/ie$/u, 'y');
    for (const [pattern, end] of SUFFIXES) {
      const cut = out.replace(pattern, end);
      if (cut !== out && cut.length >= 3) {
        out = cut;
        break;
      }
    }
    out = out.replace(/([b-df-hj-np-rtvwx])\1$/u, '$1').replace(/(?<=..)[ey]$/u, '');
  }
  if (cache.size < 50_000) cache.set(word, out);
  return out;
}

/** Words that carry meaning, stemmed, in order. Numbers are left to `quantities`. */
export function stems(text: string): string[] {
  const out: string[] = [];
  for (const [word] of lowered(text).matchAll(/[\p{L}\d]+(?:[./-][\p{L}\d]+)*/gu)) {
    for (const part of [word, ...(word.includes('-') ? word.split('-') : [])]) {
      if (part.length > 1 && !/^[\d.,/-]+$/u.test(part) && !STOP.has(part)) out.push(stem(part));
    }
  }
  return out;
}

const CONCEPT_CUES = CONCEPTS.map(({ id, words }) => ({ id: `@${id}`, pattern: new RegExp(`\\b(?:${words})`, 'u') }));

/** Ids of the field's concepts that a text speaks of (`@golive`, `@training`, …). */
function concepts(text: string): string[] {
  const low = lowered(text);
  return CONCEPT_CUES.filter(({ pattern }) => pattern.test(low)).map(({ id }) => id);
}

/** Everything by which two texts are compared: stems and concepts, each once. */
export function terms(text: string): Set<string> {
  return new Set([...stems(text), ...concepts(text)]);
}
