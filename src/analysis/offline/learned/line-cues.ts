/**
 * What a sentence may hold that matters to a handoff, in whatever words: each cue is a group of ways to say one thing, and the
 * learned models weigh it beside the plain words. All are tried on `lowered` text.
 */
const CUES: readonly [string, RegExp][] = [
  [
    'secret',
    /\b(?:pass ?words?|passcodes?|pass ?phrases?|pw|pwd|pins?|pin codes?|log-?ins?|log(?:s|ged)? in(?:to)?|credentials?|creds|codes?|accounts?|tokens?|2fa|badges?|passes|swipe|key ?cards?|safe|superuser|root|domain admin\w*|keys?|licen[cs]es?|wi-?fi)\b/u,
  ],
  [
    'strong-secret',
    /\b(?:pass ?words?|passcodes?|pw|pwd|creds|credentials?|log-?in|pin|superuser|admin(?:istrator)? (?:pass\w*|log-?in|account)|access code)\b/u,
  ],
  [
    'shared',
    /\b(?:everybody|everyone|all of (?:us|them|you)|we all|they all|all (?:\p{L}+ )?(?:use|know|have|in)|whole \p{L}+|same (?:for|on|one|as|everywhere|since)|shares?|shared|borrow|lend|lent|(?:use|using|take) (?:mine|my|his|hers?|ours|our)|temp|passes from hand|between (?:us|the|them)|both use|one (?:log-?in|account|password|code|user)|generic)\b/u,
  ],
  [
    'bare-place',
    /\b(?:sticky|post-?it|note(?:book)?|taped?|tape|written|drawer|board|spreadsheet|pinned|label|on the (?:back|door|wall|monitor))\b/u,
  ],
  [
    'sent-secret',
    /\b(?:read (?:it |you |them )?(?:out|you|to)|text(?:ed|ing)? (?:you|it|me|them)|whats ?app|sms|fax|dictate|over the (?:phone|telephone)|by (?:mail|e-?mail|phone|fax|text)|in the (?:chat|channel|group)|cc)\b/u,
  ],
  [
    'old-access',
    /\b(?:still (?:has|have|works?|in use|logs?)|left (?:in|us|the)|former|ex-|previous|never (?:took|removed|changed)|retired|passed away|gone to)\b/u,
  ],
  [
    'value',
    /(?:^|\s)(?=\S*\p{L}{3})(?=\S*(?:\d{2}|#|\/))(?!\p{L}*\d{0,2}%?[.,]?$)(?!(?:19|20)\d\d)(?!https?:)(?![\d.,/-]+\p{L}{0,3}\b)(?!\p{L}+\/\p{L}+\b)[\p{L}\d#$!@_/.-]{5,}/u,
  ],
  ['is-value', /\b(?:is|are|it's|=|:)\s+["“']?(?=\S*\p{L})(?=\S*\d)[\p{L}\d#$!@_-]{5,}/u],
  ['redacted', /\[secret removed\]/u],
  [
    'who',
    /^(?:(?:and|so|but|ok|right|well|btw|sorry|also|then)[,]? )*(?:who(?:'s|'d|'ll|'re|se)?|whom|which of)\b|[,.:;-] (?:and )?who(?:'s|'d|'ll|se|m)?\b/u,
  ],
  ['who-inside', /\bwho(?:'s|'d|'ll)?\b/u],
  [
    'either',
    /\b(?:us|you|we|them|they|yours?|ours?|mine|me|I|yourselves|ourselves|y'all)\b[^?]{0,30}\bor\b[^?]{0,40}\b(?:us|you|we|them|they|yours?|ours?|mine|me|yourselves|ourselves|y'all|theirs?)\b/u,
  ],
  ['or-end', /\bor (?:is (?:it|that) )?(?:the |your |our )?(?:\p{L}+ ){0,3}\p{L}+\?["')]*$/u],
  [
    'pointing',
    /\b(\p{L}[\p{L}&.-]*)(?:'ll|'d| would| will)? (?:says?|thinks?|thought|reckons?|reckoned|assumes?|assumed|maintains?|states?|believes?|points? to|looks? at|waits? for|sends? us to|expects?|had)\b[^.?!]{1,50}[,.;:] ?(?:and |but |while |meanwhile )?(?:the )?(\p{L}+)(?:'ll|'d| would| will)? (?:(?:presumably|always|then) )?(?:says?|thinks?|thought|reckons?|reckoned|assumes?|assumed|maintains?|states?|believes?|points?|looks?|waits?|sends?|expects?|had)\b/u,
  ],
  ['says-short', /\b(?:says?|said|thinks?|thought|reckons?|reckoned|assumed|had \p{L}+ down as|maintains) \p{L}/u],
  ['not-mine', /\b(?:not (?:my|our|his|her|their|it|mine|ours|theirs|us|me)\b|nor (?:us|we|me))/u],
  ['somebody', /\b(?:somebody|someone)(?:'s)? |\bsome(?:body|one)\?|\banyone\?|\banybody\?/u],
  ['must-somebody', /\b(?:somebody|someone)(?:'s|'ll)? (?:gotta|must|should|\p{L}+ (?:\p{L}+ )?to)\b/u],
  [
    'nobody',
    /\b(?:nobody|no ?one|none of (?:us|them)|no (?:owner|name|responsible|person|one)|never (?:named|discussed|appointed|assigned)|there(?:'s| is| seems to be) (?:no|nobody)|nobody's)\b/u,
  ],
  [
    'open-mark',
    /\b(?:tbd|tbc|t\.b\.d|to be (?:named|found|decided|determined|confirmed|appointed|nominated|assigned|announced|agreed|seen)|not (?:yet )?(?:named|decided|appointed|assigned|clear|known|nominated|settled|set)|undecided|unassigned|unknown|unclear|blank|left (?:empty|vague|blank|open)|no name|still (?:open|to be|floating|missing|looking)|awaiting|pending|not done|up in the air|do not know|don't know|vacant|open)\b|: ?\?+$|: ?-+$/u,
  ],
  [
    'role',
    /\b(?:owner|approver|sign-?off|signs? off|approves?|lead|project manager|pm|contact|responsible|reviewers?|signatory|author|writer|person|appointment|designated)\b/u,
  ],
  [
    'fallen',
    /\b(?:fallen between|sits? (?:there|between)|kind of nobody|between (?:two )?(?:chairs|stools)|up for grabs|unclaimed|picked up|claimed|left vague)\b/u,
  ],
  [
    'kin',
    /\b(?:nephew|niece|brother|sister|cousin|wife|husband|son|daughter|sons|father|mother|dad|mum|boyfriend|girlfriend|uncle|aunt|in-law|friends?|married|family)\b/u,
  ],
  [
    'oppose',
    /\b(?:against|oppos\w*|hates?|hated|kill(?:s|ed)?|block(?:s|ed)?|sore|angry|upset|say no|says no|said no|never forgiv\w*|never forgave|forgiven|insult|resist\w*|sceptical|skeptical|suspicious|dead set|kick off|fear\w*|refus\w*|forbid|sunk|sink|stop (?:it|this|us)|bin|spying|lawsuit|fight|fights|fighting|war|feud|throats|split|secede|overruled|defend|not (?:pleased|happy|amused|keen))\b/u,
  ],
  [
    'bypassed',
    /\b(?:(?:not|n't|never) (?:\p{L}+ ){0,2}(?:ask(?:ed)?|told|tell|heard|know|consulted|invited|mention)|behind (?:his|her|their|my|our) back|over (?:my|his|her|their) head|under the radar|without telling|passed over|only told|doesn't know|don't mention|between us|between you and me|discreetly|tread)\b/u,
  ],
  [
    'power',
    /\b(?:board|chair(?:man|woman)?|president|founder|founded|owner|director|trustees?|governors?|council\w*|committee|mayor|minister|ministry|union|works council|partners?|head of|chief|boss|reports? to|vote[sd]?|elections?|shareholders?|headquarters|investor)\b/u,
  ],
  [
    'camps',
    /\b(?:wants? (?:one|another|to)\b|wanted (?:another|to|the|his|her)|prefers?|preferred|favours?|two camps|half (?:of )?the|each (?:of|has|have|wants?|believes?|thinks?|tells?)|different|competes?|rival|former supplier|current (?:agency|supplier|website|system)|own (?:tool|system|solution|drawing|firm))\b/u,
  ],
  [
    'said-of',
    /\b(?:he|she|they)(?:'ll|'d|'s|'re)? (?:will |would |is |are |was |were |has |have |had |still |never |won't |does not |doesn't |thinks? |wants? |wanted |says? |said |hates? |reports? |runs? |owns? )/u,
  ],
  [
    'wish',
    /\b(?:i|we)(?:'d| would|'ve)? (?:just |only |really |dearly )?(?:want|wish|need|love|like|hope|swore|swear|promised)\b|\bi'm (?:sick|tired|fed up|done)\b|\bour (?:wish|hope|aim|goal|dream)\b|\b(?:wants?|wishes) (?:it|that|to)\b|\bso that\b|\bshould be able\b/u,
  ],
  [
    'end-pain',
    /\b(?:stop|quit|kill|end|without|instead of|never again|no longer|never want|again|sick of|tired of|fed up|rid of|not (?:have to|be) )\b/u,
  ],
  [
    'pain',
    /\b(?:nobody (?:can|knows?|in)|no ?one (?:can|knows?)|wait(?:s|ing|ed)?|lose|lost|losing|cr(?:y|ied|ying)|tears|wrong|late|embarrass\w*|by hand|manually|paper|spreadsheets?|excel|complain\w*|complaints?|killing us|midnight|weekend|sundays?|at night|inspect\w*|auditors?|regulator|newspaper|ombudsman|penalt\w+|fine[sd]?|sorry|shame|until (?:the|it's)|before (?:i|we)|every time|costs us|throw away|mess)\b/u,
  ],
  [
    'number',
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|third|fifth|quarter|double|zero|one (?:hour|day|week|month))\b/u,
  ],
  [
    'measure',
    /\b(?:rate|percent|per cent|time|times|hours?|days?|minutes|weeks?|errors?|calls?|complaints|tickets?|overtime|retention|churn|cost|costs|consumption|score|visitors?|users?|losses|waste|conversion|turnover|no-shows|returns|output|accuracy|availability|results?|mean time|average|down|up|per)\b|%/u,
  ],
  [
    'direction',
    /\b(?:under|below|over|above|within|less than|more than|at least|no more than|not more than|down (?:to|by|from)|up (?:to|by)|from .{1,40} to|to|isn't (?:down|up|under|below|over)|at (?:half|\p{L}+ty)|halved?|doubled?|fewer|shorter|rise|drop|fall|reach|become|by (?:a )?(?:third|half|fifth|quarter))\b/u,
  ],
  [
    'horizon',
    /\b(?:by|until|before|next|within|in|from|come|this|end|latest) (?:\p{L}+ ){0,4}(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|year|years|year-?end|quarter|q[1-4]|spring|summer|autumn|fall|winter|season|harvest|months?|days|half term|20\d\d)\b/u,
  ],
  [
    'success',
    /\b(?:happy|content|thrilled|delighted|hero|beers?|success|successful|win|winner|laughing|money back|failed|worth it|pay for|would do me|joy|measured?|measure|target|goal|satisfied|survive|expects?)\b/u,
  ],
  ['conditional', /\bif (?:we|it|he|she|i|they|the|\p{L}+|\p{L}+'s)\b|\bwere\b/u],
  [
    'money-terms',
    /\b(?:discount|invoice|net \w+|price|payment|instal\w+|deposit|fee|prepay|licen[cs]e fee|per seat)\b/u,
  ],
  ['asks', /\?["')\]]*$/u],
  [
    'courtesy',
    /\b(?:hear (?:me|us|you)|see (?:my|the|me|you)|screen|coffee|lunch|weather|shall (?:we|i)|do you want|can i (?:ask|jump)|anything else|any (?:other )?questions|make sense|right\?|okay\?|ready\?|really\?|sound good)\b/u,
  ],
  [
    'prefers',
    /\b(?:prefer|please (?:send|write|call|ring|speak|don't|do not|no)|don't (?:send|call|mail|ring|be sending)|(?:call|ring|text|write|mail|email) me|by (?:phone|letter|mail)|mornings?|slowly|agenda|one (?:mail|email)|my english|in (?:french|german|spanish|writing|english)|voice notes?|no (?:meetings|calls|slides|jargon|acronyms))\b/u,
  ],
  [
    'decides',
    /\b(?:i sign|mine to (?:sign|approve)|my (?:budget|call|decision|signature)|(?:signs|decides|approves|settles|final say|last word|say aye|the say|casting vote)\b|holds the (?:budget|pot|purse)|i hold the|cheque ?book|yes or no|comes to me|goes to|has to bless)/u,
  ],
];

/** Ways to leave a question unanswered. */
export const PUT_OFF =
  /\b(?:(?:i|we|you|he|she|they)?(?:'d| would|'ll| will|'ve)? ?(?:have|need|got) to (?:ask|check|look|go|find|think|see|clear|get|trace|verify|ring|take|test)|(?:don't|do not|didn't|not|no) (?:\p{L}+ )?(?:know|sure|idea|clue|certain)|no idea|couldn't (?:tell|say|find)|can't (?:tell|say)|(?:will|i'll|we'll|let me|lemme|must|should) (?:\p{L}+ ){0,2}(?:chase|check|ask|see|find|get|look|verify|think|come)|(?:find|figure|work) (?:\p{L}+ )?out|(?:get|come) back to you|take \p{L}+ (?:offline|away)|leave \p{L}+ with|hard to say|(?:good|fair|interesting) (?:question|point|one)|to be (?:confirmed|decided|seen)|tbd|tbc|nobody|no ?one|hopefully|probably|perhaps|presumably|maybe|possibly|i (?:think|thought|assumed?|believed?|suppose|imagine)|somebody|someone|depends|unclear|pending|never (?:asked|discussed|answered|said|thought)|under discussion|open|idk|dunno|not heard|park that|another day|we'll see|we shall see|that bridge|in principle|in theory|theoretically|might|says?|reckons?|must (?:ask|confirm|verify|think)|to (?:ask|verify))\b/u;

export const cuesOf = (low: string): string[] =>
  CUES.flatMap(([name, pattern]) => (pattern.test(low) ? [`@${name}`] : []));
