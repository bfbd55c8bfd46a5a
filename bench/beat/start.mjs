import { median, told } from '../children.mjs';
import { fill } from '../databases.mjs';
import { ms, row } from '../table.mjs';

const MB = 1024 * 1024;
const STARTS = 5;

async function started(url, index) {
  const figures = [];
  for (let time = 0; time < STARTS; time += 1) {
    await fill(url, { count: 1, due: Date.now() - 1000, from: 2_000_000 + index * STARTS + time });
    figures.push(await told('beat/start-child.mjs', url));
  }
  const of = (key) => median(figures.map((figure) => figure[key]));
  return { after: of('after'), rss: of('rss') / MB };
}

/** `few` and `many`: outboxes with a thousand and with a million rows that wait. */
export async function start(engine, few, many, count) {
  const small = await started(few, 0);
  const big = await started(many, 1);
  const more = big.rss - small.rss;
  row(
    `start with ${count.toLocaleString('en')} pending rows, open store to first post, ${engine}`,
    `${ms(big.after)}, +${more.toFixed(1)} MB`,
    `1,000 rows: ${ms(small.after)}, ${small.rss.toFixed(0)} MB`,
    '≤ 50 ms, ≤ +16 MB',
    big.after <= 50 && more <= 16,
  );
}
