/** Rules for periods: weeks, months, quarters, seasons, years. */
import { PERIODS as PERIOD_NAMES, type Period } from '../../domain/reading-facts.js';
import type { Anchor } from '../anchor.js';
import { days, follows, isWhole, rule, type Meaning, type MatchPosition, type Rule } from '../atom.js';
import { daysFrom, endOf, oneDay, type Interpretation } from '../span.js';
import { overNext, byStretch, ending, fiscalEnd, half, restOf, third, within } from './parts.js';
import { decadeFrom, monthly, nextMonth, period, rest, SEASON, unit } from './stretches.js';
import { bare, MONTH, monthOf, YEAR } from './words.js';

const WHICH = '(?:the )?(this|next|current|coming|following|running)(?: the)?(?: coming)?';
const QUARTER = `(?:the )?[1-4]th quarter(?:(?: of| in)?(?: (?:the )?(?:${bare(YEAR)}|(?:this|next) year|year)))?`;

/** A named stretch of the calendar. */
const PERIOD = [
  `${bare(MONTH)}(?! \\d{1,2}(?:th)?\\b)(?:(?: ,| of| -)? ${bare(YEAR)}| (?:of )?(?:this|next) year)?`,
  `${bare(WHICH)} (?:week|month|quarter|year|weekend|decade|century|${bare(SEASON)})`,
  `(?:week|month|quarter|year|weekend) (?:next|coming|after next)`,
  `(?:the )?(?:week|month|quarter|year|weekend|decade|century|${bare(SEASON)})(?: (?:of )?${bare(YEAR)})?`,
  `q[1-4](?: (?:of |- |/ )?${bare(YEAR)})?|${bare(YEAR)} (?:- )?q[1-4]`,
  QUARTER,
  `h[12](?: (?:of |- )?${bare(YEAR)})?|${bare(YEAR)} (?:- )?h[12]`,
  bare(YEAR),
].join('|');

/** A month, a quarter or a half year by its name. */
const NAMED_PERIOD = `(?:${[
  `${bare(MONTH)}(?! (?:\\d{1,2}(?:th)?|the \\d{1,2}th)\\b)(?:(?: ,| of| -)? ${bare(YEAR)}| (?:of )?(?:this|next) year)?`,
  `q[1-4](?: (?:of |- |/ )?${bare(YEAR)})?`,
  `h[12](?: (?:of |- )?${bare(YEAR)})?`,
  `${bare(YEAR)} (?:- )?h[12]`,
  `${bare(YEAR)} (?:- )?q[1-4]`,
  QUARTER,
].join('|')})`;

const NAMES_ONE =
  /\b(?:by|in|before|until|during|within|effective|through|month of|between|and|to|from|until the|after|since|early|late|mid|or|whole|all|all of|-)$/;
const BY = /\bby(?: the)?$/;

/** A stretch that words name; behind "by" it is asked which end is meant. */
const stretch = (
  place: MatchPosition,
  of: 'period' | 'week',
  find: (anchor: Anchor) => Interpretation,
): Meaning => ({
  kind: 'days',
  of,
  resolve: follows(place, BY) ? (anchor) => byStretch(find(anchor)) : find,
});

/** "In the next month", "over the coming week": a month or a week from now, or the next one of the calendar. */
const OVER = /\b(?:in|within|inside|over|during)$/;
const AHEAD = /^the (?:next|coming|following) (?:week|month|quarter|year)$/;
const FOR = /\b(?:for|for the)$/;

const isPeriod = (kind: string | undefined): kind is Period => PERIOD_NAMES.some((name) => name === kind);

/** Stretches of the calendar: weeks, months, quarters, seasons, years, their parts and ends. */
export const PERIODS: readonly Rule[] = [
  days(
    `(?:the )?end (?:of )?(?:the )?(?:around )?(?:month (?=[a-z]))?(${PERIOD})(?! (?:of|commencing|beginning|starting) (?:the )?(?:\\d{1,2}\\b|${bare(MONTH)}))`,
    'day',
    ([, text = ''], anchor) => ending(text, anchor),
  ),
  days('(?:the )?(week|month|quarter|year) end', 'day', ([, text = ''], anchor) => ending(text, anchor)),
  days(
    `(?:the )?(?:very )?(early|mid|late) (?:the )?(${PERIOD})`,
    'period',
    ([, which = '', text = ''], anchor) => third(which, period(text, anchor)),
  ),
  days(
    `(?:the )?(1th|2th) half (?:of|in) (?:the )?(${PERIOD})`,
    'period',
    ([, which = '', text = ''], anchor) => half(which, period(text, anchor)),
  ),
  days('later (?:this|the|in the|this same) (week|month|quarter|year)', 'period', ([, kind = ''], anchor) =>
    restOf(anchor, kind),
  ),
  days(`(?:next|coming) ${MONTH}(?! \\d)`, 'period', ([, name], anchor) => nextMonth(monthOf(name), anchor)),
  days(`(?:this|(?:this|the) coming) ${MONTH}(?! \\d)`, 'period', ([, name], anchor) =>
    monthly(anchor, monthOf(name), 1, undefined),
  ),
  rule('(\\d{1,2})/(\\d{4})', ([, month, year], place) =>
    Number(month) > 0 && Number(month) <= 12 && (follows(place, NAMES_ONE) || isWhole(place))
      ? { kind: 'days', of: 'period', resolve: (anchor) => monthly(anchor, Number(month), 1, Number(year)) }
      : null,
  ),
  days('(?:the )?rest of (?:the |this )?(week|month|quarter|year)', 'period', ([, kind = ''], anchor) =>
    restOf(anchor, kind),
  ),
  days('later (?:today|this day)', 'day', (_, { today }) => oneDay(today)),
  days('(?:the )?(week|weekend|month|quarter|year) after next', 'period', ([, kind = ''], anchor) =>
    unit(anchor, kind, 2),
  ),
  rule(
    `(?:${bare(WHICH)} (week|month|quarter|year|weekend|decade|${bare(SEASON)})|(?:the )?(?:week|month|quarter|year|weekend) (?:next|coming))`,
    (match, place) => {
      const [text = '', kind] = match;
      // "Work for the coming quarter" says how long and not by when.
      if (follows(place, FOR) && kind !== 'weekend') return null;
      const of = isPeriod(kind) && AHEAD.test(text) && follows(place, OVER) ? kind : null;
      if (of !== null)
        return {
          kind: 'days',
          of: 'period',
          resolve: (anchor) => overNext(anchor, of, period(text, anchor)),
        };
      return stretch(place, /week\b/.test(text) ? 'week' : 'period', (anchor) => rest(text, anchor));
    },
  ),
  rule('(?:the )?weekend', (_, place) =>
    follows(place, /\b(?:by|before|until|over|during|for|this|on|at|of)$/) || isWhole(place)
      ? stretch(place, 'period', (anchor) => period('weekend', anchor))
      : null,
  ),
  rule(NAMED_PERIOD, (match, place) => {
    const [text = ''] = match;
    if (!(follows(place, NAMES_ONE) || isWhole(place))) return null;
    return stretch(place, 'period', (anchor) => period(text, anchor));
  }),
  days(`(?:the )?${bare(SEASON)} (?:of )?${bare(YEAR)}`, 'period', ([text = ''], anchor) =>
    period(text, anchor),
  ),
  rule(SEASON, ([, name = ''], place) =>
    follows(place, /\b(?:by|in|before|until|this|by the|in the|before the|until the|during the)$/)
      ? stretch(place, 'period', (anchor) => period(name, anchor))
      : null,
  ),
  rule(`(?:(?:the )?year )?${YEAR}`, ([text = '', year = ''], place) => {
    if (follows(place, /\buntil$/))
      return { kind: 'days', of: 'period', resolve: (anchor) => byStretch(period(year, anchor)) };
    const named = text.includes('year') && isWhole(place);
    return named || follows(place, /\b(?:by|before|in|during|after|since|from|effective)$/)
      ? stretch(place, 'period', (anchor) => period(year, anchor))
      : null;
  }),
  days(`(${PERIOD})(?: is)? (?:out|over|ends)(?! (?:on|at|in|by) )`, 'day', ([, text = ''], anchor) =>
    endOf(period(text, anchor)),
  ),
  days('within-the (week|month|quarter|year)(?! of| from| after)', 'period', ([, kind], anchor) =>
    isPeriod(kind) ? within(anchor, kind) : null,
  ),
  days(
    `(?:the )?end of (?:the )?((?:this |next |coming |current )?(?:fiscal|financial|tax|budget) year(?: ${bare(YEAR)})?)`,
    'day',
    ([, text = ''], anchor) => fiscalEnd(text, anchor),
  ),
  days(`(?:(?:the )?end of (?:the )?)?fy (${bare(YEAR)})`, 'day', ([, year = ''], anchor) =>
    fiscalEnd(year, anchor),
  ),
  rule('(?:the )?((?:20|21)\\d0) s(?= ?$| [.,;!?)])', ([, year], place) =>
    follows(place, NAMES_ONE) || follows(place, /\b(?:in|by|before|until) the$/)
      ? stretch(place, 'period', () => decadeFrom(Number(year)))
      : null,
  ),
  days(
    `${MONTH} (?:-|to|through|until) ${MONTH}(?! \\d{1,2}(?:th)?\\b)(?:(?: ,| of)? ${YEAR})?`,
    'range',
    ([, from, to, year], anchor) => {
      const last = monthly(anchor, monthOf(to), 1, year === undefined ? undefined : Number(year));
      const first = monthly({ ...anchor, today: last.last, back: true }, monthOf(from), 1, undefined);
      return daysFrom(first.first, last.last);
    },
  ),
];
