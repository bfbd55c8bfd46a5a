import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { COLUMNS, recordAsCsv, recordAsJson, type Exported } from '../../../commands/data/record.js';
import type { Entry, Happening, Statement } from '../../../src/domain/entry.js';
import type { Reading } from '../../../src/domain/reading.js';

/** Cells of a CSV as RFC 4180 has them. */
function cells(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function fromCsv(csv: string): readonly Exported[] {
  const [head, ...lines] = cells(csv);
  const numbers = new Map<number, Entry[]>();
  for (const line of lines) {
    const cell = (name: string) => line[head?.indexOf(name) ?? -1] ?? '';
    const entry: Entry = {
      seq: Number(cell('entry')),
      recorded: Date.parse(cell('recorded')),
      stated: { start: Number(cell('stated_start')), end: Number(cell('stated_end')) },
      by: cell('by') || null,
      statements: JSON.parse(cell('statements')),
      what: JSON.parse(cell('what')),
    };
    const number = Number(cell('ultimatum'));
    numbers.set(number, [...(numbers.get(number) ?? []), entry]);
  }
  return [...numbers].map(([number, entries]) => ({ number, entries }));
}

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', 'a "b"', 'x,\r\ny', "'"));
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const when = fc.tuple(instant, fc.nat(86_400_000)).map(([start, length]) => ({ start, end: start + length }));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const statement: fc.Arbitrary<Statement> = fc.record({
  quote: maybe(text),
  url: maybe(fc.webUrl()),
  outlet: maybe(text),
  grade: fc.constantFrom('primary', 'secondary', 'unsourced'),
  archive: maybe(fc.webUrl()),
  seenIn: maybe(fc.webUrl()),
});

const reading: fc.Arbitrary<Reading> = fc.record({
  words: text,
  earliest: maybe(instant),
  latest: maybe(instant),
  precision: fc.constantFrom('instant', 'day', 'window', 'month', 'vague', 'none'),
  bound: fc.constantFrom('by', 'before', 'effective', 'not-before'),
  zone: fc.constant('America/New_York'),
  zoneFrom: fc.constantFrom('stated', 'issuer', 'server'),
  edtf: text,
  orSooner: fc.boolean(),
  openBeginning: fc.boolean(),
  assumed: fc.array(text),
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('recorded' as const),
    issuer: text,
    targets: fc.array(text),
    demand: text,
    threat: maybe(text),
    zone: fc.constant('UTC'),
    tags: fc.array(text),
    deadline: maybe(reading),
  }),
  fc.record({
    kind: fc.constant('revised' as const),
    revision: fc.constantFrom('set', 'extended', 'shortened', 'clarified', 'resumed', 'revived'),
    deadline: reading,
  }),
  fc.record({ kind: fc.constant('passed' as const) }),
  fc.record({
    kind: fc.constant('corrected' as const),
    corrects: fc.nat(),
    fields: fc.record({ demand: text, deadline: reading }, { requiredKeys: [] }),
    removes: fc.boolean(),
    reason: text,
  }),
  fc.record({
    kind: fc.constant('terms' as const),
    demand: maybe(text),
    threat: maybe(text),
    targets: maybe(fc.array(text)),
  }),
);

const entry = fc.record({
  recorded: instant,
  stated: when,
  by: maybe(fc.stringMatching(/^[a-z0-9]{22}$/)),
  statements: fc.array(statement, { maxLength: 3 }),
  what: happening,
});

const record: fc.Arbitrary<readonly Exported[]> = fc
  .array(fc.array(entry, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
  .map((all) =>
    all.map((entries, index) => ({
      number: index + 1,
      entries: entries.map((one, at) => ({ ...one, seq: at + 1 })),
    })),
  );

describe('the whole record as a file', () => {
  it('read back from JSON it is the very same ledger', () => {
    const same = fc.property(record, instant, (all, now) => {
      expect(JSON.parse(recordAsJson(all, now)).ultimatums).toEqual(all);
    });
    fc.assert(same);
  });

  it('read back from CSV it is the very same ledger', () => {
    const same = fc.property(record, (all) => {
      expect(fromCsv(recordAsCsv(all))).toEqual(all);
    });
    fc.assert(same);
  });

  it('no cell for eyes begins a formula', () => {
    const eyes = COLUMNS.indexOf('stated_start');
    const harmless = fc.property(record, (all) => {
      const [, ...lines] = cells(recordAsCsv(all));
      for (const cell of lines.flatMap((line) => line.slice(0, eyes)))
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    });
    fc.assert(harmless);
  });

  it('an empty record is a file with a head and nothing else', () => {
    expect(recordAsCsv([])).toBe(`${COLUMNS.join(',')}\r\n`);
  });
});
