/** A phrase while its parts are put together. */
import type { Atom } from './atom.js';
import type { AtomOf, Phrase } from './phrase.js';

/** A phrase while its parts are put together. */
export type PhraseDraft = { -readonly [K in keyof Phrase]: Phrase[K] } & { between: boolean; from: boolean };

export const emptyDraft = (start: number): PhraseDraft => ({
  start,
  end: start,
  bound: 'by',
  limits: false,
  lower: false,
  past: false,
  repeated: false,
  orSooner: false,
  days: [],
  till: null,
  to: null,
  count: null,
  base: null,
  offset: null,
  time: null,
  toTime: null,
  part: null,
  zone: null,
  clocks: [],
  instant: null,
  fault: null,
  unknownZone: null,
  between: false,
  from: false,
});

export const hasContent = ({ days, count, time, part, instant, fault }: PhraseDraft) =>
  days.length > 0 || count !== null || time !== null || part !== null || instant !== null || fault !== null;

const RANGE = /^(?:to|or|-|through|until)(?: the)?$/;
const AND = /^and(?: the)?$/;

/** Whether the words before an atom, or the mark right before it, make it the other end of a range. */
export const isRange = ({ between }: PhraseDraft, link: string, mark: string | null) =>
  RANGE.test(link) || (between && AND.test(link)) || mark === 'until' || mark === 'within';

/** "2 days before Christmas at 18:00": of days counted from a day, the hour named is that of the last. */
export function keepTime(current: PhraseDraft, { time, toTime, part }: Phrase): void {
  current.time ??= time;
  current.toTime ??= toTime;
  current.part ??= part;
}

/** What can't be read in a part can't be read in the whole. */
export function inheritFaults(current: PhraseDraft, { fault, unknownZone }: Phrase): void {
  current.fault ??= fault;
  current.unknownZone ??= unknownZone;
}

/** Two names of one day: "Friday, 8 August", "Tuesday of next week", "today, 3 September". */
export function sameDay(known: AtomOf<'days'>, more: AtomOf<'days'>): boolean {
  const kinds = `${known.of} ${more.of}`;
  if (known.of === 'day-end' || more.of === 'day-end') return true;
  return /^(?:weekday|day) (?:date|ordinal|range)$|^date (?:weekday|day)$|^weekday week$|^week weekday$|^ordinal (?:period|weekday)$/.test(
    kinds,
  );
}

/** What a mark says of the phrase it stands in. */
export function applyMark(current: PhraseDraft, mark: Extract<Atom, { kind: 'mark' }>['mark']): void {
  const said = hasContent(current);
  if (mark === 'before') current.bound = 'before';
  // "Before the end of the week of 18 August" ends with it.
  if (mark === 'by' && !said && current.bound === 'before') current.bound = 'by';
  if (mark === 'effective') current.bound = 'effective';
  if (mark === 'after' || mark === 'earliest') current.lower = true;
  if (mark === 'from' && !said) current.from = true;
  if (mark === 'between') current.between = true;
  if (mark === 'or-sooner') current.orSooner = true;
  if (mark === 'ago') current.past = true;
  if (mark === 'repeated') current.repeated = true;
  if (mark === 'by' || mark === 'until' || mark === 'within' || mark === 'before') current.limits = true;
}

/** "From Friday" without an end is when the threat begins to bite; a weak time alone ("at 10") says nothing. */
export function finishPhrase({ between: _between, from, ...phrase }: PhraseDraft): Phrase {
  const ranged = phrase.days.some((day) => day.of === 'range');
  const alone = from && !ranged && phrase.to === null && phrase.toTime === null && phrase.count === null;
  return alone ? { ...phrase, bound: 'effective' } : phrase;
}
