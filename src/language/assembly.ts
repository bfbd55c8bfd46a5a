import type { Atom } from './atom.js';
import { draft, finished, isRange, keepTime, marked, sameDay, says, type Draft } from './draft.js';
import type { Of, Phrase } from './phrase.js';
import type { Run } from './scan.js';
import { isElapsed } from './span.js';

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
    const end = this.#ending(current, atom, link, index);
    if (end !== null) return end;
    const fitting = this.#fits(current, atom, link, index) ? current : this.#open(atom);
    const next = this.#absorb(fitting, atom, link, index);
    this.#mark = atom.kind === 'mark' ? atom.mark : null;
    fitting.end = Math.max(fitting.end, this.atoms[next]?.end ?? atom.end);
    return next;
  }

  /** "From Friday 2 pm until Saturday 4 pm": the end is a day and a time of its own. */
  #ending(current: Draft, atom: Atom, link: string, index: number): number | null {
    const until = atom.kind === 'mark' && (atom.mark === 'until' || atom.mark === 'within');
    const from = until ? index + 1 : /^(?:to|-|and)$/.test(link) ? index : null;
    if (from === null || current.time === null || current.toTime !== null || current.till !== null)
      return null;
    const bounded = until || current.from || current.between;
    if (!bounded && (link === 'and' || current.days.length === 0)) return null;
    const [till] = new Assembly(this.atoms.slice(from), this.links.slice(from)).run();
    if (till === undefined || till.days.length === 0 || till.time === null) return null;
    if (current.zone !== null && till.zone !== null) return null;
    current.till = till;
    current.end = till.end;
    return Math.max(
      index,
      this.atoms.findLastIndex(({ end }) => end <= till.end),
    );
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
        if (atom.lasting && current.count === null && (current.days.length > 0 || current.time !== null))
          return true;
        return (
          current.count === null &&
          current.instant === null &&
          (current.time === null || atom.count.high.seconds === 0) &&
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
    // "Every day until Friday": what comes again has an end of its own.
    if (current.repeated) return false;
    if (mark === 'repeated') return current.days.length === 0 && current.count === null;
    if (!says(current) || mark === 'or-sooner' || mark === 'ago') return true;
    const next = this.atoms[index + 1];
    if (mark === 'by' && next === undefined) return true;
    if (mark === 'earliest' && next === undefined) return true;
    const range =
      (mark === 'until' || mark === 'within') &&
      (current.days.length > 0 || current.time !== null || current.from);
    if (range && current.to === null && (next?.kind === 'days' || next?.kind === 'time')) return true;
    // "Thursday before 5 pm", "today by noon": the day first, then its limit.
    return next?.kind === 'time' && current.time === null && current.days.length > 0;
  }

  #absorb(current: Draft, atom: Atom, link: string, index: number): number {
    switch (atom.kind) {
      case 'mark':
        marked(current, atom.mark);
        return index;
      case 'days':
        if (current.days.length > 0 && isRange(current, link, this.#mark)) current.to = atom;
        else current.days = [...current.days, atom];
        return index;
      case 'count':
        if (atom.lasting && says(current)) return this.#lasting(current, atom, index);
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

  /** "From 18 December for 10 days": counted from what was said before. */
  #lasting(current: Draft, atom: Of<'count'>, index: number): number {
    current.base = { sign: 1, of: { ...current } };
    current.count = atom;
    current.days = [];
    current.time = null;
    current.from = false;
    return index;
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
    if (current.count === null || !isElapsed(current.count.count.high)) keepTime(current, base);
    const last = this.atoms.findLastIndex(({ end }) => end <= base.end);
    return Math.max(from, last);
  }
}

/** The time expressions of a run. */
export function phrasesOf({ atoms, links }: Run): readonly Phrase[] {
  return new Assembly(atoms, links).run().map(finished);
}
