/** Rules for times of day: "17:00", "half past 3", "noon". */
import type { PartName } from '../../domain/reading-facts.js';
import {
  fault,
  follows,
  isWhole,
  rule,
  type Match,
  type Meaning,
  type MatchPosition,
  type Rule,
} from '../atom.js';
import type { TimeOfDay } from '../span.js';
import { bare, MONTH } from './words.js';

const HOUR = 3600;

export const at = (hour: number, minute = 0, second = 0, more: Partial<TimeOfDay> = {}): TimeOfDay => ({
  seconds: hour * HOUR + minute * 60 + second,
  open: false,
  midnight: false,
  assumed: [],
  ...more,
});

/** "12 am" is the start of a day and "12 pm" noon. */
export const half = (hour: number, mark: string | undefined) =>
  mark === undefined ? hour : (hour % 12) + (mark === 'pm' ? 12 : 0);

const NO_HOUR = fault((given) => ({ kind: 'hour-out-of-range', given }));
const NO_HALF = fault((given) => ({ kind: 'twelve-hour-clock', given }));
const NO_MINUTE = fault((given) => ({ kind: 'minute-out-of-range', given }));

const time = (timeOfDay: TimeOfDay, weak = false): Meaning =>
  timeOfDay.seconds > 24 * HOUR ? NO_HOUR : { kind: 'time', time: timeOfDay, weak };

/** Nothing rather than a fault, where the same is written for much else than a time of day. */
const known = (meaning: Meaning | null): Meaning | null => (meaning?.kind === 'fault' ? null : meaning);

function clock([, h, m, s, half12]: Match): Meaning {
  const mark = half12 === '' ? undefined : half12;
  const hour = Number(h);
  if (mark !== undefined && hour > 12) return NO_HALF;
  if (hour > 24) return NO_HOUR;
  if (Number(m) > 59 || Number(s ?? 0) > 59) return NO_MINUTE;
  const evening = mark === undefined && hour < 12 && hour > 0;
  return time(at(half(hour, mark), Number(m), Number(s ?? 0), { evening }));
}

function meridiem([, h, m, mark]: Match): Meaning {
  const hour = Number(h);
  if (hour > 12 || hour === 0) return NO_HALF;
  return Number(m ?? 0) > 59 ? NO_MINUTE : time(at(half(hour, mark), Number(m ?? 0)));
}

const MIDNIGHT = at(24, 0, 0, { midnight: true });
const COB = at(17, 0, 0, { assumed: [{ kind: 'close-of-business', time: 17 * HOUR }] });

/** Morning or evening is left open by the words. */
export const openAt = (hour: number): TimeOfDay =>
  hour > 12 || hour === 0
    ? at(hour)
    : at(hour % 12 === 0 ? 12 : hour, 0, 0, hour === 12 ? { assumed: [{ kind: 'noon' }] } : { open: true });

const HOURS = '(?:(\\d{1,2})(?::(\\d{2}))?(?: (?:oclock|hour))?(?: (am|pm))?|(noon|midnight))';

/** "Half past 3 pm", "a quarter to noon", "15 minutes past 15h". */
function beside([, word, minutes, , way, h, m, mark, name]: Match): Meaning {
  if (mark !== undefined && Number(h) > 12) return NO_HALF;
  if (Number(h) > 24) return NO_HOUR;
  const past = word === 'half' ? 30 : word === 'quarter' ? 15 : Number(minutes ?? 0);
  const base = name === 'noon' ? 12 : name === 'midnight' ? 24 : half(Number(h), mark);
  const shift = /^(?:to|before|of|until)$/.test(way ?? '') ? -past : past;
  const open =
    name === undefined && mark === undefined && base <= 12 && m === undefined && !/hour/.test(String(word));
  const seconds = (base * HOUR + Number(m ?? 0) * 60 + shift * 60) % (24 * HOUR);
  return time({ ...at(0), seconds, open });
}

const AMERICAN_ZONES = 'est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|mdt|hst|brt';
const EUROPEAN_ZONES = 'z|zulu|gmt|utc|bst|cet|cest|eet|eest|msk';
const OTHER_ZONES = 'jst|kst|ist|hkt|sgt|pkt|aest|aedt|nzst|nzdt|sast';
const ZONED = `(?= (?:hour|${EUROPEAN_ZONES}|${AMERICAN_ZONES}|${OTHER_ZONES}|local-time)\\b)`;
export const NO_UNIT =
  '(?! (?:second|minute|hour|day|workday|week|fortnight|month|quarter|year|decade|~|%|-|/|:|/|th)\\b)(?! \\d)(?! [%/:-])';

/** Goals, odds and verses are written like a clock. */
const SCORED =
  /\b(?:scores?|scored|won|lost|beat|drew|ratio|odds|verses?|chapter|psalm)\b(?: (?!(?:at|by|on|until|before)\b)[a-z,]+){0,3}$/;

/** Where a time of day is meant: with other words before it, "98:95" may be a score or a ratio. */
const MEANT =
  /(?:\b(?:at|by|before|until|from|to|effective|within|deadline|today|tomorrow|tonight|may|june|july|march|april|august|\w+(?:day|ary|ber))|\b\d{4})(?: [,(-])?$/;

const colon = (match: Match, place: MatchPosition): Meaning | null => {
  if (follows(place, SCORED)) return null;
  const meaning = clock(match);
  return place.from === 0 || follows(place, MEANT) ? meaning : known(meaning);
};

/** What makes the number before it an hour: "half two this afternoon". */
const WITH_DAY = /^ (?:tonight|tomorrow|today|on [a-z]+day|[a-z]+day|this|in the) ?/;

const PART_NAME = '(?:morning|afternoon|evening|night)';

/** An hour of one to twelve, morning or evening left open. */
function openHour(h: string | undefined, m: string | undefined): Meaning | null {
  const hour = Number(h);
  if (hour > 12 || hour === 0) return null;
  return time({ ...openAt(hour), seconds: hour * HOUR + Number(m ?? 0) * 60 });
}

function part(name: PartName, from: number, to: number, today = false): Meaning {
  return { kind: 'part', part: { name, from: from * HOUR, to: to * HOUR }, today };
}

/** Where each part of a day begins and ends. */
function partOf(name: string, today: boolean): Meaning {
  if (name === 'morning') return part(name, 6, 12, today);
  if (name.startsWith('lunch')) return part('lunch', 12, 14, today);
  if (name === 'afternoon') return part(name, 12, 18, today);
  return part(name === 'evening' ? name : 'night', 18, 24, today);
}

/** Minutes as they stand behind an hour ("8 heures et demie"). */
const PARTS: Readonly<Record<string, string>> = { 'and half': '30', 'and quarter': '15' };

/** "At 17.30", "by 17.30 on Friday", "Friday, 17.30": hours with a dot, where no price or version is meant. */
function isDotted([, , minutes]: Match, place: MatchPosition): boolean {
  const behind = place.text.slice(place.to);
  if (/^ (?:dollar|euro|pound|million|billion|%)/.test(behind)) return false;
  if (follows(place, /\bat$/)) return true;
  const dayBehind = WITH_DAY.test(behind) || place.to === place.text.length;
  return (
    (follows(place, /^(?:by|before|until|from)$/) && dayBehind) ||
    (follows(place, /day(?: ,)?$/) && Number(minutes) > 12)
  );
}

/** "Vendredi 15 août, 17 heures": the hour of a date that stands before a comma. */
const BEHIND_DATE = new RegExp(`(?:day|\\d{1,2}th|\\b${bare(MONTH)}(?: \\d{1,2})?|\\b20\\d{2}) ,$`);

/** Times of day. */
export const TIMES: readonly Rule[] = [
  rule('(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: (am|pm))?(?: (?:hour|oclock))?', colon),
  rule(
    `(\\d{1,2})(?:th)?(?:[:.](\\d{2}))? clock-hour(?: (\\d{2}|and half|and quarter)${NO_UNIT}(?! ${bare(MONTH)}))?(?: (am|pm))?`,
    ([, h, dotted, apart = '0', mark]) => clock(['', h, dotted ?? PARTS[apart] ?? apart, '0', mark]),
  ),
  rule('\\d{1,2}:(?:\\d|\\d{3,4})', (_, place) =>
    place.from === 0 || follows(place, MEANT) ? NO_MINUTE : null,
  ),
  rule('(\\d{1,2})h(\\d{2})()(?: (am|pm))?', (match, place) =>
    follows(place, MEANT) ? clock(match) : known(clock(match)),
  ),
  rule('(\\d{1,2})\\.(\\d{2})()(?: (am|pm))(?: (?:hour|oclock))?', clock),
  rule('(\\d{1,2})\\.(\\d{2})()()(?: (?:hour|oclock))', clock),
  rule('(\\d{1,2})(?: (\\d{2}))?(?: oclock)? (am|pm)', meridiem),
  rule('(\\d{1,2})(\\d{2}) (am|pm)', meridiem),
  rule(`(\\d{2})(\\d{2})${ZONED}(?: hour)?`, ([, h, m]) =>
    Number(m) > 59 ? NO_MINUTE : time(at(Number(h), Number(m))),
  ),
  rule(`(\\d{1,2})${ZONED}(?! hour)`, ([, h], place) =>
    place.from === 0 || follows(place, MEANT) ? time(openAt(Number(h))) : known(time(openAt(Number(h)))),
  ),
  rule('(\\d{1,2}) oclock', ([, h]) => time(openAt(Number(h)))),
  rule('(?:12(?::00)? )?noon', () => time(at(12))),
  rule('(?:12(?::00)? )?midnight', () => time(MIDNIGHT)),
  rule('(?:the )?close-of-business', () => time(COB)),
  rule(
    `(?:an? )?(?:(half|quarter)|(\\d{1,2}))( minute)? (past|to|of|before|until|after) ${HOURS}`,
    (match, place) => {
      const [, word, minutes, minute, way, , , mark, name] = match;
      // "Two to four people", "5 to 6 pm": a number before "to" needs more to be minutes.
      const beside12 = (mark ?? name) !== undefined || WITH_DAY.test(place.text.slice(place.to));
      const round = Number(minutes) > 12 && Number(minutes) % 5 === 0 && beside12;
      const told = way === 'past' || word !== undefined || minute !== undefined || round;
      return told && !follows(place, /\b(?:from|between)$/) ? beside(match) : null;
    },
  ),
  rule(`half (\\d{1,2})${NO_UNIT}(?! (?:past|to)\\b)`, ([, h], place) =>
    Number(h) <= 12 &&
    (follows(place, /\b(?:at|by|before|until)$/) ||
      isWhole(place) ||
      WITH_DAY.test(place.text.slice(place.to)))
      ? time({ ...openAt(Number(h)), seconds: Number(h) * HOUR + 1800 })
      : null,
  ),
  rule(
    `(\\d{1,2})(?: ([0-5]\\d))?(?=(?: ,)? (?:tonight|at night|this ${PART_NAME}|(?:in|of) the ${PART_NAME}|(?:tomorrow|today|[a-z]+day) ${PART_NAME}))`,
    ([, h, m]) => openHour(h, m),
  ),
  rule(`(\\d{1,2})(?: ([0-5]\\d))?${NO_UNIT}`, ([, h, m], place) =>
    follows(place, /\b(?:tonight|morning|afternoon|evening|night)(?: at| by)?$/) ? openHour(h, m) : null,
  ),
  rule(`(\\d{1,2}) ([0-5]\\d)${NO_UNIT}`, ([, h, m], place) =>
    follows(place, /(?:\d{1,2}th|day|\bat)$/) ? openHour(h, m) : null,
  ),
  rule('(\\d{1,2})(?= (?:today|tomorrow))', ([, h], place) =>
    place.from === 0 ? openHour(h, undefined) : null,
  ),
  rule(`(\\d{1,2})(?= (?:today|tomorrow|overmorrow|on|[a-z]+day)\\b)`, ([, h], place) =>
    follows(place, /\b(?:by|before|until|from)$/) && Number(h) <= 24 ? time(openAt(Number(h)), true) : null,
  ),
  rule('(\\d{1,2})\\.([0-5]\\d)()()', (match, place) =>
    isDotted(match, place) ? known(clock(match)) : null,
  ),
  rule('(0\\d)([0-5]\\d)(?! \\d)', ([, h, m], place) =>
    follows(place, /(?: 20\d{2}|day|\d{1,2}th|\btomorrow)(?: ,)?$/) ? time(at(Number(h), Number(m))) : null,
  ),
  rule('([01]\\d|2[0-3])([0-5]\\d)(?= ?$| [,.;!?)]| today| tomorrow)', ([, h, m], place) =>
    (place.from === 0 && / to(?:day|morrow)/.test(place.text.slice(place.to))) ||
    follows(place, /\b(?:today|tomorrow|tonight)(?: ,)?$/)
      ? time(at(Number(h), Number(m)))
      : null,
  ),
  // "At 25 on Friday": no number of a house, since the day follows.
  rule(`(\\d{1,2})${NO_UNIT}`, ([, h], place) => {
    const behind = place.text.slice(place.to, place.to + 20);
    const meant = follows(place, /\bat$/) && (behind === '' || WITH_DAY.test(behind));
    return meant && Number(h) > 24 ? NO_HOUR : null;
  }),
  // "1700 QQQT on Monday": the zone is asked about, and neither is dropped.
  rule('([01]\\d|2[0-3])([0-5]\\d)(?= [a-z]{2,4}t (?:on|today|tomorrow|[a-z]+day|\\d)\\b)', ([, h, m]) =>
    time(at(Number(h), Number(m))),
  ),
  rule('(1\\d|2[0-4]) 100 hour', ([, h]) => time(at(Number(h)))),
  rule(
    '([01]\\d|2[0-3])([0-5]\\d)(?= ?$| [,.;!?)]| (?:on|tomorrow|today|[a-z]+day)\\b)',
    ([, h, m], place) => (follows(place, /\bat$/) ? time(at(Number(h), Number(m))) : null),
  ),
  rule(`(\\d{1,2})${NO_UNIT}`, ([, h], place) =>
    (follows(place, /\bat$/) ||
      (follows(place, /^(?:by|before|until)$/) && place.to === place.text.length)) &&
    Number(h) <= 24
      ? time(openAt(Number(h)), true)
      : null,
  ),
  rule('(\\d{1,2}) hour(?! (?:from|after|later|ago|before|earlier))', ([, h], place) =>
    follows(place, /\bat$/) || (Number(h) < 24 && follows(place, BEHIND_DATE)) ? time(at(Number(h))) : null,
  ),
  rule(
    '(?:early |late |in the |at |during the |by the |the )?(morning|lunch|lunchtime|afternoon|evening|night)',
    ([, name = '']) => partOf(name, false),
  ),
  rule('this (morning|afternoon|evening|night)', ([, name = '']) => partOf(name, true)),
  rule('tonight', () => partOf('night', true)),
];
