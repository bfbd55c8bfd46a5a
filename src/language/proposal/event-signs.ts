/** The words by which a post says what became of an ultimatum, as sources of regular expressions. */
import { anyOf, either } from './pattern.js';

const ABOUT = '(?:threats?|ultimatums?|demands?|deadlines?|tariffs?|sanctions?|strike|levies|duties|plan)';
/** Up to five words between a verb and what it is about. */
const NEAR = '(?:[^\\s,.;:]+ ){0,5}?';

const RESUMES = anyOf('resum(?:es|ed)', 'reinstat(?:es|ed)', 'revives|revived', 'renews|renewed');

export const RESUMED = either(`${RESUMES} ${NEAR}${ABOUT}`, `${ABOUT} (?:is|are) back(?: on)?`);

const WITHDRAWS = anyOf(
  'withdr(?:ew|aws|awn)',
  'drop(?:s|ped)',
  'lift(?:s|ed)',
  'rescind(?:s|ed)',
  'retract(?:s|ed)',
  'abandon(?:s|ed)',
  'scrap(?:s|ped)',
  'cancel(?:s|led|ed)',
  'call(?:s|ed) off',
  'takes? back|took back',
  'backs? (?:down|off) (?:from|on)|backed (?:down|off) (?:from|on)',
);
const WAS_WITHDRAWN = `(?:(?:is|was|has been|were|have been) )?${anyOf(
  'withdrawn',
  'dropped',
  'lifted',
  'called off',
  'cancell?ed',
  'scrapped',
  'rescinded',
)}`;

export const WITHDRAWN = either(
  `${WITHDRAWS} ${NEAR}${ABOUT}`,
  `${ABOUT} ${WAS_WITHDRAWN}`,
  `zieht ${NEAR}(?:Ultimatum|Drohung|Forderung) zurück`,
  "retire (?:son|l['’]) ?ultimatum",
  'retira (?:el|su) ultimátum',
  'відкликав ультиматум',
  'отозвал ультиматум',
);

const SUSPENDS = anyOf(
  'suspend(?:s|ed)',
  'paus(?:es|ed)',
  'freez(?:es)|froze',
  'halt(?:s|ed)',
  'shelv(?:es|ed)',
);
const WAS_SUSPENDED = '(?:(?:is|are|was|were|has been|have been) )?(?:suspended|paused|frozen|shelved)';

export const SUSPENDED = either(
  `${SUSPENDS} ${NEAR}${ABOUT}`,
  `(?:puts?|placed|is|are) ${NEAR}on hold`,
  `${ABOUT} ${WAS_SUSPENDED}`,
  `setzt ${NEAR}(?:Ultimatum|Frist|Zölle) aus`,
  'suspend(?:e|en) (?:el|su) ultimátum',
  'призупинив',
  'приостановил',
);

const MOVES = anyOf(
  'extend(?:s|ed|ing)?',
  'postpon(?:e|es|ed|ing)',
  'delay(?:s|ed|ing)?',
  'defer(?:s|red)?',
  'push(?:es|ed|ing)?(?: back)?',
  'reschedul(?:e|es|ed|ing)',
  'shorten(?:s|ed|ing)?',
  'cut(?:s|ting)? short',
  'mov(?:e|es|ed|ing) (?:up|forward|back)',
  'br(?:ings?|ought)(?: forward|(?= (?:\\S+ ){1,4}forward))',
  'accelerat(?:es|ed)',
  'mov(?:es|ed|ing)',
  'reduc(?:e|es|ed|ing)',
  'cuts?',
  'shift(?:s|ed)',
);
const DATE = '(?:deadline|ultimatum|timeline|time limit|cut-off|date|window)';
const WAS_MOVED = anyOf(
  'extended',
  'postponed',
  'delayed',
  'deferred',
  'pushed back',
  'shortened',
  'cut short',
  'cut',
  'moved(?: up| forward| back)?',
  'brought forward',
  'put (?:back|off)',
  'pushed',
  'rescheduled',
  'changed',
  'slip(?:s|ped)',
  '(?:is|becomes) now',
);
const SETS_ANEW =
  '(?:sets?|setting|announces?|gives?|gave|has set) (?:a |the )?(?:new|shorter|longer|tighter|fresh|revised)';
/** A threat that is put off moves its deadline. */
const PUTS_OFF = '(?:extend|postpon|delay|defer|push|hold)(?:s|es|ed|red)?(?: back| off)?';
const THREAT = '(?:tariffs?|sanctions?|levies|duties|strike|pause)';

export const MOVED = either(
  `${MOVES} ${NEAR}${DATE}`,
  `(?:deadline|ultimatum|time limit|timeline|date) ${NEAR}${WAS_MOVED}`,
  `${SETS_ANEW} (?:deadline|ultimatum|time limit)`,
  `${PUTS_OFF} ${NEAR}${THREAT}`,
  'new deadline',
  'more time',
  '(?:\\d+|one|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety) more (?:hours?|days?|weeks?|months?)',
  `(?:another|extra|further) ${NEAR}(?:hours?|days?|weeks?|months?)`,
  '\\w+-(?:day|week|month|hour) (?:extension|reprieve)',
  `verlängert ${NEAR}(?:Frist|Ultimatum)`,
  `(?:verkürzt|verschiebt) ${NEAR}(?:Frist|Ultimatum)`,
  `(?:Frist|Ultimatum|Stichtag) ${NEAR}(?:verlängert|verschoben|verkürzt|vorgezogen|vertagt)`,
  'neue Frist',
  `(?:prolonge|reporte|repousse) ${NEAR}(?:délai|ultimatum|échéance)`,
  `(?:délai|ultimatum|échéance) ${NEAR}(?:prolongé|reporté|repoussé|avancé)e?`,
  `(?:amplía|prorroga|aplaza) ${NEAR}(?:plazo|ultimátum)`,
  `(?:plazo|ultimátum) ${NEAR}(?:ampliado|aplazado|prorrogado|adelantado)`,
  'nuevo plazo',
  '(?:продовжив|скоротив|переніс|продлил|сократил|перенёс)',
  `(?:термін|строк|дедлайн|ультиматум|срок) ${NEAR}(?:перенесл?и|продовжили|скоротили|відклали|продлили|сократили|отложили)`,
);

const DEAL_IS_MADE = `(?:deal|agreement|accord|ceasefire|truce) (?:(?:is|was|has been) )?${anyOf(
  'reached',
  'signed',
  'struck',
  'agreed',
  'announced',
  'takes? effect|took effect',
  'begins|began',
)}`;

export const ENDED = either(
  'agree[sd]?',
  'compl(?:y|ies|ied)',
  'accept(?:s|ed)',
  'sign(?:s|ed)',
  'caved',
  DEAL_IS_MADE,
  `(?:reach(?:es|ed)|str(?:ikes|uck)|seal(?:s|ed)) ${NEAR}(?:deal|agreement|accord)`,
  'impos(?:es|ed)',
  't(?:akes?|ook) effect',
  '(?:goes|went|came|comes) into (?:effect|force)',
  'struck',
  `launch(?:es|ed) ${NEAR}(?:strikes?|attacks?|offensive|operation)`,
  'carri(?:es|ed) out',
  'releas(?:es|ed)',
  'withdr(?:ew|aws|awn)',
  'declar(?:es|ed) war',
  'deadline (?:passes|passed|expires|expired)',
  `stimmt(?:e)? ${NEAR}zu`,
  'akzeptiert(?:e)?',
  'verhängt(?:e)?',
  'accepte|a accepté|impose des',
  'acepta|aceptó|impone|impuso',
  'погодил[а-яі]+|прийняв|запровадив',
  'согласил[а-я]+|принял|ввёл',
);

/** Words before a sign that say that it did not happen. */
export const DENIALS = anyOf(
  `\\b${anyOf(
    'not|no|never|without',
    'denie[sd]|den(?:y|ying)',
    'rul(?:e[sd]?|ing) out',
    'refus\\w+',
    'reject\\w*',
    'unlikely',
    'fails? to|failed to',
    'if|unless|whether|could|may|might|should',
    'urge[sd]? \\w+ to|calls? (?:on|for)|asks? \\w+ to|asked \\w+ to',
    'considers?|considering|mulls?|mulling|wants?|seeks?|begs?|pleads?',
  )}`,
  "n['’]t",
);

/** Words before a sign that say that it has not happened yet. */
export const PLANS = anyOf(
  'will|would|to',
  'threaten\\w*',
  'vow\\w*',
  'plan\\w*',
  'until|before|must|can|ready|prepared|going',
  'deadline for \\w+ to',
  'days? to|hours? to',
);
