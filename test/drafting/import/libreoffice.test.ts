/** Files that go through LibreOffice, where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvHead, csvLine, readable } from '../../../src/codec/record/csv.js';
import { tableRows } from '../../../src/codec/record/read-table.js';
import { recordText } from '../../../src/codec/record/writer.js';
import { storeOn } from '../../../src/store/index.js';
import { openSqlite } from '../../../src/store/sqlite.js';
import { importInto } from '../../support/import.js';
import { GUILD, instant } from '../../store/founding.js';

const isThere = spawnSync('soffice', ['--version']).status === 0;
/** Character 44 or 59 between cells, 34 around them, UTF-8. */
const FILTER = { ',': '44,34,76', ';': '59,34,76' } as const;

const HEAD = ['Issuer', 'Target', 'Demand', 'Deadline', 'Stated', 'Quote'];
const ROWS = [
  ['Ö; "Ü"', 'B', '=1+1', '2 September 2025', '14 July 2025', 'a, "b"; c'],
  ['Росія', 'Київ', 'leave; =HYPERLINK("https://example.com")', '50 days', '2025-07-14', '-3'],
];

describe.skipIf(!isThere)(
  `a spreadsheet of LibreOffice${isThere ? '' : ' (soffice is not installed)'}`,
  () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function convert(file: string, to: string, read: keyof typeof FILTER | null): string {
      const profile = ['--headless', `-env:UserInstallation=file://${folder}/profile`];
      const filter = read === null ? [] : [`--infilter=Text - txt - csv (StarCalc):${FILTER[read]}`];
      const given = ['--convert-to', to, '--outdir', folder, join(folder, file)];
      const done = spawnSync('soffice', [...profile, ...filter, ...given]);
      expect(done.status).toBe(0);
      return join(folder, file.replace(/\.\w+$/, `.${to.split(':')[0] ?? to}`));
    }

    it('is read as it was written, in a locale with commas and in one with semicolons', async () => {
      writeFileSync(
        join(folder, 'in.csv'),
        csvHead(HEAD) + ROWS.map((row) => csvLine(row.map(readable))).join(''),
      );
      convert('in.csv', 'ods', ',');
      for (const separator of [',', ';'] as const) {
        const csv = convert('in.ods', `csv:Text - txt - csv (StarCalc):${FILTER[separator]}`, null);
        const read: (readonly string[])[] = [];
        for await (const { cells } of tableRows(readFileSync(csv, 'utf8'))) read.push(cells);
        expect(read).toEqual([HEAD, ...ROWS]);
      }
    }, 180_000);

    it('holds no formula of an exported table, whichever separator it is opened with', async () => {
      const store = await storeOn(openSqlite(':memory:'));
      const text = [HEAD, ...ROWS].map((row) => csvLine(row)).join('');
      await importInto(store, { guild: GUILD, text, now: instant('2025-08-01T00:00:00Z') });
      const all = await store.wholeRecord(GUILD, 0);
      await store.close();
      const options = {
        format: 'ultimatums',
        exported: 0,
        server: null,
        headlineWords: () => '=1+1',
      } as const;
      writeFileSync(join(folder, 'out.csv'), recordText(all, options));
      for (const separator of [',', ';'] as const) {
        const sheet = readFileSync(convert('out.csv', 'fods', separator), 'utf8');
        expect(sheet).toContain('HYPERLINK');
        expect(sheet).not.toContain('table:formula');
      }
    }, 180_000);
  },
);
