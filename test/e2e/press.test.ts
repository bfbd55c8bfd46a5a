import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { newsroom, posts, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
afterEach(() => room.close());
const preview = (options: Record<string, string> = {}) =>
  room.as('Ana').type('/ultimatum record', { ...RECORD, ...options }).done;

describe('pressing twice, late, or for somebody else', () => {
  it('records once when the button is pressed twice at the same time', async () => {
    room = await newsroom();
    const shown = await preview();
    const both = await Promise.all([1, 2].map(() => room.as('Ana').press(shown, 'Record').done));
    await room.bot.beat();
    expect(both.map((answer) => answer.text()).join('\n')).toMatch(/Saved as U-1/);
    expect(await room.bot.store.ultimatum(room.guild, 2)).toBeNull();
    expect(posts(room)).toHaveLength(1);
  });

  it('continues after a restart from the preview that was open', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
    room = await newsroom({ databaseUrl: `sqlite:${path}` });
    const shown = await preview();
    await room.restart();
    expect((await room.as('Ana').press(shown, 'Record').done).text()).toContain('Saved as U-1');
  });

  it('tells the second of two curators what the first did, with a fresh preview', async () => {
    room = await newsroom();
    await recorded(room);
    const move = (name: string, deadline: string) =>
      room.as(name).type('/ultimatum move', { ultimatum: 'U-1', deadline, source: 'https://bbc.co.uk/x' })
        .done;
    const [one, other] = [await move('Ana', '40 days'), await move('Jonas', '30 days')];
    expect((await room.as('Ana').press(one, 'Move').done).text()).toContain('Deadline moved: U-1');
    const late = await room.as('Jonas').press(other, 'Move').done;
    expect(late.text()).toMatch(/meantime|since|first/i);
    expect(late.text()).toContain('Not saved yet');
    expect(await room.bot.store.entries(room.guild, 1)).toHaveLength(2);
  });

  it('saves once and answers when the connection is reset while answering', async () => {
    room = await newsroom();
    const shown = await preview();
    room.discord.faults.next({ method: 'POST', path: /callback$/ }, { kind: 'drop' });
    const done = await room.as('Ana').press(shown, 'Record').done;
    expect(done.text()).toContain('Saved as U-1');
    expect(await room.bot.store.ultimatum(room.guild, 2)).toBeNull();
  });

  it('posts a card once when the connection drops after Discord stored it', async () => {
    room = await newsroom();
    const shown = await preview();
    await room.as('Ana').press(shown, 'Record').done;
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'drop' });
    await room.bot.beat();
    room.clock.set(room.clock.now() + 3_600_000);
    await room.bot.beat();
    expect(posts(room)).toHaveLength(1);
    expect(await room.bot.store.deliveries(room.guild, { status: 'sent', limit: 5 })).toHaveLength(1);
  });

  it('undoes while the announcement waits, and posts nothing', async () => {
    room = await newsroom({ announceDelay: 60_000 });
    const saved = await room.as('Ana').press(await preview(), 'Record').done;
    const undone = await room.as('Ana').press(saved, 'Undo').done;
    expect(undone.text()).toContain('Undone');
    room.clock.set(room.clock.now() + 120_000);
    await room.bot.beat();
    expect(posts(room)).toEqual([]);
    expect((await room.bot.store.entries(room.guild, 1)).map(({ event }) => event.kind)).toEqual([
      'recorded',
      'hidden',
    ]);
  });

  it('asks about an ambiguous deadline with whole dates on the buttons', async () => {
    room = await newsroom();
    const asked = await preview({ deadline: 'midnight Friday' });
    const dates = asked.controls().filter(({ label }) => label.includes('2025'));
    expect(dates).toHaveLength(2);
    const picked = await room.as('Ana').press(asked, dates[1]?.label ?? '').done;
    expect((await room.as('Ana').press(picked, 'Record').done).text()).toContain('Saved as U-1');
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({
      inForce: { reading: { latest: Date.parse('2025-07-19T04:00:00Z') } },
    });
  });

  it('offers to record without a date, and offers an unfinished record again', async () => {
    room = await newsroom();
    const refused = await preview({ deadline: 'in the coming days' });
    const undated = await room.as('Ana').press(refused, 'Record without a date').done;
    expect(undated.text()).toContain('Not saved yet');
    const next = await preview({ demand: 'something else' });
    expect(next.text()).toContain('unfinished record');
    const again = await room.as('Ana').press(next, 'Open the unfinished one').done;
    expect(again.text()).toContain('agree to a ceasefire');
  });
});
