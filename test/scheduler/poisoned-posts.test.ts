import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port/index.js';
import { GUILD, instant, make, recording } from '../store/founding.js';
import { DAY, ENGINES, MINUTE, poisonable, type Poisonable } from './poison.js';
import { digest, IS_MUTATED, schedulesOf, START, type Watching } from './watching.js';

const STATED = instant('2025-07-14T15:00:00Z');

describe.each(ENGINES)('a beat that posts on %s with a poisoned row', (_name, opening) => {
  let room: Poisonable;
  beforeEach(async () => {
    room = await poisonable(opening);
  });
  afterEach(() => room.close());

  it.each([0, 50])('posts all others if a row can’t be claimed, with a budget of %i', async (perSecond) => {
    await room.tower.digests(6, 6);
    await room.poison('delivery', `old.subject = 'schedule-2'`);
    const beat = room.beatWith({ perSecond });
    await beat.beat();
    expect(schedulesOf(room.tower.posted).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([0, 1, 3, 4, 5]);
    expect(await room.tower.store.asides(GUILD)).toMatchObject([{ stage: 'claim', item: 3 }]);
    expect(room.told).toHaveLength(1);
    expect((await room.tower.store.problems())[0]).toMatchObject({
      kind: 'set-aside',
      stage: 'claim',
      item: 3,
      others: 0,
    });
  });

  it('posts everything if the recent sends of a channel can’t be read', async () => {
    await room.tower.digests(3, 3);
    await sql`insert into pace (channel, recent, newest) values ('c1', '[', ${START})`.execute(
      room.tower.database.write,
    );
    await room.beatWith({ perSecond: 50 }).beat();
    expect(room.tower.posted).toHaveLength(3);
  });

  it('posts all others if sending a row throws, and retries it later', async () => {
    await room.tower.digests(3, 1);
    await room.tower.plan([digest(9, 'c9', { post: { kind: 'board', version: 1, slot: 'post' } })]);
    let poisoned = true;
    const send: Watching['send'] = (row, at, pass) => {
      const { post } = row;
      const isPoisoned = post.kind === 'board' || (post.kind === 'digest' && post.schedule === 1);
      if (poisoned && isPoisoned) throw new Error('cannot be drawn');
      return room.tower.send(row, at, pass);
    };
    const beat = room.beatWith({ send });
    await beat.beat();
    expect(schedulesOf(room.tower.posted)).toEqual([0, 2]);
    const asides = await room.tower.store.asides(GUILD);
    expect(new Map(asides.map(({ stage, reason }) => [stage, reason]))).toEqual(
      new Map([
        ['boards', { kind: 'mistake', error: 'cannot be drawn' }],
        ['send', { kind: 'mistake', error: 'cannot be drawn' }],
      ]),
    );
    expect(room.told).toHaveLength(2);
    poisoned = false;
    room.clock.now += MINUTE;
    await beat.beat();
    expect(schedulesOf(room.tower.posted)).toEqual([0, 2, null, 1]);
    expect(await room.tower.store.problems()).toEqual([]);
  });

  it('loses no other post of the batch if a row can’t be settled', async () => {
    await room.tower.digests(5, 5);
    await room.poison('delivery', `old.subject = 'schedule-3' and old.status = 'claimed'`);
    const beat = room.beatWith();
    await beat.beat();
    const rows = await room.tower.rows();
    expect(schedulesOf(rows.filter(({ status }) => status === 'sent'))).toEqual([0, 1, 2, 4]);
    expect(await room.tower.store.asides(GUILD)).toMatchObject([{ stage: 'send', item: 4 }]);
    // It was posted, and is not posted again while it cannot be written down.
    await beat.beat();
    expect(room.tower.posted).toHaveLength(5);
  });

  it('runs the other stages if a whole stage fails, and reports it', async () => {
    await room.tower.digests(1, 1);
    await room.schedule({ channel: 'c7' });
    let dead = true;
    const store: Store = {
      ...room.tower.store,
      lapsing: (...given) =>
        dead ? Promise.reject(new Error('the index is damaged')) : room.tower.store.lapsing(...given),
    };
    const beat = room.beatWith({ store });
    await beat.beat();
    expect(room.tower.posted.map(({ channel }) => channel).toSorted()).toEqual(['c0', 'c7']);
    expect(beat.problems()).toEqual([
      expect.objectContaining({ kind: 'part-failed', part: 'expire', reason: 'the index is damaged' }),
    ]);
    room.clock.now -= DAY;
    dead = false;
    await beat.beat();
    expect(beat.problems()).toEqual([]);
  });

  it.skipIf(IS_MUTATED)('survives a clock that jumps a year ahead and back', async () => {
    await make(room.tower.store, null, recording(), STATED);
    await room.schedule({ cron: '*/15 * * * *' });
    const beat = room.beatWith();
    for (const jump of [0, 366 * DAY, -366 * DAY, 0]) {
      room.clock.now = START + jump;
      await beat.beat();
      expect(beat.problems()).toEqual([]);
    }
    expect(await room.tower.store.problems()).toEqual([]);
  });
});
