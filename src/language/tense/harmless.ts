/** Words of a demand, a deadline or an end that mean none beside what is held, shown or foreseen. */

/** What is held on a day, or is to be seen or done then. */
const HELD =
  '(?:election|vote|voting|ballot|referendum|poll|polls|primary|meeting|summit|talks|negotiations|hearing|trial|verdict|ruling|sentencing|result|figure|launch|release|album|film|book|concert|tour|match|game|final|race|season|visit|flight|train|ship|wedding|funeral|ceremony|inauguration|conference|debate|session|round|premiere|show|exhibition|festival|parade|baby|landing|speech|address|interview|workshop|service|memorial|anniversary|report card|forecast|census)s?';
const WHAT_DOES = [
  'speak|visit|appear|meet|arrive|land|give birth|play|perform|take place|travel|open|begin|start|attend|fly|host|testify|debate|be held|return to|leave hospital',
  'make (?:a|his|her) (?:speech|debut|appearance)|deliver (?:a|the|his|her) (?:speech|address|lecture)|go on (?:trial|sale|display|show)|take (?:the stand|office|questions)',
  'be (?:sworn in|sentenced|published|unveiled|inaugurated|buried|crowned|aired|broadcast|shown|launched)|address|discuss|celebrate|compete|tour|kick off|become|turn',
].join('|');

/** What stands before the place; looked for from it backwards, which is quick. */
const behind = (source: string) => `(?<=${source})`;

/** What others have to act by where it ends. */
const ENDING =
  '(?:deadline|ultimatum|offer|truce|ceasefire|armistice|moratorium|waiver|exemption|extension|reprieve|amnesty|window|grace|period|notice|negotiations?|contract|agreement|deal|pause|clock|countdown|time|option|it|this|that|which|patience|hunt|bidding|tender|standoff|siege|strike|blockade|embargo|occupation|war|stay|permit|visa|licen[cs]e|suspension|freeze|lull|talking|waiting)';

const HARMLESS = new RegExp(
  [
    // "The talks are set for Tuesday", "she is due to speak on Friday", "the ship is due in port".
    `\\b(?:set|due)\\b${behind(`\\b${HELD}(?: [\\w'-]+){0,5} (?:is|are|was|were|has been|have been)(?: now| currently| also| next)? (?:set|due)`)}`,
    `\\b(?:due|set) to (?:${WHAT_DOES})\\b${behind(`\\b(?:is|are|was|were)(?: now| also)? (?:due|set) to [\\w ()']+`)}`,
    `\\bdue (?:back )?(?:in|at) (?!(?:full|cash|writing|person|advance|our|my|his|her|the (?:office|bank)|total)\\b)[\\w-]+(?= (?:[\\w'-]+ ){0,2}(?:on |at )?§)${behind('\\b(?:is|are) due (?:back )?(?:in|at) [\\w-]+')}`,
    // "The presidents are to meet in Alaska", "the ship should reach port", "the fiscal year ends on June 30".
    '\\b(?:is|are|was|were) to (?=(?:meet|visit|hear|consider|examine|vote|rule on|begin|start|open|touch down|land|sign an?|hold (?:talks|a)|travel|play|perform|address|speak|marry|wed|star|tour|debate|host|join|fly|perform|sing|celebrate|give a|make a)\\b)',
    '\\bshould (?=(?:reach|arrive|land|get|be (?:ready|back|home|available|complete|completed|finished|able|visible|clear))\\b)',
    `\\bends?\\b${behind('\\b(?:fiscal|financial|tax|school|academic|calendar|budget) year ends?|\\b(?:season|semester|school term|summer|winter|holidays?|ramadan|festival|tournament|run|tour|shift|day|week|weekend|sale|exhibition|show|series|cycle|decade|term|tenure|mandate|stint|reign|presidency|leave|visit|trip|talks|summit|conference|course|residency) ends?')}`,
    // "The harvest ends in September": nothing that others would have to act by.
    `\\bends\\b(?<!\\b${ENDING}[^.;]{0,60} ends)`,
    // "Gives a concert", "gave birth".
    "\\bg(?:ives?|ave|iven|iving) (?:birth|evidence|testimony|(?:an?|the|his|her|its|their) (?:[\\w'-]+ ){0,2}(?:concert|speech|talk|lecture|address|party|performance|conference|interview|recital|reading|presentation|tour|sermon))\\b",
    // "The plant will close in December".
    `\\bclose\\b${behind("\\b(?:plant|factory|store|shop|mine|branch|hotel|restaurant|cinema|theatre|museum|newspaper|library|pub)s?\\b(?: [\\w'-]+){0,4} will close")}`,
    // "The polls close", "the ballot closes".
    `\\bclose[sd]?\\b${behind('\\b(?:polls|polling stations|voting|booths|markets?|shops?|doors|museum|ballot|fair|festival|exhibition|zoo|pool|park)\\b(?: [\\w-]+){0,3} close[sd]?')}`,
    // "They want to build it by 2030": what somebody has in mind to do.
    '\\bwants? to (?=(?:bring back|build|open|expand|double|launch|grow|hire|become|reach|double|triple|produce|land|send)\\b)',
  ].join('|'),
  'gi',
);

/** A sentence without such words; `said` has its date as `§`. */
export const withoutHarmless = (said: string): string => said.replaceAll(HARMLESS, ' ');

/** What comes about by itself or is planned for long, behind "will": "reach 10 billion", "be completed". */
const FORESEEN =
  /^(?:(?:also|then|finally|likely|probably|soon|fully|have|\w+ly) )*(?:reach|exceed|top|double|triple|quadruple|grow|rise|shrink|climb|employ|create|host|open|reopen|play|perform|tour|air|stream|become|arrive|finish|cover|cost|generate|produce|supply|serve|house|step down|stand down|retire|turn|celebrate|bring (?!troops|forces)|cut (?:the |its )?(?:journey|travel|waiting|costs?|emissions|bills?|number|commute)|total|number|carry (?!out)|handle|transport|connect|link|attract|welcome|run out of (?:money|cash|space)|be (?:completed?|finished|ready|operational|built|home|back|available|visible|able|fully|open|up and running|in (?:circulation|place|service|use|operation|shops|orbit)|online|cooler|warmer|out of hospital))\b/;
export const isForeseen = (behindVerb: string): boolean => FORESEEN.test(behindVerb);

/** "Is leaving at the end of the year". */
export const isLeaving = (behindVerb: string): boolean =>
  /^(?:leaving|retiring|stepping (?:down|back)|standing down|moving|joining|returning|opening)\b/.test(
    behindVerb,
  );

/** "The next election is due in May": held then, and owed by nobody. The date in `said` begins with "due". */
const HELD_THEN = new RegExp(`\\b${HELD}(?: [\\w'-]+){0,4} (?:is|are|was|were)(?: now| next)? §`, 'i');
export const isHeldThen = (said: string): boolean => HELD_THEN.test(said);
