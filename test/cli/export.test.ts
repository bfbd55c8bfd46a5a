/** `export` as a host types it, beside a bot that has the record open. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CLI, start } from '../house/process.js';
import { GUILD, instant, make, moving, recording } from '../store/founding.js';
import { openFile } from '../support/database-fault.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ultimatum(...args: readonly string[]) {
  const run = start({ DATABASE_URL: `sqlite:${join(folder, 'a.db')}` }, [CLI, ...args]);
  return { code: await run.ended, output: run.output() };
}

it('export writes the record of a server as JSON and as tables while the bot has it open', async () => {
  const store = await openFile(join(folder, 'a.db'));
  const now = instant('2025-07-28T15:00:00Z');
  await make(store, null, recording(), instant('2025-07-14T15:00:00Z'));
  await make(store, 1, moving('2025-08-08', '2025-07-28T14:00:00Z'), now);
  const [json, zip] = [join(folder, 'a.json'), join(folder, 'a.zip')];
  try {
    const done = await ultimatum('export', '--server', GUILD, '--out', json);
    expect(done).toMatchObject({ code: 0, output: expect.stringContaining('Exported 1 ultimatum') });
    expect((await ultimatum('export', '--server', GUILD, '--out', zip)).code).toBe(0);
    expect((await ultimatum('export', '--server', GUILD, '--out', zip)).output).toContain('is there already');
    const other = await ultimatum('export', '--server', '100000000000000009', '--out', join(folder, 'b'));
    expect([other.code, existsSync(join(folder, 'b'))]).toEqual([1, false]);
  } finally {
    await store.close();
  }
  const record = JSON.parse(readFileSync(json, 'utf8'));
  expect(record).toMatchObject({
    format: 'ultimatum/1',
    server: { id: GUILD, settings: { zone: 'UTC' }, schedules: [], ladders: [], aliases: [] },
    ultimatums: [
      { number: 1, derived: { headlineWords: 'Open', deadlines: [{ local: { last: '2025-09-02' } }, {}] } },
    ],
  });
  const files = unzipSync(readFileSync(zip));
  expect(Object.keys(files)).toEqual(['ultimatums.csv', 'deadlines.csv', 'outcomes.csv']);
  const rows = strFromU8(files['deadlines.csv'] ?? new Uint8Array()).split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows[1]).toContain('"1","1","50 days","set"');
  expect(rows[1]).toContain(
    '"2025-09-02","2025-09-02","day","by","America/New_York","2025-09-02T04:00:00.000Z","2025-09-03T04:00:00.000Z",""',
  );
  expect(rows[2]).toContain('"shortened"');
  const [, ultimatums] = strFromU8(files['ultimatums.csv'] ?? new Uint8Array()).split('\r\n');
  expect(ultimatums).toContain('"1"," -25","2025-09-02","2025-08-08"');
});
