import { child } from '../children.mjs';
import { fill, hasPostgres, postgresDatabase, prepared, sqliteFile } from '../databases.mjs';
import { startDiscord } from '../discord.mjs';
import { seedUltimatums } from '../seed.mjs';
import { ms, row, skipped } from '../table.mjs';
import { openStore } from '../../dist/src/store/index.js';

const PER_SECOND = 50;

/** An outbox with the card of U-1 to be posted so often, over so many channels. */
export async function planned(url, { count, due, channels }) {
  const store = await openStore(await prepared(url), () => undefined);
  await seedUltimatums(store, '1', 1);
  await store.close();
  await fill(url, { count, due, channels });
  return url;
}

const nextSecond = (lead) => Math.ceil((Date.now() + lead) / 1000) * 1000;

/** So many posts by so many processes: how long from the first arrival to the last, and how often it was too much. */
async function posted({ processes, window, count, channels }) {
  const discord = await startDiscord({ window });
  const due = nextSecond(4000);
  const url =
    processes === 1 ? sqliteFile('posts.db') : await postgresDatabase(`posts_${processes}_${window}`);
  await planned(url, { count, due, channels });
  const workers = Array.from({ length: processes }, () =>
    child('beat/courier-child.mjs', [url, discord.api, PER_SECOND]),
  );
  await Promise.all(workers.map(({ said }) => said));
  await discord.posts.until(count, 4000 + (count / PER_SECOND) * 2000);
  for (const { stop } of workers) await stop();
  discord.close();
  const { at, refused, messages } = discord.posts;
  const took = at.at(-1) - at[0];
  return { took, sinceDue: at.at(-1) - due, refused, missing: count - messages.size };
}

/** Discord's limit used up and never passed, with both kinds of window, from several processes. */
export async function budget({ quick }) {
  const [count, channels] = quick ? [300, 75] : [1000, 250];
  for (const processes of [1, 2, 4]) {
    for (const window of ['fixed', 'sliding']) {
      const what = `${count} posts over ${channels} channels, ${processes} process${processes === 1 ? '' : 'es'}, ${window} window`;
      const mark = '≥ 47.5 a second, no 429';
      if (processes > 1 && !hasPostgres) {
        skipped(what, 'no PostgreSQL here', mark);
        continue;
      }
      const { took, refused, missing } = await posted({ processes, window, count, channels });
      const rate = ((count - 1) / took) * 1000;
      const held = rate >= 47.5 && refused === 0 && missing === 0;
      row(what, `${rate.toFixed(1)} a second, ${refused} × 429`, 'Discord allows 50', mark, held);
    }
  }
  const burst = await posted({ processes: 1, window: 'sliding', count: 300, channels: 150 });
  const ideal = (300 / PER_SECOND) * 1000;
  row(
    'a burst of 300, due to the last post',
    ms(burst.sinceDue),
    `ideal ${ms(ideal)}: ${(burst.sinceDue / ideal).toFixed(2)} ×`,
    '≤ 1.1 ×, no 429',
    burst.sinceDue <= ideal * 1.1 && burst.refused === 0 && burst.missing === 0,
  );
}

/** An answer in ten is lost after the post was stored. */
async function lostAnswers() {
  const count = 500;
  const discord = await startDiscord({ lost: 0.1 });
  const url = await planned(sqliteFile('lost.db'), { count, due: Date.now() - 1000, channels: 500 });
  const worker = child('beat/courier-child.mjs', [url, discord.api, 0]);
  await discord.posts.until(count, 30_000);
  // The repeats of the last lost answers come some seconds later.
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await worker.stop();
  discord.close();
  const repeats = discord.posts.all.length - count;
  const doubles = discord.posts.at.length - discord.posts.messages.size;
  row(
    '500 posts, 502 after storing one in ten',
    `${doubles} double, ${count - discord.posts.messages.size} lost`,
    `${repeats} repeats were sent`,
    'none',
    doubles === 0 && discord.posts.messages.size === count && repeats > 0,
  );
}

/** Killed with SIGKILL as its fourth post arrives; another process starts at once. */
async function takenUp(engine, url, most) {
  const discord = await startDiscord();
  await planned(url, { count: 8, due: nextSecond(3000), channels: 1 });
  const first = child('beat/courier-child.mjs', [url, discord.api, 0]);
  const interrupted = await new Promise((resolve) => {
    discord.posts.listen((nonce) => {
      if (discord.posts.all.length === 4) resolve(nonce);
    });
  });
  await first.stop();
  const repeated = new Promise((resolve) => {
    discord.posts.listen((nonce) => {
      if (nonce === interrupted) resolve(true);
    });
  });
  const second = child('beat/courier-child.mjs', [url, discord.api, 0]);
  await second.said;
  const begun = performance.now();
  await repeated;
  const took = performance.now() - begun;
  await discord.posts.until(8, 10_000);
  await second.stop();
  discord.close();
  row(
    `taken up again after a SIGKILL, ${engine}`,
    ms(took),
    engine === 'SQLite' ? 'its own claims' : 'another worker’s claims, a lease of 30 s',
    `≤ ${most / 1000} s, none double, none lost`,
    took <= most && discord.posts.messages.size === 8,
  );
}

export async function again() {
  await lostAnswers();
  await takenUp('SQLite', sqliteFile('again.db'), 1500);
  if (!hasPostgres)
    return skipped('taken up again after a SIGKILL, PostgreSQL', 'no PostgreSQL here', '≤ 31 s');
  await takenUp('PostgreSQL', await postgresDatabase('again'), 31_500);
}
