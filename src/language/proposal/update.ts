/** Proposes what a news post says of an ultimatum on record. */
import { findDeadlines, MAX_POST_LENGTH, stepsFor, type ReadingContext, type Steps } from '../index.js';
import { happenedIn, type ReportedEvent } from './happened.js';
import { quoteIn } from './record.js';
import { sentencesOf, unmarked } from './text.js';
import { takeDeadline } from './tail.js';
import { DURATION, marked, POINT } from './time.js';

/** What is proposed for an update; a person corrects it. */
export interface UpdateProposal {
  readonly happened: ReportedEvent;
  /** The words of the new deadline, where it was moved or set again. */
  readonly deadline: string | null;
  readonly quote: string | null;
}

/** "By 90 days" and "another 90 days" count from the old deadline and not from the statement: nothing is proposed. */
const ADDED =
  /\b(?:(?:by|for) (?:another |a further |an extra )?\d+|another|further|extra|more) ?(?:\w+ )?(?:hours?|days?|weeks?|months?)\b|\b\d+ more\b/i;
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
    if (!MOVING.test(sentence) || ADDED.test(sentence)) continue;
    const now = sentence.replace(FROM, ' ');
    const { text, words } = marked(now);
    const [, point, duration] = TO.exec(text) ?? [];
    const found = point ?? duration ?? takeDeadline(text).found;
    if (found !== null) return words(found).trim();
  }
  return null;
}

/** "bis 30. September", in any language that is read: a date that says itself that it is an end. */
function endIn(text: string, context: ReadingContext, steps: Steps): string | null {
  if (ADDED.test(text)) return null;
  const [first, second] = findDeadlines(unmarked(text), context, steps);
  return first?.reasons.includes('by') === true && second === undefined ? first.words : null;
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
