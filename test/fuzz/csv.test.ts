import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHead, csvLine, readable } from '../../src/codec/record/csv.js';
import type { ExportedUltimatum } from '../../src/codec/record/exported.js';
import { recordText, TABLE_NAMES, type RecordFormat } from '../../src/codec/record/writer.js';
import { COMPLIANCES, FOLLOW_THROUGHS, type LedgerEvent, type Statement } from '../../src/domain/entry.js';
import type { Reading } from '../../src/domain/reading.js';
import { fuzzRuns } from './runs.js';

const [COMMA, SEMICOLON, TAB, BAR] = [',', ';', '\t', '|'];
const LINE_ENDS = { 'CRLF, LF or CR': /^(?:\r\n|[\r\n])/, CRLF: /^\r\n/, LF: /^\n/, CR: /^\r/ } as const;
type LineEnd = keyof typeof LINE_ENDS;

/**
 * The cells that a program reads which separates by `separator` and ends a line where it is told to: a quote counts where
 * a cell begins, and what follows a closing quote is part of the cell as it stands. So do Excel, LibreOffice and the
 * libraries of most languages.
 */
function cells(
  csv: string,
  separator = COMMA,
  lineEnd: LineEnd = 'CRLF, LF or CR',
): readonly (readonly string[])[] {
  const rows: string[][] = [['']];
  let [fresh, inside] = [true, false];
  const text = csv.replace(/^\uFEFF/, '');
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    const row = rows.at(-1) ?? [];
    const add = (more: string) => row.splice(-1, 1, (row.at(-1) ?? '') + more);
    const [ended = ''] = inside ? [] : (LINE_ENDS[lineEnd].exec(text.slice(at, at + 2)) ?? []);
    const begins = ended !== '' || (!inside && sign === separator);
    if (inside && sign === '"' && text[at + 1] === '"') {
      add('"');
      at += 1;
    } else if (inside) {
      if (sign === '"') inside = false;
      else add(sign);
    } else if (sign === '"' && fresh) inside = true;
    else if (ended !== '') {
      rows.push(['']);
      at += ended.length - 1;
    } else if (begins) row.push('');
    else add(sign);
    fresh = begins;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

const written = (all: readonly ExportedUltimatum[], format: RecordFormat, headline = '') =>
  recordText(all, { format, exported: 0, server: null, headlineWords: () => headline });

/** The tables of a record, one after another. */
const tables = (all: readonly ExportedUltimatum[]) => TABLE_NAMES.map((name) => written(all, name));

/** What a program takes for a formula, at the beginning of a cell. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

const SIGNS = [';', '|', '\t', ',', '"', ' ', '\n', '\r', "'", '-', '+', '@', '=', '＝', '＋', '－', '＠'];
const TRICKS = ['=1+1', 'a "b"', 'x,\r\ny', 'x;=HYPERLINK("https://evil.example")', 'x\t=1', '"";"="'];
const UNSEEN = ['\u202E', '\u001B[31m', '\u200B', '\u0000'];
const HOSTILE = fc.constantFrom(...SIGNS, ...TRICKS, ...UNSEEN);
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  HOSTILE,
  fc.array(fc.oneof(HOSTILE, fc.string({ maxLength: 3 })), { maxLength: 5 }).map((parts) => parts.join('')),
);
const instant = fc.integer({ min: -10_000_000_000_000, max: 4_102_444_800_000 });
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
  assumed: fc.array(fc.record({ kind: fc.constant('text' as const), text })),
});

const recorded = fc.record({
  kind: fc.constant('recorded' as const),
  issuers: fc.array(text, { minLength: 1 }),
  targets: fc.array(text),
  demand: text,
  threat: maybe(text),
  zone: fc.constant('UTC'),
  tags: fc.array(text),
  deadline: maybe(reading),
});

const happening: fc.Arbitrary<LedgerEvent> = fc.oneof(
  recorded,
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
    kind: fc.constant('outcome' as const),
    outcome: fc.record({
      compliance: fc.constantFrom(...COMPLIANCES),
      followThrough: fc.constantFrom(...FOLLOW_THROUGHS),
      complied: maybe(when),
      acted: maybe(when),
      note: maybe(text),
    }),
    actor: text,
  }),
  fc.record({
    kind: fc.constant('terms' as const),
    demand: maybe(text),
    threat: maybe(text),
    targets: maybe(fc.array(text)),
  }),
);

const entryOf = (event: fc.Arbitrary<LedgerEvent>) =>
  fc.record({
    recorded: instant,
    stated: when,
    by: maybe(fc.stringMatching(/^[a-z0-9]{22}$/)),
    statements: fc.array(statement, { maxLength: 3 }),
    event,
  });

const record: fc.Arbitrary<readonly ExportedUltimatum[]> = fc
  .array(fc.tuple(entryOf(recorded), fc.array(entryOf(happening), { maxLength: 3 })), { maxLength: 4 })
  .map((all) =>
    all.map(([first, others], index) => ({
      number: index + 1,
      entries: [first, ...others].map((one, at) => ({ ...one, seq: at + 1 })),
    })),
  );

describe('the whole record as a file', { timeout: 3_600_000 }, () => {
  it('gives the same ledger when read back from JSON', () => {
    const same = fc.property(record, (all) => {
      const read: { readonly ultimatums: readonly object[] } = JSON.parse(written(all, 'json'));
      expect(read.ultimatums).toMatchObject(all);
      for (const one of read.ultimatums) expect(one).toHaveProperty('derived');
    });
    fc.assert(same, fuzzRuns(100));
  });

  it.each(['CRLF, LF or CR', 'CRLF'] as const)(
    'has as many cells as columns in lines that end with %s',
    (lineEnd) => {
      const same = fc.property(record, (all) => {
        for (const table of tables(all)) {
          const [head, ...lines] = cells(table, COMMA, lineEnd);
          for (const line of lines) expect(line).toHaveLength(head?.length ?? 0);
        }
      });
      fc.assert(same, fuzzRuns(100));
    },
  );

  it.each([COMMA, SEMICOLON, TAB, BAR])(
    'has no cell that begins a formula if a program separates by %j',
    (separator) => {
      const lineEnds = fc.constantFrom('CRLF, LF or CR', 'CRLF', 'LF', 'CR');
      const harmless = fc.property(record, lineEnds, text, (all, lineEnd, headline) => {
        const files = TABLE_NAMES.map((name) => written(all, name, headline));
        for (const cell of files.flatMap((file) => cells(file, separator, lineEnd)).flat())
          expect(cell).not.toMatch(FORMULA);
      });
      fc.assert(harmless, fuzzRuns(300));
    },
  );

  it('has no formula hidden behind spaces or quotes', () => {
    const harmless = fc.property(text, (given) => {
      for (const separator of [COMMA, SEMICOLON, TAB])
        for (const cell of cells(csvHead(['x']) + csvLine(['1', readable(given)]), separator).flat())
          expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
    });
    fc.assert(harmless, fuzzRuns(1000));
  });

  it('has no control and no bidi character', () => {
    const clean = fc.property(record, (all) => {
      for (const cell of tables(all)
        .flatMap((table) => cells(table))
        .flat())
        expect(cell).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(tables(all).join('')).not.toMatch(/[^\P{Cc}\r\n]|[\u202A-\u202E\u2066-\u2069]/u);
    });
    fc.assert(clean, fuzzRuns(100));
  });
});
