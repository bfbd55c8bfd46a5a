/** The public pages on a large record: what a page costs, how fast kept ones are beside a bare hono route, and memory. */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { defaultSettings } from '../dist/src/domain/guild.js';
import { storeOn } from '../dist/src/store/index.js';
import { openSqlite } from '../dist/src/store/sqlite.js';
import { createSite } from '../dist/src/web/site/app.js';
import { startSite } from '../dist/src/web/site/serve.js';
import { median, told } from './children.mjs';
import { used } from './processor.mjs';
import { NOW, seedRecord } from './seed.mjs';
import { ms, percentiles, row, times } from './table.mjs';

const GUILD = '100000000000000001';
const MINUTE = 60_000;
const MB = 1024 * 1024;
const KB = 1000;
/** In turn, so that what else the machine does falls on both. */
const ROUNDS = 3;

/** What is asked for over HTTP, again and again. */
const KEPT = [
  { what: 'a kept page', path: '/s/bench/U-40' },
  { what: 'a kept answer of the API', path: '/api/v1/servers/bench/ultimatums/U-40' },
];

const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} kB`;

async function largeRecord(total) {
  const store = await storeOn(openSqlite(':memory:'));
  const open = { visibility: 'listed', publicName: 'Bench' };
  const saved = await store.saveSettings({ ...defaultSettings(GUILD), ...open }, NOW);
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  await seedRecord(store, GUILD, total);
  return store;
}

/** The site without a network; `pass` lets the time go on, so that every page is made anew. */
function siteOn(store) {
  let now = NOW;
  const log = { error: (about, message) => console.error(message, about) };
  const health = { problems: () => [] };
  const options = { store, pictures: {}, now: () => now, publicUrl: 'https://record.example', log, health };
  const app = createSite(options);
  return {
    options,
    pass: () => (now += MINUTE),
    async ask(path) {
      const answer = await app.request(path);
      if (answer.status === 503) throw new Error(`${path} was refused: too many pages were made anew.`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}

/** What each costs when it is made anew, after so many times to warm up; and its bytes. */
async function anew({ ask, pass }, path, rounds, warm = rounds) {
  const samples = [];
  let body = Buffer.alloc(0);
  for (let round = 0; round < warm + rounds; round += 1) {
    pass();
    const start = used();
    body = await ask(path);
    if (round >= warm) samples.push(used() - start);
  }
  return { p50: percentiles(samples).p50, zipped: gzipSync(body).length };
}

async function costs(store, { running, total }) {
  const of = `${running.toLocaleString('en')} running of ${total.toLocaleString('en')}`;
  const one = await anew(siteOn(store), '/s/bench/U-40', 100, 300);
  const server = await anew(siteOn(store), '/s/bench', 30);
  const then = await anew(siteOn(store), '/s/bench?at=2025-07-10', 4);
  const html = (bytes) => `of the processor; ${kilobytes(bytes)} of HTML, gzipped`;
  row('page of an ultimatum, made anew', ms(one.p50), html(one.zipped), '≤ 5 ms', one.p50 <= 5);
  row(`page of a server, ${of}, made anew`, ms(server.p50), html(server.zipped), '≤ 50 ms', server.p50 <= 50);
  row(`the same as known on a day`, ms(then.p50), html(then.zipped), '≤ 250 ms', then.p50 <= 250);
  const largest = Math.max(one.zipped, server.zipped, then.zipped);
  row('the largest of them', kilobytes(largest), 'gzipped', '≤ 30 kB', largest <= 30 * KB);
}

/** The first calendar makes every event; after a change only the changed one is made again. */
async function calendar(made, store, { running }) {
  const timed = async () => {
    const start = used();
    await made.ask('/s/bench/deadlines.ics');
    return used() - start;
  };
  const first = await timed();
  const settings = await store.settings(GUILD);
  await store.saveSettings({ ...settings, contact: 'bench@example.com' }, NOW);
  const again = await timed();
  const what = `calendar of ${running.toLocaleString('en')} running deadlines and 500 others, after a change`;
  row(what, ms(again), `of the processor; the very first ${ms(first)}`, '≤ 100 ms', again <= 100);
}

/** What is kept, over HTTP, beside a route of hono alone that answers with the same bytes by the same listener. */
async function rates({ options }, { what, path }, requests) {
  const served = await startSite({ ...options, publicUrl: null, host: '127.0.0.1', port: 0 });
  const url = `${served.publicUrl}${path}`;
  const kept = await fetch(url);
  const [body, type] = [await kept.text(), kept.headers.get('content-type')];
  const app = new Hono().get('/', (c) => c.body(body, 200, { 'content-type': type }));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const bare = createServer((request, response) => void listener(request, response));
  await new Promise((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const ask = async (address) => (await told('site-load.mjs', address, requests / ROUNDS)).rate;
  const [bares, ourOwn] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    bares.push(await ask(`http://127.0.0.1:${bare.address().port}/`));
    ourOwn.push(await ask(url));
  }
  const [alone, ours] = [median(bares), median(ourOwn)];
  bare.close();
  await served.close();
  const perSecond = (rate) => `${Math.round(rate).toLocaleString('en')} a second`;
  const beside = `bare hono ${perSecond(alone)}: ${times(ours / alone)}`;
  const held = ours / alone >= 0.5 && ours >= 2000;
  row(`requests for ${what}`, perSecond(ours), beside, '≥ 0.5 ×, ≥ 2,000 a second', held);
}

/** What is held after collections, once everything that is kept is full: the last tenths beside the first. */
async function flat({ ask }, requests) {
  const held = () => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const askFor = async (count) => {
    for (let index = 0; index < count; index += 1) {
      const paths = [
        `/s/bench/U-${1 + (index % 300)}`,
        '/s/bench',
        `/s/bench/U-1?x=${index}`,
        `/s/none${index}`,
      ];
      await ask(paths[index % paths.length]);
    }
  };
  await askFor(requests / 4);
  const tenths = [];
  for (let tenth = 0; tenth < 10; tenth += 1) {
    await askFor(requests / 10);
    tenths.push(held());
  }
  const before = median(tenths.slice(0, 3));
  const more = (median(tenths.slice(-3)) - before) / MB;
  const what = `memory after ${requests.toLocaleString('en')} requests`;
  row(
    what,
    `${more < 0 ? '−' : '+'}${Math.abs(more).toFixed(1)} MB`,
    `in the first three tenths of them ${(before / MB).toFixed(0)} MB`,
    '≤ +10 MB',
    more <= 10,
  );
}

/** The public pages. */
export async function site({ quick }) {
  const total = quick ? 1000 : 5000;
  const size = { total, running: total / 5 };
  const store = await largeRecord(total);
  const made = siteOn(store);
  await costs(store, size);
  await calendar(made, store, size);
  for (const kept of KEPT) await rates(made, kept, quick ? 4000 : 20_000);
  await flat(made, quick ? 10_000 : 100_000);
  await store.close();
}
