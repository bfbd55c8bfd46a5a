import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

const MINUTE = 60_000;

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const later = async (ms: number) => {
  room.clock.set(room.clock.now() + ms);
  await room.bot.beat();
};
const mod = (line: string) => room.as('Mod').type(line, { channel: 'general' }).done;
const set = async () => {
  const answer = await mod('/board set');
  await room.bot.beat();
  return answer;
};
const boards = () => posts(room, 'general');
const shown = () => boards().map((message) => message.text());
const requests = (method: string) => {
  const seen: string[] = [];
  room.discord.onRequest((exchange) => {
    if (exchange.method === method && /^\/channels\/\d+\/messages/.test(exchange.path))
      seen.push(exchange.path);
  });
  return seen;
};

describe('a board', () => {
  it('is one silent message that says what is running, and is edited when something changes', async () => {
    expect((await set()).text()).toContain('The board will appear in');
    expect(shown()[0]).toContain('Nothing with a date is running');
    const sent = requests('POST').length;
    await later(6 * MINUTE);
    await recorded(room);
    await later(0);
    expect(boards()).toHaveLength(1);
    expect(requests('POST')).toHaveLength(sent);
    expect(shown()[0]).toContain('Running ultimatums: 1');
    expect(shown()[0]).toContain('Donald Trump to Russia');
    expect(boards()[0]?.silent).toBe(true);
  });

  it('is edited at most once in 5 minutes, and shows all that changed', async () => {
    await set();
    const edits = requests('PATCH');
    for (const demand of ['first', 'second', 'third']) await recorded(room, { demand });
    await later(4 * MINUTE);
    expect(edits).toHaveLength(0);
    await later(MINUTE);
    expect(edits).toHaveLength(1);
    expect(shown()[0]).toContain('Running ultimatums: 3');
    await recorded(room, { demand: 'fourth' });
    await later(4 * MINUTE);
    expect(edits).toHaveLength(1);
    await later(MINUTE);
    expect(edits).toHaveLength(2);
    expect(shown()[0]).toContain('Running ultimatums: 4');
  });

  it('shows what has passed, and is not edited for changes that it does not show', async () => {
    await recorded(room);
    await set();
    const edits = requests('PATCH');
    room.clock.set(Date.parse('2025-09-03T05:00:00Z'));
    await room.bot.beat();
    expect(shown()[0]).toContain('Passed, not yet reviewed: 1');
    const before = edits.length;
    const source = { ultimatum: 'U-1', source: 'https://www.reuters.com/b' };
    const asked = await room.as('Ana').type('/ultimatum source', source).done;
    await room.as('Ana').press(asked, 'Add source').done;
    await later(10 * MINUTE);
    expect(edits).toHaveLength(before);
  });

  it('waits until a change can no longer be undone', async () => {
    await room.close();
    room = await newsroom({ announceDelay: MINUTE });
    await set();
    await later(10 * MINUTE);
    await recorded(room);
    await later(MINUTE / 2);
    expect(shown()[0]).toContain('Nothing with a date is running');
    await later(MINUTE / 2);
    expect(shown()[0]).toContain('Running ultimatums: 1');
  });

  it('stays gone when somebody deletes it, and that is reported once', async () => {
    await room.as('Mod').type('/settings set', { 'admin-channel': 'review' }).done;
    await set();
    room.discord.deleteMessage(boards()[0]?.id ?? '');
    await later(10 * MINUTE);
    for (const demand of ['first', 'second']) {
      await recorded(room, { demand });
      await later(10 * MINUTE);
    }
    expect(boards()).toEqual([]);
    const told = posts(room, 'review').map((message) => message.text());
    expect(told.filter((text) => text.includes('someone deleted the board'))).toHaveLength(1);
    await set();
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Running ultimatums: 2');
  });

  it('is posted anew when it is set again, and the earlier one is deleted', async () => {
    await set();
    const [first] = boards();
    expect((await set()).text()).toContain('and replace the one there.');
    expect(boards()).toHaveLength(1);
    expect(boards()[0]?.id).not.toBe(first?.id);
  });

  it('is up to date even if Discord stored its first attempt without answering', async () => {
    room.discord.faults.next(
      { method: 'POST', path: /messages$/ },
      { kind: 'status', status: 502, afterStoring: true },
    );
    await mod('/board set');
    await room.bot.beat();
    expect(shown()[0]).toContain('Nothing with a date is running');
    await recorded(room);
    await later(10_000);
    expect(boards()).toHaveLength(1);
    expect(shown()[0]).toContain('Running ultimatums: 1');
    await later(10 * MINUTE);
    expect(shown()[0]).toContain('Running ultimatums: 1');
  });

  it('stays away after it was removed', async () => {
    await set();
    expect((await mod('/board remove')).text()).toContain('was removed');
    await room.bot.beat();
    await recorded(room);
    await later(10 * MINUTE);
    expect(boards()).toEqual([]);
    expect((await mod('/board remove')).text()).toContain('There is no board');
  });

  it('is deleted even if it is removed while it is being posted or edited', async () => {
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'delay', ms: 200 });
    await mod('/board set');
    const posting = room.bot.beat();
    await mod('/board remove');
    await posting;
    await later(MINUTE);
    expect(boards()).toEqual([]);
    await recorded(room);
    await later(10 * MINUTE);
    expect(boards()).toEqual([]);
    expect(
      await room.bot.store.deliveries(room.guild, { kind: 'board', status: 'pending', limit: 9 }),
    ).toEqual([]);
  });

  it('backs off when Discord refuses further edits, and is up to date in the end', async () => {
    await set();
    await later(10 * MINUTE);
    const edits = requests('PATCH');
    const fault = { kind: 'status', status: 400, code: 30046, message: 'Maximum number of edits' } as const;
    room.discord.faults.next({ method: 'PATCH', path: /messages/ }, fault, 2);
    await recorded(room);
    await later(4 * MINUTE);
    expect(edits).toHaveLength(1);
    await later(MINUTE);
    expect(edits).toHaveLength(2);
    await later(9 * MINUTE);
    expect(edits).toHaveLength(2);
    await later(MINUTE);
    expect(edits).toHaveLength(3);
    expect(shown()[0]).toContain('Running ultimatums: 1');
  });

  it('is retried after a 502, and loses no change', async () => {
    await set();
    await later(10 * MINUTE);
    room.discord.faults.next({ method: 'PATCH', path: /messages/ }, { kind: 'status', status: 502 });
    await recorded(room);
    await later(10 * MINUTE);
    expect(shown()[0]).toContain('Running ultimatums: 1');
  });

  it('is posted once, even if the connection drops after Discord stored it and the bot restarts', async () => {
    await room.close();
    const path = join(await mkdtemp(join(tmpdir(), 'ultimatum-')), 'a.db');
    room = await newsroom({ databaseUrl: `sqlite:${path}` });
    room.discord.faults.next({ method: 'POST', path: /messages$/ }, { kind: 'drop' });
    await set();
    await room.restart();
    await later(10 * MINUTE);
    expect(boards()).toHaveLength(1);
    await recorded(room);
    await later(10 * MINUTE);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Running ultimatums: 1');
  });

  it('waits while the bot may not post, and then shows everything that changed', async () => {
    await set();
    await later(10 * MINUTE);
    const shut = { kind: 'status', status: 403, code: 50001, message: 'Missing Access' } as const;
    room.discord.faults.next({ method: 'PATCH', path: /messages/ }, shut);
    await recorded(room);
    await later(0);
    await recorded(room, { demand: 'another' });
    await later(60 * MINUTE);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Running ultimatums: 2');
  });

  it('stops when its channel is deleted, until it is set again', async () => {
    await set();
    await later(10 * MINUTE);
    const edits = requests('PATCH');
    const gone = { kind: 'status', status: 404, code: 10003, message: 'Unknown Channel' } as const;
    room.discord.faults.next({ method: 'PATCH', path: /messages/ }, gone);
    await recorded(room);
    await later(60 * MINUTE);
    await recorded(room, { demand: 'another' });
    await later(60 * MINUTE);
    expect(edits).toHaveLength(1);
    expect(await room.bot.store.boards(room.guild)).toMatchObject([{ status: 'broken' }]);
    await set();
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Running ultimatums: 2');
  });

  it('has a button that opens the list', async () => {
    await recorded(room);
    await set();
    const [board] = boards();
    if (board === undefined) throw new Error('No board');
    expect((await room.as('Ben', 'general').press(board, 'All').done).text()).toContain('Running: 1');
  });

  it('is set up by /setup if it is ticked', async () => {
    const admin = room.as('Mod', 'general');
    await admin.type('/setup').done;
    const done = await admin.submit({ Channel: 'general', 'What to post there': ['Board'] }).done;
    expect(done.text()).toContain('Done.');
    await room.bot.beat();
    expect(shown().join('\n')).toContain('Nothing with a date is running');
  });
});
