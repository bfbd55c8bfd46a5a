import { ours } from './ours.mjs';
import { ms, percentiles, row, times } from '../table.mjs';

const BEATS = 2000;
const WARM_UP = 1000;

/** The median of an idle beat, ms. */
async function beating(url) {
  const { store, beat } = await ours(url, () => Promise.reject(new Error('nothing is due')));
  const samples = [];
  for (let index = 0; index < BEATS + WARM_UP; index += 1) {
    const begun = performance.now();
    await beat.beat();
    if (index >= WARM_UP) samples.push(performance.now() - begun);
  }
  await beat.stop();
  await store.close();
  return percentiles(samples).p50;
}

/** What it costs to find that nothing is due. `few` and `many`: outboxes with 1,000 and with `count` rows that wait. */
export async function idle(engine, few, many, count) {
  const [small, big] = [await beating(few), await beating(many)];
  const ratio = big / small;
  const absolute = engine === 'SQLite';
  row(
    `idle beat, ${count.toLocaleString('en')} pending, ${engine}`,
    ms(big),
    `1,000 pending ${ms(small)}: ${times(ratio)}`,
    absolute ? '≤ 1.3 × and ≤ 0.3 ms' : '≤ 1.3 ×',
    ratio <= 1.3 && (!absolute || big <= 0.3),
  );
}
