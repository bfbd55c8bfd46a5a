import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/playground/index.js';
import type { Store } from '../../src/store/port/index.js';
import { describeOnEngines, roomForEach } from '../support/engines.js';
import { openapiCheck } from '../support/openapi.js';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CREATE_EVENTS = 1n << 44n;

const api = openapiCheck();

let room: Newsroom;
let made: Exchange[];
/** While it holds, an event that was made is not written down: as if the process had died before. */
let dies: boolean;

const mortal = (store: Store): Store => ({
  ...store,
  saveEvent: (...given) => (dies ? Promise.reject(new Error('killed')) : store.saveEvent(...given)),
});

async function open(databaseUrl?: string): Promise<void> {
  [made, dies] = [[], false];
  room = await newsroom({
    wrap: { store: mortal },
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  if (api !== null) room.discord.onRequest(api.check);
  room.discord.onRequest((exchange) => {
    if (exchange.method === 'POST' && exchange.path.endsWith('/scheduled-events')) made.push(exchange);
  });
}

const set = async (options: Record<string, string>) => {
  const answer = await room.as('Mod').type('/settings set', options).done;
  await room.bot.beat();
  return answer.text();
};
const later = async (ms: number) => {
  room.clock.set(room.clock.now() + ms);
  await room.bot.beat();
};
const change = async (line: string, button: string, options: Record<string, string> = {}) => {
  const given = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/b', ...options };
  const preview = await room.as('Ana').type(line, given).done;
  await room.as('Ana').press(preview, button).done;
  await room.bot.beat();
};
const server = () => room.discord.world.guild(room.guild);
const events = () =>
  [...server().events.values()].map(({ name, starts, ends, location, status }) => ({
    name,
    starts: new Date(starts).toISOString(),
    ends: new Date(ends).toISOString(),
    location,
    status,
  }));
const FIRST = {
  name: 'U-1: Donald Trump to Russia',
  starts: '2025-09-02T04:00:00.000Z',
  ends: '2025-09-03T04:00:00.000Z',
  location: 'Newsroom',
  status: 1,
};

describe('the events of a server', () => {
  beforeEach(() => open());
  afterEach(() => room.close());

  it('show every deadline that runs once they are switched on, and none before', async () => {
    await recorded(room);
    expect(events()).toEqual([]);
    expect(await set({ events: 'on' })).toContain('Events: on');
    expect(events()).toEqual([FIRST]);
    await recorded(room, { target: 'Finland', deadline: '10 days' });
    expect(events().map(({ name }) => name)).toEqual([FIRST.name, 'U-2: Donald Trump to Finland']);
    await recorded(room, { target: 'Norway', deadline: 'none' });
    expect(made).toHaveLength(2);
  });

  it('end by themselves with the deadline, and one that is moved afterwards is another one', async () => {
    await set({ events: 'on' });
    await recorded(room);
    await later(52 * DAY);
    await change('/ultimatum move', 'Move', { deadline: '20 days' });
    expect(made).toHaveLength(2);
    expect([...server().events.values()].filter(({ ends }) => ends > room.clock.now())).toHaveLength(1);
  });

  it('are not made again by a change where somebody deleted them', async () => {
    await set({ events: 'on' });
    await recorded(room);
    server().events.clear();
    await change('/ultimatum move', 'Move', { deadline: '10 days' });
    await change('/ultimatum move', 'Move', { deadline: '11 days' });
    expect(events()).toEqual([]);
    await set({ events: 'off' });
    await later(60_000);
    await set({ events: 'on' });
    expect(events()).toHaveLength(1);
  });
});

describeOnEngines('the events of a server', (emptyDatabase) => {
  roomForEach(emptyDatabase, open, () => room.close());

  it('follow a move, and are called off when the ultimatum is withdrawn', async () => {
    await set({ events: 'on' });
    await recorded(room);
    await change('/ultimatum move', 'Move', { deadline: '10 days' });
    expect(events()).toEqual([
      { ...FIRST, starts: '2025-07-24T04:00:00.000Z', ends: '2025-07-25T04:00:00.000Z' },
    ]);
    await change('/ultimatum withdraw', 'Withdraw');
    expect(events().map(({ status }) => status)).toEqual([4]);
    expect(made).toHaveLength(1);
  });

  it('are deleted with what is hidden, and when they are switched off', async () => {
    await set({ events: 'on' });
    await recorded(room);
    await recorded(room, { target: 'Finland' });
    const preview = await room.as('Mod').type('/ultimatum hide', { ultimatum: 'U-1', reason: 'double' }).done;
    await room.as('Mod').press(preview, 'Hide').done;
    await room.bot.beat();
    expect(events().map(({ name }) => name)).toEqual(['U-2: Donald Trump to Finland']);
    await set({ events: 'off' });
    expect(events()).toEqual([]);
  });

  it('are one event where the bot was killed before it was written down, also if the deadline moved since', async () => {
    await set({ events: 'on' });
    dies = true;
    await recorded(room);
    expect(events()).toEqual([FIRST]);
    dies = false;
    await change('/ultimatum move', 'Move', { deadline: '10 days' });
    await later(HOUR);
    expect(made).toHaveLength(1);
    expect(events().map(({ starts }) => starts)).toEqual(['2025-07-24T04:00:00.000Z']);
  });
});

describe('an event that Discord made without an answer', () => {
  beforeEach(() => open());
  afterEach(() => room.close());

  it('is not made again', async () => {
    await set({ events: 'on' });
    room.discord.faults.next({ method: 'POST', path: /scheduled-events$/ }, { kind: 'drop' });
    await recorded(room);
    await later(10 * 60_000);
    expect(events()).toEqual([FIRST]);
    expect(made).toHaveLength(1);
  });
});

describe('a server that lets the bot make no events', () => {
  beforeEach(() => open());
  afterEach(() => room.close());

  it('is told once what is missing, and gets them when that was mended', async () => {
    const own = [...server().roles.values()].find(({ managed }) => managed);
    if (own === undefined) throw new Error('the bot has no role of its own');
    own.permissions &= ~CREATE_EVENTS;
    await set({ events: 'on', 'admin-channel': 'general' });
    await recorded(room);
    await recorded(room, { target: 'Finland' });
    expect(posts(room, 'general').map(({ content }) => content)).toEqual([
      expect.stringContaining('I lack Create Events. Give it to my role'),
    ]);
    expect(await room.bot.store.closedChannels(room.guild)).toEqual([]);
    own.permissions |= CREATE_EVENTS;
    await later(7 * HOUR);
    expect(events()).toHaveLength(2);
    expect(posts(room, 'general')).toHaveLength(1);
  });

  it('waits for room where it has a hundred', async () => {
    await set({ events: 'on' });
    const other = {
      creatorId: '1',
      description: null,
      location: 'x',
      starts: 0,
      ends: 9e12,
      status: 1,
    } as const;
    for (let id = 1; id <= 100; id += 1)
      server().events.set(String(id), { ...other, id: String(id), name: 'x' });
    await recorded(room);
    const [waiting] = await room.bot.store.deliveries(room.guild, {
      kind: 'event',
      status: 'pending',
      limit: 1,
    });
    expect(waiting?.failure).toEqual({ kind: 'too-many-events' });
    server().events.clear();
    await later(7 * HOUR);
    expect(events()).toEqual([FIRST]);
  });
});

describe.skipIf(api === null)("Discord's own description", () => {
  it('is kept by the requests about events', () => {
    expect(api?.violations.map(({ operation, where, problems }) => ({ operation, where, problems }))).toEqual(
      [],
    );
    expect(api?.covered).toEqual(
      expect.arrayContaining([
        'DELETE /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}',
        'GET /guilds/{guild_id}/scheduled-events',
        'PATCH /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}',
        'POST /guilds/{guild_id}/scheduled-events',
      ]),
    );
  });
});
