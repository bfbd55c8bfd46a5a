/** Hostile files: whatever is in one, reading it ends with a plan or a fault, and nothing of it is run. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { planImport } from '../../src/drafting/import/plan.js';
import { english } from '../../src/wording/index.js';
import { fileFaultText, planLines } from '../../src/wording/imports.js';
import { reportFile } from '../../src/drafting/import/report.js';
import { GUILD, instant } from '../store/founding.js';
import { fuzzRuns } from './runs.js';

async function* nothing() {}

const reader = {
  now: instant('2027-07-01T00:00:00Z'),
  zone: 'UTC',
  locale: 'en-GB',
  by: 'importer',
  issuer: (name: string) => name,
};
const read = (text: string) =>
  planImport(
    { guild: GUILD, text, mapping: { columns: {}, fixed: {}, codes: {} } },
    { reader, existing: nothing(), imported: () => Promise.resolve(new Map()), progress: () => undefined },
  );

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '"',
    '""',
    ';',
    '\r',
    '\n',
    '\t',
    '=1+1',
    '\u202E',
    '\u0000',
    '2025-02-31',
    '9999-99-99',
    'none:',
  ),
);
const table = fc
  .array(fc.array(word, { minLength: 5, maxLength: 9 }), { maxLength: 6 })
  .map((rows) =>
    ['issuer;target;demand;deadline;stated;zone;outcome;source', ...rows.map((row) => row.join(';'))].join(
      '\n',
    ),
  );
const record = fc
  .tuple(fc.jsonValue(), fc.jsonValue())
  .map(([entries, setup]) =>
    JSON.stringify({ format: 'ultimatum/1', server: setup, ultimatums: [{ number: 1, entries }] }),
  );

it(
  'reads any file to a plan or a fault, with a report that can be shown',
  { timeout: 3_600_000 },
  async () => {
    const total = fc.asyncProperty(fc.oneof(word, table, record), async (text) => {
      const plan = await read(text);
      const shown =
        plan.kind === 'plan'
          ? [...planLines(english, plan), reportFile(english, plan)]
          : fileFaultText(english, plan);
      expect(shown.length).toBeGreaterThan(0);
    });
    await fc.assert(total, fuzzRuns(150));
  },
);
