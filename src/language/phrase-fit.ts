/** Which atoms belong to one phrase. */
import type { Atom } from './atom.js';
import { hasContent, isRange, sameDay, type PhraseDraft } from './draft.js';

/** Where an atom stands. */
interface AtomPlace {
  /** The words between the atom before and this one. */
  readonly link: string;
  /** The mark right before it, such as "until"; null where there is none. */
  readonly mark: string | null;
  readonly next: Atom | undefined;
}

function markFits(current: PhraseDraft, mark: string, next: Atom | undefined): boolean {
  // "Every day until Friday": what comes again has an end of its own.
  if (current.repeated) return false;
  if (mark === 'repeated') return current.days.length === 0 && current.count === null;
  if (!hasContent(current) || mark === 'or-sooner' || mark === 'ago') return true;
  if (mark === 'by' && next === undefined) return true;
  if (mark === 'earliest' && next === undefined) return true;
  const range =
    (mark === 'until' || mark === 'within') &&
    (current.days.length > 0 || current.time !== null || current.from);
  if (range && current.to === null && (next?.kind === 'days' || next?.kind === 'time')) return true;
  // "Thursday before 5 pm", "today by noon": the day first, then its limit.
  return next?.kind === 'time' && current.time === null && current.days.length > 0;
}

/** "Eight days on Wednesday to drop it": how long, and the day on which that was said. */
const isAnotherDay = ({ count }: PhraseDraft, day: Atom, link: string): boolean =>
  count !== null && day.kind === 'days' && day.of === 'weekday' && link === 'on' && !count.count.open;

/** Whether an atom belongs to the phrase that is being put together; one that does not begins another. */
export function fitsPhrase(current: PhraseDraft, atom: Atom, place: AtomPlace): boolean {
  const { link, mark } = place;
  switch (atom.kind) {
    case 'mark':
      return markFits(current, atom.mark, place.next);
    case 'days': {
      const [known] = current.days;
      if (known === undefined)
        return current.to === null && current.instant === null && !isAnotherDay(current, atom, link);
      if (isRange(current, link, mark)) return current.to === null && current.count === null;
      return (
        current.days.length < 3 &&
        current.to === null &&
        !/\b(?:or|and)\b/.test(link) &&
        current.days.some((day) => sameDay(day, atom))
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
      if (current.time !== null) return current.toTime === null && isRange(current, link, mark);
      return !/^(?:or|and)$/.test(link);
    case 'offset':
      return !hasContent(current);
    case 'instant':
      return !hasContent(current);
    case 'part':
      return current.part === null;
    case 'zone':
    case 'fault':
    case 'unknown-zone':
      return true;
  }
}
