/** A count whose beginning the sentence names: "In a letter dated 2 May … 30 days", "the 60-day clock started on 1 June". */
import { CLAUSE_STEPS, spanOf, textBetween } from './clause.js';
import { COUNT_STARTS, SAYING } from './lexicon/count-starts.js';
import type { AtomOf, Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';
import { isPastEvent } from './tense/past-event.js';

/** A date from which a count beside it is counted. */
export interface CountStart {
  /** The count, counted from that date. */
  readonly counted: Phrase;
  /** The date by itself says nothing more. */
  readonly start: Phrase;
  /** Whether the words say so; else it is the date of a letter, and the count may begin with the statement. */
  readonly sure: boolean;
}

/** "Starting Thursday": a beginning to come. */
const BEGINS =
  /«(?:starting|beginning|commencing|from) |(?:starting|beginning|commencing|will (?:start|begin))(?: on| from)? «/;

/** "Trump on Tuesday gave them two weeks": the last Tuesday. */
const lookingBack = (day: AtomOf<'days'>): AtomOf<'days'> =>
  day.of === 'weekday' ? { ...day, resolve: (anchor) => day.resolve({ ...anchor, back: true }) } : day;

/** The count and its beginning lie within one sentence, and not farther apart than this, in UTF-16 units. */
const REACH = 160;

const isBareCount = ({ count, base, days, instant, past }: Phrase): boolean =>
  count !== null && base === null && instant === null && days.length === 0 && !past;

/** What stands between a count and the day of the event that it is counted from or back from. */
const OF_EVENT =
  /^ (?<way>before|prior to|after|following) (?:the|a|an|its|their|his|her|this) [^,.;:!?()«»“”"]{2,60} (?:on|of) (?:the )?$/i;

/** Somebody has to act by then. */
const OWED =
  /\b(?:must|shall|should|ha(?:s|ve|d) to|needs? to|(?:is|are) to|be|due|deadline|no later|at the latest|unless)\b/i;

/** "Two weeks before the summit on 1 September": counted back from that day; null where it is none such. */
function countedByEvent(count: Phrase, start: Phrase | undefined, input: ReadInput): Phrase | null {
  if (start === undefined || !isDate(start) || start.limits) return null;
  if (!isBareCount({ ...count, past: false }) || !input.steps.take(CLAUSE_STEPS)) return null;
  const [from, to] = [
    spanOf({ ...count, end: count.count?.end ?? count.end }, input.normalized),
    spanOf(start, input.normalized),
  ];
  if (from === null || to === null || to[0] - from[1] > REACH) return null;
  const way = OF_EVENT.exec(input.text.slice(from[1], to[0]))?.groups?.['way'];
  const { before, after } = input.clauses.sentenceAround([from[0], to[1]]);
  const alone = !/\p{L}/u.test(`${before}${after}`);
  if (way === undefined || !(alone || OWED.test(before) || OWED.test(after))) return null;
  const sign = /^(?:before|prior)/i.test(way) ? -1 : 1;
  return { ...count, past: false, bound: 'by', limits: true, base: { sign, of: { ...start, bound: 'by' } } };
}

const isDate = ({ days, count, to, till, time }: Phrase): boolean =>
  days.length > 0 &&
  days.every(({ of }) => of === 'date' || of === 'weekday') &&
  count === null &&
  to === null &&
  till === null &&
  time === null;

function kindOf(start: Phrase, input: ReadInput): 'sure' | 'dated' | null {
  const { normalized, clauses, steps } = input;
  const patterns = COUNT_STARTS[normalized.language];
  const span = spanOf(start, normalized);
  if (patterns === undefined || span === null || !steps.take(CLAUSE_STEPS)) return null;
  const clause = clauses.clauseAround(span);
  if (patterns.runs.test(clause)) return 'sure';
  if (patterns.dated.test(clause)) return 'dated';
  return SAYING.test(clause) && isPastEvent(start, input) ? 'dated' : null;
}

function beginsAhead(start: Phrase, { normalized, clauses }: ReadInput): boolean {
  const span = spanOf(start, normalized);
  return span !== null && BEGINS.test(clauses.clauseAround(span));
}

function isNear(a: Phrase, b: Phrase, input: ReadInput): boolean {
  const between = textBetween(a, b, input, REACH);
  return between !== null && !/[;!?\n]|\p{L}{3,}\.\s/u.test(between);
}

/** The counts among some phrases that begin with a date named beside them. */
export function countStarts(phrases: readonly Phrase[], input: ReadInput): ReadonlyMap<Phrase, CountStart> {
  const found = new Map<Phrase, CountStart>();
  for (const [index, count] of phrases.entries()) {
    const [next] = phrases.slice(index + 1, index + 2);
    const byEvent = countedByEvent(count, next, input);
    if (byEvent !== null && next !== undefined)
      found.set(count, { counted: byEvent, start: next, sure: true });
    if (byEvent !== null || !isBareCount(count)) continue;
    for (const start of [phrases[index - 1], phrases[index + 1]]) {
      if (start === undefined || !isDate(start) || !isNear(count, start, input)) continue;
      const kind = kindOf(start, input);
      // "Has fallen for three months, the bank said on Thursday": how long it lasted is not counted from there.
      if (kind === null || (kind === 'dated' && isPastEvent(count, input))) continue;
      const of: Phrase = {
        ...start,
        days: beginsAhead(start, input) ? start.days : start.days.map(lookingBack),
        bound: 'by',
        past: false,
        lower: false,
      };
      const counted: Phrase = { ...count, base: { sign: 1, of } };
      found.set(count, { counted, start, sure: kind === 'sure' });
      break;
    }
  }
  return found;
}
