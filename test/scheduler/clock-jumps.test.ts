/** The machine's clock is set back a day or forward a year while the bot runs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/durations.js';
import { later, wallInstant } from '../../src/domain/instant.js';
import { RefusedError } from '../../src/domain/refusal.js';
import { asked, changing, GUILD, instant, make, recording } from '../store/founding.js';
import { valueOf } from '../support/result.js';
import { daily, digest, IS_MUTATED, SECOND, START, watching, type Watching } from './watching.js';

let tower: Watching;
let now: number;
let beat: ReturnType<Watching['beatWith']>;
beforeEach(async () => {
  tower = await watching();
  now = START;
  await tower.store.saveSettings({ ...defaultSettings(GUILD), announcements: 'home' }, 0);
  await make(tower.store, null, recording(), instant('2025-07-14T15:00:00Z'));
  await tower.store.addSchedule(daily());
  beat = tower.beatWith({ now: () => now, wallNow: () => wallInstant(now) });
  await beat.beat();
  now += 3 * SECOND;
  await beat.beat();
});
afterEach(() => tower.store.close());

function expectEachOnce(): void {
  expect(tower.errors).toEqual([]);
  expect(new Set(tower.posted.map(({ id }) => id)).size).toBe(tower.posted.length);
}

const posted = () => tower.posted.map(({ post }) => post.kind).toSorted();
const record = async () =>
  valueOf(await tower.store.change(GUILD, null, asked(recording({ demand: 'x' }), now), changing(now)))
    .number;

describe('a clock that is set back by a day', () => {
  it('makes the bot repeat nothing, and what is recorded meanwhile is announced', async () => {
    const before = posted();
    now -= DAY;
    await beat.beat();
    expect(posted()).toEqual(before);
    expect((await tower.store.ultimatum(GUILD, 1))?.state).toBe('passed');
    const number = await record();
    await beat.beat();
    now += SECOND;
    await beat.beat();
    const more = tower.posted.slice(before.length).map(({ post }) => post);
    expect(more).toMatchObject([{ kind: 'announcement', number }]);
    now += DAY;
    await beat.beat();
    expect(
      tower.posted.filter(({ post }) => post.kind === 'announcement' && post.number === number),
    ).toHaveLength(1);
    expectEachOnce();
  });
});

describe('a clock that is set forward by a year', () => {
  it('makes the bot post each deadline and each list once, not one for each day', async () => {
    const before = tower.posted.length;
    const number = await record();
    now += 365 * DAY;
    await beat.beat();
    now += SECOND;
    await beat.beat();
    expect(tower.posted.slice(before).map(({ post }) => post)).toMatchObject([
      { kind: 'announcement', number },
      { kind: 'digest', schedule: 1 },
    ]);
    // Once it is right again, nothing of that year is repeated.
    const jumped = tower.posted.length;
    now -= 365 * DAY;
    await beat.beat();
    expect(tower.posted).toHaveLength(jumped);
    expectEachOnce();
  });

  it.skipIf(IS_MUTATED)(
    'lets each list be posted at its next hour once it is right again, and never twice',
    async () => {
      const lists = () => tower.posted.flatMap(({ post }) => (post.kind === 'digest' ? [post.fire] : []));
      const fourOf = (day: number) => instant('2025-09-03T04:00:00Z') + day * DAY;
      now += 365 * DAY;
      await beat.beat();
      now -= 365 * DAY;
      await beat.beat();
      const inTheYear = lists();
      now = fourOf(1);
      await beat.beat();
      now = fourOf(2);
      await beat.beat();
      expect(lists()).toEqual([...inTheYear, fourOf(1), fourOf(2)]);
      for (let day = 3; day <= 367; day += 1) {
        now = fourOf(day);
        await beat.beat();
      }
      expect(new Set(lists()).size).toBe(lists().length);
      expect(lists()).toHaveLength(inTheYear.length + 366);
      expectEachOnce();
    },
  );

  it('is noticed by the next process as well, which leaves a list alone that can never be posted', async () => {
    const broken = valueOf(await tower.store.addSchedule(daily({ channel: 'c2', cron: 'never' })));
    now += 365 * DAY;
    await beat.beat();
    await beat.stop();
    now -= 365 * DAY;
    const next = tower.beatWith({ now: () => now, wallNow: () => wallInstant(now) });
    await next.beat();
    const nexts = (await tower.store.schedules(GUILD)).map((one) => [one.id, one.next]);
    expect(nexts).toEqual([
      [1, instant('2025-09-04T04:00:00Z')],
      [broken.id, START],
    ]);
  });
});

describe('once a clock that was a year ahead is right again', () => {
  const year = 365 * DAY;
  const isPosted = (channel: string) => tower.posted.some((one) => one.channel === channel);
  /** The first attempt in `elsewhere` is answered by `answer`. */
  function failing(answer: (at: number) => Promise<void> | void) {
    let tries = 0;
    return tower.beatWith({
      now: () => now,
      wallNow: () => wallInstant(now),
      send: async (delivery, at, pass) => {
        if (delivery.channel !== 'elsewhere' || (tries += 1) > 1) return tower.send(delivery, at, pass);
        await answer(at);
        return { kind: 'again', due: at + MINUTE, reason: { kind: 'unreachable' } };
      },
    });
  }
  async function aheadAndBack(failed: ReturnType<Watching['beatWith']>): Promise<void> {
    await tower.plan([digest(7, 'elsewhere')]);
    now += year;
    await failed.beat();
    now -= year;
    await failed.beat();
    now += SECOND;
    await failed.beat();
  }

  it('what failed meanwhile is tried again at once', async () => {
    await aheadAndBack(failing(() => undefined));
    expect(isPosted('elsewhere')).toBe(true);
    expectEachOnce();
  });

  it('what is planned for later stays planned for then', async () => {
    await tower.plan([digest(8, 'elsewhere', { due: START + 40 * DAY })]);
    await aheadAndBack(failing(() => undefined));
    const due = (await tower.rows()).filter(({ channel }) => channel === 'elsewhere').map((row) => row.due);
    expect(due).toContain(START + 40 * DAY);
  });

  it('what was recorded meanwhile is announced at once', async () => {
    now += year;
    const post = { kind: 'announcement', number: 1, version: null, entry: 9 } as const;
    await tower.plan([digest(9, 'elsewhere', { post, due: now + MINUTE })]);
    await beat.beat();
    now -= year;
    await beat.beat();
    now += SECOND;
    await beat.beat();
    expect(isPosted('elsewhere')).toBe(true);
    expectEachOnce();
  });

  it('what was claimed meanwhile and could not be settled is posted', async () => {
    await tower.plan([digest(7, 'elsewhere')]);
    const locked = new RefusedError({ why: 'database-away' });
    now += year;
    const away = {
      ...tower.options,
      store: { ...tower.store, settle: () => Promise.reject(locked) },
      now: () => now,
      wallNow: () => wallInstant(now),
      send: () => Promise.resolve({ kind: 'sent', message: '1' } as const),
    };
    await tower.beatWith(away).beat();
    expect(await tower.store.deliveries(GUILD, { status: 'claimed', limit: 9 })).not.toEqual([]);
    now -= year;
    const next = tower.beatWith({ now: () => now, wallNow: () => wallInstant(now) });
    await next.beat();
    now += 2 * MINUTE;
    await next.beat();
    expect(isPosted('elsewhere')).toBe(true);
    expect(await tower.store.deliveries(GUILD, { status: 'claimed', limit: 9 })).toEqual([]);
  });

  it('a channel that was closed meanwhile is tried again, and its list is planned for its next hour', async () => {
    valueOf(await tower.store.addSchedule(daily({ channel: 'elsewhere', next: START + year })));
    const closing = { guild: GUILD, channel: 'elsewhere', gone: false } as const;
    const why = { why: { kind: 'cannot-post' }, remedy: { kind: 'check-permissions' } } as const;
    const failed = failing(async (at) => {
      await tower.store.closeChannel({ ...closing, ...why, now: at });
    });
    await aheadAndBack(failed);
    expect((await tower.store.closed(GUILD, 'elsewhere'))?.until).toBeLessThanOrEqual(now);
    expect(isPosted('elsewhere')).toBe(true);
    const lists = (await tower.store.schedules(GUILD)).filter(({ channel }) => channel === 'elsewhere');
    expect(lists.map(({ next }) => next)).toEqual([instant('2025-09-04T04:00:00Z')]);
  });

  it('a row that was set aside meanwhile is tried again', async () => {
    const failed = failing(() => {
      throw new Error('a mistake');
    });
    await aheadAndBack(failed);
    expect(isPosted('elsewhere')).toBe(true);
    expect(await tower.store.asides(GUILD)).toEqual([]);
  });

  it('posts go out as before within what Discord allows', async () => {
    let ahead = 0;
    const { time } = tower;
    const paced = tower.beatWith({
      now: () => time.now() + ahead,
      wallNow: () => later(time.wallNow(), ahead),
      perSecond: 50,
    });
    await tower.digests(100, 25);
    ahead = year;
    await time.until(paced.beat());
    const before = tower.posted.length;
    ahead = 0;
    await time.until(paced.beat());
    await tower.plan(Array.from({ length: 20 }, (_, index) => digest(1000 + index, `c${index}`)));
    const began = time.now();
    await time.until(paced.beat());
    expect(tower.posted.length - before).toBe(20);
    expect(time.now() - began).toBeLessThan(HOUR);
  });
});
