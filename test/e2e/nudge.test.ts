import { expect, it } from 'vitest';
import { advanceTo } from '../../src/stage/manual-clock.js';
import { newsroom, posts, recorded } from './newsroom.js';

const DAY = 86_400_000;

it('a message about passed deadlines says so once all of them are reviewed', async () => {
  const room = await newsroom();
  try {
    await room.as('Mod').type('/settings set', { 'review-channel': 'general' }).done;
    await recorded(room, { deadline: '16 July 2025' });
    await advanceTo(room.clock.now() + 4 * DAY, room.clock, room.bot);
    const asked = () => posts(room, 'general').at(-1)?.content ?? '';
    expect(asked()).toContain('1 deadline passed and not yet reviewed');
    const outcome = { ultimatum: 'U-1', compliance: 'none', 'follow-through': 'none' };
    const sources = { source: 'https://www.cnn.com/x', 'second-source': 'https://www.bbc.co.uk/y' };
    const preview = await room.as('Ana').type('/ultimatum outcome', { ...outcome, ...sources }).done;
    await room.as('Ana').press(preview, 'Record outcome').done;
    await room.bot.beat();
    expect(asked()).toContain('Every deadline that had passed is reviewed.');
  } finally {
    await room.close();
  }
});
