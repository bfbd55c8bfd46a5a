import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room);
  await recorded(room, { demand: 'another thing' });
});
afterEach(() => room.close());

const SAID = { source: 'https://www.bbc.co.uk/news/x' };

const replace = async (ultimatum: string, by: string, name = 'Ana') =>
  room.as(name).type('/ultimatum replace', { ...SAID, ultimatum, by }).done;

const hide = async (ultimatum: string) => {
  const preview = await room.as('Mod').type('/ultimatum hide', { ultimatum, reason: 'duplicate' }).done;
  await room.as('Mod').press(preview, 'Hide').done;
};

describe('an ultimatum that is named as the replacement of another (rules 34)', () => {
  it('is refused in the preview where it does not exist, is the same, or is hidden', async () => {
    expect((await replace('U-1', '999')).text()).toContain('U-999');
    expect((await replace('U-1', '999')).text()).toContain('no U-999 on this server');
    expect((await replace('U-1', 'U-1')).text()).toContain('That is the same ultimatum');
    await hide('U-2');
    expect((await replace('U-1', 'U-2')).text()).toContain('hidden');
  });

  it('is refused where it would go round in a circle', async () => {
    const preview = await replace('U-1', 'U-2');
    await room.as('Ana').press(preview, 'Replace').done;
    expect((await replace('U-2', 'U-1')).text()).toContain('was itself replaced by this ultimatum');
  });

  it('is looked at again when it is saved, and when a proposal of it is accepted', async () => {
    const preview = await replace('U-1', 'U-2');
    const proposal = await replace('U-1', 'U-2', 'Ben');
    await room.as('Ben').press(proposal, 'Propose').done;
    await hide('U-2');
    expect((await room.as('Ana').press(preview, 'Replace').done).text()).toContain('hidden');
    const review = await room.as('Ana').type('/review').done;
    expect((await room.as('Ana').press(review, 'Accept').done).text()).toContain('hidden');
    expect((await room.bot.store.ultimatum(room.guild, 1))?.state).toBe('open');
  });
});
