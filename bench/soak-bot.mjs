/** The whole bot in a process of its own, which tells its memory after a collection, in bytes, again and again. */
import { openBot } from '../dist/src/bot.js';
import { systemClock } from '../dist/src/clock.js';

const [apiUrl, token, databaseUrl, everyMs] = process.argv.slice(2);
const log = { info() {}, warn() {}, error: (about, what) => console.error(what, about) };
const bot = await openBot({
  token,
  apiUrl,
  databaseUrl,
  announceDelay: 0,
  requestsPerSecond: 50,
  clock: systemClock,
  log,
  fatal: (reason) => console.error(reason),
});
await bot.start();

function tell() {
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send({ rss, heap: heapUsed, external });
}
tell();
setInterval(tell, Number(everyMs));
