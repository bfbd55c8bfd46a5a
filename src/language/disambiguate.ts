/** Decides words with two senses ("may", "sat", "second") by their neighbours. */
import { NAMED_BEHIND, NAMING_BEFORE } from './lexicon/english-idioms.js';
import type { Word } from './tokens.js';

type Neighbours = {
  readonly before: Word | undefined;
  readonly earlier: Word | undefined;
  readonly after: Word | undefined;
  readonly later: Word | undefined;
  /** How many words there are in all. */
  readonly count: number;
};

const ORDINAL = /^\d{1,4}(?:st|nd|rd|th)$/;
const isOrdinal = (word: Word | undefined) => ORDINAL.test(word?.word ?? '');
const isNumber = (word: Word | undefined) => /^\d+(?:\.\d+)?$/.test(word?.word ?? '');
const isDayNumber = (word: Word | undefined) =>
  (word?.digits === true && /^\d{1,2}$/.test(word.word)) || isOrdinal(word);
const is = (word: Word | undefined, list: string) =>
  word !== undefined && list.split(' ').includes(word.word);

/** "May" and "March" are verbs too: a month only beside a day, a year, or a word that asks for one. */
function isMonth({ before, earlier, after, later, count }: Neighbours): boolean {
  if (count === 1 || isDayNumber(before) || (is(before, '. ,') && isDayNumber(earlier))) return true;
  if (/^\d{3,8}$/.test(before?.word ?? '') && (earlier === undefined || is(earlier, 'by before until on')))
    return true;
  if (isDayNumber(after) || (is(after, 'the') && isOrdinal(later))) return true;
  if (isNumber(after) && Number(after?.word) >= 10 && Number(after?.word) <= 31) return true;
  if (is(before, 'to') && after !== undefined && !is(after, 'of . , ; ! ? next this')) return false;
  if (after?.digits === true && /^\d{4}$/.test(after.word)) return true;
  if (is(after, 'this next') && is(later, 'year')) return true;
  return (
    is(
      before,
      'of in by until before early mid late end this next last during - or to from since effective , . /',
    ) && !is(after, 'not be have i you we he she they it')
  );
}

/** "Sat" and "sun" are words too: a weekday only where the place of one is. */
function isShortWeekday({ before, earlier, after, count }: Neighbours): boolean {
  if (count <= 2 && (after === undefined || is(after, '.'))) return true;
  if (count <= 3 && is(after, 'morning noon afternoon evening night')) return true;
  if (is(before, 'on by until before this next coming following last every - / or to from')) return true;
  return (
    isDayNumber(after) ||
    is(after, '. , at') ||
    (is(before, ',') && (isDayNumber(earlier) || /^(?:19|20)\d\d$/.test(earlier?.word ?? ''))) ||
    /^\d{1,2}[:/]/.test(after?.word ?? '') ||
    (after?.word ?? '').endsWith('day')
  );
}

/** The name of a month cut to three letters is one only beside a number. */
const MONTHS = 'january|february|march|april|june|july|august|september|october|november|december';
const ABBREVIATED = new RegExp(`^(?:${MONTHS})$`);
const DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const WEEKDAY = new RegExp(`^${DAYS}$`);
const isWeekday = ({ word }: Word) => WEEKDAY.test(word);

const MONTH_OR_DAY = new RegExp(
  `^(?:${MONTHS}|may|today|tomorrow|overmorrow|tonight|${DAYS}|(?:19|20|21)\\d\\d)$`,
);
const ASKS_CLOCK = 'at before until by effective from to';

/** "Avant 18 h", "vendredi 18 heures", "о 18-й годині" are an hour of the clock, "dans 18 heures" a count. */
function isClock({ before, earlier, after, later }: Neighbours): boolean {
  const hour = Number.parseInt(before?.word ?? '', 10);
  if (before?.digits !== true || !isDayNumber(before)) return false;
  if (hour > 24) return hour < 30 && (is(earlier, 'at') || MONTH_OR_DAY.test(earlier?.word ?? ''));
  if (
    is(after, 'am pm gmt utc mez mesz cet cest') ||
    is(after, 'time-of') ||
    (is(after, ', (') && is(later, 'time-of'))
  )
    return true;
  if (is(earlier, 'at') && hour === 24) return false;
  return is(earlier, ASKS_CLOCK) || MONTH_OR_DAY.test(earlier?.word ?? '');
}

/** What is ambiguous in other languages than English. */
function foreignSense(word: Word, length: number, near: Neighbours): string {
  if (ORDINAL.test(word.word)) return `${Number.parseInt(word.word, 10)}th`;
  if (isOnlyName(word, near)) return `_${word.word}`;
  // "À 25 h" is an hour of the clock as well, and one that there is not.
  if (word.word === 'hour' && (isClock(near) || (length === 1 && is(near.earlier, 'at'))))
    return 'clock-hour';
  if (length === 3 && near.count === 1 && ABBREVIATED.test(word.word)) return `_${word.word}`;
  if (WEEKDAY.test(word.word) && length <= 3 && !isShortWeekday(near)) return `_${word.word}`;
  return word.word;
}

const SHORT_UNITS: Readonly<Record<string, string>> = { d: 'day', w: 'week', mo: 'month' };
/** "2h 15m", "15m 30s", "in 15m": metres and more besides where nothing makes them a time. */
const SHORTER_UNITS: Readonly<Record<string, string>> = { m: 'minute', s: 'second' };

function shortUnit({ word }: Word, { before, earlier }: Neighbours): string | undefined {
  if (!isNumber(before) || /^\d{4}/.test(before?.word ?? '')) return undefined;
  return SHORT_UNITS[word] ?? (is(earlier, 'in within hour minute') ? SHORTER_UNITS[word] : undefined);
}
const COUNTED =
  /^(?:second|minute|hour|day|workday|week|fortnight|month|quarter|year|decade|or|to|-|and|half|more|an?|percent|~)$/;

/** "Around 4" is a time like "at 4"; before a count, or alone, it says nothing of a date. */
function about({ after, later }: Neighbours): string {
  const hour = /^\d{1,2}$/.test(after?.word ?? '') && Number(after?.word) <= 24;
  return hour && !COUNTED.test(later?.word ?? '') ? 'at' : '';
}

const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/;
const FEAST = /^holiday:/;

/** "Happy Easter", "the Sunday Times", "on Mondays": the name of a day, and no one day. */
function isOnlyName({ word }: Word, { before, earlier, after }: Neighbours): boolean {
  if (WEEKDAYS.test(word)) return !isNumber(before) && !is(before, 'coming next');
  if (!(WEEKDAY.test(word) || FEAST.test(word))) return false;
  if (is(before, 'a') && is(earlier, 'on') && !is(after, 'deadline')) return true;
  return is(before, NAMING_BEFORE) || is(after, NAMED_BEHIND);
}

const CLOCK = /^(?:[ap]m|oclock|noon|midnight|\d{1,2}:\d{2}|clock-hour|hour|(?:0\d|1[0-8]|2[1-3])[0-5]\d)$/;
/** "9 a.m. local on Friday"; "9 a.m. local trains" are none of the time. */
const isLocalTime = ({ before, after }: Neighbours): boolean =>
  CLOCK.test(before?.word ?? '') &&
  (after === undefined ||
    is(after, '. , ; ( ) - on at by today tomorrow tonight this next') ||
    isWeekday(after));

function englishSense(word: Word, length: number, near: Neighbours): string {
  if (word.word === 'local') return isLocalTime(near) ? 'local-time' : word.word;
  if (word.word === 'about') return about(near);
  if (isOnlyName(word, near)) return `_${word.word}`;
  if (WEEKDAYS.test(word.word)) return word.word.slice(0, -1);
  const unit = shortUnit(word, near);
  if (unit !== undefined) return unit;
  if (ORDINAL.test(word.word)) return secondOr(`${Number.parseInt(word.word, 10)}th`, word, near);
  if (length === 3 && near.count === 1 && ABBREVIATED.test(word.word)) return `_${word.word}`;
  if (word.word === 'may' || word.word === 'march') return isMonth(near) ? word.word : `_${word.word}`;
  if (word.word === 'monday' && length === 3 && isNumber(near.before) && !is(near.after, '.')) {
    return near.before?.word === '1' || is(near.earlier, 'in within') ? 'month' : 'monday';
  }
  if (WEEKDAY.test(word.word) && length === 3 && !isShortWeekday(near)) return `_${word.word}`;
  // "Tomorrow 16h" is an hour of the clock, "in 16h" a count.
  const late = is(near.earlier, 'at') && Number(near.before?.word) > 24;
  if (word.word === 'hour' && length === 1 && (late || MONTH_OR_DAY.test(near.earlier?.word ?? '')))
    return isClock(near) ? 'clock-hour' : word.word;
  return word.word;
}

/** "One second", "in a second" is a time, "the second of August" a number. */
function secondOr(ordinal: string, word: Word, near: Neighbours): string {
  if (ordinal !== '2th' || word.digits) return ordinal;
  const counted = isNumber(near.before) || (is(near.before, 'a') && is(near.earlier, 'in within'));
  return counted || (is(near.before, 'a') && is(near.after, 'from later')) ? 'second' : ordinal;
}

/** Each word in the sense that its neighbours give it; a dot after a short form is dropped. */
export function disambiguate(words: readonly Word[], language: string): readonly Word[] {
  const sensed = language === 'en' ? englishSense : foreignSense;
  const count = words.filter(({ word }) => word !== '.').length;
  const senses = words.map((word, index): Word => {
    const near = {
      before: words[index - 1],
      earlier: words[index - 2],
      after: words[index + 1],
      later: words[index + 2],
      count,
    };
    const sense = sensed(word, word.end - word.start, near);
    return sense === word.word ? word : { ...word, word: sense, known: word.known && !sense.startsWith('_') };
  });
  return senses.filter(
    ({ word }, index) => word !== '.' || !isShortForm(senses[index - 1], senses[index + 1]),
  );
}

const isShortForm = (before: Word | undefined, after: Word | undefined) =>
  before !== undefined &&
  after !== undefined &&
  before.known &&
  !before.digits &&
  before.end - before.start <= 4;
