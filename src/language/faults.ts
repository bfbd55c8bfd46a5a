/** Finds what a phrase names and the calendar does not have: "31 June". */
import type { ReadFault } from '../domain/reading-facts.js';
import type { Atom } from './atom.js';
import type { Anchor } from './anchor.js';
import type { AtomOf, Phrase } from './phrase.js';
import type { NormalizedText } from './normalized-text.js';
import { noSuchDay } from './rules/month-days.js';
import { MONTH, monthOf, YEAR } from './rules/words.js';

const MONTHS = new RegExp(`\\b${MONTH}\\b`);
const THAT_YEAR = new RegExp(`\\b${YEAR}\\b`);

/** The date that figures name: the month is the number that can be one. */
interface NamedDate {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

function dateInFigures(text: string): NamedDate | null {
  const [, y, m, d] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})/.exec(text) ?? [];
  if (y !== undefined) return { day: Number(d), month: Number(m), year: Number(y) };
  const [, a, b, year] = /(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?(?![\d])/.exec(text) ?? [];
  if (a === undefined) return null;
  const whole = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const [day, month] = Number(b) <= 12 ? [Number(a), Number(b)] : [Number(b), Number(a)];
  return { day, month, year: whole };
}

/** Every date that the words name by a month and a number. */
function datesIn(text: string): readonly NamedDate[] {
  const month = MONTHS.exec(text)?.[1];
  if (month === undefined) {
    const named = dateInFigures(text);
    return named === null ? [] : [named];
  }
  const year = THAT_YEAR.exec(text)?.[1];
  const rest = text.replace(THAT_YEAR, '');
  const numbers = rest.match(/\d{1,2}(?=th\b|\b)/g) ?? [];
  return numbers.map((day) => ({
    day: Number(day),
    month: monthOf(month),
    year: year === undefined ? null : Number(year),
  }));
}

/** The days that a phrase names, those that it is counted from and those at which it ends among them. */
function daysNamedIn({ days, to, base, till }: Phrase): readonly AtomOf<'days'>[] {
  const inside = [base?.of, till].flatMap((phrase) =>
    phrase === undefined || phrase === null ? [] : daysNamedIn(phrase),
  );
  return [...days, ...(to === null ? [] : [to]), ...inside];
}

interface Missing {
  readonly fault: ReadFault;
  /** Whether it is a date for certain, and no version or score. */
  readonly sure: boolean;
}

/** What a phrase names that the calendar does not have; null where there is no such thing. */
export function missingDay(phrase: Phrase, normalized: NormalizedText, anchor: Anchor): Missing | null {
  for (const named of daysNamedIn(phrase)) {
    if (named.resolve(anchor) !== null) continue;
    const text = normalized.words.slice(named.start, named.end).map(({ word }) => word);
    const [fault = null] = datesIn(text.join(' ')).flatMap(
      ({ day, month, year }) => noSuchDay(day, month, year) ?? [],
    );
    return {
      fault: fault ?? { kind: 'not-a-date', given: asWritten(named, normalized) },
      sure: fault !== null,
    };
  }
  return null;
}

/** The words of an atom as they were written. */
const asWritten = ({ start, end }: Atom, { words, written }: NormalizedText): string =>
  written.slice(words[start]?.start ?? 0, words[end - 1]?.end ?? 0);

/** What in a phrase can't be read. */
export const faultIn = (atom: AtomOf<'fault'>, normalized: NormalizedText): ReadFault =>
  atom.reason(asWritten(atom, normalized));

/** The zone of a phrase that is none that is known: a fault, and a reason to ask. */
export const unknownZoneIn = (
  atom: AtomOf<'unknown-zone'>,
  normalized: NormalizedText,
): Extract<ReadFault, { kind: 'unknown-zone' }> => ({
  kind: 'unknown-zone',
  given: asWritten(atom, normalized),
});
