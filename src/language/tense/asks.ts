/** Whether somebody asks for something in an English sentence. */

const anyOf = (...sources: readonly string[]) => new RegExp(`\\b(?:${sources.join('|')})\\b`, 'i');

/** What somebody demands, grants or threatens. */
const DEMANDS = [
  'deadlines?|ultimatums?|cut-?off|gave|given?|gives?|grant(?:s|ed)?|(?:ha(?:s|d|ve)|got)(?: \\w+)? (?:until|till|only|just)|demand\\w*|order(?:s|ed|ing)?|instruct\\w*|enjoin\\w*|oblig\\w*|compel\\w*|direct(?:s|ed)|summon\\w*',
  'told|tells?|warn(?!ings? (?:is|are|remains?|stays?)\\b)\\w*|threat\\w*|insist\\w*|urg\\w+|call(?:s|ed) (?:on|for)|requir\\w*|must|vow\\w*|pledg\\w*|promis\\w*',
  'unless|or (?:else|face|be|risk|lose|they|we|he|it)|otherwise|if|notice|wants?|wanted|allow\\w*|asked|asks|extend\\w*|extension',
  "(?:who(?:ever)?|that|which) (?:ha(?:s|ve)|d(?:o|oes|id))(?: not|n't)\\b.*\\b(?:fac|risk|los)(?:es?|ing)?",
  'postpon\\w*|(?:moved|brought|pushed) (?:it |back|up|forward|to|from)|shall|needs?|has to|have to|had to|not (?:a|an|one) (?:minute|hour|day|week) (?:more|longer|later)',
].join('|');

/** What is only to come, or set for a day. */
const TO_COME = 'expect\\w*|delay\\w*|due|scheduled|will|would|to be|set';

/** What somebody demands, sets or promises. */
export const ASKS = anyOf(DEMANDS, TO_COME);

/**
 * What somebody demands, or what ends or begins with a day so that others have to act by it: a truce, a strike, a tariff,
 * an answer that is owed.
 */
export const ASKS_OR_ENDS = anyOf(
  DEMANDS,
  "(?:ha(?:s|d|ve)|get(?:s|ting)?|got|leaves?) (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d+|\\w+ty|the (?:rest|whole)|through|to)|(?:is|are|was|were|'s|'re|'m) (?:to|given)|(?:are|be|being) accepted|to be (?:out|gone|back|off)|should|ought|set(?:s|ting)?|due(?! to \\w)|delay\\w*|or",
  'expir\\w*|lapses?|runs? out|dies?|(?<!\\b(?:begins?|starts?|opens?)\\b.*)ends?|closes?(?! early| late)|clock|countdown|started|latest|longer|later than|grace|give|let|please|without|failure|avert|no',
  'tariffs?|sanction\\w*|lev(?:y|ies)|dut(?:y|ies)|strikes?|walk(?:s|ing)? ?out|lock-?outs?|truce|ceasefire|armistice|amnesty|offer|answers?|reply|response|fire|bombs?|bombing|shell\\w*',
);

/** "Has until §", "gets only §": what somebody is left, before a date that stands as `§`. */
export const LEFT =
  /\b(?:ha(?:s|d|ve)|gets?|got|'ve|left|with)\b(?: (?:only|just|about|another|exactly|around|up|to|at|most|least|the|an?|no|more|less|than|until|till|through|within))* §/i;
