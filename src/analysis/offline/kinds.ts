import type { CommitmentKind } from '../../handoff/vocabulary.ts';
import { quantities } from './quantities.ts';
import { lowered } from './words.ts';

/** Words that speak for a kind, and how loudly. The first of equals wins, so narrow kinds stand above wide ones. */
const KIND_CUES: readonly { kind: CommitmentKind; weight: number; pattern: RegExp }[] = [
  {
    kind: 'legal_warranty',
    weight: 3,
    pattern:
      /\b(?:warrant\w*|indemn\w*|liabilit\w*|baa|dpa|gdpr|hipaa|data protection|european union|eu data|source code|intellectual property|ownership|licen[cs]e terms|(?:are|is) yours|belongs? to you|(?:don't|do not) have to|personal data|data (?:will )?never|never leaves?|confidential\w*|insur\w+|rights in)\b/u,
  },
  {
    kind: 'price_payment',
    weight: 2.5,
    pattern:
      /\b(?:price\w*|invoice\w*|bill(?:ed|ing)?|charg(?:e|ed|ing)|fee|fees|discount\w*|net (?:\d+|\w+ty)|skonto|saving|waive\w*|refund|money back|rebate|per ?cent off|renewal|seats?|ceiling|absorb|monthly fee|payment|flat rate|licen[cs]es?|budget|locked|(?:don't|won't) count)\b/u,
  },
  {
    kind: 'training',
    weight: 3.2,
    pattern:
      /\b(?:train(?:ing|ings|er|ers|ed)?|train-the-trainer|workshop|sessions?|teach|coach\w*|e-?learning|videos?|tutorials?|webinars?|awareness|how-to)\b/u,
  },
  {
    kind: 'data_migration',
    weight: 3,
    pattern:
      /\b(?:migrat\w*|bring (?:\w+ ){0,3}over|(?:come|comes) (?:across|over)|old records?|histor(?:y|ical)|years of|records|legacy data|load those|trial loads?|cleans\w*|data load|redirects?|convert\w*|import\w*|export)\b/u,
  },
  {
    kind: 'integration',
    weight: 3,
    pattern:
      /\b(?:integrat\w*|interfac\w*|api|feed|connect\w*|hook\w* (?:\w+ ){0,3}up|sync\w*|sso|saml|single sign-on|webhook\w*|edi|coupling|plug(?:s|ged)? into|(?:back|straight|directly) into|push|middleware|connector)\b/u,
  },
  {
    kind: 'service_level',
    weight: 3,
    pattern:
      /\b(?:sla|uptime|availab\w*|three nines|ninety-nine|99[.,]\d|respon(?:d|se)|within \w+ (?:minutes|hours)|inside \w+ (?:minutes|hours)|backup\w*|restor\w*|patch\w*|\w+ hours, every time|turnaround|resolution|p1|priority)\b/u,
  },
  {
    kind: 'performance_guarantee',
    weight: 2.6,
    pattern:
      /\b(?:guarantee\w*|(?:cut|reduced?|increase\w*|improve\w*|double\w*|halve\w*) (?:\w+ ){0,3}(?:by|in half|from|to)|under a (?:second|minute)|faster|instant\w*|needs? \w+ (?:minutes|seconds)|throughput|accura\w+|conversion|per ?cent (?:more|less|fewer)|target|level (?:\w+ )?by|maturity|wcag|accessib\w*|credit|% (?:back|of)|output|yield)\b/u,
  },
  {
    kind: 'support',
    weight: 2.6,
    pattern:
      /\b(?:support\w*|help ?desk|service desk|on hand|on call|pick(?:s|ed)? up|phone|hotline|after (?:the )?(?:start|launch|go-?live)|hypercare|call(?:s)? answered|24.?7|any time|three a\.?m|night|weekend|breaks?|mend|fault|repair|maintenance|bug\w*|command center|business review|weekly call|mobile number|emergency|stand-?by|spares?|fix)\b/u,
  },
  {
    kind: 'staffing',
    weight: 2.6,
    pattern:
      /\b(?:project manager|producer|full time|dedicated|named|on board|consultant|engineer|technician|day to day|look(?:ing)? after you|account manager|pm|architect|one person|somebody else|jumps? in|stand-?in|replacement|on-?site (?:every|two|three)|team lead|your (?:own )?(?:lead|contact)|(?:he|she)(?:'ll| will) be your|stays? (?:on|with) (?:\w+ )?(?:until|till))\b/u,
  },
  {
    kind: 'timeline',
    weight: 2.4,
    pattern:
      /\b(?:live|go-?live|launch|deadline|by (?:the )?(?:end of|start of|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)|starts?|begin\w*|blueprint until|kick-?off|in time for|weeks? after|months? after|finish\w*|done by|ready by|phase (?:one|two|1|2)|from (?:the )?\w+ of|switch-?on|milestone)\b/u,
  },
  {
    kind: 'transition_change',
    weight: 2.2,
    pattern:
      /\b(?:steering|change management|communicat\w*|launch emails?|posters?|announce\w*|hand-?over|transition|board meeting|archive|old site|cut-?over|walk (?:\w+ ){0,3}through|roll-?out plan|stakeholder\w*|letter|terminat\w*|present (?:it )?to|champions?|newsletter|town hall|adoption)\b/u,
  },
  {
    kind: 'customization',
    weight: 2,
    pattern:
      /\b(?:custom\w*|bespoke|tailor\w*|translate|layout|brand\w*|special|extra field|adapt\w*|configure\w*|own template|modif\w*|templates? will|home page|dashboard for)\b/u,
  },
  {
    kind: 'deliverable',
    weight: 1.6,
    pattern:
      /\b(?:report\w*|sandbox|test (?:tenant|system)|documents?|papers|banners?|register|concepts?|form|template|laptop\w*|hardware|application|site|page|package\w*|copy|manual|tool|device\w*|install|supply|unit\w*)\b/u,
  },
];

/** The kind of a promise by the field's words; what the buyer asked counts for half. */
export function kindOf(text: string, context = ''): CommitmentKind {
  const [low, about] = [lowered(text), lowered(context)];
  const dated = quantities(text).some(({ dimension }) => dimension === 'date');
  let best: CommitmentKind = 'deliverable';
  let top = 0.8;
  for (const { kind, weight, pattern } of KIND_CUES) {
    const found = new Set([...low.matchAll(new RegExp(pattern, 'gu'))].map(([hit]) => hit)).size;
    const asked = about && pattern.test(about) ? 0.45 : 0;
    const when =
      kind === 'timeline' ? (dated ? 1.9 : 0) + (/\b(?:when|what date|how (?:soon|long))\b/u.test(about) ? 0.8 : 0) : 0;
    const score = when + weight * ((found && 1 + 0.35 * (found - 1)) + (found ? asked / 2 : asked));
    if (score > top + 1e-9) {
      top = score;
      best = kind;
    }
  }
  return best;
}
