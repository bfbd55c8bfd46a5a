import { days, type Rule } from '../atom.js';
import { holidayOf } from '../holidays.js';
import { oneDay, type Days } from '../span.js';
import { YEAR } from './words.js';
import type { Anchor } from '../anchor.js';

function find(anchor: Anchor, name: string | undefined, year: string | undefined): Days | null {
  const day = holidayOf(name ?? '', anchor, year === undefined ? undefined : Number(year));
  return day === null ? null : oneDay(day);
}

/** Holidays by name, with or without a year. */
export const HOLIDAYS: readonly Rule[] = [
  days(
    `(?:the )?(?:(?:next|this|coming) )?holiday:([a-z-]+)(?:(?: ,| of| in)? ${YEAR})?`,
    'day',
    ([, name, year], anchor) => find(anchor, name, year),
  ),
];
