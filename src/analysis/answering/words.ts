/** Words that say how something is asked, not what about. */
const stop = new Set(
  (
    "a an the and or but so if then than that this these those there here it its is are was were be been being am do does did done have has had having will would shall should can could may might must isn't " +
    'i me my we us our ours you your yours he him his she her hers they them their theirs somebody anybody someone anyone ' +
    'to in on at by for from with without into onto about as of up down out off over under per via between during any some all both each every more most much many few other another such same own not no nor only just also too very really please thanks thank hello hi hey ok okay yes ' +
    'who whom whose which what when where why how whether tell told know say says said give show find look get gets got getting let need needs want wants like make makes made come comes go goes going happen happens ' +
    'exactly actually currently now already still yet ever again baton deal handoff record thing things anything something one hear heard mention mentioned discuss discussed talk talks talked speak spoke spoken promise promised promises commit committed offer offered agree agreed include included includes including inclusive cover covered covers part scope'
  ).split(' '),
);

/** Groups of words that name the same matter in deals of any trade. Stems are compared. */
const families = [
  'price cost fee charge rate amount pay bill',
  'late delay delayed slip overdue penalty damages',
  'discount rebate reduction concession waive waived',
  'payment pay invoice billed due terms',
  'warranty guarantee defect fault',
  'train trained training trainer workshop session',
  'migrate migration load import convert transfer',
  'uptime availability available downtime outage',
  'own owner owns ownership belong property rights',
  'terminate termination notice cancel cancellation exit end expire lapse',
  'support helpdesk desk assistance',
  'competitor competition rival alternative',
  'travel expenses hotel trip',
  'golive live launch rollout',
  'start begin commence kickoff',
  'accept acceptance criteria accepted approve',
  'website site',
  'integrate integration interface connect connection feed sync coupling',
  'report dashboard reporting',
  'store stored host hosted location reside',
  'responsible owner charge',
  'signed sign signature signoff',
  'staff team personnel people consultant',
  'free complimentary gratis waived',
  'response respond answer react',
  'restore restoration recover recovery fix',
  'extra additional further another',
  'old present existing legacy current',
  'boss chair head manager lead director',
  'holiday vacation leave',
  'customer client buyer',
  'vendor supplier provider contractor',
  'sso okta saml login logon signon',
  'wage salary payroll',
  'picture photo photograph photography image',
  'fast quick quickly speed performance instant slow',
  'camera cctv',
  'stay stand keep remain last',
];

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:iz|is)ations?$/, 'iz'],
  [/(?:iz|is)(?:e|es|ed|ing|er|ers)$/, 'iz'],
  [/ies$/, 'y'],
  [/(?:ations?|ating|ated|ates?)$/, ''],
  [/ements?$|ments?$/, ''],
  [/(?:ances?|ences?|ancy|ency)$/, ''],
  [/(?:ingly|edly)$/, ''],
  [/(?:ings?|ed|ers?|ors?)$/, ''],
  [/(?:sses|xes|ches|shes)$/, 's'],
];

const shorten = (word: string): string => {
  let short = word.replace(/(?:'s|s')$/, '').replace(/([^su])s$/, '$1');
  for (const [ending, rest] of endings) {
    const cut = short.replace(ending, rest);
    if (cut !== short && cut.length >= 3) {
      short = cut;
      break;
    }
  }
  return short
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/(?<=..)e$/, '')
    .replace(/(?<=..)y$/, 'i');
};

/** Things, and not the doing of something: a training is no train. */
const things = new Set(['training', 'trainings', 'building', 'buildings', 'meeting', 'meetings']);

const known = new Map<string, string>();

/** A light English stem: brings `migrate`, `migrated` and `migration` together, and no more. */
const stem = (word: string): string => {
  const found = known.get(word);
  if (found !== undefined) return found;
  const plain = things.has(word) ? word.replace(/s$/, '') : null;
  const made = plain ?? (word.length > 3 && /^[\p{L}']+$/u.test(word) ? shorten(word) : word);
  if (known.size < 20_000) known.set(word, made);
  return made;
};

/** Lower-case words and numbers in order; `go-live` is one word, `1.284.500,00` is one number. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\bgo(?:es|ing)?[ -]live\b/g, 'golive')
    .replace(/\bkick[ -]off\b/g, 'kickoff')
    .replace(/\bsign[ -](off|on)\b/g, 'sign$1')
    .match(/\p{L}[\p{L}\p{M}'’]*(?:\d+)?|\d+(?:[.,:/]\d+)*/gu) ?? [];

/** Stems of the words that carry meaning, in order. */
export const stemsOf = (text: string): string[] =>
  wordsOf(text).flatMap((word) => (stop.has(word) ? [] : [stem(word)]));

const relatives = new Map<string, Set<string>>();
for (const family of families) {
  const stems = family.split(' ').map(stem);
  for (const one of stems) relatives.set(one, new Set([...(relatives.get(one) ?? []), ...stems]));
}

/** Words that every deal is full of: they count, but little. */
const weak = new Set(
  (
    'customer client vendor provider supplier contractor company project contract agreement work time date day number long fast ' +
    'quick quickly soon often new system today party person people use used look keep take stay must right'
  )
    .split(' ')
    .map(stem),
);

export const isWeak = (term: string): boolean => weak.has(term);

/** Stems of the words that name the same matter; without the word itself. */
export const relativesOf = (term: string): string[] =>
  [...(relatives.get(term) ?? [])].filter((other) => other !== term);

/** The words to look for in an index that stems by itself: as they stand in the question, and their relatives. */
export const searchWords = (text: string): string[] => {
  const own = wordsOf(text).filter((word) => !stop.has(word));
  const wider = own.flatMap((word) =>
    families
      .filter((family) => family.split(' ').some((one) => stem(one) === stem(word)))
      .flatMap((one) => one.split(' ')),
  );
  return [...new Set([...own, ...own.flatMap(unfolded), ...wider.flatMap(unfolded), ...wider])];
};

/** What `wordsOf` folds into one word stands as two in an index. */
const unfolded = (word: string): string[] =>
  word === 'golive'
    ? ['go live']
    : word === 'kickoff'
      ? ['kick off']
      : word === 'signoff'
        ? ['sign off']
        : word === 'signon'
          ? ['sign on']
          : [];
