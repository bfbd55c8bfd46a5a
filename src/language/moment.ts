import { DateTime } from 'luxon';
import { at, dayOf, type When } from '../domain/when.js';
import { anchorAt } from './anchor.js';
import { instantAt } from './build.js';
import { instantOf, zoneNamed } from './civil.js';
import { lexiconOf, orderOf } from './lexicon/choose.js';
import { phrasesOf } from './assembly.js';
import { plainOf } from './plain.js';
import { whenOf } from './resolve.js';
import { scan } from './scan.js';
import { readingsOf } from './span.js';

export type Moment =
  | { readonly kind: 'read'; readonly when: When; readonly clock: boolean }
  | { readonly kind: 'unreadable'; readonly reason: string };

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}[tT ]\d{2}:\d{2}/;
const UNREAD: Moment = { kind: 'unreadable', reason: 'No day was recognised in these words.' };

/**
 * When something was said or done: a day in `zone`, or an instant where the words have a time. Weekdays and dates
 * without a year are the last ones not after `now` (ms UTC).
 */
export function readMoment(
  words: string,
  { now, zone, locale }: { readonly now: number; readonly zone: string; readonly locale?: string },
): Moment {
  const text = words.trim();
  if (text === '' || /^now$/i.test(text)) return { kind: 'read', when: at(now), clock: true };
  if (zoneNamed(zone) === null)
    return { kind: 'unreadable', reason: `"${zone.slice(0, 50)}" is not a time zone.` };
  if (ISO_INSTANT.test(text)) {
    const iso = DateTime.fromISO(text.replace(' ', 'T'), { zone });
    if (iso.isValid) return { kind: 'read', when: at(iso.toMillis()), clock: true };
  }
  return momentIn(text.slice(0, 1000), now, zone, locale);
}

function momentIn(text: string, now: number, zone: string, locale: string | undefined): Moment {
  const lexicon = lexiconOf(text, locale);
  const [phrase] = scan(plainOf(text, lexicon)).flatMap(phrasesOf);
  const known = zoneNamed(phrase?.zone?.zone ?? zone);
  if (phrase === undefined || known === null) return UNREAD;
  const anchor = anchorAt(now, known, { clock: true, order: orderOf(lexicon, locale), back: true });
  const when = whenOf(phrase, anchor);
  if (when === null) return UNREAD;
  if (when.kind === 'elapsed') return { kind: 'read', when: at(when.to), clock: true };
  const [day] = readingsOf(when.found);
  if (day === undefined) return UNREAD;
  if (phrase.time === null) {
    return { kind: 'read', when: dayOf(instantOf(day.last, 0, known), known.name), clock: false };
  }
  return { kind: 'read', when: at(instantAt(day.last, phrase.time.time, anchor).at), clock: true };
}
