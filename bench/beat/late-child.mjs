/** One system, 1,000 jobs due in the same second: how long after they were due each was handed to the sender, ms. */
import { setTimeout as wait } from 'node:timers/promises';
import { fill, prepared } from '../databases.mjs';
import { PEERS } from '../peers.mjs';
import { ours } from './ours.mjs';

const [system, url, count, spread] = process.argv.slice(2);
const COUNT = Number(count);
const LEAD = 4000;
const PATIENCE = 20_000;

const late = [];
const seen = ({ due }) => void late.push(Date.now() - due);
const begin = () => Math.ceil((Date.now() + LEAD) / 1000) * 1000;
let close = async () => undefined;

if (system === 'ours') {
  await prepared(url);
  // Announcements wait for their undo, so they may be due at any instant of a second.
  await fill(url, { count: COUNT, due: begin(), apart: spread === 'spread' ? 1000 / COUNT : 0 });
  const { beat } = await ours(url, seen);
  beat.start();
} else {
  const peer = await PEERS[system].open(url, false);
  const due = begin();
  await peer.enqueue(Array.from({ length: COUNT }, (_, index) => ({ index, due })));
  await peer.work(seen);
  close = peer.close ?? close;
}
const until = Date.now() + LEAD + PATIENCE;
while (late.length < COUNT && Date.now() < until) await wait(50);
await close();
process.send({ late, complete: late.length === COUNT });
