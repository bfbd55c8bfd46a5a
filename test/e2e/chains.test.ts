import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room, { target: 'Mexico; Canada; China', deadline: '5 August 2025, 00:01' });
});
afterEach(() => room.close());

const SAID = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/news/x' };

/** Types a change, saves it, and gives the post that it made. */
async function done(verb: string, options: Record<string, string>, label: string): Promise<string> {
  const preview = await room.as('Ana').type(`/ultimatum ${verb}`, { ...SAID, ...options }).done;
  await room.as('Ana').press(preview, label).done;
  await room.bot.beat();
  return posts(room).at(-1)?.content ?? '';
}

const card = () => posts(room)[0]?.content ?? '';
const show = async () => (await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done).text();

describe('targets whose deadlines differ', () => {
  it('are named in the post, with the deadline that each of them had', async () => {
    const first = await done('move', { deadline: '1 September', target: 'Mexico', by: 'Congress' }, 'Move');
    expect(first).toContain('Only for: Mexico');
    expect(first).toContain('By: Congress');
    expect(first).toContain('Was: Tue 5 Aug 2025, 00:01 in Washington ("5 August 2025, 00:01"');
    const second = await done('move', { deadline: '1 October' }, 'Move');
    expect(second).toContain('Was for Mexico: Mon 1 Sep 2025');
    expect(second).toContain('Was for Canada and China: Tue 5 Aug 2025, 00:01 in Washington');
  });

  it('stand on lines of their own on the card and in show, with what became of each', async () => {
    await done('move', { deadline: '1 September', target: 'Mexico' }, 'Move');
    const paused = await done('suspend', { target: 'China', by: 'Supreme Court' }, 'Pause');
    expect(paused).toContain('Only for: China');
    expect(card()).toMatch(/^Mexico: Mon 1 Sep 2025, end of day in Washington, <t:\d+:R>$/m);
    expect(card()).toMatch(/^Canada: Tue 5 Aug 2025, 00:01 in Washington, <t:\d+:R>$/m);
    expect(card()).toContain('China: Tue 5 Aug 2025, 00:01 in Washington, paused');
    const screen = await show();
    expect(screen).toContain('Mexico: Moved 27 days later on 14 Jul.');
    expect(screen).toContain('China: Paused on 14 Jul, by Supreme Court.');
    expect(screen).toContain('Only for Mexico.');
  });
});

describe('an outcome of some targets', () => {
  const OUTCOME = { ...SAID, 'second-source': 'https://www.cnn.com/x' };

  it('names every target with its own line, also those recorded earlier', async () => {
    await done('move', { deadline: '1 September', target: 'Mexico' }, 'Move');
    const met = { compliance: 'full', 'follow-through': 'not-due', complied: 'today' };
    const first = await done('outcome', { ...OUTCOME, ...met, target: 'Mexico' }, 'Record outcome');
    expect(first).toContain('1 of 3 recorded: Met');
    expect(first).toContain('Canada and China: Tue 5 Aug 2025, 00:01 in Washington');
    const unmet = { compliance: 'none', 'follow-through': 'full', acted: 'today' };
    const second = await done('outcome', { ...OUTCOME, ...unmet }, 'Record outcome');
    expect(second).toContain('Split: Met (1); Not met, carried out');
    expect(second).toContain('Canada and China: did not meet the demand');
    expect(second).toMatch(/^Mexico: Met/m);
    expect(second).not.toContain('the two lines below');
  });
});
