import { Cron } from 'croner';
import { describe, expect, test } from 'vitest';
import { nextFires } from '../../src/domain/cron/index.js';
import { currentPage } from '../support/page.js';
import { ms, shown, TABLE } from './clocks.js';

describe('when the clocks change', () => {
  test.each(TABLE)('$what', ({ cron, zone, after, fires }) => {
    expect(nextFires(cron, zone, ms(after), 3).map((fire) => shown(fire, zone))).toEqual(fires);
  });

  test.each(TABLE.filter(({ otherwise }) => otherwise === undefined))(
    'croner says the same: $cron in $zone',
    ({ cron, zone, after, fires }) => {
      const theirs = new Cron(cron, { timezone: zone }).nextRuns(3, new Date(ms(after)));
      expect(theirs.map((fire) => shown(fire.getTime(), zone))).toEqual(fires);
    },
  );

  test.each(TABLE.flatMap((row) => (row.otherwise === undefined ? [] : [row])))(
    'croner differs, as documented: $otherwise',
    ({ cron, zone, after, fires }) => {
      const [first] = new Cron(cron, { timezone: zone }).nextRuns(1, new Date(ms(after)));
      expect(shown(first?.getTime() ?? 0, zone)).not.toBe(fires[0]);
    },
  );
});

test('the table in docs/countdowns.md matches the code', () => {
  const rows = TABLE.map(({ what, cron, zone, after }) => {
    const fires = nextFires(cron, zone, ms(after), 2).map((fire) => shown(fire, zone));
    return `| ${what} | \`${cron}\` | ${fires.join(', then ')} |`;
  });
  const table = [
    '| what the clocks do | schedule | fires, in UTC and on the clocks there |',
    '| --- | --- | --- |',
    ...rows,
  ];
  const { current, page } = currentPage('countdowns.md', 'clocks', table.join('\n'));
  expect(page).toBe(current);
});
