/** Reads when something was said or done. */
import { DateTime, type Zone } from 'luxon';
import type { ReadFault } from '../domain/reading-facts.js';
import { at, type When } from '../domain/when.js';
import { anchorAt } from './anchor.js';
import { instantAt } from './build.js';
import { instantOf, zoneNamed } from './calendar.js';
import { lexiconOf, orderOf } from './lexicon/choose.js';
import { phrasesOf } from './phrase-builder.js';
import { faultIn, missingDay, unknownZoneIn } from './faults.js';
import { normalize, type NormalizedText } from './normalized-text.js';
import { pastPeriod } from './past-period.js';
import { phraseTimeOf } from './resolve.js';
import { scan } from './scan.js';
import { spansOf, type DaySpan } from './span.js';
import { MAX_PHRASE_LENGTH, stepsFor, type Steps } from './steps.js';
import type { RecordInstant } from '../domain/instant.js';

export type Moment =
  | { readonly kind: 'read'; readonly when: When; readonly clock: boolean }
  | { readonly kind: 'unreadable'; readonly reason: ReadFault };

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}[tT ]\d{2}:\d{2}/;
const UNRECOGNIZED: ReadFault = { kind: 'unrecognized' };

/**
 * When something was said or done: a day in `zone`, an instant where the words have a time, or the month, the year or the
 * span of days where they name no day (rules 2). Weekdays and dates
 * without a year are the last ones not after `now` (ms UTC).
 */
export function readMoment(
  words: string,
  { now, zone, locale }: { readonly now: RecordInstant; readonly zone: string; readonly locale?: string },
  steps: Steps = stepsFor(words),
): Moment {
  const text = words.trim();
  if (text.length > MAX_PHRASE_LENGTH) {
    return unreadable({ kind: 'too-long', length: text.length, max: MAX_PHRASE_LENGTH });
  }
  if (text === '' || /^now$/i.test(text)) return { kind: 'read', when: at(now), clock: true };
  if (zoneNamed(zone) === null) return unreadable({ kind: 'unknown-zone', given: zone });
  if (ISO_INSTANT.test(text)) {
    const iso = DateTime.fromISO(text.replace(' ', 'T'), { zone });
    if (iso.isValid) return { kind: 'read', when: at(iso.toMillis()), clock: true };
  }
  const moment = momentIn(text, { now, zone, locale, steps });
  return steps.exhausted ? unreadable({ kind: 'too-complex' }) : moment;
}

const unreadable = (reason: ReadFault): Moment => ({ kind: 'unreadable', reason });

interface MomentInput {
  readonly now: RecordInstant;
  readonly zone: string;
  readonly locale: string | undefined;
  readonly steps: Steps;
}

/** From the first local midnight of the days to the one after the last. */
const intervalOf = ({ first, last }: DaySpan, zone: Zone): When => ({
  start: instantOf(first, 0, zone),
  end: instantOf(last + 1, 0, zone),
});

function periodOf(
  text: string,
  normalized: NormalizedText,
  { now, zone, steps }: Pick<MomentInput, 'now' | 'zone' | 'steps'>,
): Moment | null {
  const known = zoneNamed(zone);
  if (known === null) return null;
  const anchor = anchorAt(now, known, { clock: true, order: null, back: true, steps });
  const days = pastPeriod(text.toLowerCase(), normalized.text, anchor);
  return days === null ? null : { kind: 'read', when: intervalOf(days, known), clock: false };
}

function momentIn(text: string, { now, zone, locale, steps }: MomentInput): Moment {
  const lexicon = lexiconOf(text, locale);
  const normalized = normalize(text, lexicon, steps);
  const period = periodOf(text, normalized, { now, zone, steps });
  if (period !== null) return period;
  const [phrase] = scan(normalized, steps).flatMap((run) => phrasesOf(run, steps));
  const known = zoneNamed(phrase?.zone?.zone ?? zone);
  if (phrase === undefined || known === null) return unreadable(UNRECOGNIZED);
  if (phrase.fault !== null) return unreadable(faultIn(phrase.fault, normalized));
  if (phrase.unknownZone !== null) return unreadable(unknownZoneIn(phrase.unknownZone, normalized));
  const anchor = anchorAt(now, known, { clock: true, order: orderOf(lexicon, locale), back: true, steps });
  const when = phraseTimeOf(phrase, anchor);
  if (when === null) return unreadable(missingDay(phrase, normalized, anchor)?.fault ?? UNRECOGNIZED);
  if (when.kind === 'elapsed') return { kind: 'read', when: at(when.to), clock: true };
  const [day] = spansOf(when.interpretation);
  if (day === undefined) return unreadable(UNRECOGNIZED);
  if (phrase.time === null) {
    return { kind: 'read', when: intervalOf(day, known), clock: false };
  }
  return { kind: 'read', when: at(instantAt(day.last, phrase.time.time, anchor).at), clock: true };
}
