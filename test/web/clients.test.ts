/** Programs that people read calendars and feeds with, on what is served: khal and newsboat of Debian, where installed. */
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moving, recording } from '../store/founding.js';
import { publicRecord, type PublicRecord } from './record.js';

const run = promisify(execFile);

/** Whether a program is installed; without it its tests say that they are skipped. */
function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let record: PublicRecord;
let home: string;
beforeEach(async () => {
  record = await publicRecord();
  home = mkdtempSync(join(tmpdir(), 'ultimatum-client-'));
});
afterEach(async () => {
  await record.close();
  rmSync(home, { recursive: true });
});

const inHome = (name: string) => join(home, name);
const environment = () => ({ ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home });

describe.skipIf(!has('khal'))('the calendar in khal (skipped where it is not installed)', () => {
  const CONFIG = (calendar: string, database: string) => `[calendars]
[[record]]
path = ${calendar}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Vienna
default_timezone = Europe/Vienna
[sqlite]
path = ${database}
`;
  const khal = async (...words: readonly string[]) =>
    (await run('khal', ['-c', inHome('khal.conf'), ...words], { env: environment() })).stdout;

  /** The days of the events, once the calendar as it is now was taken in. */
  async function days(): Promise<readonly string[]> {
    writeFileSync(inHome('deadlines.ics'), await record.text('/s/newsroom/deadlines.ics'));
    await khal('import', '--batch', '-a', 'record', inHome('deadlines.ics'));
    const listed = await khal(
      'list',
      '2025-07-01',
      '2026-07-01',
      '--day-format',
      '',
      '--format',
      '{start} {title}',
    );
    return listed.split('\n').filter((line) => line !== '');
  }

  it('has one event that moves when the deadline does, and no second', async () => {
    mkdirSync(inHome('record'));
    writeFileSync(inHome('khal.conf'), CONFIG(inHome('record'), inHome('khal.db')));
    const title = 'Deadline: Donald Trump to Russia (U-1)';
    expect(await days()).toEqual([`2025-08-08 ${title}`]);
    await record.change(1, moving('2025-08-15', '2025-07-29T14:00:00Z'));
    expect(await days()).toEqual([`2025-08-15 ${title}`]);
  });
});

describe.skipIf(!has('newsboat'))('the feed in newsboat (skipped where it is not installed)', () => {
  let server: Server;
  beforeEach(async () => {
    const listener = getRequestListener((request) => record.site.fetch(request));
    server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => void server.close());

  /** The titles that newsboat has after it has fetched the feed, the newest first. */
  async function titles(): Promise<readonly string[]> {
    const files = ['-u', inHome('urls'), '-c', inHome('cache.db'), '-C', inHome('config')];
    await run('newsboat', [...files, '-x', 'reload'], { env: environment() });
    const cache = new Sqlite(inHome('cache.db'), { readonly: true });
    const rows = cache
      .prepare<[], { title: string }>('select title from rss_item order by pubDate desc')
      .all();
    cache.close();
    return rows.map(({ title }) => title);
  }

  it('has each entry once, also those that come later', async () => {
    const { port } = server.address() as AddressInfo;
    writeFileSync(inHome('config'), '');
    writeFileSync(inHome('urls'), `http://127.0.0.1:${port}/s/newsroom/log.atom\n`);
    const first = await titles();
    expect(first).toHaveLength(2);
    expect(first[0]).toContain('Donald Trump to Russia (U-1)');
    await record.change(null, recording({ issuers: ['A & B <i>'], targets: ['Iran'] }));
    const later = await titles();
    expect(later).toHaveLength(3);
    expect(later).toEqual([expect.stringContaining('A & B <i> to Iran (U-2)'), ...first]);
  });
});
