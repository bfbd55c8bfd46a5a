import { parse } from 'chrono-node';
import { DateTime } from 'luxon';
import type { Anchor } from './dates.js';
import { oneDay, type Days } from './span.js';

/**
 * What chrono-node recognises in words our own rules leave open. Only a day it is certain of counts, and only if it
 * found one thing; its `.date()` is never used, since it knows fixed offsets and no zones.
 */
export function recognised(text: string, { said }: Anchor): Days | null {
  const results = parse(text, { instant: said.toJSDate(), timezone: said.offset }, { forwardDate: true });
  const [only, other] = results;
  if (only === undefined || other !== undefined || only.end != null) return null;
  const { start } = only;
  const year = start.get('year');
  const month = start.get('month');
  const day = start.get('day');
  if (!start.isCertain('day') || !start.isCertain('month')) return null;
  if (year === null || month === null || day === null) return null;
  const date = DateTime.fromObject({ year, month, day }, { zone: said.zone });
  return date.isValid ? oneDay(date, [`"${only.text}" was taken for the date`]) : null;
}
