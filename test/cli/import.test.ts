/** `import` as a host types it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TABLES } from '../../src/codec/record/tables.js';
import { CLI, start } from '../house/process.js';
import { GUILD } from '../store/founding.js';
import { openFile } from '../support/database-fault.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
async function ultimatum(...args: readonly string[]) {
  const run = start({ DATABASE_URL: `sqlite:${path('a.db')}` }, [CLI, ...args]);
  return { code: await run.ended, output: run.output() };
}

const TABLE = `Nr.;Absender;Adressat;Forderung;Frist;Datum;Quelle;compliance;follow-through;acted
1;Austria-Hungary;Serbia;accept all points;"within 48 hours";1914-07-23 18:00;;;;
2;A; B ;leave;31 June 2025;14 July 2025;;;;
3;France;Germany;leave;2. September 2025;14. Juli 2025;;;
4;"France; United Kingdom";Germany;withdraw;3 September 1939;1 September 1939;https://www.bbc.co.uk/a;;;
4;;;;"5 September 1939";2 September 1939;https://www.bbc.co.uk/b https://www.reuters.com/b;none;full;5 September 1939
`;

it('import shows what would come of a table, refuses it whole, and takes the good rows', async () => {
  writeFileSync(path('t.csv'), TABLE);
  await (await openFile(path('a.db'))).close();
  const dry = await ultimatum('import', path('t.csv'), '--server', GUILD, '--dry-run');
  expect(dry.output).toContain('3 new, 0 already there, 1 refused.');
  expect(dry.output).toContain('number = Nr.; issuer = Absender; target = Adressat; demand = Forderung');
  expect(dry.output).toMatch(/^Row 3, deadline: .*31 June 2025/m);
  const whole = await ultimatum('import', path('t.csv'), '--server', GUILD, '--report', path('r.csv'));
  expect([whole.code, whole.output]).toEqual([1, expect.stringContaining('Nothing was imported')]);
  const report = readFileSync(path('r.csv'), 'utf8');
  expect(report).toContain('"3","refused","","deadline","31 June 2025","');
  const good = await ultimatum('import', path('t.csv'), '--server', GUILD, '--keep-going');
  expect(good.output).toContain('Imported 3 ultimatums. Nothing was announced.');
  const again = await ultimatum('import', path('t.csv'), '--server', GUILD, '--dry-run');
  expect(again.output).toContain('0 new, 3 already there, 1 refused.');
  const store = await openFile(path('a.db'));
  try {
    expect(await store.ultimatum(GUILD, 1)).toMatchObject({ issuers: ['Austria-Hungary'], state: 'passed' });
    const joint = await store.ultimatum(GUILD, 3);
    expect(joint).toMatchObject({ issuers: ['France', 'United Kingdom'], moves: 1, state: 'resolved' });
  } finally {
    await store.close();
  }
});

it('import refuses a file that is no text, and does not guess at its letters', async () => {
  await (await openFile(path('a.db'))).close();
  writeFileSync(path('zip.csv'), zipSync({ 'ultimatums.csv': strToU8('number\r\n') }));
  writeFileSync(path('latin1.csv'), Buffer.from(TABLE.replace('Serbia', 'Österreich'), 'latin1'));
  for (const name of ['zip.csv', 'latin1.csv']) {
    const { code, output } = await ultimatum('import', path(name), '--server', GUILD, '--dry-run');
    expect([code, output]).toEqual([1, expect.stringContaining(`${name} can't be imported.`)]);
  }
});

it('import asks for the JSON where it is given a table of an export, unless its columns are named', async () => {
  const head = TABLES.ultimatums.columns.join(',');
  const cells = [
    '1',
    'A',
    'B',
    'leave',
    '',
    '',
    'UTC',
    '2025-07-14',
    '',
    'open',
    '',
    '0',
    '',
    '',
    '2025-09-02',
  ];
  writeFileSync(path('ultimatums.csv'), `${head}\r\n${[...cells, '', '', 'no', 'yes'].join(',')}\r\n`);
  await (await openFile(path('a.db'))).close();
  const typed = ['import', path('ultimatums.csv'), '--server', GUILD, '--dry-run'];
  const whole = await ultimatum(...typed);
  expect([whole.code, whole.output]).toEqual([
    1,
    expect.stringContaining('This is the table ultimatums of an export'),
  ]);
  const named = await ultimatum(...typed, '--columns', 'issuer = issuers; deadline = last_deadline');
  expect([named.code, named.output]).toEqual([0, expect.stringContaining('1 new, 0 already there')]);
});

it('import says how to name a column that it does not find', async () => {
  writeFileSync(path('t.csv'), 'issuer,addressed,demand,stated\nA,B,leave,14 July 2025\n');
  await (await openFile(path('a.db'))).close();
  const { code, output } = await ultimatum('import', path('t.csv'), '--server', GUILD);
  expect(code).not.toBe(0);
  expect(output).toContain('No column was found for target.');
  expect(output).toContain('Try: ultimatum import --help');
});

it('import says that its report cannot be written, before it reads or records anything', async () => {
  writeFileSync(path('t.csv'), 'issuer,target,demand,stated\nA,B,leave,14 July 2025\n');
  await (await openFile(path('a.db'))).close();
  const report = path('none/r.csv');
  const { code, output } = await ultimatum('import', path('t.csv'), '--server', GUILD, '--report', report);
  expect([code, output.trim()]).toEqual([1, `${report} can't be written: ENOENT.`]);
  const store = await openFile(path('a.db'));
  expect(await store.nextNumber(GUILD)).toBe(1);
  await store.close();
});
