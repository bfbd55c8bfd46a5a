import { describe, expect, it } from 'vitest';
import { readable } from '../../../src/codec/record/csv.js';
import { TABLES } from '../../../src/codec/record/tables.js';
import { recordText, TABLE_NAMES } from '../../../src/codec/record/writer.js';

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

  it.each(TABLE_NAMES)('has only a header if the record is empty: %s', (format) => {
    const options = { format, exported: 0, server: null, headlineWords: () => '' };
    const { columns } = TABLES[format];
    expect(recordText([], options)).toBe(`\uFEFF${columns.map((name) => `"${name}"`).join(',')}\r\n`);
  });

  it('is valid JSON if the record is empty', () => {
    const options = { format: 'json', exported: 0, server: null, headlineWords: () => '' } as const;
    expect(JSON.parse(recordText([], options))).toMatchObject({ format: 'ultimatum/1', ultimatums: [] });
  });
});
