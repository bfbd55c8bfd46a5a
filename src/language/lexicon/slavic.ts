/** What Russian and Ukrainian build alike. */

/** "9 часов утра", "9 година вечора": what behind a number of hours says which half of the day it is. */
export const hourHalves = (
  hours: string,
  halves: Readonly<Record<string, 'am' | 'pm'>>,
): Record<string, string> =>
  Object.fromEntries(
    hours
      .split(' ')
      .flatMap((hour) =>
        Object.entries(halves).map(([half, mark]) => [`${hour} ${half}`, `clock-hour ${mark}`]),
      ),
  );

/** The counts that are said in one word with their unit. */
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 20, 24, 30, 48, 60, 72, 90, 100];

/**
 * "Трёхдневный", "двотижневий": a count and its unit in one adjective. `counts` are the stems of the counts in
 * their order, several of one separated by `/`; `units` the stems of the units.
 */
export function spans(
  counts: string,
  units: Readonly<Record<string, string>>,
  endings: string,
): Record<string, string> {
  const stems = Object.entries(units).flatMap(([unit, all]) =>
    all.split(' ').flatMap((stem) => endings.split(' ').map((end): [string, string] => [stem + end, unit])),
  );
  return Object.fromEntries(
    counts
      .split(' ')
      .flatMap((names, index) =>
        names
          .split('/')
          .flatMap((name) =>
            stems.map(([stem, unit]): [string, string] => [name + stem, `${COUNTS[index]} ${unit}`]),
          ),
      ),
  );
}
