import { expect, it } from 'vitest';
import { NO_DIFFERENCE } from './compare.js';
import { killUnderLoad } from './shipped.js';
import { sqlitePlace } from './world.js';

const LONG = 1_200_000;

it(
  'the bot as it is shipped, killed at random instants under load, loses and doubles nothing',
  async () => {
    const { kills, posts, difference } = await killUnderLoad(sqlitePlace, { mornings: 2, each: 4, seed: 7 });
    console.info(`under load: ${kills} kills, ${posts} posts`);
    expect(difference).toEqual(NO_DIFFERENCE);
    // Two mornings and the records before them; how much one life gets done is up to the machine.
    expect(kills).toBeGreaterThanOrEqual(4);
  },
  LONG,
);
