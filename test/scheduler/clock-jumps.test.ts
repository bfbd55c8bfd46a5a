/** The machine's clock is set back a day or forward a year while the bot runs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { DAY } from '../../src/domain/durations.js';
import { wallInstant } from '../../src/domain/instant.js';
import { asked, changing, GUILD, instant, make, recording } from '../store/founding.js';
import { valueOf } from '../support/result.js';
import { daily, SECOND, START, watching, type Watching } from './watching.js';

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
});
