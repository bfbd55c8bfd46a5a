/** The bot's store, courier and beat in a process of their own, to be killed. Its parent speaks to it over IPC. */
import Sqlite from 'better-sqlite3';
import { systemClock } from '../../src/clock.js';
import { createCourier } from '../../src/discord/courier.js';
import { createChannels } from '../../src/discord/channels.js';
import { retryingRest, failFastRest } from '../../src/discord/rest-client.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { createBeat } from '../../src/scheduler/beat.js';
import { perform } from './acts.js';
import { brokenStore, brokenWire, fileOf, openEngine } from './broken.js';
import type { Life, Order, Step, Word } from './orders.js';
import { pointedForPeople, pointedSend, pointedStore, pointedWire, Turns } from './pointed.js';
import { Points } from './points.js';
import { english } from '../../src/wording/index.js';
import { wallInstant } from '../../src/domain/instant.js';

const ignore = () => undefined;
const quiet = { info: ignore, warn: ignore, error: ignore };

interface Body {
  step(step: Step, real: number): Promise<readonly string[]>;
}

/** Writes between the statements of others, whenever it is let. */
function rivalOf(path: string): () => void {
  const rival = new Sqlite(path, { timeout: 0 });
  const write = rival.prepare(
    "insert into fact (name, value) values ('rival', '1') on conflict (name) do update set value = value + 1",
  );
  return () => {
    try {
      write.run();
    } catch {
      // Locked out, as it should be.
    }
  };
}

function enginesOf({ databaseUrl, broken, rival }: Life, points: Points) {
  const engine = openEngine(databaseUrl, broken);
  const pointed = engine.write.withPlugin(points.statements);
  const path = fileOf(databaseUrl);
  if (!rival || path === null) return { ...engine, write: pointed };
  const contend = rivalOf(path);
  const transformResult = ({ result }: Parameters<typeof points.statements.transformResult>[0]) => {
    contend();
    return Promise.resolve(result);
  };
  return {
    ...engine,
    write: pointed.withPlugin({ transformQuery: ({ node }) => node, transformResult }),
  };
}

async function live(life: Life, points: Points): Promise<{ body: Body; released: number }> {
  const engines = enginesOf(life, points);
  const bare = brokenStore(await storeOn(engines), engines, life.broken);
  const turns = new Turns(points);
  const people = pointedForPeople(bare, points);
  // Which points a row passes must not depend on when its process began; a restored database has tests of its own.
  const lasting = { ...bare, readBackBefore: () => Promise.resolve(null) };
  const clock = pointedStore(lasting, points, turns);
  const address = { api: life.apiUrl, token: life.token, requestsPerSecond: 0 };
  let real = life.real;
  const wallNow = () => wallInstant(real);
  const courier = createCourier({
    rest: pointedWire(brokenWire(failFastRest(address), life.broken), points),
    channels: createChannels(retryingRest(address), life.application),
    store: clock,
    log: quiet,
    wallNow,
    wallOf: systemClock.wallOf,
    random: () => 0.5,
    requestsPerSecond: 0,
    words: english,
    fatal: () => console.error('the token is no longer valid'),
  });
  let now = 0;
  let waiting: (() => Promise<void>) | null = null;
  const meanwhile: Store = {
    ...clock,
    async claim(wanted) {
      const claimed = await clock.claim(wanted);
      if (claimed.length > 0) await waiting?.();
      return claimed;
    },
  };
  const send = pointedSend(courier.send, points, turns);
  const log = { error: (about: object, message: string) => console.error(message, about) };
  const watch = createBeat({ store: meanwhile, send, now: () => now, wallNow, log, batch: 100 });
  const released = await clock.releaseClaims();
  await clock.continuePlanning();

  async function step(given: Step, at: number): Promise<readonly string[]> {
    real = at;
    now = given.now;
    const refused: string[] = [];
    const acts = async () => {
      waiting = null;
      // One after the other, so that of two who saw the same the first is always the same one.
      for (const one of given.acts) {
        const refusal = await perform(people, given, one, life.broken);
        if (refusal !== null) refused.push(refusal);
      }
    };
    waiting = acts;
    if (given.when === 'first') await acts();
    await watch.beat();
    // Everything was sent before a kill: they act now.
    await waiting?.();
    await watch.beat();
    return refused;
  }
  return { body: { step }, released };
}

const say = (word: Word) => process.send?.(JSON.stringify(word));
const points = new Points();
let body: Body | null = null;

async function obey(order: Order): Promise<void> {
  if (order.kind === 'live') {
    points.target = order.life.target;
    const born = await live(order.life, points);
    body = born.body;
    say({ kind: 'alive', released: born.released });
    return;
  }
  points.target = order.target;
  points.passed = [];
  const refused = (await body?.step(order.step, order.real)) ?? [];
  say({ kind: 'done', passed: points.passed, refused });
}

process.on('message', (text) => {
  const order: Order = JSON.parse(String(text));
  obey(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
say({ kind: 'loaded' });
