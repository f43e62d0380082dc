/** What makes a sentence no promise although it sounds like one. `soft` ones give way to a firm cue (a price given, a word given). */
export type Blocker = { id: string; soft?: true; pattern: RegExp };

const TALK =
  'share|show|skip|mute|start|kick (?:us )?off|begin|pause|be (?:quiet|brief|quick|blunt|honest|upfront|frank|short|right back|speaking)|shut up|zip|stop|let you|hand over to|turn (?:it )?over to|jump|let \\w+ (?:answer|talk|explain|take|speak|jump|go)|be (?:right|out|back|done)\\b|drop off|go (?:first|next|through|over|around|back)|walk (?:you )?through (?:it|this|the (?:agenda|demo|deck|slides|screen|list|proposal|numbers|pricing))|talk (?:about|through|to)|take (?:questions|notes|that offline|it offline)|come (?:back )?to (?:that|it|this)|explain|speak|say|tell|put (?:it|that) in the chat|record|do (?:the|a) (?:\\w+ ){0,2}(?:first|side|part|demo|intro)|dive|circle back|wrap';
const SELL =
  'send (?!you a (?:team|crew|engineer))|shoot|e-?mail|ping|forward|mail|drop you|text|get back|come back|call you|ring|connect you|introduce|loop|chase|follow up|check|ask|look into|find out|have a word|speak (?:with|to)|talk (?:with|to)|run (?:the|it|that|this|your) (?:\\w+ )?(?:pricing|numbers|up|by|past)|get you (?:a |the |our )?(?:\\w+ )?(?:quote|proposal|pricing|numbers|answer|deck)|put together (?:a|the) (?:proposal|quote|deck)|schedule|book|set up (?:a|the|another|some) (?:call|meeting|time|demo)|get (?:a|an|the) (?:change order|contract|paper|order form|quote)|see (?:what|if|whether|about)|have to (?:ask|check|look|see)|work on (?:a|the) (?:proposal|quote)|pass (?:that|it|this) on|let you know';

export const BLOCKERS: readonly Blocker[] = [
  // what is asked
  {
    id: 'question',
    pattern:
      /\?["')\]]*$|^(?:who|what|when|where|how|why|which|do|does|did|is|are|can|could|would you|shall we|should we) (?!.*[.!]$)/u,
  },
  // I'll share my screen; we'll go through the agenda
  {
    id: 'meeting',
    pattern: new RegExp(
      `\\b(?:i|we)(?:'ll| will| shall|'re going to|'m going to|'d like to| want to| should)(?: (?:just|quickly|now|then|also|only|first))* (?:${TALK})\\b`,
      'u',
    ),
  },
  // talk about what is on the screen or next on the agenda
  {
    id: 'meeting_words',
    pattern:
      /\b(?:let me (?:show|share|walk|explain|start|tell|pull up|just|introduce)|my screen|the screen|quick agenda|next slide|as you can see|on the slide|you(?:'ll| will)? see (?:here|up here|on the)|here you(?:'ll| will)? see|when i click|what you'll see|before i (?:start|begin)|we make a (?:pause|break)|close the meeting)\b/u,
  },
  // I'll get back to you; I'll follow up
  {
    id: 'selling',
    pattern: new RegExp(
      `\\b(?:i|we)(?:'ll| will| shall|'m going to|'d| would| must| need to| have to)(?: (?:just|then|also|need to|have to|want to|quickly|first|try to|try and))* (?:${SELL})`,
      'u',
    ),
  },
  // sending a deck, a quote, an invitation
  {
    id: 'selling_object',
    pattern:
      /\b(?:send|shoot|share|forward|get|draw\w*|mail|drop|include) (?:\w+ ){0,3}(?:deck|demo|slides|brochure|guide|invite|invitation|proposal|quote|recording|minutes|summary|one-pager|case study|link|calendar|change order|order form|contract|redlines?|line on)\b|\b(?:put|find|get) (?:\w+ ){0,2}(?:time|slot|meeting)\b|\bin the (?:calendar|diary)\b/u,
  },
  // let me check, I must ask
  {
    id: 'selling_let_me',
    pattern:
      /\blet me (?:see|run|chase|check|ask|look|find|get back|think|talk|speak|take)\b|\b(?:this|that) i must (?:first )?(?:ask|speak|check|clear)\b|\bi must (?:ask|check|speak)\b|\bi speak with\b/u,
  },
  // we'll figure it out
  {
    id: 'vague',
    soft: true,
    pattern:
      /\bwe(?:'ll| will| shall) (?:see|find out|figure (?:it|that|this|something) out|work (?:it|that|something) out|get there|cross that|be fine|hear|manage)\b/u,
  },
  // we can't promise that; we don't do that
  {
    id: 'refusal',
    soft: true,
    pattern:
      /\b(?:can't|cannot|can not|couldn't|could not|won't|will not|not going to|unable to|not able to|shan't|wouldn't want) (?:\w+ )?(?:promise|do|commit|guarantee|give|say|tell|offer|include|support|move|possibly|speak|take|provide|confirm|make|help|sit)\b|\bwe don't (?:bring|do|author|offer|support|go|provide|include|write|cover|touch|have|sell|build|take|handle|host|quite|really)\b/u,
  },
  // not part of this, a separate project
  {
    id: 'declined',
    soft: true,
    pattern:
      /\b(?:isn't|is not|aren't|are not|not) (?:in (?:this|the|scope)|part of|included|possible|available|something we|this time|covered)\b|\bnot this time\b|\bseparate (?:project|quote|price|statement|contract)\b|\bextra charge\b|\bfibbing\b|\bdon't think (?:that's|it's|this is|that is|we)\b|\bpaid extra\b|\boptional,|\bnot in this price\b|\bout of scope\b|\blove to (?:be able to )?(?:say|promise)\b/u,
  },
  // if you ever bought more, we would
  {
    id: 'hypothetical',
    soft: true,
    pattern:
      /\b(?:if|were|unless|suppose|in case) [^,]{0,60}\b(?:ever|were|went|did|had|would|wanted|could|came|does|comes off|to ask)\b.*(?:'d|would|could)\b|^were you\b|\b(?:if|when) (?:you|we|it|they) (?:ever|were|came|did|had|went)\b|\bif you (?:even )?(?:get|hit|reach)\b|\b(?:on|with|for) (?:a )?(?:two|three|four|five|\d+)[- ]years?\b[^.]{0,20}(?:'d|would)\b/u,
  },
  // a would that rests on another would
  { id: 'hypothetical_money', pattern: /\bif (?:\w+ ){1,5}(?:would|were|came|went|ever|did)\b.*(?:'d|would)\b/u },
  // what was done before
  {
    id: 'past',
    soft: true,
    pattern:
      /\b(?:we|i|they|he|she|it) (?:\w+ly |already |also |had |literally )?(?:did|had|was|were|took|stayed|saved|rebuilt|built|went|got|spoke|worked|came|drove|noted|saw|opened|helped|delivered|finished|moved|migrated|launched|used to|put)\b|\bwe've (?:done|been|had|never|always|blanked|seen|got)\b|\blast (?:year|month|week|spring|summer|time)\b|\bin (?:19|20)\d\d\b|\bwhen we\b|\bwe (?:have|had) (?:never|done|worked|been|seen)\b/u,
  },
  // what other customers have
  {
    id: 'elsewhere',
    pattern:
      /\b(?:one|most|some|other|many|all|several) of our (?:customers|clients|users)|\bmost (?:customers|clients|people|companies)\b|\bother (?:customers|clients)\b|\bour (?:customers|clients) (?:love|use|see|say)|\ba (?:\w+ ){0,2}(?:customer|client) of ours|\bcustomers (?:love|use|see|typically|usually)/u,
  },
  // we are eighty people
  {
    id: 'company_facts',
    pattern:
      /\bwe(?:'re| are) (?:an? |about |around |roughly |over |only )?[\w-]+(?: [\w-]+){0,3} (?:people|strong|staff|employees|company|agency|firm|team|shop)\b|\bwe(?:'ve| have) been (?:doing|at|in|around|going)\b|\bwe look after (?:\w+ )?(?:\d+|\w+teen|\w+ty)|\bwe do (?!that|this|it)\w+s\b|\b(?:headquartered|founded|established) in\b/u,
  },
  // what a third party will do
  {
    id: 'outsider',
    soft: true,
    pattern:
      /^(?:but |and |so |well,? )*(?:they|the (?:manufacturer|supplier|competitor|incumbent|other (?:guys|vendor|agency|lot)|carrier|bank|regulator|auditor))(?:'ll|'d| will| would| told| said| say| has| have| promised| can)\b|\bthey (?:told|said|say|promised|reckon\w*)\b|\bsays? at the\b/u,
  },
  // what the buyer has to do
  {
    id: 'customer_duty',
    soft: true,
    pattern:
      /^(?:and |so |then |but |also )*(?:you|your (?:team|people|side|it)) (?:must|need to|have to|should|would need|'ll need|give|send|provide|supply|'d have to)\b|\b(?:this|that) you must\b|\byou(?:'ll| will| would|'d) (?:need|have) to (?!pay)|\bwe(?:'ll| will)? need (?:you|your|from you|that|the|a)\b|\bi (?:still )?need from you\b|\bplease (?:don't|delete|send|do)\b|\bcould you\b/u,
  },
  // how the product behaves when somebody clicks
  {
    id: 'walkthrough',
    soft: true,
    pattern:
      /\b(?:when|if|once) (?:you|someone|somebody|it's|it|a user|i) (?:click|tap|press|pull|lose|float|rings?|scroll|drag|log)\w*\b|\byou(?:'ll| will)? (?:get|see) (?:the|a) (?:\w+ ){0,2}(?:tile|button|screen|text|page|pop-?up|email|notification|message|icon|list|view|dashboard|menu|link)\b|\b(?:view|screen|page|app|module|system|tool|board|platform) (?:gives|shows|lets|has|does|can|sends|holds|tells|will show)\b/u,
  },
  // I'll eat my hat
  {
    id: 'joke',
    pattern:
      /\b(?:eat my|buy (?:you|the|us|everyone) (?:a |some )?(?:beers?|drinks?|round|lunch|dinner)|hold you to (?:it|that)|(?:sell|selling) you my)\b/u,
  },
  // it depends; I would have to look
  {
    id: 'cautious',
    soft: true,
    pattern:
      /\b(?:we can talk about|we'd want to (?:look|check|see)|i'd want to (?:look|check|see)|i'd (?:need|have) to|it depends|does (?:rather )?depend|i'd suggest|i wouldn't want|aiming at|no promises|don't hold me)\b/u,
  },
  // greetings and courtesies
  {
    id: 'thanks',
    pattern:
      /^(?:thanks|thank you|good (?:morning|afternoon)|hi |hello|cheers|bye|welcome|sorry\b|nice to|pleased to|great to|have a (?:good|great))/u,
  },
  // an idea for later, in a note
  { id: 'idea', pattern: /^(?:could (?:pitch|upsell|cross-sell)|upsell|idea:|todo|to do)\b/u },
  // you won't need it
  { id: 'reassurance', soft: true, pattern: /^you won't (?:need|regret|notice|believe)/u },
];
