import type { Context } from '../discord/command.js';
import { drawPlain } from '../discord/draw.js';
import type { Suggestion } from '../discord/option.js';
import { clock, longDay } from '../discord/views/dates.js';
import { placeOf } from '../domain/place.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import { dayOf, isDay, localDate, type When } from '../domain/when.js';
import { zoneOrUtc } from '../domain/zone.js';
import { readDeadline, readMoment } from '../language/index.js';
import { faultText, readingSummary } from '../wording/readings.js';
import { numberIn, type Given } from './suggestions.js';
import { localeOf, readingContextOf, type ZoneChoice } from './draft-context.js';
import { readZone } from './zone.js';

const ARROW = ' → ';
const MAX = 100;

/** The words that were typed, out of what a suggestion showed: some phones send "Friday → end of Fri 8 Aug" back. */
export const typedWords = (text: string): string => text.split(ARROW)[0] ?? text;

/** The reading beside the words; both come back as the words. What does not fit whole beside them is cut or left out. */
function echoed(words: string, shown: string): readonly Suggestion[] {
  const room = MAX - words.length - ARROW.length;
  // Words longer than a suggestion can carry would come back cut: better none, so that they are sent as typed.
  if (words.length > MAX) return [];
  const cut = shown.length <= room ? shown : `${shown.slice(0, room - 1).trimEnd()}…`;
  return [{ name: room < 10 ? words : `${words}${ARROW}${cut}`, value: words }];
}

/** Whose day it is: as typed, that of the ultimatum or of the issuer's last record here, else the server's (rules 3). */
async function placeFor(given: Given, { record, server, settings }: Context): Promise<Result<ZoneChoice>> {
  const { zone, ultimatum, issuer } = given;
  if (zone !== undefined && zone.trim() !== '') {
    const found = readZone(zone);
    return found.ok ? ok({ zone: found.value, from: 'stated' }) : found;
  }
  const number = ultimatum === undefined ? null : numberIn(ultimatum);
  const known = number === null ? null : await record.ultimatum(number);
  if (known !== null && known.hidden === null) return ok({ zone: known.zone, from: 'issuer' });
  const remembered = issuer === undefined ? null : await server.issuerZone(await server.issuer(issuer));
  return ok(
    remembered === null ? { zone: settings.zone, from: 'server' } : { zone: remembered, from: 'issuer' },
  );
}

/** When the words were said: as typed, when the entry to correct was stated, else today. */
async function saidAt(given: Given, zone: string, context: Context): Promise<Result<When>> {
  const { record, now } = context;
  if (given['stated'] !== undefined && given['stated'].trim() !== '') {
    const words = typedWords(given['stated']);
    const moment = readMoment(words, { now, zone: zoneOrUtc(zone), locale: localeOf(context) });
    if (moment.kind === 'read') return ok(moment.when);
    return refuse({ why: 'unreadable-date', field: 'stated', given: words, reason: moment.reason });
  }
  const [number, seq] = [numberIn(given['ultimatum'] ?? ''), /\d+/.exec(given['entry'] ?? '')?.[0]];
  const entries = number === null || seq === undefined ? [] : await record.entries(number);
  const stated = entries.find((entry) => entry.seq === Number(seq))?.stated;
  return ok(stated ?? dayOf(now, zone));
}

const badZone = (given: Given) => `"${given['zone'] ?? ''}" is no time zone; pick one from its suggestions`;

/** "Friday → end of Fri 8 Aug 2025, Washington, in 2 days". */
export async function suggestDeadline(
  typed: string,
  given: Given,
  context: Context,
): Promise<readonly Suggestion[]> {
  const words = typedWords(typed).trim();
  if (words === '') return [];
  const place = await placeFor(given, context);
  if (!place.ok) return echoed(words, badZone(given));
  const said = await saidAt(given, place.value.zone, context);
  if (!said.ok) return echoed(words, 'first mend when it was said, which could not be read');
  const result = readDeadline(words, readingContextOf(said.value, place.value, context));
  return echoed(words, drawPlain(readingSummary(context.words, result, context.now)));
}

/** "today", "2 days ago", by the calendar of the zone. */
function daysAway({ start }: When, zone: string, now: number): string {
  const days = Math.round(
    (Date.parse(localDate(start, zone)) - Date.parse(localDate(now, zone))) / 86_400_000,
  );
  if (days === 0) return start > now ? 'later today: still to come' : 'today';
  if (Math.abs(days) === 1) return days < 0 ? 'yesterday' : 'tomorrow: still to come';
  return days < 0 ? `${-days} days ago` : `in ${days} days: still to come`;
}

function momentShown(when: When, zone: string, now: number): string {
  const day = longDay(when.start, zone);
  const hour = isDay(when) ? '' : `, ${clock(when.start, zone)} in ${placeOf(zone)}`;
  return `${day}${hour}, ${daysAway(when, zone, now)}`;
}

/** "Monday → Mon 4 Aug 2025, 2 days ago"; with nothing typed yet, the two usual days. */
export async function suggestMoment(
  typed: string,
  given: Given,
  context: Context,
): Promise<readonly Suggestion[]> {
  const place = await placeFor(given, context);
  const words = typedWords(typed).trim();
  const { now } = context;
  return (words === '' ? ['today', 'yesterday'] : [words]).flatMap((one) => {
    if (!place.ok) return echoed(one, badZone(given));
    const { zone } = place.value;
    const moment = readMoment(one, { now, zone: zoneOrUtc(zone), locale: localeOf(context) });
    const shown =
      moment.kind === 'read'
        ? momentShown(moment.when, zone, now)
        : drawPlain(faultText(context.words, moment.reason));
    return echoed(one, shown);
  });
}
