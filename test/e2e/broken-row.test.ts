/** A mistake of the bot in the row of one post. */
import { expect, it } from 'vitest';
import { decide } from '../../src/domain/decide/index.js';
import { day, recording } from '../domain/support.js';
import { newsroom, posts } from './newsroom.js';

const MINUTE = 60_000;

it('a row that the bot cannot draw is set aside, reported once, and posted when it is mended', async () => {
  let mended = false;
  const broken = () => Promise.reject(new TypeError('Invalid time zone'));
  const room = await newsroom({
    wrap: { store: (store) => ({ ...store, people: (keys) => (mended ? store.people(keys) : broken()) }) },
  });
  const now = () => room.clock.now();
  const review = () => posts(room, 'review').map(({ content }) => content);
  await room.as('Mod').type('/settings set', { 'admin-channel': 'review' }).done;
  await room.bot.store.change(
    room.guild,
    null,
    (entries) => decide(entries, recording(day('2025-09-02')), { now: now(), by: 'ana' }),
    { now: now(), announceDelay: 0, channel: null },
  );
  for (let minute = 0; minute < 30; minute += 1) {
    await room.bot.beat();
    room.clock.set(now() + MINUTE);
  }
  expect(posts(room)).toEqual([]);
  expect(review()).toEqual([expect.stringContaining('because of an error in the bot')]);
  expect((await room.as('Mod').type('/countdown list').done).text()).toContain('could not be made');
  expect(await room.bot.problems()).toEqual([expect.stringContaining('Set aside by the stage "send"')]);
  mended = true;
  room.clock.set(now() + 24 * 60 * MINUTE);
  await room.bot.beat();
  expect(posts(room)).toHaveLength(1);
  expect(await room.bot.problems()).toEqual([]);
  await room.close();
});
