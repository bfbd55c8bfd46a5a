/** One system, so many jobs that are overdue: how many a second it takes, hands over and settles. */
import { fill, prepared } from '../databases.mjs';
import { PEERS } from '../peers.mjs';
import { ours } from './ours.mjs';

const [system, url, count] = process.argv.slice(2);
const COUNT = Number(count);

let left = COUNT;
let over = () => undefined;
const all = new Promise((resolve) => {
  over = resolve;
});
const seen = () => {
  left -= 1;
  if (left === 0) over();
};

let begun;
if (system === 'ours') {
  await prepared(url);
  await fill(url, { count: COUNT, due: Date.now() - 1000 });
  const { beat } = await ours(url, seen);
  begun = performance.now();
  await beat.beat();
} else {
  const peer = await PEERS[system].open(url, true);
  const due = Date.now() - 1000;
  await peer.enqueue(Array.from({ length: COUNT }, (_, index) => ({ index, due })));
  begun = performance.now();
  await peer.work(seen);
}
await all;
process.send({ perSecond: (COUNT / (performance.now() - begun)) * 1000 });
