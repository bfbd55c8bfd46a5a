import type { Atom } from './atom.js';
import type { TimeOfDay } from './span.js';
import type { Run } from './scan.js';

type Of<K extends Atom['kind']> = Extract<Atom, { kind: K }>;

/** One time expression, put together from its parts; what each means is not worked out yet. */
export interface Phrase {
  /** Indexes of the plain words, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly bound: 'by' | 'before' | 'effective';
  /** Whether a word such as "by" or "until" stands before it. */
  readonly limits: boolean;
  /** It says only from when on: no deadline. */
  readonly lower: boolean;
  /** It is said to be over. */
  readonly past: boolean;
  readonly orSooner: boolean;
  /** One day, or several words for it ("Friday", "8 August"). */
  readonly days: readonly Of<'days'>[];
  /** The other end of a range. */
  readonly to: Of<'days'> | null;
  readonly count: Of<'count'> | null;
  /** What a count or an offset is counted from, and in which direction. */
  readonly base: { readonly sign: 1 | -1; readonly of: Phrase } | null;
  readonly offset: Of<'offset'> | null;
  readonly time: Of<'time'> | null;
  readonly toTime: TimeOfDay | null;
  readonly part: Of<'part'> | null;
  readonly zone: Of<'zone'> | null;
  readonly instant: Of<'instant'> | null;
}

type Draft = { -readonly [K in keyof Phrase]: Phrase[K] } & { between: boolean; from: boolean };

const draft = (start: number): Draft => ({
  start,
  end: start,
  bound: 'by',
  limits: false,
  lower: false,
  past: false,
  orSooner: false,
  days: [],
  to: null,
  count: null,
  base: null,
  offset: null,
  time: null,
  toTime: null,
  part: null,
  zone: null,
  instant: null,
  between: false,
  from: false,
});

const says = ({ days, count, time, part, instant }: Draft) =>
  days.length > 0 || count !== null || time !== null || part !== null || instant !== null;

const RANGE = /^(?:to|or|-|through|until)(?: the)?$/;
const AND = /^and(?: the)?$/;

/** Whether the words before an atom, or the mark right before it, make it the other end of a range. */
const isRange = ({ between }: Draft, link: string, mark: string | null) =>
  RANGE.test(link) || (between && AND.test(link)) || mark === 'until' || mark === 'within';

/** Two names of one day: "Friday, 8 August", "Tuesday of next week", "today, 3 September". */
function sameDay(known: Of<'days'>, more: Of<'days'>): boolean {
  const kinds = `${known.of} ${more.of}`;
  if (known.of === 'day-end' || more.of === 'day-end') return true;
  return /^(?:weekday|day) (?:date|ordinal|range)$|^date (?:weekday|day)$|^weekday week$|^week weekday$|^ordinal (?:period|weekday)$/.test(
    kinds,
  );
}

/** Puts the atoms of a run together; what does not fit the phrase before begins another. */
class Assembly {
  readonly phrases: Draft[] = [];
  #mark: string | null = null;
  #current: Draft | null = null;

  constructor(
    private readonly atoms: readonly Atom[],
    private readonly links: readonly string[],
  ) {}

  run(): readonly Draft[] {
    for (let index = 0; index < this.atoms.length; index += 1) {
      const atom = this.atoms[index];
      if (atom !== undefined) index = this.#take(atom, index);
    }
    return this.phrases.filter(says);
  }

  #open(atom: Atom): Draft {
    const made = draft(atom.start);
    this.phrases.push(made);
    this.#current = made;
    return made;
  }

  #take(atom: Atom, index: number): number {
    const current = this.#current ?? this.#open(atom);
    const link = this.links[index] ?? '';
    const fitting = this.#fits(current, atom, link, index) ? current : this.#open(atom);
    const next = this.#absorb(fitting, atom, link, index);
    this.#mark = atom.kind === 'mark' ? atom.mark : null;
    fitting.end = Math.max(fitting.end, this.atoms[next]?.end ?? atom.end);
    return next;
  }

  #fits(current: Draft, atom: Atom, link: string, index: number): boolean {
    switch (atom.kind) {
      case 'mark':
        return this.#markFits(current, atom.mark, index);
      case 'days': {
        const [known] = current.days;
        if (known === undefined) return current.to === null && current.instant === null;
        if (isRange(current, link, this.#mark)) return current.to === null && current.count === null;
        return (
          current.days.length < 3 &&
          current.to === null &&
          !/\b(?:or|and)\b/.test(link) &&
          current.days.some((one) => sameDay(one, atom))
        );
      }
      case 'count':
        return (
          current.count === null &&
          current.instant === null &&
          current.time === null &&
          !/^(?:or|and)$/.test(link)
        );
      case 'time':
        if (current.time !== null) return current.toTime === null && isRange(current, link, this.#mark);
        return !/^(?:or|and)$/.test(link);
      case 'offset':
        return !says(current);
      case 'instant':
        return !says(current);
      case 'part':
        return current.part === null;
      case 'zone':
        return true;
    }
  }

  #markFits(current: Draft, mark: string, index: number): boolean {
    if (!says(current) || mark === 'or-sooner' || mark === 'ago') return true;
    const next = this.atoms[index + 1];
    if (mark === 'by' && next === undefined) return true;
    if (mark === 'earliest' && next === undefined) return true;
    const range = (mark === 'until' || mark === 'within') && (current.days.length > 0 || current.from);
    if (range && current.to === null && (next?.kind === 'days' || next?.kind === 'time')) return true;
    // "Thursday before 5 pm", "today by noon": the day first, then its limit.
    return next?.kind === 'time' && current.time === null && current.days.length > 0;
  }

  #absorb(current: Draft, atom: Atom, link: string, index: number): number {
    switch (atom.kind) {
      case 'mark':
        this.#marked(current, atom.mark);
        return index;
      case 'days':
        if (current.days.length > 0 && isRange(current, link, this.#mark)) current.to = atom;
        else current.days = [...current.days, atom];
        return index;
      case 'count':
        current.count = atom;
        current.past ||= atom.past;
        return this.#based(current, index);
      case 'offset':
        current.offset = atom;
        return this.#rest(current, index + 1, 1);
      case 'time':
        if (current.time === null) current.time = atom;
        else current.toTime = atom.time;
        if (atom.to !== undefined) current.toTime = atom.to;
        return index;
      case 'part':
        current.part = atom;
        return index;
      case 'zone':
        current.zone = atom;
        return index;
      case 'instant':
        current.instant = atom;
        return index;
    }
  }

  #marked(current: Draft, mark: Extract<Atom, { kind: 'mark' }>['mark']): void {
    const said = says(current);
    if (mark === 'before') current.bound = 'before';
    if (mark === 'effective') current.bound = 'effective';
    if (mark === 'after' || mark === 'earliest') current.lower = true;
    if (mark === 'from' && !said) current.from = true;
    if (mark === 'between') current.between = true;
    if (mark === 'or-sooner') current.orSooner = true;
    if (mark === 'ago') current.past = true;
    if (mark === 'by' || mark === 'until' || mark === 'within' || mark === 'before') current.limits = true;
  }

  /** "Three days from Tuesday", "a week before Christmas"; a count with nothing behind "before" says nothing. */
  #based(current: Draft, index: number): number {
    const mark = this.atoms[index + 1];
    if (mark?.kind !== 'mark' || !/^(?:from|after|before|effective)$/.test(mark.mark)) return index;
    if (this.links[index + 1] !== '') return index;
    const next = this.atoms[index + 2];
    if (next === undefined || next.kind === 'mark') {
      current.past ||= mark.mark === 'before';
      return index + 1;
    }
    return this.#rest(current, index + 2, mark.mark === 'before' ? -1 : 1);
  }

  /** What follows is one phrase of its own, from which this one is counted. */
  #rest(current: Draft, from: number, sign: 1 | -1): number {
    const [base] = new Assembly(this.atoms.slice(from), this.links.slice(from)).run();
    if (base === undefined) return from - 1;
    current.base = { sign, of: base };
    if (current.offset !== null) current.days = base.days;
    const last = this.atoms.findLastIndex(({ end }) => end <= base.end);
    return Math.max(from, last);
  }
}

/** The time expressions of a run. */
export function phrasesOf({ atoms, links }: Run): readonly Phrase[] {
  return new Assembly(atoms, links).run().map(finished);
}

/** "From Friday" without an end is when the threat begins to bite; a weak time alone ("at 10") says nothing. */
function finished({ between: _between, from, ...phrase }: Draft): Phrase {
  const ranged = phrase.days.some((one) => one.of === 'range');
  const alone = from && !ranged && phrase.to === null && phrase.toTime === null && phrase.count === null;
  return alone ? { ...phrase, bound: 'effective' } : phrase;
}
