/** One process of the product's posting: its store, beat, courier and discord.js, until it is killed. */
import { createCourier } from '../../dist/src/discord/courier.js';
import { createHall } from '../../dist/src/discord/channels.js';
import { promptWire } from '../../dist/src/discord/rest-client.js';
import { openStore } from '../../dist/src/store/index.js';
import { createBeat } from '../../dist/src/scheduler/beat.js';
import { quiet } from './ours.mjs';

const [url, api, perSecond] = process.argv.slice(2);
const requestsPerSecond = Number(perSecond);
const store = await openStore(url, (error) => console.error(error.message), { shared: true });
const rest = promptWire({ api, token: 'bench' });
const log = { ...quiet, error: () => undefined };
const courier = createCourier({
  rest,
  hall: createHall(rest, () => '1'),
  store,
  log,
  wallNow: Date.now,
  random: Math.random,
  requestsPerSecond,
  fatal: (reason) => console.error(reason),
});
const beat = createBeat({
  store,
  send: (...given) => courier.send(...given),
  now: Date.now,
  wallNow: Date.now,
  log,
  batch: 500,
  alone: url.startsWith('sqlite:'),
  perSecond: requestsPerSecond,
});
await store.releaseClaims();
beat.start();
process.send({ started: true });
