/** Names of time zones as people write them. */
import { placeOf } from '../domain/place.js';
import { listedZone, zoneNamed } from './calendar.js';

/** Names and abbreviations people use for the time of a place, by its zone. Cities of IANA names come by themselves. */
const SPOKEN_FOR: Readonly<Record<string, string>> = {
  'America/New_York':
    'washington|washington dc|new york|nyc|eastern|eastern standard|eastern daylight|us|us eastern|american|et|est|edt|miami|boston|atlanta|philadelphia|mar-a-lago',
  'America/Chicago': 'central|central standard|central daylight|ct|cst|cdt|houston|dallas|austin|texas',
  'America/Denver': 'mountain|mountain standard|mountain daylight|mt|mst|mdt',
  'America/Los_Angeles':
    'pacific|pacific standard|pacific daylight|pt|pst|pdt|california|san francisco|seattle|silicon valley',
  'America/Anchorage': 'alaska|alaskan|akst|akdt',
  'Pacific/Honolulu': 'hawaii|hawaiian|hawaii-aleutian|hst',
  'America/Halifax': 'atlantic|ast|adt',
  'America/Toronto': 'ottawa|canada|montreal|quebec',
  'America/Mexico_City': 'mexico',
  'America/Bogota': 'colombia',
  'America/Caracas': 'venezuela',
  'America/Sao_Paulo': 'brasilia|brazil|brasília|brt|rio',
  'America/Argentina/Buenos_Aires': 'argentina|buenos aires',
  'America/Santiago': 'chile',
  'America/Lima': 'peru',
  'America/Havana': 'cuba',
  'Europe/London': 'uk|british|british summer|britain|england|bst|united kingdom',
  'UTC-12': 'aoe|anywhere on earth',
  UTC: 'gmt|utc|z|zulu|greenwich|greenwich mean|coordinated universal|universal',
  'Europe/Dublin': 'ireland|irish',
  'Europe/Lisbon': 'portugal|wet|west|western european',
  'Europe/Brussels': 'cet|cest|central european|central european summer|mez|mesz|eu|european|belgium',
  'Europe/Zurich': 'geneva|bern|switzerland|davos|swiss',
  'Europe/Amsterdam': 'the hague|hague|netherlands|dutch',
  'Europe/Paris': 'france|french',
  'Europe/Berlin': 'germany|german|munich|münchen|frankfurt',
  'Europe/Rome': 'italy|italian|milan',
  'Europe/Madrid': 'spain|barcelona',
  'Europe/Vienna': 'austria|wien',
  'Europe/Warsaw': 'poland|warschau|polish',
  'Europe/Prague': 'czech|czechia|prag',
  'Europe/Budapest': 'hungary',
  'Europe/Belgrade': 'serbia',
  'Europe/Stockholm': 'sweden|swedish',
  'Europe/Oslo': 'norway',
  'Europe/Copenhagen': 'denmark|danish',
  'Europe/Helsinki': 'finland',
  'Europe/Vilnius': 'lithuania',
  'Europe/Riga': 'latvia',
  'Europe/Tallinn': 'estonia',
  'Europe/Bucharest': 'romania',
  'Europe/Athens': 'greece|eastern european|eet|eest',
  'Europe/Chisinau': 'moldova',
  'Europe/Kyiv': 'kiev|kyiv|ukraine|ukrainian|київ|києвом|київським|київський|киев|киеву|киевскому|kiew',
  'Europe/Moscow':
    'msk|moscow|russia|russian|kremlin|москва|москве|московскому|мск|московським|москвою|moskau|moscou|moscú|st petersburg',
  'Europe/Minsk': 'belarus|минск',
  'Europe/Istanbul': 'ankara|turkey|türkiye|turkish|trt',
  'Asia/Jerusalem': 'israel|israeli|tel aviv|idt',
  'Asia/Gaza': 'gaza|palestinian',
  'Asia/Beirut': 'lebanon|lebanese',
  'Asia/Damascus': 'syria|syrian',
  'Africa/Cairo': 'egypt|egyptian',
  'Asia/Baghdad': 'iraq|iraqi',
  'Asia/Riyadh': 'saudi|saudi arabia|saudi arabian|arabia|arabian',
  'Asia/Qatar': 'doha|qatar',
  'Asia/Dubai': 'gulf|gst|uae|abu dhabi|emirates',
  'Asia/Aden': 'sanaa|yemen',
  'Asia/Tehran': 'iran|iranian|irst',
  'Asia/Kabul': 'afghanistan|afghan',
  'Asia/Karachi': 'islamabad|pakistan|pakistani|pkt',
  'Asia/Kolkata': 'delhi|new delhi|india|indian|mumbai|ist',
  'Asia/Dhaka': 'bangladesh',
  'Asia/Shanghai': 'beijing|china|chinese|peking',
  'Asia/Hong_Kong': 'hkt',
  'Asia/Taipei': 'taiwan',
  'Asia/Tokyo': 'japan|japanese|jst',
  'Asia/Seoul': 'korea|korean|south korea|kst',
  'Asia/Pyongyang': 'pyongyang|north korea',
  'Asia/Singapore': 'sgt',
  'Asia/Bangkok': 'thailand|thai',
  'Asia/Phnom_Penh': 'cambodia',
  'Asia/Manila': 'philippines|philippine',
  'Asia/Jakarta': 'indonesia|west indonesia|western indonesia|western indonesian',
  'Asia/Ho_Chi_Minh': 'hanoi|vietnam|saigon',
  'Australia/Sydney': 'australian eastern|eastern australian|aest|aedt|canberra|australia',
  'Australia/Perth': 'awst|australian western|western australian',
  'Pacific/Auckland': 'new zealand|nzst|nzdt|wellington',
  'Africa/Lagos': 'abuja|nigeria|west africa|west african',
  'Africa/Johannesburg': 'south africa|south african|sast|pretoria',
  'Africa/Nairobi': 'kenya|east africa|east african|eat',
  'Africa/Khartoum': 'sudan',
  'Africa/Addis_Ababa': 'ethiopia',
  'Africa/Niamey': 'niger',
  'Africa/Tripoli': 'libya',
  'Africa/Kinshasa': 'congo',
  'Africa/Kigali': 'rwanda',
  'Africa/Maputo': 'central africa|central african|mozambique',
};

const SPOKEN: ReadonlyMap<string, string> = new Map(
  Object.entries(SPOKEN_FOR).flatMap(([zone, names]) =>
    names.split('|').map((name) => [name, zone] as const),
  ),
);

/** Abbreviations of one half of the year, by their hours ahead of UTC; people write them all year round. */
const BY_THE_LETTER: Readonly<Record<string, number>> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  idt: 3,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};
const LONG_NAMES: Readonly<Record<string, string>> = {
  'eastern standard': 'est',
  'eastern daylight': 'edt',
  'central standard': 'cst',
  'central daylight': 'cdt',
  'mountain standard': 'mst',
  'mountain daylight': 'mdt',
  'pacific standard': 'pst',
  'pacific daylight': 'pdt',
  'british summer': 'bst',
  'central european': 'cet',
  'central european summer': 'cest',
};

/** Abbreviations of several zones, the one first that is meant where nothing else fits, or none where it is to be asked. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  ist: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  cst: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  bst: ['Europe/London', 'Asia/Dhaka'],
  ast: ['America/Halifax', 'Asia/Riyadh'],
  est: ['America/New_York', 'Australia/Sydney'],
  gst: ['Asia/Dubai'],
  pst: ['America/Los_Angeles', 'Asia/Manila'],
};
/** Of these nobody knows which is meant where the place does not tell. */
const ASKED = new Set(['ist', 'ast']);
/** Zones whose people mean another one of the same name. */
const AKIN: Readonly<Record<string, string>> = {
  'Asia/Gaza': 'Asia/Jerusalem',
  'Asia/Hebron': 'Asia/Jerusalem',
  'Asia/Taipei': 'Asia/Shanghai',
  'Asia/Hong_Kong': 'Asia/Shanghai',
  'Asia/Macau': 'Asia/Shanghai',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Colombo': 'Asia/Kolkata',
  'Asia/Baghdad': 'Asia/Riyadh',
  'Asia/Kuwait': 'Asia/Riyadh',
  'Asia/Qatar': 'Asia/Riyadh',
  'Asia/Aden': 'Asia/Riyadh',
  'Australia/Melbourne': 'Australia/Sydney',
  'Australia/Brisbane': 'Australia/Sydney',
  'Australia/Hobart': 'Australia/Sydney',
};

/**
 * The zones (IANA) that an abbreviation stands for in a zone: one where that tells which is meant, several where it is to
 * be asked; null for a name of one zone only.
 */
export function sharedZones(name: string, zone: string): readonly string[] | null {
  const short = plain(name);
  const shared = SHARED[short];
  if (shared === undefined) return null;
  const here = AKIN[zone] ?? zone;
  if (shared.includes(here)) return [here];
  const american = zone.startsWith('America/') && shared[0]?.startsWith('America/') === true;
  const asked = ASKED.has(short) || (short === 'cst' && zone.startsWith('Asia/'));
  return asked && !american ? shared : shared.slice(0, 1);
}

/** Whether an abbreviation stands for several zones, that of a place among them. */
export function sharesZone(name: string, zone: string): boolean {
  const shared = SHARED[plain(name)];
  return shared !== undefined && shared.includes(AKIN[zone] ?? zone);
}

const CITIES = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [
    (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ').toLowerCase(),
    zone,
  ]),
);

/** Longer than the name of any zone. */
const MOST_NAME = 100;

const plain = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[.,]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/ time$/, '')
    .trim();

/** "Indian Standard", "Moscow Daylight": what stands behind a place in the full name of its time. */
const OF_CLOCKS = / (?:standard|daylight|summer|winter|mean)$/;

/** The IANA zone behind an IANA name, a city, or what people say ("Moscow time", "ET"); null where there is none. */
export function findZone(words: string): string | null {
  if (words.length > MOST_NAME) return null;
  const name = words.trim();
  const offset = /^(?:utc|gmt)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(name);
  if (offset !== null) return isOffset(offset) ? (zoneNamed(name)?.name ?? null) : null;
  const inBrackets = /\(([\w/+-]+)\)$/.exec(name)?.[1];
  if (inBrackets !== undefined && isIana(inBrackets)) return inBrackets;
  if (name.includes('/') && isIana(name)) return listedZone(name) ?? capitals(name);
  const spoken = plain(name);
  const place = spoken.replace(OF_CLOCKS, '');
  return SPOKEN.get(spoken) ?? CITIES.get(spoken) ?? SPOKEN.get(place) ?? CITIES.get(place) ?? null;
}

/** Names that are not on the list are spelt as those on it: "europe/kyiv" is "Europe/Kyiv". */
const capitals = (name: string): string =>
  name.replaceAll(/[a-z]+/gi, (part) =>
    part.length < 3 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1).toLowerCase(),
  );

const isIana = (name: string): boolean => /^[A-Za-z]/.test(name) && zoneNamed(name) !== null;

/** Whether any clock in the world is so far from UTC. */
function isOffset([, sign, hours, minutes = '00']: readonly (string | undefined)[]): boolean {
  const ahead = Number(hours) * 60 + Number(minutes);
  return ['00', '15', '30', '45'].includes(minutes) && ahead <= (sign === '-' ? 12 : 14) * 60;
}

export interface ZoneName {
  /** "Washington (America/New_York)". */
  readonly name: string;
  /** IANA. */
  readonly value: string;
}

const ALL = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const zoneName = (zone: string): string => (zone === 'UTC' ? 'UTC' : `${placeOf(zone) ?? zone} (${zone})`);

/** Up to 25 zones for what is typed: what people say first, then every IANA name that holds it. */
export function suggestZones(typed: string): readonly ZoneName[] {
  if (typed.length > MOST_NAME) return [];
  const text = plain(typed);
  const exact = findZone(typed);
  const spoken = [...SPOKEN].flatMap(([name, zone]) => (name.startsWith(text) ? [zone] : []));
  const holding = ALL.filter((zone) => zoneName(zone).toLowerCase().replaceAll('_', ' ').includes(text));
  const zones = new Set([...(exact === null ? [] : [exact]), ...spoken, ...holding]);
  return [...zones].slice(0, 25).map((value) => ({ name: zoneName(value), value }));
}

/** Hours ahead of UTC of an abbreviation taken by the letter; null for names that stand for a place all year. */
export function hoursByTheLetter(name: string): number | null {
  const short = plain(name);
  return BY_THE_LETTER[LONG_NAMES[short] ?? short] ?? null;
}
