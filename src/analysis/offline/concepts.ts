/**
 * Words of the trade that mean one thing in speech and another in a contract: `we'll bring it over` is `migration`.
 * `words` is a pattern matched at the start of a word; a group gathers names of the same thing, never of a product.
 */
export const CONCEPTS: readonly { id: string; words: string }[] = [
  {
    id: 'golive',
    words:
      'go(?:es|ing)?[- ]?live|be live|live by|you live|is live|launch|cut ?over|in production|goes up|up and running|up (?:\\w+ )?time|have (?:it|\\w+thing|the \\w+) up\\b|it runs\\b|roll(?:ed)?[- ]?out|commenc|commission(?:ing|ed)',
  },
  { id: 'start', words: 'start|kick[- ]?off|commenc|begin|tak(?:e|ing) (?:\\w+ )?calls|take over' },
  {
    id: 'migration',
    words:
      'migrat|bring (?:\\w+ ){0,3}over|com(?:e|es|ing) (?:across|over)|mov(?:e|ing) (?:\\w+ ){0,3}(?:over|across|onto)|carry over|load(?:s|ed|ing)?\\b|import|convert|transfer|records?\\b|histor',
  },
  {
    id: 'integration',
    words:
      'integrat|interfac|connect|hook(?:ed)? (?:\\w+ ){0,3}up|sync|coupl|feed\\b|feeds\\b|api\\b|edi\\b|single sign|sso\\b|saml|plug(?:s|ged)? into|talks? (?:to|with)|straight into|push',
  },
  { id: 'writeback', words: 'write[- ]?back|back (?:in)?to|two[- ]way|bi-?directional|other way' },
  { id: 'signon', words: 'sign[- ]?on|sso\\b|saml|log[- ]?in|single sign' },
  { id: 'training', words: 'train|workshop|session|coach|onboard|teach|e-?learning|show (?:them|you|the team) how' },
  {
    id: 'onsite',
    words:
      'on[- ]?site|in person|in the room|at your|your (?:house|office|plant|building)\\b|face to face|visit|come to',
  },
  { id: 'remote', words: 'remote|virtual|online|by video' },
  { id: 'availability', words: 'availab|uptime|up ?time|three nines|four nines|down ?time|outage' },
  { id: 'response', words: 'respon[sd]|answer|pick(?:s|ed)? up|react|working (?:\\w+ )?it\\b|call ?back' },
  { id: 'restore', words: 'restor|fix(?:ed)?\\b|resol|repair|mend|put right|remed' },
  { id: 'defect', words: 'defect|fault|bug|break|broken|warrant|error' },
  {
    id: 'support',
    words:
      'support|help ?desk|service ?desk|hotline|on call|on hand|hypercare|after[- ]hours|any (?:time|hour)|24.?7|round the clock|night',
  },
  {
    id: 'hypercare',
    words: 'hypercare|after (?:\\w+[- ]){0,2}(?:start|live|golive|launch)|early lifend cent|stay (?:\\w+ ){0,3}weeks',
  },
  {
    id: 'manager',
    words:
      'project manager|project lead|\\bpm\\b|programme manager|program manager|account manager|producer|point of contact|day to day|look(?:s|ing)? after\\b|named contact|on board',
  },
  { id: 'weekly', words: 'weekly|every week|status call|stand-?up' },
  { id: 'monthly', words: 'monthly|every month|a month\\b' },
  { id: 'quarterly', words: 'quarter' },
  { id: 'report', words: 'report|dashboard|statement|summary' },
  { id: 'review', words: 'review|steering|committee|governance' },
  {
    id: 'price',
    words:
      'pric|fee\\b|fees\\b|rate\\b|cost|charg|bill|invoic|pay|discount|free\\b|on the house|on us\\b|absorb|no charge|saving|your number',
  },
  { id: 'pricehold', words: 'fixed|lock(?:ed)?\\b|cap\\b|capped|ceiling|adjust|index|uplift|increase|rise' },
  {
    id: 'terms',
    words: 'net \\w+|payable|due within|days? (?:\\w+ ){1,2}invoice|payment terms?|skonto|early payment',
  },
  { id: 'trueup', words: 'true[- ]?up|in arrears|overage|after the fact' },
  { id: 'penalty', words: 'penalt|liquidated|service credit|credit of|late fee|delay|back if|money back|refund' },
  {
    id: 'ownership',
    words: 'own(?:s|ed|ership)?\\b|property|belong|assign(?:s)? to|source code|intellectual|are yours|rights in',
  },
  { id: 'acceptance', words: 'accept|sign(?:ed|s)?[- ]?off|approval|test protocol' },
  { id: 'backup', words: 'back-?up|restor|retention' },
  { id: 'patching', words: 'patch|updat' },
  { id: 'security', words: 'secur|complian|certif|iso\\b|soc ?2|hipaa|gdpr|maturity|wcag|double-a|level aa|audit' },
  {
    id: 'privacy',
    words:
      'data protection|privacy|personal data|baa\\b|dpa\\b|processing agreement|european union|data never|data stay',
  },
  {
    id: 'translation',
    words: 'translat|languag|spanish|french|german|welsh|dutch|italian|portuguese|polish|czech|bilingual',
  },
  { id: 'document', words: 'document|paper(?:s|work)?\\b|manual|guide|runbook|handbook' },
  { id: 'custom', words: 'custom|bespoke|tailor|develop|program(?:me)?s?\\b|layout|template' },
  { id: 'design', words: 'design|concept|mock-?up|wirefram|round|amend|revision' },
  { id: 'testenv', words: 'sandbox|test (?:tenant|system|environment)|staging|uat\\b' },
  { id: 'testing', words: 'user test|test(?:s|ing|ed)?\\b|trial' },
  { id: 'camera', words: 'camera|cctv|closed-circuit|surveillance|video surveill' },
  { id: 'hosting', words: 'host(?:ed|ing|s)?\\b|cloud|server|domain' },
  { id: 'licence', words: 'licen[cs]|seat|subscription|per user' },
  { id: 'travel', words: 'travel\\b|expens|hotel|train fare|freight|flight|mileage' },
  { id: 'marketing', words: 'email|poster|banner|campaign|newsletter|communicat' },
  { id: 'hardware', words: 'hardware|laptop|device|tablet|endpoint|ipad|phone|equipment|radio' },
  { id: 'inventory', words: 'asset|inventory|register' },
  { id: 'redirect', words: 'redirect|address|url|link' },
  { id: 'archive', words: 'archiv|old (?:site|system|records)|legacy|histor' },
  { id: 'staffcount', words: 'temporary|agency|contingent|contractor|traveler|seasonal|freelanc|head ?count' },
  { id: 'fulltime', words: 'full[- ]time|dedicated|half[- ]time|part[- ]time|exclusively' },
  { id: 'change', words: 'changes? after|change request|edit|tweak|amends|maintenance' },
  { id: 'analytics', words: 'analytic|cookie|tracking' },
  { id: 'search', words: 'search' },
  { id: 'penetration', words: 'phish|awareness|penetration|pen test' },
];
