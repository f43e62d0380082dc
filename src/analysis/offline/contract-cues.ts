import type { ContractFact } from './contract-fact.ts';

/**
 * A sentence of a contract, lower case, tells a fact when it has every `all` and none of `not`.
 * `opening`: only among a document's first sentences. Gaps are bounded, so that each search stays linear.
 */
export type FactCue = { fact: ContractFact; all: readonly RegExp[]; not?: RegExp; opening?: true };

const DATE =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b.{0,20}\b\d{4}\b|\bday of\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/u;
const PERIOD =
  /(?:\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety)\b)[^.]{0,20}?[- ](?:business |calendar )?(?:days?|weeks?|months?|years?)\b/u;
const LIABLE = /\bliab(?:le|ility|ilities)\b|\bdamages\b/u;
const LIMITS =
  /\b(?:not (?:be )?(?:exceed|liable|have any liability|responsible)|exceed|limited to|in no event|no event shall|under no circumstances|maximum|waives?|exclud\w+|not .{0,30}liab\w+|no liability)\b/u;
const INDIRECT = /\b(?:consequential|incidental|indirect|special|punitive|exemplary|lost profits|loss of profits?)\b/u;
const DUTY = /\b(?:shall|will|must|agrees? to|may|is entitled|entitled to)\b/u;

export const FACT_CUES: readonly FactCue[] = [
  {
    fact: 'parties',
    all: [/\b(?:between|among)\b/u, /["“(]|\ba (?:\w+ ){1,3}(?:corporation|company|partnership)\b/u],
    opening: true,
  },
  { fact: 'agreement_date', all: [/\b(?:dated|made|entered into|executed|date|as of)\b/u, DATE], opening: true },
  { fact: 'effective_date', all: [/\beffective\b|\bas of\b|\bcommenc\w+/u, DATE], opening: true },
  {
    fact: 'effective_date',
    all: [/\beffective (?:date|as of|on|upon|from)\b|\b(?:become|be) effective\b/u, /\bagreement\b/u, DATE],
  },
  {
    fact: 'expiration',
    all: [
      /\b(?:term of (?:this|the)|initial term|this agreement (?:shall|will|is)|(?:in|full) (?:force|effect)|effective date)\b/u,
      /\b(?:until|expir\w+|period of|term of|terminate on|for (?:a|an|the)\b.{0,20}\b(?:term|period)|continu\w+ (?:in|for|until|through)|remain in)\b/u,
      /\b(?:commenc\w+|begin\w*|effective|continue|expire|remain|initial term)\b/u,
    ],
    not: /\b(?:confidential\w*|confidence|surviv\w+|breach|infring\w+|invalid\w*|unenforceab\w+|illegal|void|waiver|licen[cs]es?|fees?|notwithstanding|assignment)\b/u,
  },
  {
    fact: 'renewal',
    all: [
      /\b(?:automatically|successive|additional|renewal|further|extend\w*|renew\w*)\b/u,
      /\b(?:renew(?:s|ed|able|al)?|extend(?:s|ed)?)\b/u,
      /\b(?:terms?|periods?|years?|year-to-year)\b/u,
    ],
    not: /\b(?:insurance|time (?:for|of) (?:delivery|performance)|licen[cs]e fees?)\b/u,
  },
  {
    fact: 'notice_to_end_renewal',
    all: [
      /\b(?:renew\w*|extend(?:s|ed)?|successive)\b/u,
      /\bnoti(?:ce|fies|fy)\b/u,
      PERIOD,
      /\b(?:unless|not to renew|non-?renewal|terminat\w+)\b/u,
    ],
  },
  {
    fact: 'termination_for_convenience',
    all: [
      /\b(?:terminat(?:e|ed|ion)|cancel(?:led)?)\b/u,
      /\b(?:without cause|for (?:its |their )?convenience|for any (?:or no )?reason|for no reason|at any time|with or without|at (?:its|their) (?:sole )?(?:option|discretion)|either party may terminate|(?:may|(?:ability|right|elect|option) to) (?:be )?(?:terminate|cancel)\w*.{0,60}\b(?:upon|by|on)\b.{0,60}\bnotice)\b/u,
      /\bnotice\b|\bwithout cause\b|\bconvenience\b|\bany reason\b/u,
    ],
    not: /\b(?:material(?:ly)? breach\w*|in breach|default\w*|insolven\w+|bankrupt\w*|fails? to (?:cure|perform|pay)|failure|force majeure|change in control|upon (?:the )?(?:expiration|termination)|prior to (?:the )?termination)\b/u,
  },
  {
    fact: 'minimum_commitment',
    all: [
      /\b(?:minimum|at least|not less than|no (?:less|fewer) than|guaranteed?)\b/u,
      /\b(?:purchase|order|pay(?:ment)?s?|fees?|commitment|revenues?|quantit\w+|volume|sales|units|installments?)\b/u,
      /\$|\b(?:per|each|every|annual\w*|month\w*|quarter\w*|year\w*|minimum (?:purchase|order|payment|fee|commitment|revenue|quantity|volume|annual|monthly)\w*)\b/u,
      /\bminimum\b|\bguaranteed?\b|\$/u,
    ],
    not: /\b(?:insurance|notice|liabilit\w+|warrant\w*|interest|audit\w*|coverage)\b/u,
  },
  {
    fact: 'warranty_duration',
    all: [
      /\bwarrant(?:y|ies|s|ed)\b/u,
      PERIOD,
      /\b(?:defects?|deliver\w*|accept\w*|bug\w*|errors?|workmanship|conform\w*|warranty period|repair|replac\w+)\b/u,
    ],
  },
  {
    fact: 'post_termination',
    all: [
      /\b(?:upon|after|following|on|event of|effect of|to|subsequent to|(?:years?|months?|days?) (?:after|following|from))\b.{0,40}\b(?:expiration|termination|terminated|expiry)\b|\bif (?:this|the) agreement is terminated\b|\bfor (?:a period of )?(?:\w+ )?(?:\(?\d+\)? )?years? (?:after|following|thereafter)\b/u,
      /\b(?:return|deliver|transfer|assist\w*|cooperat\w+|continue|pay|transition|retain|keep|provide|destroy|remove|sell|wind)\b/u,
      DUTY,
    ],
    not: /\b(?:may terminate|right to terminate|terminate this agreement|written notice of|confidential\w*|surviv\w+)\b/u,
  },
  { fact: 'liability_cap', all: [LIABLE, LIMITS, INDIRECT] },
  {
    fact: 'liability_cap',
    all: [
      /\bliab(?:le|ility|ilities)\b/u,
      /\b(?:exceed|limited to|limit|maximum|capped?|aggregate)\b/u,
      /\$|\b(?:amounts?|fees|paid|payable|dollars|sum|value|price|cost)\b/u,
    ],
    not: /\blimited liability (?:company|partnership)\b/u,
  },
  {
    fact: 'uncapped_liability',
    all: [
      LIABLE,
      LIMITS,
      /\b(?:except (?:for|in|to|as|with)|other than|(?:does|do|shall) not apply|excluding|(?:nothing|not) .{0,40}(?:limit|exclude)|unlimited)\b/u,
      /\b(?:consequential|exceed|limit\w*)\b/u,
      /\b(?:indemn\w+|gross negligence|willful|wilful|fraud|confidential\w*|infring\w+|death|personal injury|claims|misconduct|breach)\b/u,
    ],
  },
  {
    fact: 'liquidated_damages',
    all: [
      /\b(?:liquidated damages|termination (?:fee|charge|payment)s?|early termination|cancell?ation (?:fee|charge)s?|penalt(?:y|ies)|service (?:level )?credits?)\b/u,
      /\$|%|\b(?:pay|paid|payable|amount|equal|percent|credit\w*)\b/u,
    ],
    not: /\b(?:perjury|statut\w+|tax(?:es)?|civil penalt\w+|without (?:penalty|liability))\b/u,
  },
  {
    fact: 'exclusivity',
    all: [
      /\b(?:exclusiv\w+|sole (?:provider|supplier|vendor|distributor|source)|(?:not|neither)\b.{0,80}\b(?:compet\w+|any other (?:provider|supplier|vendor|company|person))|material conflict)\b/u,
      /\b(?:shall|will|agrees?|grants?|may|is|are|be)\b/u,
    ],
    not: /\b(?:exclusive (?:jurisdiction|remed\w+|venue|property|owner\w*|control|rights? (?:and|to own))|non-?exclusive|exclusively (?:owned|by|for|in the (?:courts?|state))|exclusive of|exclusive (?:use|warrant\w+|worldwide)|mutually exclusive|sole and exclusive (?:remed\w+|property|owner\w*))\b/u,
  },
  {
    fact: 'audit_rights',
    all: [
      /\baudit(?:s|ed|or|ors|ing)?\b|\b(?:inspect\w*|examin\w+|review)\b.{0,80}\b(?:books|records|documents|files|accounts|premises|facilit\w+)\b|\b(?:books|records)\b.{0,80}\b(?:inspect\w*|examin\w+|available|access)\b|\baccess\b.{0,60}\b(?:books|records)\b/u,
      DUTY,
    ],
    not: /\b(?:audited (?:financial|annual)|audit committee|patent)\b/u,
  },
  {
    fact: 'anti_assignment',
    all: [
      /\b(?:assign(?:s|ed|able|ment|ments)?|transfer(?:s|red)?|delegat\w+)\b/u,
      /\bassign\w*\b/u,
      /\b(?:without|consent|may not|shall not|neither|prohibit\w*|not (?:be )?assign\w*|void|no assignment)\b/u,
      /\b(?:agreement|rights?|obligations?|contract|duties)\b/u,
    ],
    not: /\b(?:personnel|employees? assigned|inventions?|copyrights?|assigned to (?:the )?(?:project|perform)|permitted assigns(?=[^a-z]*$))\b/u,
  },
  {
    fact: 'insurance',
    all: [
      /\binsurance\b|\binsured\b/u,
      /\b(?:maintain\w*|carry|polic(?:y|ies)|coverage|obtain|procure|certificates?|additional insured|insurers?|limits)\b/u,
    ],
    not: /\b(?:insurance (?:company|laws?|commissioner|products?|business)|health insurance|insurance benefits|unemployment)\b/u,
  },
  {
    fact: 'price_restrictions',
    all: [
      /\b(?:prices?|rates?|fees?|charges?|pricing)\b/u,
      /\b(?:increase[sd]?|adjust\w*|remain (?:fixed|the same|unchanged|firm)|most favou?red|no more than|not (?:be )?(?:increase\w*|exceed|raise\w*)|cap(?:ped)?)\b/u,
      /\b(?:consumer price|cpi|exceed|remain|most favou?red|not|no more than|percent|%|thereafter|annual\w*|anniversary|notice)\b/u,
    ],
    not: /\b(?:interest|liabilit\w+|overdue|late|taxes|insurance|exchange rate)\b/u,
  },
  {
    fact: 'revenue_share',
    all: [
      /\broyalt(?:y|ies)\b|\b(?:percent|percentage|%)\)?\]?.{0,30}\bof\b.{0,60}\b(?:revenues?|sales|profits?|receipts|proceeds|fees)\b|\b(?:revenue|profit)[ -]shar\w+\b|\bshare of (?:the )?(?:net |gross )?(?:revenues?|profits?)\b/u,
      /\b(?:pay|paid|payable|receive|entitled|equal|split|shar\w+|remit|retain|owe)\b/u,
    ],
    not: /\broyalty[- ]free\b/u,
  },
  {
    fact: 'licence',
    all: [
      /\blicen[cs](?:e|es|ed|ee)\b/u,
      /\b(?:grants?|granted|granting|hereby licen[cs]es|licen[cs]e to|right and licen[cs]e)\b/u,
    ],
    not: /\b(?:no (?:right|licen[cs]e)|licen[cs]es? (?:and|or) permits|nothing (?:in|herein)|not (?:be )?(?:construed|grant\w*))\b/u,
  },
  {
    fact: 'third_party_beneficiary',
    all: [
      /\bthird[- ]party beneficiar\w+|\bintended beneficiar\w+|\bthird part(?:y|ies)\b.{0,60}\b(?:benefit|enforce)\b/u,
    ],
  },
  { fact: 'escrow', all: [/\bescrow\b/u, /\b(?:source code|software|release\w*|deposit\w*|material|object code)\b/u] },
];
