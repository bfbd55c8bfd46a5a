/** What a post says became of an ultimatum. */

/** What a post says became of an ultimatum. `source`: nothing that is recognised. */
export type ReportedEvent = 'move' | 'outcome' | 'suspend' | 'resume' | 'withdraw' | 'source';

interface Sign {
  readonly happened: Exclude<ReportedEvent, 'source'>;
  readonly pattern: RegExp;
  /** Words before it that make it something that did not happen, or not yet. */
  readonly unless: RegExp;
}

/** What makes a sign something that did not happen stands within so many characters before it. */
const NEARBY = 120;
const ABOUT = '(?:threats?|ultimatums?|demands?|deadlines?|tariffs?|sanctions?|strike|levies|duties|plan)';
const NEAR = '(?:[^\\s,.;:]+ ){0,5}?';
const DENIED =
  /(?:\b(?:not|no|never|without|denie[sd]|den(?:y|ying)|rul(?:e[sd]?|ing) out|refus\w+|reject\w*|unlikely|fails? to|failed to|if|unless|whether|could|may|might|should|urge[sd]? \w+ to|calls? (?:on|for)|asks? \w+ to|asked \w+ to|considers?|considering|mulls?|mulling|wants?|seeks?|begs?|pleads?)|n['’]t)\b[^.;:]{0,40}$/i;
/** What is only announced has no outcome yet. */
const AHEAD =
  /\b(?:will|would|to|threaten\w*|vow\w*|plan\w*|until|before|must|can|ready|prepared|going|deadline for \w+ to|days? to|hours? to)\b[^.;:]{0,25}$/i;
const EITHER = new RegExp(`${DENIED.source}|${AHEAD.source}`, 'i');

const sign = (happened: Sign['happened'], source: string, unless = DENIED): Sign => ({
  happened,
  pattern: new RegExp(`(?<![\\wа-яіїєґ])(?:${source})(?![\\wа-яіїєґ])`, 'gi'),
  unless,
});

/** The more telling first: who "drops the threat after a deal was signed" withdrew it. */
const SIGNS: readonly Sign[] = [
  sign(
    'resume',
    `(?:resum(?:es|ed)|reinstat(?:es|ed)|revives|revived|renews|renewed) ${NEAR}${ABOUT}|${ABOUT} (?:is|are) back(?: on)?`,
  ),
  sign(
    'withdraw',
    `(?:withdr(?:ew|aws|awn)|drop(?:s|ped)|lift(?:s|ed)|rescind(?:s|ed)|retract(?:s|ed)|abandon(?:s|ed)|scrap(?:s|ped)|cancel(?:s|led|ed)|call(?:s|ed) off|takes? back|took back|backs? (?:down|off) (?:from|on)|backed (?:down|off) (?:from|on)) ${NEAR}${ABOUT}|${ABOUT} (?:(?:is|was|has been|were|have been) )?(?:withdrawn|dropped|lifted|called off|cancell?ed|scrapped|rescinded)|zieht ${NEAR}(?:Ultimatum|Drohung|Forderung) zurück|retire (?:son|l['’]) ?ultimatum|retira (?:el|su) ultimátum|відкликав ультиматум|отозвал ультиматум`,
  ),
  sign(
    'suspend',
    `(?:suspend(?:s|ed)|paus(?:es|ed)|freez(?:es)|froze|halt(?:s|ed)|shelv(?:es|ed)) ${NEAR}${ABOUT}|(?:puts?|placed|is|are) ${NEAR}on hold|${ABOUT} (?:(?:is|are|was|were|has been|have been) )?(?:suspended|paused|frozen|shelved)|setzt ${NEAR}(?:Ultimatum|Frist|Zölle) aus|suspend(?:e|en) (?:el|su) ultimátum|призупинив|приостановил`,
  ),
  sign(
    'move',
    `(?:extend(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|defer(?:s|red)?|push(?:es|ed)? back|shorten(?:s|ed|ing)?|cut(?:s|ting)? short|mov(?:e|es|ed|ing) (?:up|forward|back)|br(?:ings?|ought) forward|accelerat(?:es|ed)|mov(?:es|ed|ing)|reduc(?:e|es|ed|ing)|cuts?|shift(?:s|ed)) ${NEAR}(?:deadline|ultimatum|timeline|time limit|cut-off|date|window)|(?:deadline|ultimatum|time limit|timeline|date) ${NEAR}(?:extended|postponed|delayed|deferred|pushed back|shortened|cut short|cut|moved(?: up| forward| back)?|brought forward|put back)|(?:sets?|setting|announces?|gives?|gave|has set) (?:a |the )?(?:new|shorter|longer|tighter|fresh|revised) (?:deadline|ultimatum|time limit)|(?:extend|postpon|delay|defer|push|hold)(?:s|es|ed|red)?(?: back| off)? ${NEAR}(?:tariffs?|sanctions?|levies|duties|strike|pause)|new deadline|more time|(?:another|extra|further) ${NEAR}(?:hours?|days?|weeks?|months?)|\\w+-(?:day|week|month|hour) (?:extension|reprieve)|verlängert ${NEAR}(?:Frist|Ultimatum)|(?:verkürzt|verschiebt) ${NEAR}(?:Frist|Ultimatum)|neue Frist|prolonge ${NEAR}(?:délai|ultimatum)|amplía ${NEAR}(?:plazo|ultimátum)|nuevo plazo|(?:продовжив|скоротив|переніс|продлил|сократил|перенёс)`,
  ),
  sign(
    'outcome',
    `agree[sd]?|compl(?:y|ies|ied)|accept(?:s|ed)|sign(?:s|ed)|caved|(?:deal|agreement|accord|ceasefire|truce) (?:(?:is|was|has been) )?(?:reached|signed|struck|agreed|announced|takes? effect|took effect|begins|began)|(?:reach(?:es|ed)|str(?:ikes|uck)|seal(?:s|ed)) ${NEAR}(?:deal|agreement|accord)|impos(?:es|ed)|t(?:akes?|ook) effect|(?:goes|went|came|comes) into (?:effect|force)|struck|launch(?:es|ed) ${NEAR}(?:strikes?|attacks?|offensive|operation)|carri(?:es|ed) out|releas(?:es|ed)|withdr(?:ew|aws|awn)|declar(?:es|ed) war|deadline (?:passes|passed|expires|expired)|stimmt(?:e)? ${NEAR}zu|akzeptiert(?:e)?|verhängt(?:e)?|accepte|a accepté|impose des|acepta|aceptó|impone|impuso|погодил[а-яі]+|прийняв|запровадив|согласил[а-я]+|принял|ввёл`,
    EITHER,
  ),
];

/** What happened, by the first sign that is neither denied nor only threatened. */
export function happenedIn(sentences: readonly string[]): ReportedEvent {
  for (const { happened, pattern, unless } of SIGNS) {
    const seen = sentences.some((sentence) =>
      [...sentence.matchAll(pattern)].some(
        ({ index }) => !unless.test(sentence.slice(Math.max(0, index - NEARBY), index)),
      ),
    );
    if (seen) return happened;
  }
  return 'source';
}
