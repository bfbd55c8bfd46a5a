/** Rules for holidays: "Labor Day", "Easter 2026". */
import { days, type Rule } from '../atom.js';
import { holidayOf } from '../holidays.js';
import { weekdayOf } from '../calendar.js';
import { daysFrom, endOf, oneDay, type DaySpan } from '../span.js';
import { YEAR } from './words.js';
import type { Anchor } from '../anchor.js';

function find(anchor: Anchor, name: string | undefined, year: string | undefined): DaySpan | null {
  const day = holidayOf(name ?? '', anchor, year === undefined ? undefined : Number(year));
  return day === null ? null : oneDay(day);
}

/** The weekend that a holiday makes longer, or the one of its week. */
function weekendOf(anchor: Anchor, name: string | undefined): DaySpan | null {
  const day = holidayOf(name ?? '', anchor);
  if (day === null) return null;
  const weekday = weekdayOf(day);
  const saturday = day - weekday + (weekday === 1 ? -1 : 6);
  return daysFrom(
    Math.min(saturday, weekday > 3 ? day : saturday),
    Math.max(saturday + 1, weekday === 1 ? day : 0),
  );
}

/** Holidays by name, with or without a year. */
export const HOLIDAYS: readonly Rule[] = [
  days(
    `(?:the )?(?:(?:next|this|coming) )?holiday:([a-z-]+)(?:(?: ,| of| in)? ${YEAR})?`,
    'day',
    ([, name, year], anchor) => find(anchor, name, year),
  ),
  days(`(?:last|past) holiday:([a-z-]+)`, 'day', ([, name], anchor) =>
    find({ ...anchor, back: true }, name, undefined),
  ),
  // The fast lasts until the day before the feast.
  days(`(?:the )?end of (?:the )?holiday:ramadan(?:(?: ,| of| in)? ${YEAR})?`, 'day', ([, year], anchor) => {
    const feast = find(anchor, 'eid-al-fitr', year);
    return feast === null ? null : endOf(oneDay(feast.first - 1));
  }),
  days('(?:the )?holiday:([a-z-]+) weekend', 'period', ([, name], anchor) => weekendOf(anchor, name)),
];
