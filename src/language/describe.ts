import { DateTime } from 'luxon';
import { away } from '../domain/away.js';
import { placeOf } from '../domain/place.js';
import { isDated, type Reading, type ReadResult } from '../domain/reading.js';
import { MOST_PHRASE } from './steps.js';

const MOST_WORDS = 60;
const DAY = 'ccc d LLL yyyy';

function local(instant: number, zone: string): DateTime {
  return DateTime.fromMillis(instant, { zone }).setLocale('en');
}

/** The date a reading names, in words: "end of Fri 8 Aug 2025", "7 to 9 Aug 2025", "Fri 8 Aug 2025 20:00". */
function dateInWords(reading: Reading): string {
  if (!isDated(reading)) return 'no date';
  const { earliest, latest, precision, bound, zone } = reading;
  if (precision === 'instant') return local(latest, zone).toFormat(`${DAY} HH:mm`);
  if (bound !== 'by') {
    return `${bound === 'before' ? 'before' : 'from'} ${local(latest, zone).toFormat(DAY)}`;
  }
  const last = local(latest - 1, zone);
  if (precision === 'month') return `end of ${last.toFormat('LLLL yyyy')}`;
  const first = local(earliest, zone);
  if (precision === 'day' || first.hasSame(last, 'day')) return `end of ${last.toFormat(DAY)}`;
  const same = first.hasSame(last, 'month') ? 'd' : first.hasSame(last, 'year') ? 'd LLL' : 'd LLL yyyy';
  return `${first.toFormat(same)} to ${last.toFormat('d LLL yyyy')}`;
}

/** One line for what is typed, as autocomplete shows it: "Friday → end of Fri 8 Aug 2025, Washington, in 2 days". */
export function describeReading(result: ReadResult, now: number): string {
  if (result.kind === 'not-a-deadline') return result.reason;
  if (result.kind === 'ambiguous') {
    return `Could be ${result.candidates.map(dateInWords).join(' or ')}. You will be asked.`;
  }
  const { reading } = result;
  const said = reading.words.slice(0, MOST_PHRASE).trim().replaceAll(/\s+/g, ' ');
  const words = said.length > MOST_WORDS ? `${said.slice(0, MOST_WORDS - 1).trimEnd()}…` : said;
  const when = reading.latest === null ? '' : `, ${away(reading.latest, now)}`;
  return `${words} → ${dateInWords(reading)}, ${placeOf(reading.zone)}${when}`;
}
