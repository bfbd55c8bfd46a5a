import { afterEach, describe, expect, it } from 'vitest';
import { newsroom, posts, RECORD, recorded, type Newsroom } from './newsroom.js';

const MINUTE = 60_000;

let room: Newsroom;
afterEach(() => room.close());

const later = async (ms: number) => {
  room.clock.set(room.clock.now() + ms);
  await room.bot.beat();
};
const move = async (deadline: string) => {
  const options = { ultimatum: 'U-1', deadline, source: 'https://www.bbc.co.uk/b' };
  const asked = await room.as('Ana').type('/ultimatum move', options).done;
  return room.as('Ana').press(asked, 'Move').done;
};
const firstLines = () => posts(room).map(({ content }) => content.split('\n')[0]);

describe('what a person does, while it can be undone', () => {
  it('announces a record and its move in one post, and each can be undone', async () => {
    room = await newsroom({ announceDelay: MINUTE });
    const saved = await recorded(room);
    expect(saved.text()).toContain('in 60 seconds, unless you undo it');
    await later(MINUTE / 2);
    const moved = await move('30 days');
    expect(moved.text()).toContain('It will be announced in');
    expect(moved.controls().map(({ label }) => label)).toContain('Undo');
    await later(10 * MINUTE);
    expect(firstLines()).toEqual(['**Ultimatum U-1: Donald Trump to Russia**']);
    expect(posts(room)[0]?.content).toContain('13 Aug 2025');
  });

  it('posts the record as it was after the move is undone', async () => {
    room = await newsroom({ announceDelay: MINUTE });
    await recorded(room);
    await later(MINUTE / 2);
    const moved = await move('30 days');
    await room.as('Ana').press(moved, 'Undo').done;
    await later(10 * MINUTE);
    expect(firstLines()).toEqual(['**New ultimatum U-1: Donald Trump to Russia**']);
    expect(posts(room)[0]?.content).toContain('2 Sep 2025');
  });

  it('announces the later of two moves, in one post', async () => {
    room = await newsroom({ announceDelay: MINUTE });
    await recorded(room);
    await later(10 * MINUTE);
    await move('40 days');
    await later(MINUTE / 2);
    await move('30 days');
    await later(10 * MINUTE);
    expect(firstLines()).toEqual([
      '**Ultimatum U-1: Donald Trump to Russia**',
      '**Deadline moved earlier: Donald Trump to Russia (U-1)**',
    ]);
  });
});

describe('two different things that are done within the delay', () => {
  it('are both announced', async () => {
    room = await newsroom({ announceDelay: MINUTE });
    await recorded(room);
    await later(10 * MINUTE);
    await move('40 days');
    await later(MINUTE / 2);
    const options = { ultimatum: 'U-1', threat: '"very severe tariffs"', source: 'https://www.bbc.co.uk/c' };
    const asked = await room.as('Ana').type('/ultimatum terms', options).done;
    await room.as('Ana').press(asked, 'Change terms').done;
    await later(10 * MINUTE);
    expect(firstLines()).toEqual([
      '**Ultimatum U-1: Donald Trump to Russia**',
      '**Deadline moved earlier: Donald Trump to Russia (U-1)**',
      '**Terms changed: Donald Trump to Russia (U-1)**',
    ]);
  });
});

describe('an undone move', () => {
  it('lets the entry before it be announced', async () => {
    room = await newsroom({ announceDelay: MINUTE });
    await recorded(room);
    await later(10 * MINUTE);
    await move('40 days');
    await later(MINUTE / 2);
    await room.as('Ana').press(await move('30 days'), 'Undo').done;
    await later(10 * MINUTE);
    expect(posts(room)).toHaveLength(2);
    expect(posts(room)[1]?.content).toContain('Now: Sat 23 Aug 2025');
  });

  it('does not announce again what an earlier post has said', async () => {
    room = await newsroom({ announceDelay: MINUTE });
    await recorded(room);
    await later(10 * MINUTE);
    await move('40 days');
    await move('30 days');
    await later(10 * MINUTE);
    await room.as('Ana').press(await move('20 days'), 'Undo').done;
    await later(10 * MINUTE);
    expect(posts(room)).toHaveLength(2);
    expect(posts(room)[1]?.content).toContain('Now: Wed 13 Aug 2025');
  });
});

describe('a correction of what was posted', () => {
  const corrected = async () => {
    room = await newsroom({ announceDelay: MINUTE });
    await recorded(room);
    await later(10 * MINUTE);
    await move('40 days');
    await later(10 * MINUTE);
    const options = { ultimatum: 'U-1', entry: '2', reason: 'misread', deadline: '45 days' };
    const asked = await room.as('Ana').type('/ultimatum correct', options).done;
    return room.as('Ana').press(asked, 'Correct').done;
  };

  it('can be undone before it is posted', async () => {
    const saved = await corrected();
    expect(saved.text()).toContain('A correction will be posted in');
    expect(saved.text()).toContain('in 60 seconds, unless you undo it.');
    const before = firstLines();
    await room.as('Ana').press(saved, 'Undo').done;
    await later(10 * MINUTE);
    expect(firstLines()).toEqual(before);
    const ultimatum = await room.bot.store.ultimatum(room.guild, 1);
    expect(ultimatum?.inForce?.reading.words).toBe('40 days');
  });

  it('is posted after the delay', async () => {
    await corrected();
    await later(10 * MINUTE);
    expect(firstLines().at(-1)).toBe('**Correction: Donald Trump to Russia (U-1)**');
  });
});

describe('what was over long before it was recorded', () => {
  it('is not announced, and waits for review', async () => {
    room = await newsroom();
    await room.as('Mod').type('/milestones set', { channel: 'general' }).done;
    const old = { ...RECORD, stated: '1 May 2025', deadline: '20 May 2025' };
    const asked = await room.as('Ana').type('/ultimatum record', old).done;
    expect(asked.text()).toContain('Not announced in any channel.');
    const saved = await room.as('Ana').press(asked, 'Record').done;
    expect(saved.text()).toContain('Nothing was announced.');
    await later(10 * MINUTE);
    expect([...posts(room), ...posts(room, 'general')]).toEqual([]);
    const queue = await room.as('Ana').type('/review').done;
    expect(queue.text()).toContain('Passed on 20 May');
  });
});
