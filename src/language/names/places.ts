/** Countries, bodies and leaders as issuers: their other names, and the time zones in which they speak. */
import { foldName } from '../../domain/names.js';

/** Its names, the usual one first; its zones, that of the capital first. */
type PlaceRow = readonly [names: string, ...zones: string[]];

const PLACES: readonly PlaceRow[] = [
  [
    'united states|us|usa|united states of america|america|white house|us government|washington',
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
  ],
  ['pentagon|us department of defense|department of war', 'America/New_York'],
  [
    'russia|russian federation|kremlin|moscow',
    'Europe/Moscow',
    'Asia/Yekaterinburg',
    'Asia/Novosibirsk',
    'Asia/Vladivostok',
  ],
  ['canada|ottawa', 'America/Toronto', 'America/Halifax', 'America/Winnipeg', 'America/Vancouver'],
  ['mexico', 'America/Mexico_City', 'America/Tijuana'],
  ['brazil', 'America/Sao_Paulo', 'America/Manaus'],
  ['australia', 'Australia/Sydney', 'Australia/Adelaide', 'Australia/Perth'],
  ['indonesia', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
  ['kazakhstan', 'Asia/Almaty'],
  ['united kingdom|uk|britain|great britain|british government|london', 'Europe/London'],
  ['european union|eu|european commission|european council|brussels', 'Europe/Brussels'],
  ['nato|north atlantic treaty organization', 'Europe/Brussels'],
  ['united nations|un|uno|un security council|united nations security council', 'America/New_York'],
  ['iaea|international atomic energy agency', 'Europe/Vienna'],
  ['opec', 'Europe/Vienna'],
  ['ecowas|economic community of west african states', 'Africa/Lagos'],
  ['african union|au', 'Africa/Addis_Ababa'],
  ['arab league', 'Africa/Cairo'],
  ['france|french republic|elysee', 'Europe/Paris'],
  ['germany|federal republic of germany|deutschland|berlin', 'Europe/Berlin'],
  ['italy', 'Europe/Rome'],
  ['spain', 'Europe/Madrid'],
  ['portugal', 'Europe/Lisbon'],
  ['ireland', 'Europe/Dublin'],
  ['belgium', 'Europe/Brussels'],
  ['netherlands|holland', 'Europe/Amsterdam'],
  ['luxembourg', 'Europe/Luxembourg'],
  ['switzerland', 'Europe/Zurich'],
  ['austria', 'Europe/Vienna'],
  ['poland', 'Europe/Warsaw'],
  ['czechia|czech republic', 'Europe/Prague'],
  ['slovakia', 'Europe/Bratislava'],
  ['slovenia', 'Europe/Ljubljana'],
  ['hungary', 'Europe/Budapest'],
  ['romania', 'Europe/Bucharest'],
  ['bulgaria', 'Europe/Sofia'],
  ['greece', 'Europe/Athens'],
  ['serbia', 'Europe/Belgrade'],
  ['kosovo', 'Europe/Belgrade'],
  ['croatia', 'Europe/Zagreb'],
  ['albania', 'Europe/Tirane'],
  ['bosnia and herzegovina|bosnia', 'Europe/Sarajevo'],
  ['denmark', 'Europe/Copenhagen'],
  ['norway', 'Europe/Oslo'],
  ['sweden', 'Europe/Stockholm'],
  ['finland', 'Europe/Helsinki'],
  ['iceland', 'Atlantic/Reykjavik'],
  ['estonia', 'Europe/Tallinn'],
  ['latvia', 'Europe/Riga'],
  ['lithuania', 'Europe/Vilnius'],
  ['ukraine|kyiv|kiev', 'Europe/Kyiv'],
  ['belarus', 'Europe/Minsk'],
  ['moldova', 'Europe/Chisinau'],
  ['georgia', 'Asia/Tbilisi'],
  ['armenia', 'Asia/Yerevan'],
  ['azerbaijan', 'Asia/Baku'],
  ['turkey|turkiye|republic of turkey', 'Europe/Istanbul'],
  ['cyprus', 'Asia/Nicosia'],
  ['israel|state of israel|israeli government', 'Asia/Jerusalem'],
  ['palestinian authority|palestine', 'Asia/Hebron'],
  ['hamas', 'Asia/Gaza'],
  ['hezbollah|hizbollah|hizbullah', 'Asia/Beirut'],
  ['houthis|houthi|ansar allah', 'Asia/Aden'],
  ['taliban', 'Asia/Kabul'],
  ['lebanon', 'Asia/Beirut'],
  ['syria', 'Asia/Damascus'],
  ['jordan', 'Asia/Amman'],
  ['iraq', 'Asia/Baghdad'],
  ['iran|islamic republic of iran|tehran', 'Asia/Tehran'],
  ['saudi arabia|kingdom of saudi arabia', 'Asia/Riyadh'],
  ['yemen', 'Asia/Aden'],
  ['qatar', 'Asia/Qatar'],
  ['kuwait', 'Asia/Kuwait'],
  ['united arab emirates|uae|emirates', 'Asia/Dubai'],
  ['egypt', 'Africa/Cairo'],
  ['libya', 'Africa/Tripoli'],
  ['algeria', 'Africa/Algiers'],
  ['morocco', 'Africa/Casablanca'],
  ['tunisia', 'Africa/Tunis'],
  ['sudan', 'Africa/Khartoum'],
  ['south sudan', 'Africa/Juba'],
  ['ethiopia', 'Africa/Addis_Ababa'],
  ['eritrea', 'Africa/Asmara'],
  ['somalia', 'Africa/Mogadishu'],
  ['kenya', 'Africa/Nairobi'],
  ['rwanda', 'Africa/Kigali'],
  ['democratic republic of the congo|drc|dr congo', 'Africa/Kinshasa', 'Africa/Lubumbashi'],
  ['nigeria', 'Africa/Lagos'],
  ['niger', 'Africa/Niamey'],
  ['mali', 'Africa/Bamako'],
  ['malawi', 'Africa/Blantyre'],
  ['gambia|the gambia', 'Africa/Banjul'],
  ['zambia', 'Africa/Lusaka'],
  ['zimbabwe', 'Africa/Harare'],
  ['south africa', 'Africa/Johannesburg'],
  ['china|peoples republic of china|prc|beijing', 'Asia/Shanghai'],
  ['taiwan', 'Asia/Taipei'],
  ['japan', 'Asia/Tokyo'],
  ['south korea|republic of korea', 'Asia/Seoul'],
  ['north korea|dprk|democratic peoples republic of korea', 'Asia/Pyongyang'],
  ['india|republic of india', 'Asia/Kolkata'],
  ['pakistan', 'Asia/Karachi'],
  ['afghanistan', 'Asia/Kabul'],
  ['bangladesh', 'Asia/Dhaka'],
  ['myanmar|burma', 'Asia/Yangon'],
  ['thailand', 'Asia/Bangkok'],
  ['cambodia', 'Asia/Phnom_Penh'],
  ['vietnam', 'Asia/Ho_Chi_Minh'],
  ['malaysia', 'Asia/Kuala_Lumpur'],
  ['singapore', 'Asia/Singapore'],
  ['philippines', 'Asia/Manila'],
  ['new zealand', 'Pacific/Auckland'],
  ['cuba', 'America/Havana'],
  ['haiti', 'America/Port-au-Prince'],
  ['venezuela', 'America/Caracas'],
  ['colombia', 'America/Bogota'],
  ['panama', 'America/Panama'],
  ['peru', 'America/Lima'],
  ['chile', 'America/Santiago'],
  ['argentina', 'America/Argentina/Buenos_Aires'],
];

/** Leaders by their whole names; a surname alone is enough. */
const LEADERS: readonly PlaceRow[] = [
  ['donald trump|joe biden|marco rubio|scott bessent|howard lutnick|pete hegseth', 'America/New_York'],
  ['vladimir putin|sergey lavrov|sergei lavrov|dmitry peskov|dmitry medvedev', 'Europe/Moscow'],
  ['volodymyr zelensky|volodymyr zelenskyy|volodymyr zelenskiy', 'Europe/Kyiv'],
  ['emmanuel macron', 'Europe/Paris'],
  ['friedrich merz|olaf scholz', 'Europe/Berlin'],
  ['keir starmer', 'Europe/London'],
  ['ursula von der leyen|kaja kallas|mark rutte', 'Europe/Brussels'],
  ['giorgia meloni', 'Europe/Rome'],
  ['donald tusk', 'Europe/Warsaw'],
  ['viktor orban', 'Europe/Budapest'],
  ['recep tayyip erdogan', 'Europe/Istanbul'],
  ['benjamin netanyahu|israel katz', 'Asia/Jerusalem'],
  ['ali khamenei|masoud pezeshkian|abbas araghchi', 'Asia/Tehran'],
  ['xi jinping', 'Asia/Shanghai'],
  ['kim jong un', 'Asia/Pyongyang'],
  ['narendra modi', 'Asia/Kolkata'],
  ['mark carney|justin trudeau', 'America/Toronto'],
  ['claudia sheinbaum', 'America/Mexico_City'],
  ['nicolas maduro', 'America/Caracas'],
];

/** A name as it stands in these tables: folded, without dots, apostrophes and a leading "the". */
export function bareName(name: string): string {
  return foldName(name)
    .replaceAll(/[.’']/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '');
}

const BY_NAME = new Map(PLACES.flatMap((row) => row[0].split('|').map((name) => [name, row] as const)));

const BY_LEADER = new Map(
  LEADERS.flatMap(([names, ...zones]) =>
    names
      .split('|')
      .flatMap((name) => [[name, zones] as const, [name.split(' ').at(-1) ?? name, zones] as const]),
  ),
);

/** The usual name of the country or body that a bare name stands for; null where it is none of these. */
export function placeNamed(bare: string): string | null {
  return BY_NAME.get(bare)?.[0].split('|')[0] ?? null;
}

/** The zones of a country, body or leader by a bare name, that of the capital first; none where it is unknown. */
export function zonesNamed(bare: string): readonly string[] {
  return BY_NAME.get(bare)?.slice(1) ?? BY_LEADER.get(bare) ?? [];
}

/** The IANA zones of a country, body or leader as it is written, that of the capital first; none where it is unknown. */
export const zonesOfPlace = (name: string): readonly string[] => zonesNamed(bareName(name));
