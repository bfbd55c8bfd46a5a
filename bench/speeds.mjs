/** How fast one process plans countdowns, and claims and settles posts: constants of the model in `bench/limits.mjs`. */
import { openStore } from '../dist/src/store/index.js';
import { fire } from '../dist/src/scheduler/due-changes.js';
import { quiet } from './beat/ours.mjs';
import { told } from './children.mjs';

const COUNTDOWNS = 2000;
const POSTS = 20_000;
const AT = Date.parse('2026-03-02T09:00:00Z');
const AT_ONCE = 8;

/** One countdown in each server, all at 09:00. */
async function fillCountdowns(store) {
  let left = COUNTDOWNS;
  async function work() {
    for (let guild = left; guild > 0; guild = left) {
      left -= 1;
      const [own, channel] = [String(10n ** 18n + BigInt(guild)), String(2n * 10n ** 18n + BigInt(guild))];
      await store.addSchedule({
        guild: own,
        channel,
        cron: '0 9 * * *',
        zone: 'UTC',
        scope: { kind: 'all' },
        author: '1',
        status: 'running',
        broken: null,
        next: AT,
        last: null,
      });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Countdowns a second that the scheduler moves on and plans a digest of, as in its rounds. */
async function planned(url) {
  const store = await openStore(url, () => undefined);
  await fillCountdowns(store);
  const begun = performance.now();
  let count = 0;
  for (let fired = -1; fired !== 0; count += fired) fired = await fire({ store, log: quiet }, AT);
  const perSecond = (count / (performance.now() - begun)) * 1000;
  await store.close();
  if (count !== COUNTDOWNS) throw new Error(`${count} of ${COUNTDOWNS} countdowns were planned.`);
  return perSecond;
}

/** What one process does in a second; each on an empty database of its own, by its URL. */
export async function speedsOf(planning, settling) {
  const { perSecond } = await told('beat/drain-child.mjs', 'ours', settling, POSTS);
  return { plans: await planned(planning), settles: perSecond };
}
