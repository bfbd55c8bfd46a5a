import { DateTime } from 'luxon';
import { choice, daysFrom, oneDay, type Choice, type Days } from './span.js';

/** When and where it was said: the local time of the statement. */
export interface Anchor {
  readonly said: DateTime;
  /** Whether the hour of saying is known. */
  readonly clock: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,? (?:of )?(\d{4}))?`;
const WEEKDAYS = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?`;

export const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

/** The day in the year given, or the next one that is not before the statement. */
function calendarDay(anchor: Anchor, month: number, day: number, year?: string): DateTime | null {
  const { said } = anchor;
  const at = (of: number) => DateTime.fromObject({ year: of, month, day }, { zone: said.zone });
  if (year !== undefined) return valid(at(Number(year)));
  const years = [said.year, said.year + 1, said.year + 2, said.year + 3, said.year + 4];
  return years.map(at).find((date) => date.isValid && date >= said.startOf('day')) ?? null;
}

const valid = (date: DateTime) => (date.isValid ? date : null);

type Match = readonly (string | undefined)[];
type Rule = readonly [RegExp, (match: Match, anchor: Anchor) => Days | Choice | null];

function between(from: DateTime | null, to: DateTime | null, fix: boolean): Days | null {
  if (from === null || to === null) return null;
  // "July 31 to August 2" said in July: the end follows the beginning.
  const end = fix && to < from ? to.plus({ years: 1 }) : to;
  const start = fix && end.diff(from, 'days').days > 300 ? from.plus({ years: 1 }) : from;
  return end < start ? null : daysFrom(start, end);
}

function numeric([, a = '', b = '', y = '']: Match, anchor: Anchor): Days | Choice | null {
  const year = y.length === 2 ? `20${y}` : y;
  const monthFirst = calendarDay(anchor, Number(a), Number(b), year);
  const dayFirst = calendarDay(anchor, Number(b), Number(a), year);
  const both = [monthFirst, dayFirst].filter((date) => date !== null);
  const [one, other] = both;
  if (one === undefined) return null;
  if (other === undefined || +one === +other) return oneDay(one);
  return choice(
    both.map((date) => oneDay(date)),
    'The day and the month could be either way round.',
  );
}

const SEPARATOR = String.raw`(?: ?- ?| to | or | and | through | until )`;

/** Absolute dates, the most telling pattern first. */
const DATES: readonly Rule[] = [
  [
    new RegExp(String.raw`\b(\d{4})-(\d{2})-(\d{2})\b`),
    ([, y, m, d], anchor) => single(calendarDay(anchor, Number(m), Number(d), y)),
  ],
  [
    new RegExp(String.raw`\b${WEEKDAYS}${MONTH} ${DAY}${SEPARATOR}${WEEKDAYS}${MONTH} ${DAY}${YEAR}`),
    ([, m1 = '', d1, m2 = '', d2, y], anchor) =>
      between(
        calendarDay(anchor, monthOf(m1), Number(d1), y),
        calendarDay(anchor, monthOf(m2), Number(d2), y),
        y === undefined,
      ),
  ],
  [
    new RegExp(String.raw`\b${MONTH} ${DAY}${SEPARATOR}${DAY}${YEAR}(?![\d:])`),
    ([, m = '', d1, d2, y], anchor) =>
      between(
        calendarDay(anchor, monthOf(m), Number(d1), y),
        calendarDay(anchor, monthOf(m), Number(d2), y),
        false,
      ),
  ],
  [
    new RegExp(String.raw`\b${DAY}(?: ${MONTH})?${SEPARATOR}${DAY} (?:of )?${MONTH}${YEAR}`),
    ([, d1, m1, d2, m2 = '', y], anchor) =>
      between(
        calendarDay(anchor, monthOf(m1 ?? m2), Number(d1), y),
        calendarDay(anchor, monthOf(m2), Number(d2), y),
        y === undefined,
      ),
  ],
  [
    new RegExp(String.raw`\b${DAY} (?:day )?(?:of )?${MONTH}${YEAR}`),
    ([, d, m = '', y], anchor) => single(calendarDay(anchor, monthOf(m), Number(d), y)),
  ],
  [
    new RegExp(String.raw`\b${MONTH} (?:the )?${DAY}(?![\d:])${YEAR}`),
    ([, m = '', d, y], anchor) => single(calendarDay(anchor, monthOf(m), Number(d), y)),
  ],
  [new RegExp(String.raw`\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b`), numeric],
  [
    new RegExp(String.raw`\b(\d{4})/(\d{1,2})/(\d{1,2})\b`),
    ([, y, m, d], anchor) => single(calendarDay(anchor, Number(m), Number(d), y)),
  ],
  [/\b(christmas eve|christmas|new year'?s eve|new year'?s day|independence day)\b/, holiday],
  [/\b(labor day|thanksgiving)\b/, movable],
  [
    /\bthe (\d{1,2})(?:st|nd|rd|th)\b/,
    ([, d], { said }) => {
      const days = [0, 1, 2, 3].map((months) =>
        said
          .startOf('month')
          .plus({ months })
          .set({ day: Number(d) }),
      );
      const next = days.find((date) => date.day === Number(d) && date >= said.startOf('day'));
      return next === undefined ? null : oneDay(next);
    },
  ],
];

const single = (day: DateTime | null) => (day === null ? null : oneDay(day));

const FIXED: Readonly<Record<string, readonly [number, number]>> = {
  'christmas eve': [12, 24],
  christmas: [12, 25],
  'independence day': [7, 4],
};

function holiday([, name = '']: Match, anchor: Anchor): Days | null {
  const [month, day] = FIXED[name] ?? (name.endsWith('eve') ? [12, 31] : [1, 1]);
  return single(calendarDay(anchor, month, day));
}

function movable([, name]: Match, { said }: Anchor): Days | null {
  const [month, weekday, nth] = name === 'thanksgiving' ? ([11, 4, 4] as const) : ([9, 1, 1] as const);
  const inYear = (year: number) => {
    const first = DateTime.fromObject({ year, month, day: 1 }, { zone: said.zone });
    return first.plus({ days: ((weekday - first.weekday + 7) % 7) + (nth - 1) * 7 });
  };
  const next = [said.year, said.year + 1].map(inYear).find((date) => date >= said.startOf('day'));
  return next === undefined ? null : oneDay(next);
}

export interface FoundDate {
  readonly found: Days | Choice;
  /** The words without the date. */
  readonly rest: string;
}

/** The first absolute date in the words; null where there is none or the calendar has no such day. */
export function findDate(text: string, anchor: Anchor): FoundDate | null {
  for (const [pattern, read] of DATES) {
    const match = pattern.exec(text);
    const found = match === null ? null : read(match, anchor);
    if (match !== null && found !== null) {
      const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
      return { found, rest: rest.replaceAll(/\s+/g, ' ').trim() };
    }
  }
  return null;
}
