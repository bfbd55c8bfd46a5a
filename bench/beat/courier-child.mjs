/** One process of the product's posting: its store, beat, courier and discord.js, until it is killed. */
import { createCourier } from '../../dist/src/discord/courier.js';
import { createChannels } from '../../dist/src/discord/channels.js';
import { failFastRest } from '../../dist/src/discord/rest-client.js';
import { english } from '../../dist/src/wording/index.js';
import { openStore } from '../../dist/src/store/index.js';
import { createBeat } from '../../dist/src/scheduler/beat.js';
import { quiet } from './ours.mjs';

const [url, api, perSecond] = process.argv.slice(2);
const requestsPerSecond = Number(perSecond);
const store = await openStore(url, (error) => console.error(error.message), { shared: true });
const rest = failFastRest({ api, token: 'bench', requestsPerSecond });
const log = { ...quiet, error: () => undefined };
const courier = createCourier({
  rest,
  channels: createChannels(rest, '1'),
  words: english,
  store,
  log,
  wallNow: Date.now,
  wallOf: (at) => at,
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
