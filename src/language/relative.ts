import type { DateTime } from 'luxon';
import { monthOf, MONTH, type Anchor } from './dates.js';
import { choice, daysFrom, oneDay, type Choice, type Days, type Found } from './span.js';

type Match = readonly (string | undefined)[];
type Rule = readonly [RegExp, (match: Match, anchor: Anchor) => Found | null];

const UNIT = String.raw`(minute|hour|day|week|month|year)s?`;
const COUNT = String.raw`(\d{1,4})`;

function later(from: DateTime, count: number, unit: string): DateTime {
  return from.plus({ [`${unit}s`]: count });
}

/** Hours are elapsed time, if the hour of saying is known; all else is calendar days in the zone. */
function counted(anchor: Anchor, low: number, high: number, unit: string, open: boolean): Found {
  const { said } = anchor;
  const small = unit === 'hour' || unit === 'minute';
  if (small && anchor.clock) {
    return { kind: 'elapsed', from: later(said, low, unit), to: later(said, high, unit), open, assumed: [] };
  }
  // Said at an hour nobody noted: the day's end is the last moment it can have been.
  const from = small ? said.endOf('day') : said.startOf('day');
  const assumed = small ? ['the hour of the statement is not known, so it is read as a day'] : [];
  return { ...daysFrom(later(from, low, unit), later(from, high, unit), assumed), open };
}

const isOpen = (word: string | undefined) => /^(within|in the next|over the next|up to)/.test(word ?? '');

/** Whole names: "sat" and "sun" in prose are no days. */
const WEEKDAY = String.raw`(mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday)`;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function weekday([, which, name = '']: Match, { said }: Anchor): Days | Choice {
  const today = said.startOf('day');
  const ahead = (WEEK.indexOf(name) + 1 - today.weekday + 7) % 7;
  const coming = today.plus({ days: ahead });
  if (which === 'next') {
    const inNextWeek = today.startOf('week').plus({ days: 7 + WEEK.indexOf(name) });
    if (ahead === 0 || coming.hasSame(inNextWeek, 'day')) return oneDay(inNextWeek);
    return choice([oneDay(coming), oneDay(inNextWeek)], `"next ${coming.weekdayLong}" could be either.`);
  }
  if (ahead > 0) return oneDay(coming);
  if (which === 'this') return oneDay(today);
  return choice([oneDay(today), oneDay(today.plus({ days: 7 }))], `It was said on a ${today.weekdayLong}.`);
}

function endOf([, which = '', unit = '']: Match, { said }: Anchor): Found {
  const ahead = which === 'next' ? 1 : 0;
  if (unit === 'week') {
    const monday = said.startOf('week').plus({ weeks: ahead });
    return choice(
      [4, 6].map((days) => ({ ...oneDay(monday.plus({ days })), open: true })),
      'A week may end on Friday or on Sunday.',
    );
  }
  const name = unit === 'business day' ? 'day' : unit;
  const span = name === 'month' || name === 'quarter' || name === 'year' ? name : 'day';
  const last = said
    .startOf(span)
    .plus({ [`${span}s`]: ahead })
    .endOf(span);
  return { ...oneDay(last), open: true };
}

/** The next month of that name, or of the year given. */
function monthNamed({ said }: Anchor, name: string, year?: string): DateTime {
  const first = said.startOf('month').set({ month: monthOf(name) });
  if (year !== undefined) return first.set({ year: Number(year) });
  return first < said.startOf('month') ? first.plus({ years: 1 }) : first;
}

function part(which: string | undefined, month: DateTime): Days {
  const to = (day: number) => month.set({ day });
  const called = (words: string) => [`"${which}" is read as ${words}`];
  if (which === 'early') return daysFrom(month, to(10), called('the 1st to the 10th'));
  if (which === 'mid') return daysFrom(to(11), to(20), called('the 11th to the 20th'));
  if (which === 'late') return daysFrom(to(21), month.endOf('month'), called('the 21st to the end'));
  return { ...daysFrom(month, month.endOf('month')), precision: 'month' };
}

const QUARTER = ['first', 'second', 'third', 'fourth'];

const RULES: readonly Rule[] = [
  [
    new RegExp(String.raw`\b(?:between )?${COUNT}(?: ?- ?| or | to | and )${COUNT} ${UNIT}\b`),
    ([, low, high, unit = ''], anchor) => {
      const [a, b] = [Number(low), Number(high)];
      return counted(anchor, Math.min(a, b), Math.max(a, b), unit, false);
    },
  ],
  [
    new RegExp(String.raw`\b(\d+|1) weeks? from ${WEEKDAY}\b`),
    ([, weeks, name], anchor) => {
      const from = weekday([undefined, undefined, name], anchor);
      const days = from.kind === 'days' ? from : from.of[0];
      return days === undefined ? null : oneDay(days.first.plus({ weeks: Number(weeks) }));
    },
  ],
  [
    new RegExp(String.raw`\b(within (?:the next )?|in the next |up to )?${COUNT}[ -]${UNIT}\b`),
    ([, how, count, unit = ''], anchor) => counted(anchor, Number(count), Number(count), unit, isOpen(how)),
  ],
  [/\bt-(\d{1,4})\b/, ([, count], anchor) => counted(anchor, Number(count), Number(count), 'day', false)],
  [/\bday after tomorrow\b/, (_, { said }) => oneDay(said.plus({ days: 2 }))],
  [/\btomorrow\b/, (_, { said }) => oneDay(said.plus({ days: 1 }))],
  [/\b(today|tonight|this (?:morning|afternoon|evening))\b/, (_, { said }) => oneDay(said)],
  [
    /\bend of (?:the )?(this |next )?(business day|day|week|month|quarter|year)\b/,
    (match, anchor) => endOf([match[0], match[1]?.trim(), match[2]], anchor),
  ],
  [/\b(year|month|week)[- ]end\b/, ([, unit], anchor) => endOf([undefined, '', unit], anchor)],
  [
    new RegExp(String.raw`\bend of ${MONTH}(?: (\d{4}))?`),
    ([, name = '', year], anchor) => ({
      ...oneDay(monthNamed(anchor, name, year).endOf('month')),
      open: true,
    }),
  ],
  [
    /\blater this (month|year)\b/,
    ([, unit], { said }) => daysFrom(said, said.endOf(unit === 'year' ? 'year' : 'month')),
  ],
  [
    /\b(?:q([1-4])|(first|second|third|fourth) quarter)(?: (?:of )?(\d{4}))?\b/,
    ([, digit, word = '', year], { said }) => {
      const quarter = digit === undefined ? QUARTER.indexOf(word) + 1 : Number(digit);
      const inYear = (of: number) => said.startOf('year').set({ year: of, month: quarter * 3 - 2 });
      const start = inYear(Number(year ?? said.year));
      const over = year === undefined && start.endOf('quarter') < said;
      const first = over ? start.plus({ years: 1 }) : start;
      return daysFrom(first, first.endOf('quarter'));
    },
  ],
  [
    /\b(this|next) (month|year|quarter)\b/,
    ([, which, unit], { said }) => {
      const span = unit === 'month' ? 'month' : unit === 'year' ? 'year' : 'quarter';
      const first = said.startOf(span).plus({ [`${span}s`]: which === 'next' ? 1 : 0 });
      const days = daysFrom(first, first.endOf(span));
      return span === 'month' ? { ...days, precision: 'month' } : days;
    },
  ],
  [
    /\b(this|next) week\b/,
    ([, which], { said }) => {
      const monday = said.startOf('week').plus({ weeks: which === 'next' ? 1 : 0 });
      return daysFrom(which === 'next' ? monday : said, monday.plus({ days: 6 }));
    },
  ],
  [
    /\b(?:this |the )?weekend\b/,
    (_, { said }) => {
      const monday = said.startOf('week');
      return daysFrom(monday.plus({ days: 5 }), monday.plus({ days: 6 }));
    },
  ],
  [new RegExp(String.raw`\b(?:(this|next|coming) )?${WEEKDAY}\b`), weekday],
  [
    // A month's name alone is a date only where the words make it one: "may" and "march" are verbs.
    new RegExp(
      String.raw`(?:\b(early|mid|late)[- ](?:in )?|\b(?:by|in|before|until|during|effective|from|starting) |^)${MONTH}(?: (\d{4}))?$`,
    ),
    ([, which, name = '', year], anchor) => part(which, monthNamed(anchor, name, year)),
  ],
];

/** What the words say counted from the statement; null where they say nothing of the kind. */
export function findRelative(text: string, anchor: Anchor): Found | null {
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    const found = match === null ? null : read(match, anchor);
    if (found !== null) return found;
  }
  return null;
}
