/** Reads a length of time that adds to an earlier deadline, or takes from it (rules 32). */
import type { AmbiguityReason, Assumption } from '../domain/reading-facts.js';
import type { DatedReading, Reading, ReadResult } from '../domain/reading.js';
import { anchorAt, type Anchor } from './anchor.js';
import { readingOfDays, readingOfInstants, type ReadingFrame } from './build.js';
import { instantOf, isoDay, localDay, zoneNamed, type Day } from './calendar.js';
import { CLAUSE_STEPS, spanOf } from './clause.js';
import { EITHER_WHEN_MOVING, EXTENSIONS, OPEN_WHEN_MOVING } from './lexicon/extensions.js';
import type { AtomOf, Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';
import { readingsOf, readPhrase, withoutPast } from './read-phrase.js';
import { EXTENSION, rejected, type ReadingOrigin } from './refuse.js';
import { ambiguous } from './resolve-reading.js';
import { plusAmount } from './rules/counts.js';
import { daysFrom, isElapsed, type Amount } from './span.js';

/** How a count stands to an earlier deadline: added, taken away, either of both, or added or counted from now. `total`: in its place. */
type ExtensionKind = 'later' | 'earlier' | 'either' | 'open' | 'total';

const DAY_SECONDS = 86_400;
const EXTENDED_OR_NOW: AmbiguityReason = { kind: 'extension' };

/** Counted from the statement by its own words: "from now", "hence", "within". */
const FROM_STATEMENT =
  /^(?:within|inside|over|during) |(?: (?:from|after|of|following|starting|effective|beginning) .*| hence| away| out)$/;
const ONE_UNIT = /^(?:(?:in|for) )?(?:the )?(?:an?|1) (?!and|or|to|\d)/;
const MORE = /\bfurther\b/g;

function kindOf(
  clause: string,
  counted: string,
  { language, moving }: { readonly language: string; readonly moving: boolean },
): ExtensionKind | null {
  const words = EXTENSIONS[language] ?? EXTENSIONS['en'];
  if (words === undefined) return null;
  if (words.total.test(clause)) return 'total';
  if (words.either.test(clause) || (moving && EITHER_WHEN_MOVING.test(clause))) return 'either';
  if (words.earlier.test(clause)) return 'earlier';
  if (words.later.test(clause)) return 'later';
  if (words.open.test(clause) || (moving && OPEN_WHEN_MOVING.test(clause))) return 'open';
  if (ONE_UNIT.test(counted) && words.single.test(clause)) return 'open';
  return words.added.test(clause) ? 'later' : null;
}

/** The count of a phrase that names no day and nothing that it is counted from. */
const bareCount = ({ count, base, days, instant }: Phrase): AtomOf<'count'> | null =>
  base === null && instant === null && days.length === 0 ? count : null;

function extensionKind(
  count: AtomOf<'count'>,
  { normalized, clauses, context, steps }: ReadInput,
): ExtensionKind | null {
  const { words, language } = normalized;
  const span = spanOf(count, normalized);
  if (span === null) return null;
  steps.take(CLAUSE_STEPS);
  const counted = words
    .slice(count.start, count.end)
    .map(({ word }) => word)
    .join(' ')
    .replaceAll(MORE, 'more');
  if (FROM_STATEMENT.test(counted)) return null;
  return kindOf(clauses.clauseAround(span), counted, { language, moving: context.inForce !== undefined });
}

/**
 * A phrase without the date that a deadline is moved from: of "moved from 5 April to 9 July" only the second date holds.
 * Null where the first one is all there is of it.
 */
export function withoutOrigin(phrase: Phrase, { normalized, clauses, steps }: ReadInput): Phrase | null {
  const { language } = normalized;
  const span = spanOf(phrase, normalized);
  const dayless = phrase.days.length === 0 && phrase.count === null && phrase.time !== null;
  if ((phrase.days.length === 0 && !dayless) || span === null) return phrase;
  const named = dayless || phrase.days.some(({ of }) => of !== 'range');
  steps.take(CLAUSE_STEPS);
  const clause = clauses.clauseAround(span);
  if (named && EXTENSIONS[language]?.replaced.test(clause) === true) return null;
  if (!named || EXTENSIONS[language]?.origin.test(clause) !== true) return phrase;
  if (dayless) return null;
  if (phrase.to !== null) return { ...phrase, days: [phrase.to], to: null, bound: 'by' };
  return phrase.till ?? (phrase.bound === 'effective' ? null : phrase);
}

/** Where a deadline ends in its own calendar: `seconds` is null where that is with its day. */
interface DeadlineEnd {
  readonly day: Day;
  readonly seconds: number | null;
}

function endOfDeadline({ latest, precision, bound }: DatedReading, { zone }: Anchor): DeadlineEnd {
  const end = localDay(latest, zone);
  if (precision === 'instant' || end.seconds !== 0) return end;
  return { day: bound === 'by' ? end.day - 1 : end.day, seconds: null };
}

/** The deadline so much later, or earlier where `sign` is −1, with its own bound. */
function movedBy(
  count: AtomOf<'count'>,
  deadline: DatedReading,
  sign: 1 | -1,
  anchor: Anchor,
  words: string,
): Reading {
  const { low, high } = count.count;
  const { zone, zoneFrom, bound } = deadline;
  const end = endOfDeadline(deadline, anchor);
  const assumed: Assumption = {
    kind: 'from-deadline',
    way: sign === 1 ? 'after' : 'before',
    low,
    high,
    from: isoDay(end.day),
    time: end.seconds,
  };
  const frame: ReadingFrame = { words, zone, zoneFrom, bound, orSooner: false, assumed: [assumed] };
  const broken = [low, high].some((amount) => isElapsed(amount) && amount.seconds % DAY_SECONDS !== 0);
  if (end.seconds === null && !broken) {
    const days = [low, high].map(
      (amount) => plusAmount(end.day, amount, sign) + sign * (amount.seconds / DAY_SECONDS),
    );
    const span = daysFrom(Math.min(...days), Math.max(...days));
    return readingOfDays(frame, { ...span, open: bound === 'by' && deadline.openBeginning }, anchor);
  }
  const from = localDay(deadline.latest, anchor.zone);
  const at = (amount: Amount) =>
    instantOf(plusAmount(from.day, amount, sign), from.seconds, anchor.zone) + sign * amount.seconds * 1000;
  const [first, last] = [at(low), at(high)].toSorted((a, b) => a - b);
  return readingOfInstants(frame, first ?? 0, last ?? 0, anchor, false, []);
}

const SIGNS: Readonly<Record<Exclude<ExtensionKind, 'total'>, readonly (1 | -1)[]>> = {
  later: [1],
  earlier: [-1],
  either: [-1, 1],
  open: [1],
};

/** Whether a count is a new length of the whole time ("extended to 90 days"), which counts from its beginning. */
export function isNewLength(phrase: Phrase, input: ReadInput): boolean {
  const count = bareCount(phrase);
  return count !== null && extensionKind(count, input) === 'total';
}

/** What a phrase comes to that moves a deadline by a length of time; null for one that does not. */
export function readExtension(phrase: Phrase, input: ReadInput): ReadResult | null {
  const count = bareCount(phrase);
  const kind = count === null ? null : extensionKind(count, input);
  if (count === null || kind === null) return null;
  const { words, context, order, steps } = input;
  const { inForce, at, clock } = context;
  const base: ReadingOrigin = { words, zone: context.zone, zoneFrom: context.zoneFrom };
  const fromNow = () => readingsOf(readPhrase(phrase, input)?.result ?? null);
  if (kind === 'total')
    return inForce === undefined ? ambiguous(fromNow(), { kind: 'count-start-unknown' }) : null;
  const zone = inForce === undefined ? null : zoneNamed(inForce.zone);
  if (inForce === undefined || zone === null) {
    const now = kind === 'open' ? fromNow() : [];
    return now.length === 0 ? rejected(base, EXTENSION) : ambiguous(now, { kind: 'extension-unknown' });
  }
  const anchor = anchorAt(at, zone, { clock, order, back: false, steps });
  const moved = SIGNS[kind].map((sign) => movedBy(count, inForce, sign, anchor, words));
  if (kind === 'either') return withoutPast(ambiguous(moved, { kind: 'extension-way' }), base, at);
  // Of a deadline that is over it may be a new one as well.
  const asked = kind === 'open' || (kind === 'later' && at >= inForce.latest);
  const all = asked ? [...moved, ...fromNow()] : moved;
  const [only] = all;
  if (only === undefined) return null;
  const result: ReadResult = asked ? ambiguous(all, EXTENDED_OR_NOW) : { kind: 'read', reading: only };
  return withoutPast(result, base, at);
}
