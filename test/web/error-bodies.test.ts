/** What the ports answer to errors holds nothing that a member typed, and nothing that opens something. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wallNow } from '../../src/clock.js';
import { createScrub } from '../../src/logging/scrub.js';
import type { Store } from '../../src/store/port/index.js';
import { createHealth } from '../../src/web/health.js';
import { createMeasures } from '../../src/web/measures.js';
import { createMetrics } from '../../src/web/metrics.js';
import { startWebServer, type WebServer } from '../../src/web/server.js';
import { startSite } from '../../src/web/site/serve.js';
import { createSite } from '../../src/web/site/app.js';
import { english } from '../../src/wording/index.js';
import { newsroom, recorded, RECORD, type Newsroom } from '../e2e/newsroom.js';
import { plantedLog } from '../support/planted.js';
import { filled, serverRoutes } from './routes.js';

const PASSWORD = 'correct horse battery staple';

const unreadable = () => JSON.parse(RECORD.demand) as unknown;
const away = () => {
  throw new Error(`no route to postgres://bot:${PASSWORD}@db/ultimatum`);
};

let strike: (() => unknown) | null;
/** A store of which every question fails while `strike` is set. */
const failing = (store: Store): Store =>
  new Proxy(store, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return async (...given: readonly unknown[]) => {
        if (name !== 'close') strike?.();
        return (await Reflect.apply(found, target, given)) as unknown;
      };
    },
  });

let room: Newsroom;
let ports: readonly WebServer[];
let routes: readonly string[];
beforeEach(async () => {
  strike = null;
  room = await newsroom({ wrap: { store: failing }, log: plantedLog().log });
  await room.as('Mod').type('/settings set', { public: 'listed', 'public-name': 'Newsroom' }).done;
  await recorded(room);
  const { store, pictures } = room.bot;
  const log = { error: () => undefined };
  const scrub = createScrub([PASSWORD]);
  const health = createHealth([room.bot], english, scrub);
  const now = () => room.clock.now();
  const counts = { wallNow, reconnects: () => 0, identifiesToday: () => 0, uncaught: () => 0 };
  const metrics = createMetrics(store, now, counts, createMeasures());
  const site = { store, pictures, now, publicUrl: null, health, log };
  routes = serverRoutes(createSite({ ...site, publicUrl: 'https://record.example' }));
  const at = { host: '127.0.0.1', port: 0, words: english };
  ports = [await startSite({ ...site, ...at }), await startWebServer({ ...at, metrics, health, log })];
});
afterEach(async () => {
  strike = null;
  for (const port of ports) await port.close();
  await room.close();
});

/** What is answered at every path of both ports. */
async function answers(): Promise<readonly { readonly status: number; readonly text: string }[]> {
  const paths = ['/', '/health', '/metrics', '/nowhere', ...routes.map((path) => filled(path, 'newsroom'))];
  const asked = ports.flatMap(({ port }) => paths.map((path) => `http://127.0.0.1:${port}${path}`));
  return Promise.all(
    asked.map(async (address) => {
      const answer = await fetch(address);
      return { status: answer.status, text: await answer.text() };
    }),
  );
}

it.each([
  ['cannot read what a member typed', unreadable, RECORD.demand],
  ['does not reach a server whose address holds a password', away, PASSWORD],
] as const)('no port repeats why a store %s', async (_what, fails, secret) => {
  strike = fails;
  await room.bot.beat();
  const given = await answers();
  expect(given.filter(({ status }) => status >= 500).length).toBeGreaterThan(10);
  for (const { text } of given) expect(text).not.toContain(secret);
});
