/** A process that starts on an outbox with one row due: from the open store to its first post, ms, and its memory. */
import { ours } from './ours.mjs';

const [url] = process.argv.slice(2);
let posted = () => undefined;
const first = new Promise((resolve) => {
  posted = resolve;
});
const { beat } = await ours(url, () => posted(performance.now()));
const opened = performance.now();
beat.start();
const after = (await first) - opened;
globalThis.gc();
process.send({ after, rss: process.memoryUsage().rss });
