/** Puts the atoms of a run together into phrases. */
import { fault, type Atom } from './atom.js';
import {
  emptyDraft,
  finishPhrase,
  inheritFaults,
  isRange,
  keepTime,
  applyMark,
  hasContent,
  type PhraseDraft,
} from './draft.js';
import type { AtomOf, Phrase } from './phrase.js';
import { fitsPhrase } from './phrase-fit.js';
import type { Run } from './scan.js';
import { isElapsed } from './span.js';
import type { Steps } from './steps.js';
import { sharesZone } from './zones.js';

/** "The day after the day after …": so often one day may be counted from another. */
const MAX_DEPTH = 4;
/** More parts than any one time expression has. */
const MAX_ATOMS = 24;

/** What leads to the same time by another clock. */
const SECOND_CLOCK = /^(?:(?:local-time ?)?,? ?\(|\/|,|,? ?or|,? ?\( or|= ?)$/;
const BESIDE = /^(?:in|,|)$/;

const TOO_DEEP = fault(() => ({ kind: 'nested-too-deep' }));

/** The phrases that begin inside of a run, each put together once however often it is asked for. */
class NestedPhrases {
  readonly #known = new Map<number, PhraseDraft | null>();

  constructor(
    readonly run: Run,
    readonly steps: Steps,
  ) {}

  /** The first phrase from the atom `from` on, `depth` levels inside of others; null where none says anything. */
  first(from: number, depth: number): PhraseDraft | null {
    const atom = this.run.atoms[from];
    if (atom === undefined) return null;
    if (depth > MAX_DEPTH)
      return { ...emptyDraft(atom.start), end: atom.end, fault: { ...atom, ...TOO_DEEP } };
    const key = from * (MAX_DEPTH + 1) + depth;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = new PhraseBuilder(this, from, depth).first();
    this.#known.set(key, found);
    return found;
  }
}

/** Puts the atoms of a run together from one of them on; what does not fit the phrase before begins another. */
class PhraseBuilder {
  readonly #atoms: readonly Atom[];
  readonly #links: readonly string[];
  readonly #closed: PhraseDraft[] = [];
  #mark: string | null = null;
  #current: PhraseDraft | null = null;

  constructor(
    private readonly parts: NestedPhrases,
    private readonly from: number,
    private readonly depth: number,
  ) {
    this.#atoms = parts.run.atoms;
    this.#links = parts.run.links;
  }

  all(): readonly PhraseDraft[] {
    this.#addUntil(this.#atoms.length, () => false);
    return this.#withContent();
  }

  /** Stops where the first phrase that says something is followed by another. */
  first(): PhraseDraft | null {
    this.#addUntil(this.from + MAX_ATOMS, () => this.#closed.length > 0);
    return this.#withContent()[0] ?? null;
  }

  #addUntil(end: number, isDone: () => boolean): void {
    for (let index = this.from; index < end && !isDone(); index += 1) {
      const atom = this.#atoms[index];
      if (atom === undefined || !this.parts.steps.take()) break;
      index = this.#add(atom, index);
    }
  }

  #withContent(): readonly PhraseDraft[] {
    const current = this.#current;
    return current !== null && hasContent(current) ? [...this.#closed, current] : this.#closed;
  }

  #startDraft(atom: Atom): PhraseDraft {
    if (this.#current !== null && hasContent(this.#current)) this.#closed.push(this.#current);
    const made = emptyDraft(atom.start);
    this.#current = made;
    return made;
  }

  #add(atom: Atom, index: number): number {
    const current = this.#current ?? this.#startDraft(atom);
    const link = this.#links[index] ?? '';
    const end = this.#addClock(current, atom, link, index) ?? this.#addEnd(current, atom, link, index);
    if (end !== null) return end;
    const place = { link, mark: this.#mark, next: this.#atoms[index + 1] };
    const fitting = fitsPhrase(current, atom, place) ? current : this.#startDraft(atom);
    const next = this.#absorb(fitting, atom, link, index);
    this.#mark = atom.kind === 'mark' ? atom.mark : null;
    fitting.end = Math.max(fitting.end, this.#atoms[next]?.end ?? atom.end);
    return next;
  }

  /** The last atom from `index` on that ends where a phrase does. */
  #lastOf({ end }: PhraseDraft, index: number): number {
    let last = index;
    while ((this.#atoms[last + 1]?.end ?? Infinity) <= end) last += 1;
    return last;
  }

  /** "10 a.m. (0800 GMT) on Monday": the day behind belongs to the first clock, one in the brackets to the second. */
  #addClock(current: PhraseDraft, atom: Atom, link: string, index: number): number | null {
    const zone = this.#atoms[index + 1];
    if (atom.kind !== 'time' || current.time === null || current.toTime !== null || current.till !== null)
      return null;
    if (!SECOND_CLOCK.test(link) || zone?.kind !== 'zone' || !BESIDE.test(this.#links[index + 1] ?? ''))
      return null;
    const day = this.#atoms[index + 2];
    const inside =
      link.includes('(') &&
      day?.kind === 'days' &&
      !/\)/.test(this.#links[index + 2] ?? '') &&
      this.parts.run.behind[index + 2] === ')';
    const last = inside ? index + 2 : index + 1;
    current.clocks = [...current.clocks, { time: atom, zone, days: inside ? day : null }];
    current.end = this.#atoms[last]?.end ?? current.end;
    this.#mark = null;
    return last;
  }

  /** "From Friday 2 pm until Saturday 4 pm": the end is a day and a time of its own. */
  #addEnd(current: PhraseDraft, atom: Atom, link: string, index: number): number | null {
    const until = atom.kind === 'mark' && (atom.mark === 'until' || atom.mark === 'within');
    const from = until ? index + 1 : /^(?:to|-|and)$/.test(link) ? index : null;
    if (from === null || current.time === null || current.toTime !== null || current.till !== null)
      return null;
    const bounded = until || current.from || current.between;
    if (!bounded && (link === 'and' || current.days.length === 0)) return null;
    const till = this.parts.first(from, this.depth + 1);
    if (till === null || till.days.length === 0 || till.time === null) return null;
    if (current.zone !== null && till.zone !== null) return null;
    current.till = till;
    inheritFaults(current, till);
    current.end = till.end;
    return this.#lastOf(till, index);
  }

  #absorb(current: PhraseDraft, atom: Atom, link: string, index: number): number {
    switch (atom.kind) {
      case 'mark':
        applyMark(current, atom.mark);
        return index;
      case 'days':
        if (current.days.length > 0 && isRange(current, link, this.#mark)) current.to = atom;
        else current.days = [...current.days, atom];
        return index;
      case 'count':
        if (atom.lasting && hasContent(current)) return this.#addDuration(current, atom, index);
        current.count = atom;
        current.past ||= atom.past;
        return this.#addBaseAfter(current, index);
      case 'offset':
        current.offset = atom;
        return this.#addBase(current, index + 1, 1);
      case 'time':
        if (current.time === null) current.time = atom;
        else current.toTime = atom.time;
        if (atom.to !== undefined) current.toTime = atom.to;
        return index;
      case 'part':
        current.part = atom;
        return index;
      case 'zone':
        // "Jerusalem time (IST)": the place says more than the abbreviation.
        if (current.zone === null || !sharesZone(atom.name, current.zone.zone)) current.zone = atom;
        return index;
      case 'instant':
        current.instant = atom;
        return index;
      case 'fault':
        current.fault ??= atom;
        return index;
      case 'unknown-zone':
        current.unknownZone ??= atom;
        return index;
    }
  }

  /** "From 18 December for 10 days": counted from what was said before. */
  #addDuration(current: PhraseDraft, atom: AtomOf<'count'>, index: number): number {
    current.base = { sign: 1, of: { ...current } };
    current.count = atom;
    current.days = [];
    current.time = null;
    current.from = false;
    return index;
  }

  /** "Three days from Tuesday", "a week before Christmas"; a count with nothing behind "before" says nothing. */
  #addBaseAfter(current: PhraseDraft, index: number): number {
    const mark = this.#atoms[index + 1];
    // "Within 30 days of 1 August".
    if (
      mark?.kind === 'days' &&
      current.count?.count.open === true &&
      /^of(?: the)?$/.test(this.#links[index + 1] ?? '')
    )
      return this.#addBase(current, index + 1, 1);
    if (mark?.kind !== 'mark' || !/^(?:from|after|before|effective)$/.test(mark.mark)) return index;
    if (this.#links[index + 1] !== '') return index;
    const next = this.#atoms[index + 2];
    if (next === undefined || next.kind === 'mark') {
      current.past ||= mark.mark === 'before';
      return index + 1;
    }
    return this.#addBase(current, index + 2, mark.mark === 'before' ? -1 : 1);
  }

  /** What follows is one phrase of its own, from which this one is counted. */
  #addBase(current: PhraseDraft, from: number, sign: 1 | -1): number {
    const base = this.parts.first(from, this.depth + 1);
    if (base === null) return from - 1;
    current.base = { sign, of: base };
    inheritFaults(current, base);
    if (current.offset !== null) current.days = base.days;
    if (current.count === null || !isElapsed(current.count.count.high)) keepTime(current, base);
    return this.#lastOf(base, from);
  }
}

/** The time expressions of a run. Every part is put together once at each depth, so that the work is linear in them. */
export function phrasesOf(run: Run, steps: Steps): readonly Phrase[] {
  return new PhraseBuilder(new NestedPhrases(run, steps), 0, 0).all().map(finishPhrase);
}
