/** Rules for words that say something of the date beside them: "by", "the day after". */
import { days, follows, isWhole, rule, type Mark, type Rule } from '../atom.js';
import { daysFrom, oneDay, type DaySpan } from '../span.js';
import { weekdayOf } from '../calendar.js';
import { weekOf } from './stretches.js';
import { bare, MONTH, UNIT, WEEKDAY, weekdayNumber } from './words.js';

const mark = (source: string, meaning: Mark): Rule => rule(source, () => ({ kind: 'mark', mark: meaning }));

/** The days of a number of weeks or fortnights. */
const daysOf = (count: string | undefined, unit: string | undefined): number =>
  (Number.parseInt(count ?? '', 10) || 1) * (unit === 'week' ? 7 : 14);

const shifted =
  (by: number) =>
  (base: DaySpan): DaySpan => ({ ...oneDay(base.last + by), assumed: base.assumed });

/** The nth such weekday after a day, or before it. */
const nthWeekday =
  (count: number, weekday: number, sign: 1 | -1) =>
  (base: DaySpan): DaySpan => {
    const from = sign === 1 ? base.last : base.first;
    const ahead = (sign * (weekday - weekdayOf(from)) + 14) % 7 || 7;
    return { ...oneDay(from + sign * (ahead + (count - 1) * 7)), assumed: base.assumed };
  };

/** The weekend of the week that holds a day, the one behind it, the one before it. */
const weekendBy =
  (text: string) =>
  (base: DaySpan): DaySpan => {
    const saturday = base.first - weekdayOf(base.first) + 6;
    const shift = text.includes('before')
      ? weekdayOf(base.first) > 5
        ? 0
        : -7
      : text.includes('after') && saturday <= base.last
        ? 7
        : 0;
    return daysFrom(saturday + shift, saturday + shift + 1);
  };

/** "Was given two weeks on Tuesday": a length that somebody got on that day, and no day a week after it. */
const GIVING =
  /\b(?:gave|given|giv(?:es?|ing)|granted|grants?|handed|allowed|allows|offered|received|got|ha[sd])(?: (?!until|to|by|on)[^ ]+){0,4}$/;

/** Words that are no date by themselves and change the date beside them. */
export const MARKS: readonly Rule[] = [
  mark('by|at-latest|due(?: on| by)?', 'by'),
  mark('until', 'until'),
  mark('within|through', 'within'),
  mark('before', 'before'),
  mark('effective|starting|beginning(?! of)', 'effective'),
  mark('from', 'from'),
  mark('between', 'between'),
  mark('after|since', 'after'),
  mark('earliest|at-least', 'earliest'),
  mark('or-sooner', 'or-sooner'),
  mark('ago|earlier(?= (?:this|today|in the)\\b)', 'ago'),
  mark(`every(?: (?:other|single|\\d{1,3}(?:th)?))?(?: ${bare(UNIT)})?`, 'repeated'),
  mark('(?:the )?end of(?: the)?', 'by'),
  days('today|this day', 'day', (_, { today }) => oneDay(today)),
  days('tomorrow', 'day', (_, { today }) => oneDay(today + 1)),
  days('(\\d{1,2}) overmorrow', 'day', ([, count], { today }) => oneDay(today + Number(count) + 1)),
  days('overmorrow', 'day', (_, { today }) => oneDay(today + 2)),
  days('(?:the )?day before yesterday', 'day', (_, { today }) => oneDay(today - 2)),
  days('yesterday', 'day', (_, { today }) => oneDay(today - 1)),
  days('(?:the )?(?:end of (?:the )?day|end of workday)(?: (?:today))?', 'day-end', (_, { today }) => ({
    ...oneDay(today),
    open: true,
  })),
  rule(
    `(?:the )?(?:(\\d{1,2})(?:th)? |last (?=[a-z]+ before))?${WEEKDAY} (after|following|before)(?! (?:of )?(?:the )?(?:noon|midnight|\\d{1,2}[:h]\\d\\d|\\d{3,4} hour|\\d{1,2}(?: (?:am|pm|oclock|hour|clock-hour)|$)))`,
    ([, count, name, way]) => ({
      kind: 'offset',
      apply: nthWeekday(Number(count ?? 1), weekdayNumber(name), way === 'before' ? -1 : 1),
    }),
  ),
  rule('(?:the )?day (?:after|following)', () => ({ kind: 'offset', apply: shifted(1) })),
  rule(
    `(an?|\\d{1,2}) (week|fortnight) on(?= (?:the )?(?:\\d|${bare(WEEKDAY)}|${bare(MONTH)}|today|tomorrow))`,
    ([, count, unit], place) =>
      follows(place, GIVING) ? null : { kind: 'offset', apply: shifted(daysOf(count, unit)) },
  ),
  days('(an?|\\d{1,2}) (week|fortnight) (today|tomorrow)', 'day', ([, count, unit, from], { today }) =>
    oneDay(today + (from === 'today' ? 0 : 1) + daysOf(count, unit)),
  ),
  days(`(an?|\\d{1,2}) (week|fortnight) ${WEEKDAY}`, 'day', ([, count, unit, name], { today }) => {
    const ahead = (weekdayNumber(name) - weekdayOf(today) + 7) % 7 || 7;
    return oneDay(today + ahead + daysOf(count, unit));
  }),
  rule('(?:the )?day before', () => ({
    kind: 'offset',
    apply: (base) => ({ ...oneDay(base.first - 1), assumed: base.assumed }),
  })),
  rule('(?:the )?weekend (?:of|after|before)(?: the)?', ([text = '']) => ({
    kind: 'offset',
    apply: weekendBy(text),
  })),
  rule('(?:the )?week (?:of|commencing|beginning|starting)(?: the)?', () => ({
    kind: 'offset',
    apply: weekOf,
  })),
  rule('the week (after|following|before)(?: the)?(?! next)', ([, way]) => ({
    kind: 'offset',
    apply: ({ first, last }) =>
      way === 'before'
        ? daysFrom(first - 7, first - 1, [{ kind: 'adjacent-week', side: 'before' }])
        : daysFrom(last + 1, last + 7, [{ kind: 'adjacent-week', side: 'after' }]),
  })),
  rule('(?:the )?(?:next|following) day', (_, place) =>
    isWhole(place) || follows(place, /\b(?:by|until|before|on)$/)
      ? { kind: 'days', of: 'day', resolve: ({ today }) => oneDay(today + 1) }
      : null,
  ),
  rule('(?:the )?(?:eve|night) (?:of|before)', () => ({
    kind: 'offset',
    apply: (base) => oneDay(base.first - 1),
  })),
];
