/** Rules for hours that the calendar does not fix: dawn, sunset, the opening and the close of an exchange. */
import type { UsualTime } from '../../domain/reading-facts.js';
import { follows, rule, type Rule } from '../atom.js';
import type { TimeOfDay } from '../span.js';
import { bare, MONTH, WEEKDAY } from './words.js';

const HOUR = 3600;

const usual = (of: UsualTime, time: number): TimeOfDay => ({
  seconds: time,
  open: false,
  midnight: false,
  assumed: [{ kind: 'usual-time', of, time }],
});

/** When exchanges open and close, by the zone of the words. */
const EXCHANGES: Readonly<Record<string, readonly [opens: number, closes: number]>> = {
  'America/New_York': [9.5 * HOUR, 16 * HOUR],
  'Europe/London': [8 * HOUR, 16.5 * HOUR],
  'Asia/Tokyo': [9 * HOUR, 15.5 * HOUR],
  'Asia/Hong_Kong': [9.5 * HOUR, 16 * HOUR],
};
/** Between them lies the close of nearly every other exchange. */
const OTHERS = { 'market-open': [8 * HOUR, 9 * HOUR], 'market-close': [16 * HOUR, 17.5 * HOUR] } as const;

/** The hours that the opening or the close of an exchange may be in a zone (IANA); null for any other time. */
export function exchangeTimes({ assumed }: TimeOfDay, zone: string): readonly TimeOfDay[] | null {
  const [taken] = assumed;
  if (taken?.kind !== 'usual-time' || (taken.of !== 'market-open' && taken.of !== 'market-close'))
    return null;
  const known = EXCHANGES[zone];
  const times = known === undefined ? OTHERS[taken.of] : [known[taken.of === 'market-open' ? 0 : 1]];
  const { of } = taken;
  return times.map((time) => usual(of, time));
}

/** What leads to an hour: "the dawn of a new age" is none. */
const LEADS = /(?:\b(?:before|by|at|until|from|till|after|within|to|of|on|the)|day)(?: ,)?$/;

const named = (words: string, of: UsualTime, hour: number): Rule =>
  rule(
    `(?:the )?(?:${words})(?! of (?!(?:the )?(?:\\d|${bare(WEEKDAY)}|${bare(MONTH)}|today|tomorrow)))`,
    (_, place) =>
      place.from === 0 || follows(place, LEADS)
        ? { kind: 'time', time: usual(of, hour * HOUR), weak: false }
        : null,
  );

export const USUAL_TIMES: readonly Rule[] = [
  named('dawn', 'dawn', 6),
  named('sunset', 'sunset', 18),
  named('market-open', 'market-open', 9.5),
  named('market-close', 'market-close', 16),
];
