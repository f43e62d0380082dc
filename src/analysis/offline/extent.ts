/** Words by which a document leaves open how much, or says on what it rests. All are tried on lower case. */

const AIM =
  '(?:reasonabl[ey]|appropriate(?:ly)?|usual|customary|suitabl[ey]|sensibl[ey]|adequate|sufficient|necessary|needed|required|possible|practica(?:l|ble)|feasible|useful|helpful|applicable|desired|proportionate)';
const SOFT =
  '(?:help|support|assist\\w*|advice|guidance|consult\\w*|accompan\\w*|coaching|co-?operation|efforts?|tuning|improvement\\w*|optimi[sz]\\w*|fine-tuning|tidy\\w*|adjustments?|amendments?|corrections?|changes|automation|tweaks?|follow-up|mentoring|liaison|involvement|participation|training|documentation|customi[sz]\\w*|maintenance)';
const LITTLE =
  '(?:some|certain|various|general|ongoing|occasional|light|minor|basic|limited|additional|continued|regular|several|a few)';

const VAGUE: readonly RegExp[] = [
  // as needed, where it is sensible, to the extent practicable
  new RegExp(
    `\\b(?:as|where|wherever|when|whenever|if|insofar as|far as|extent|extent that|degree) (?:(?:it|this|that|and|when|is|are|be|deemed|considered|reasonably|may|far|much|often|as) ){0,4}${AIM}\\b`,
    'u',
  ),
  /\b(?:where|when|if|as) [^.;]{0,30}\bsense\b/u,
  // in reasonable measure, to the usual extent
  new RegExp(
    `\\b${AIM} (?:\\w+ )?(?:extents?|degrees?|measures?|scale|amounts?|numbers?|levels?|limits?|scope|frequency|standards?|intervals|times|${SOFT})\\b`,
    'u',
  ),
  new RegExp(`\\b(?:extent|measure|degree|scale) (?:that is |which is |as is )?${AIM}\\b`, 'u'),
  // reasonable attendance, a suitable condition
  /\b(?:reasonable|appropriate|adequate|sensible|customary|suitable(?! for)) (?!(?:authorit|person|regulator|notice)\w*)\p{L}/u,
  new RegExp(`\\b${LITTLE} (?:[\\w-]+ ){0,2}${SOFT}\\b`, 'u'),
  /\b(?:best|commercially reasonable|all reasonable) (?:efforts?|endeavou?rs)\b|\betc\b|\band (?:so on|similar|the like|others?|more)$|\b(?:from time|within reason|from case|ad hoc|on an as-\w+ basis|best practices?|state-of-the-art|user-friendly)\b|\bindustry[- ]standard\b/u,
];
/** What is counted out is not open, however it is worded. */
const CAPPED =
  /\b(?:up to|maximum of|at most|(?:no|not) (?:more|longer) than|limited to) (?:\d|one|two|three|four|five|six|seven|eight|ten|twelve|twenty|thirty|forty)[^.;]{0,20}(?:hours?|days?|weeks?|months?|rounds?|sessions?)\b/u;

/** Whether a line of scope, lower case, leaves its extent open: `reasonable support`, `as needed`. Linear. */
export const isVague = (low: string): boolean => !CAPPED.test(low) && VAGUE.some((pattern) => pattern.test(low));

const SUPPOSED =
  /\b(?:assum(?:e[sd]?|ing|ptions?)|presum(?:e[sd]?|ing|ptions?)|presuppos\w+|suppos(?:es|ing) that|provided (?:that|always)|providing that|contingent (?:up)?on|conditional (?:up)?on|on (?:the )?condition|predicated on|prerequisites?|preconditions?)\b/u;
/** These tell an assumption only of dates and work: law and money use them too. */
const RESTING =
  /\b(?:(?:is|are) based on|rests? (?:up)?on|rel(?:y|ies) (?:up)?on|depends? (?:up)?on|dependent (?:up)?on|hinges? on|builds on|subject to|(?:only|solely) (?:if|when|where|once|after)|holds? if|requires? that|calls for|(?:stands|falls) with)\b/u;
const LAW_OR_MONEY =
  /\b(?:liab\w+|indemn\w+|warrant\w*|claims?|price|fees?|charges?|invoice\w*|payments?|payable|damages|breach|notices?|law|act|confidential\w*|terminat\w+|prevails?|agreement|maximum|tax\w*)\b/u;
export const PLANNED =
  /\b(?:schedules?|dates?|launch\w*|go-?live|timeline|timetable|calendar|programme|plan|weeks?|months?|periods?|transition|onboarding|milestones?|start\w*|completion|deliver(?:y|ies)|deadlines?|handover|commission\w*|install\w*|duration|phases?|migration)\b/u;

/** Whether a sentence of a document, lower case, says that something rests on something else. `planned`: it stands where dates or work are spoken of. */
export const assumes = (low: string, planned: boolean): boolean =>
  !LAW_OR_MONEY.test(low) && (SUPPOSED.test(low) || restsOf(low, planned));

const restsOf = (low: string, planned: boolean): boolean => {
  const at = low.search(RESTING);
  return at >= 0 && (planned || PLANNED.test(low.slice(0, at)));
};
