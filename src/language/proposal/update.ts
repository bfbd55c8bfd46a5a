/** Proposes what a news post says of an ultimatum on record. */
import { findDeadlines, MAX_POST_LENGTH, stepsFor, type ReadingContext, type Steps } from '../index.js';
import { happenedIn, type ReportedEvent } from './happened.js';
import { quoteIn } from './record.js';
import { sentencesOf, unmarked } from './text.js';
import { takeDeadline } from './tail.js';
import { either } from './pattern.js';
import { DURATION, marked, NUMBER, POINT } from './time.js';

/** What is proposed for an update; a person corrects it. */
export interface UpdateProposal {
  readonly happened: ReportedEvent;
  /** The words of the new deadline, where it was moved or set again. */
  readonly deadline: string | null;
  readonly quote: string | null;
}

/** Counted from the old deadline and not from the statement: no date of such a sentence is the new deadline. */
const ADDED =
  /\b(?:(?:by|for) (?:another |a further |an extra )?\d+|another|further|extra|more) ?(?:\w+ )?(?:hours?|days?|weeks?|months?)\b|\b\d+ more\b/i;
const UNIT = '(?:hours?|days?|weeks?|months?)';
const MOVES =
  '(?:extend|prolong|postpon|delay|push|defer|mov|put|shorten|cut|bring|brought|advanc|reduc|continu)\\w*';
const MORE = '(?:another|a further|an extra|an additional|a final|one more|one last|one final)';
/** The words that add to a deadline or take from it, as they stand: they are read from the deadline in force. */
const ADDING = new RegExp(
  either(
    `${MOVES}(?: [^\\s.;,]+){0,8}? (?:by|for) (?:about |up to |nearly )?(?:${MORE} )?(?:${NUMBER} )?(?:more |further |additional )?${UNIT}\\b`,
    `\\b${MORE} (?:${NUMBER} )?${UNIT}\\b`,
    `\\b${NUMBER} (?:more|extra|additional|further) ${UNIT}\\b`,
    `\\b${NUMBER}-(?:hour|day|week|month) (?:extension|reprieve|pause|delay)\\b`,
    '(?:verlänger|verschieb|verschob|verkürz)\\p{L}*(?: \\S+){0,6}? um \\S+ (?:Stunden|Tage|Wochen?|Monate?)',
    'um \\S+ (?:Stunden|Tage|Wochen?|Monate?) (?:verlängert|verschoben|verkürzt)',
    "(?:prolong|report|repouss|recul|avanc)\\p{L}*(?: \\S+){0,6}? d(?:e |['’])\\S+ (?:heures?|jours?|semaines?|mois)",
    '(?:prorrog|ampl|extend|aplaz|retras|adelant)\\p{L}*(?: \\S+){0,6}? (?:por |en )?(?:\\d+|un[ao]?|dos|tres|cuatro|diez) (?:horas?|días?|semanas?|mes(?:es)?)',
    '(?:продовж|відклад|відклал|перен[ео]с|скорот)\\p{L}*(?: \\S+){0,6}? на (?:\\S+ )?(?:годин\\p{L}*|дн\\p{L}+|день|тижд?\\p{L}+|місяц\\p{L}+)',
    '(?:продл|отлож|перен[её]с|сократ)\\p{L}*(?: \\S+){0,6}? на (?:\\S+ )?(?:час\\p{L}*|дн\\p{L}+|день|недел\\p{L}+|месяц\\p{L}*)',
  ),
  'iu',
);
const NEARLY = '(?:about |around |the |just )?';
/** "A delay of 90 days" is no deadline; "to 10 or 12 days" is one. */
const TO = new RegExp(
  `\\b(?:to|until|till|for|of|is now|is|now|on) ${NEARLY}(${POINT})|\\b(?:to|deadline (?:of|is)) ${NEARLY}(${DURATION})`,
  'i',
);
/** "Cut from 50 days to 10 or 12 days": the one it was is not the one it is. */
const FROM = /\bfrom (?:the |its |his )?(?:original |previous )?[^,;]{2,40}?(?= to )/i;
const MOVING =
  /deadline|ultimatum|time limit|timeline|frist|plazo|délai|extend|postpone|delay|shorten|cut|moved|days|until/i;

function newDeadline(sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    const added = ADDING.exec(sentence)?.[0] ?? null;
    if (added !== null) return added.trim();
    if (!MOVING.test(sentence) || ADDED.test(sentence)) continue;
    const now = sentence.replace(FROM, ' ');
    const { text, words } = marked(now);
    const [, point, duration] = TO.exec(text) ?? [];
    const found = point ?? duration ?? takeDeadline(text).found;
    if (found !== null) return words(found).trim();
  }
  return null;
}

/** Leads to a date that is the new one. */
const NEW_DATE = /(?:^|\s)(?:to|now|auf(?: den)?|zum|au|al|на)\s$/i;

/** "bis 30. September", in any language that is read: a date that says itself that it is an end. */
function endIn(text: string, context: ReadingContext, steps: Steps): string | null {
  if (ADDED.test(text)) return null;
  const plain = unmarked(text);
  const [first, second] = findDeadlines(plain, context, steps);
  if (first === undefined || second !== undefined) return null;
  const ends = first.reasons.includes('by') || NEW_DATE.test(plain.slice(0, first.start));
  return ends ? first.words : null;
}

/**
 * What a news post says became of an ultimatum, by plain rules of language. `saying` is when it was posted. Only the
 * first 4,000 characters are looked at.
 */
export function proposeUpdate(
  post: string,
  context: ReadingContext,
  steps: Steps = stepsFor(post),
): UpdateProposal {
  const text = post.slice(0, MAX_POST_LENGTH);
  steps.take(text.length);
  const sentences = sentencesOf(text);
  const happened = happenedIn(sentences);
  const dated = happened === 'move' || happened === 'resume';
  const deadline = dated ? (newDeadline(sentences) ?? endIn(text, context, steps)) : null;
  return { happened, deadline, quote: quoteIn(text) };
}
