/** Parses the five fields of a cron expression. */

/** One cron field: the values it allows, ascending; `any` where it was written as `*` and restricts nothing. */
export interface CronField {
  readonly any: boolean;
  readonly values: readonly number[];
}

/** The five fields of a cron expression. Sunday is 0. */
export interface CronFields {
  readonly minutes: CronField;
  readonly hours: CronField;
  readonly days: CronField;
  readonly months: CronField;
  readonly weekdays: CronField;
}

interface CronShape {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
  /** The value that is another way to write `min`: 7 for Sunday. */
  readonly again: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MINUTE: CronShape = { min: 0, max: 59, names: [], again: null };
const HOUR: CronShape = { min: 0, max: 23, names: [], again: null };
const DAY: CronShape = { min: 1, max: 31, names: [], again: null };
const MONTH: CronShape = { min: 1, max: 12, names: MONTHS, again: null };
const WEEKDAY: CronShape = { min: 0, max: 6, names: WEEKDAYS, again: 7 };

function parseValue(text: string, shape: CronShape): number | null {
  const named = shape.names.indexOf(text.slice(0, 3));
  if (named >= 0 && text.length === 3) return shape.min + named;
  if (!/^\d{1,2}$/.test(text)) return null;
  const value = Number(text);
  return value >= shape.min && value <= (shape.again ?? shape.max) ? value : null;
}

/** Steps from `from` to `to`; a range that runs backwards has none, but for `sat-sun`. */
function span(from: number, to: number, step: number, shape: CronShape): readonly number[] {
  const end = to === shape.min && from > to && shape.again !== null ? shape.again : to;
  const values: number[] = [];
  for (let value = from; value <= end; value += step) values.push(value === shape.again ? shape.min : value);
  return values;
}

function parsePart(text: string, shape: CronShape): readonly number[] {
  const match = /^(\*|[a-z\d]+)(?:-([a-z\d]+))?(?:\/(\d{1,2}))?$/.exec(text);
  const [, first = '', last, stride] = match ?? [];
  const step = stride === undefined ? 1 : Number(stride);
  if (match === null || step === 0) return [];
  if (first === '*') return last === undefined ? span(shape.min, shape.max, step, shape) : [];
  const from = parseValue(first, shape);
  if (from === null) return [];
  if (last === undefined)
    return stride === undefined ? span(from, from, 1, shape) : span(from, shape.max, step, shape);
  const to = parseValue(last, shape);
  return to === null ? [] : span(from, to, step, shape);
}

function parseField(text: string, shape: CronShape): CronField | null {
  if (text === '*' || text === '*/1' || text === '?') {
    return { any: true, values: span(shape.min, shape.max, 1, shape) };
  }
  const parts = text.split(',').map((part) => parsePart(part, shape));
  if (parts.some((values) => values.length === 0)) return null;
  return { any: false, values: [...new Set(parts.flat())].sort((a, b) => a - b) };
}

/** Reads five cron fields; null where they are none. */
export function parseFields(text: string): CronFields | null {
  const parts = text.trim().toLowerCase().split(/\s+/);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = parts;
  if (parts.length !== 5) return null;
  const minutes = parseField(minute, MINUTE);
  const hours = parseField(hour, HOUR);
  const days = parseField(day, DAY);
  const months = parseField(month, MONTH);
  const weekdays = parseField(weekday, WEEKDAY);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  return { minutes, hours, days, months, weekdays };
}

/** Runs of consecutive values, `[1, 2, 3, 5]` as `[[1, 3], [5, 5]]`. */
export function runsOf(values: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run?.[1] === value - 1) run[1] = value;
    else runs.push([value, value]);
  }
  return runs;
}

/** The step of values that `"every n"` would give; null where they are none. */
export function strideOf(field: CronField, min: number, max: number): number | null {
  const [first, second] = field.values;
  if (first !== min || second === undefined || second === first + 1) return null;
  const step = second - first;
  const all = span(min, max, step, { min, max, names: [], again: null });
  return all.join() === field.values.join() ? step : null;
}

function formatField(field: CronField, { min, max }: CronShape): string {
  if (field.any) return '*';
  const step = strideOf(field, min, max);
  if (step !== null && field.values.length > 2) return `*/${step}`;
  return runsOf(field.values)
    .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
    .join(',');
}

/** The same fields, always written the same way: numbers, ascending, Sunday 0. */
export function formatFields(fields: CronFields): string {
  const { minutes, hours, days, months, weekdays } = fields;
  return [
    formatField(minutes, MINUTE),
    formatField(hours, HOUR),
    formatField(days, DAY),
    formatField(months, MONTH),
    formatField(weekdays, WEEKDAY),
  ].join(' ');
}
