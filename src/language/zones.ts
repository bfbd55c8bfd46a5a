import { placeOf } from '../domain/place.js';
import { isZone } from '../domain/when.js';

/** Names and abbreviations people use, to the zone of the place they mean. Cities of IANA names come by themselves. */
const SPOKEN: Readonly<Record<string, string>> = {
  washington: 'America/New_York',
  'washington dc': 'America/New_York',
  'new york': 'America/New_York',
  eastern: 'America/New_York',
  'eastern standard': 'America/New_York',
  'eastern daylight': 'America/New_York',
  us: 'America/New_York',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  central: 'America/Chicago',
  ct: 'America/Chicago',
  cdt: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  ottawa: 'America/Toronto',
  uk: 'Europe/London',
  british: 'Europe/London',
  'british summer': 'Europe/London',
  bst: 'Europe/London',
  gmt: 'UTC',
  utc: 'UTC',
  z: 'UTC',
  cet: 'Europe/Brussels',
  cest: 'Europe/Brussels',
  'central european': 'Europe/Brussels',
  geneva: 'Europe/Zurich',
  'the hague': 'Europe/Amsterdam',
  kiev: 'Europe/Kyiv',
  kyiv: 'Europe/Kyiv',
  msk: 'Europe/Moscow',
  ankara: 'Europe/Istanbul',
  israel: 'Asia/Jerusalem',
  'tel aviv': 'Asia/Jerusalem',
  iran: 'Asia/Tehran',
  beijing: 'Asia/Shanghai',
  delhi: 'Asia/Kolkata',
  'new delhi': 'Asia/Kolkata',
  islamabad: 'Asia/Karachi',
  pyongyang: 'Asia/Pyongyang',
  japan: 'Asia/Tokyo',
  korea: 'Asia/Seoul',
  abuja: 'Africa/Lagos',
};

/** Abbreviations that name one half of the year; people write them all year round. */
const HALF_YEAR = /^(est|edt|pst|pdt|cdt|bst|cest|eastern standard|eastern daylight|british summer)$/;

const CITIES = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [
    (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ').toLowerCase(),
    zone,
  ]),
);

const plain = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[.,]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/ time$/, '')
    .trim();

/** The IANA zone behind an IANA name, a city, or what people say ("Moscow time", "ET"); null where there is none. */
export function findZone(words: string): string | null {
  const name = words.trim();
  const inBrackets = /\(([\w/+-]+)\)$/.exec(name)?.[1];
  if (inBrackets !== undefined && isZone(inBrackets)) return inBrackets;
  if (name.includes('/') && isZone(name)) return canonical(name);
  return SPOKEN[plain(name)] ?? CITIES.get(plain(name)) ?? null;
}

const canonical = (name: string) =>
  Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === name.toLowerCase()) ?? name;

export interface ZoneName {
  /** "Washington (America/New_York)". */
  readonly name: string;
  /** IANA. */
  readonly value: string;
}

const zoneName = (zone: string): string => (zone === 'UTC' ? 'UTC' : `${placeOf(zone)} (${zone})`);

/** Up to 25 zones for what is typed: what people say first, then every IANA name that holds it. */
export function suggestZones(typed: string): readonly ZoneName[] {
  const text = plain(typed);
  const exact = findZone(typed);
  const spoken = Object.entries(SPOKEN).flatMap(([name, zone]) => (name.startsWith(text) ? [zone] : []));
  const all = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const holding = all.filter((zone) => zoneName(zone).toLowerCase().replaceAll('_', ' ').includes(text));
  const zones = new Set([...(exact === null ? [] : [exact]), ...spoken, ...holding]);
  return [...zones].slice(0, 25).map((value) => ({ name: zoneName(value), value }));
}

export interface StatedZone {
  readonly zone: string;
  /** The words without the zone. */
  readonly rest: string;
  readonly assumed: readonly string[];
}

const PLACE = String.raw`((?:[a-z][a-z.'-]*,? ){0,2}[a-z][a-z.'-]*)`;
const WITH_TIME = new RegExp(String.raw`,?\s*\b${PLACE} time\b`);
const ABBREVIATION =
  /(?<=\d|[ap]m|noon|midnight|o'clock)\s*(et|est|edt|ct|cdt|pt|pst|pdt|gmt|utc|z|bst|cet|cest|msk|eastern|pacific)\b/;

/** A zone named beside a time ("6 pm Washington, D.C. time", "1700Z"); null where none is. `text` is lower case. */
export function takeZone(text: string): StatedZone | null {
  const short = ABBREVIATION.exec(text);
  if (short?.[1] !== undefined && !text.slice(short.index + short[0].length).startsWith(' time')) {
    // "1700Z": without its zone the number still has to look like a time.
    const hours = /\b\d{4}$/.test(text.slice(0, short.index)) ? 'h' : '';
    return stated(short[1], text.replace(short[0], hours));
  }
  const long = WITH_TIME.exec(text);
  if (long?.[1] === undefined) return null;
  // The fewest words before "time" that name a place: "pm washington dc" is "washington dc".
  const words = long[1].split(' ');
  for (let from = 0; from < words.length; from += 1) {
    const name = words.slice(from).join(' ');
    const before = words.slice(0, from).join(' ');
    if (findZone(name) !== null) return stated(name, text.replace(long[0], ` ${before}`));
  }
  return null;
}

function stated(name: string, rest: string): StatedZone | null {
  const zone = findZone(name);
  if (zone === null) return null;
  const assumed = HALF_YEAR.test(plain(name))
    ? [`"${name}" is read as the time in force in ${placeOf(zone)} that day`]
    : [];
  return { zone, rest: rest.replaceAll(/\s+/g, ' ').trim(), assumed };
}
