/** The days of holidays, by name and year. */
import { createRequire } from 'node:module';
import type { Anchor } from './anchor.js';
import { calendarDay, dateOf, type Day } from './calendar.js';

/** When each holiday is, in the notation of date-holidays; their names are words of the languages. */
const RULES: Readonly<Record<string, string>> = {
  'new-year': '01-01',
  'new-years-eve': '12-31',
  christmas: '12-25',
  'christmas-eve': '12-24',
  'boxing-day': '12-26',
  'valentines-day': '02-14',
  'st-patricks-day': '03-17',
  'may-day': '05-01',
  've-day': '05-08',
  'victory-day': '05-09',
  juneteenth: '06-19',
  'independence-day': '07-04',
  'bastille-day': '07-14',
  'ukraines-independence-day': '08-24',
  'german-unity-day': '10-03',
  halloween: '10-31',
  'all-saints-day': '11-01',
  'veterans-day': '11-11',
  'martin-luther-king-day': '3rd monday in January',
  'presidents-day': '3rd monday in February',
  'memorial-day': 'monday before 06-01',
  'labor-day': '1st monday in September',
  'columbus-day': '2nd monday in October',
  thanksgiving: '4th thursday in November',
  'black-friday': 'friday after 4th thursday in November',
  'mothers-day': '2nd sunday in May',
  'fathers-day': '3rd sunday in June',
  'shrove-tuesday': 'easter -47',
  'ash-wednesday': 'easter -46',
  'palm-sunday': 'easter -7',
  'maundy-thursday': 'easter -3',
  'good-friday': 'easter -2',
  easter: 'easter',
  'easter-monday': 'easter 1',
  'ascension-day': 'easter 39',
  pentecost: 'easter 49',
  'whit-monday': 'easter 50',
  'orthodox-easter': 'orthodox',
  epiphany: '01-06',
  'orthodox-christmas': 'julian 12-25',
  ramadan: '1 Ramadan',
  'eid-al-fitr': '1 Shawwal',
  'eid-al-adha': '10 Dhu al-Hijjah',
  passover: '15 Nisan',
  'rosh-hashanah': '1 Tishrei',
  'yom-kippur': '10 Tishrei',
  hanukkah: '25 Kislev',
  'chinese-new-year': 'chinese 01-0-01',
  'st-nicholas-day': '12-06',
  'reformation-day': '10-31',
  'assumption-day': '08-15',
  'corpus-christi': 'easter 60',
  'womens-day': '03-08',
  'swiss-national-day': '08-01',
  'austrian-national-day': '10-26',
  'hispanic-day': '10-12',
  'spanish-constitution-day': '12-06',
  'mexican-independence-day': '09-16',
  'immaculate-conception': '12-08',
  'day-of-the-dead': '11-02',
  'orthodox-pentecost': 'orthodox 49',
  'old-new-year': '01-14',
  'defender-of-the-fatherland-day': '02-23',
  'russia-day': '06-12',
  'russian-unity-day': '11-04',
  'ukrainian-constitution-day': '06-28',
  'ukrainian-statehood-day': '07-15',
  'ukrainian-defenders-day': '10-01',
  'day-of-knowledge': '09-01',
  'inauguration-day': '01-20',
  'burns-night': '01-25',
  'australia-day': '01-26',
  'groundhog-day': '02-02',
  'april-fools-day': '04-01',
  'earth-day': '04-22',
  'st-georges-day': '04-23',
  'anzac-day': '04-25',
  'cinco-de-mayo': '05-05',
  'flag-day': '06-14',
  'canada-day': '07-01',
  'election-day': 'tuesday after 1st monday in November',
  'all-souls-day': '11-02',
  'bonfire-night': '11-05',
  'cyber-monday': 'monday after 4th thursday in November',
  'trinity-sunday': 'easter 56',
};

/** What was worked out before, by rule and year: each is asked for again and again. */
const KNOWN = new Map<string, Day | null>();

interface Parser {
  getHolidays(year: number): readonly { readonly date: string; readonly name: string }[];
}

/** date-holidays-parser ships types that its own entry does not lead to. */
type ParserClass = new (data: object, country: string) => Parser;

let holidays: ParserClass | null = null;
const PARSERS = new Map<string, Parser>();

/** Loaded when the first moving holiday is named: it brings calendars that nothing else needs. */
function parserClass(): ParserClass {
  if (holidays !== null) return holidays;
  const require = createRequire(import.meta.url);
  const { default: Holidays }: { readonly default: ParserClass } = require('date-holidays-parser');
  holidays = Holidays;
  return Holidays;
}

/** One parser for each rule: a year of all of them takes some hundred times as long as a year of one. */
function parserOf(rule: string): Parser {
  const known = PARSERS.get(rule);
  if (known !== undefined) return known;
  const days = { [rule]: { name: { en: rule } } };
  const made = new (parserClass())({ holidays: { XX: { names: { en: 'world' }, days } } }, 'XX');
  PARSERS.set(rule, made);
  return made;
}

function moving(rule: string, year: number): Day | null {
  const key = `${year} ${rule}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const [first] = parserOf(rule).getHolidays(year);
  const [y, m, d] = (first?.date ?? '').slice(0, 10).split('-').map(Number);
  const day = first === undefined ? null : calendarDay(y ?? year, m ?? 1, d ?? 1);
  KNOWN.set(key, day);
  return day;
}

function inYear(rule: string, year: number): Day | null {
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule);
  return fixed === null ? moving(rule, year) : calendarDay(year, Number(fixed[1]), Number(fixed[2]));
}

/** The day of a holiday in the year given, or the next one (the last where the anchor looks back); null where unknown. */
export function holidayOf(name: string, { today, back }: Anchor, year?: number): Day | null {
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (rule === undefined) return null;
  if (year !== undefined) return inYear(rule, year);
  const { year: present } = dateOf(today);
  const years = back ? [present, present - 1] : [present, present + 1];
  return (
    years
      .map((candidate) => inYear(rule, candidate))
      .find((day) => day !== null && (back ? day <= today : day >= today)) ?? null
  );
}
