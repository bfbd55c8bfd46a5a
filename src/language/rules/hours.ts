/** Rules for times from one hour to another: "5 to 6 pm". */
import { follows, rule, type Match, type Meaning, type Rule } from '../atom.js';
import type { TimeOfDay } from '../span.js';
import { at, half, NO_UNIT, openAt } from './times.js';

function hourOf(h: string | undefined, m: string | undefined, mark: string | undefined): TimeOfDay | null {
  const [hour, minute] = [Number(h), Number(m ?? 0)];
  if (hour > 24 || minute > 59 || (mark !== undefined && hour > 12)) return null;
  if (mark !== undefined) return at(half(hour, mark), minute);
  return m === undefined ? openAt(hour) : at(hour, minute, 0, { evening: hour > 0 && hour < 12 });
}

/** "Between 4 and 5", "from 9:30 to 11 am": where the first has no mark it has that of the second, or the one before noon. */
function hours([, h1, m1, first, h2, m2, last]: Match): Meaning | null {
  const to = hourOf(h2, m2, last);
  const marked = first ?? last;
  const same = hourOf(h1, m1, marked);
  const from =
    first === undefined && same !== null && to !== null && same.seconds > to.seconds
      ? hourOf(h1, m1, 'am')
      : same;
  return from === null || to === null ? null : { kind: 'time', time: from, to, weak: false };
}

const CLOCK = '(\\d{1,2})(?::(\\d{2}))?';
/** "Eleven thirty" as well as 11:30. */
const SPOKEN = '(\\d{1,2})(?:[: ]([0-5]\\d))?';
const DAY = '(?:today|tomorrow|overmorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
/** A day before or behind hours makes them hours of the clock. */
const WITH_DAY = new RegExp(`^(?: ,)?(?: (?:of|on|in|at))?(?: the)? ${DAY}\\b`);
const AFTER_DAY = new RegExp(`\\b${DAY}(?: ,)?$`);
const OF_CLOCK = '(\\d{1,2})(?:[:h](\\d{2}))?';
const BESIDE = '(?= (?:today|tomorrow|overmorrow|on|this|tonight|in the|[a-z]+day)\\b)';

/** "Entre 8 h et 10 h vendredi", "von 8 bis 10 Uhr": hours that count from midnight. */
function ofClock([, h1, m1 = '0', h2, m2 = '0']: Match): Meaning | null {
  const [from, to] = [[h1, m1] as const, [h2, m2] as const].map(([h, m]) =>
    Number(h) > 24 || Number(m) > 59 ? null : at(Number(h), Number(m)),
  );
  return from === null || to === null || from === undefined || to === undefined
    ? null
    : { kind: 'time', time: from, to, weak: false };
}

const PART = '(?:morning|afternoon|evening|night)';
/** A part of the day behind hours makes them hours of the clock. */
const PARTED = `(?=(?: ,)? (?:(?:in|of) the ${PART}|(?:this|${DAY}) ${PART}|tonight|at night)\\b)`;

/** Times from one hour to another, of which one at least has no mark of its own. */
export const HOURS: readonly Rule[] = [
  rule(`(?:between |from )?${SPOKEN}(?: (am|pm))? (?:to|-|until) ${SPOKEN} (am|pm)`, hours),
  rule(`between ${SPOKEN}(?: (am|pm))? and ${SPOKEN} (am|pm)`, hours),
  rule(`between ${CLOCK} (am|pm) and ${CLOCK}()${NO_UNIT}`, ([, h1, m1, mark, h2, m2]) =>
    hours([undefined, h1, m1, mark, h2, m2, undefined]),
  ),
  rule(`(?:between|from) ${CLOCK}() (?:and|to|-|until) ${CLOCK}()${BESIDE}`, ([, h1, m1, , h2, m2]) =>
    hours([undefined, h1, m1, undefined, h2, m2, undefined]),
  ),
  rule(`(?:(?:between|from|of) )?${OF_CLOCK}(?: clock-hour)? (?:to|-|until) ${OF_CLOCK} clock-hour`, ofClock),
  rule(`(?:from )?${CLOCK}() (?:to|-|until) ${CLOCK}()${PARTED}`, ([, h1, m1, , h2, m2]) =>
    hours([undefined, h1, m1, undefined, h2, m2, undefined]),
  ),
  rule(`between ${OF_CLOCK}(?: clock-hour)? and ${OF_CLOCK} clock-hour`, ofClock),
  rule(
    `(?:between|from) ${OF_CLOCK}(?: (?:clock-)?hour)? (?:to|-|until|and) ${OF_CLOCK} (?:clock-)?hour`,
    (match, place) =>
      WITH_DAY.test(place.text.slice(place.to)) || follows(place, AFTER_DAY) ? ofClock(match) : null,
  ),
  rule(`between the ${CLOCK}() and the ${CLOCK}()(?= of the ${DAY}\\b)`, ([, h1, m1, , h2, m2]) =>
    hours([undefined, h1, m1, undefined, h2, m2, undefined]),
  ),
  rule(`(\\d{1,2})${NO_UNIT}`, ([, h], place) =>
    Number(h) <= 24 && Number(h) > 0 && follows(place, /(?:\b(?:am|pm|noon)|:\d\d) (?:-|to|until)$/)
      ? { kind: 'time', time: openAt(Number(h)), weak: true }
      : null,
  ),
];
