import { describe, expect, it } from 'vitest';
import { readable } from '../../../src/codec/record/csv.js';
import { COLUMNS, recordAsCsv } from '../../../src/codec/record/files.js';

describe('the whole record as a file', () => {
  it.each([
    ['x;=HYPERLINK("a")', `x;'=HYPERLINK("a")`],
    ['=1', `'=1`],
    ['＝1', `'＝1`],
    ['a\t=1', 'a =1'],
    ['we agree - in part', 'we agree - in part'],
    ['25% = a quarter; or else', '25% = a quarter; or else'],
    ['Russia, - Iran', 'Russia, - Iran'],
  ])('shows %j as %j', (given, shown) => {
    expect(readable(given)).toBe(shown);
  });

  it('has only a header if the record is empty', () => {
    expect(recordAsCsv([])).toBe(`\uFEFF${COLUMNS.map((name) => `"${name}"`).join(',')}\r\n`);
  });
});
