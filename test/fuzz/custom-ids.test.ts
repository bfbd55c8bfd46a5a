import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonAnswer, PersonClient } from '../../src/playground/index.js';
import type { Pending } from '../../src/store/port/index.js';
import { newsroom, RECORD, recorded, type Newsroom } from '../e2e/newsroom.js';
import { forged, OF_SOMEBODY_ELSE, type Forged } from './forged.js';
import { fuzzRuns } from './runs.js';

/** Words that stand in a hidden record, in the preview of somebody who presses nothing, and in each server's record. */
const HIDDEN = /zephyrine/i;
const PREVIEW_OF_JONAS = /wombat/i;
const HERE = /quuxley/i;
const ELSEWHERE = /marmalade/i;

let room: Newsroom;
let other: string;
/** The rows that were kept last, the oldest first: their keys are what can be forged. */
const rows: Pending[] = [];
const MOST_ROWS = 200;
/** The open preview of somebody who presses nothing. */
let standing: Pending | undefined;
/** Errors that the bot met and answered in words. */
const mistakes: object[] = [];
/** What the bot sent for each interaction, by its id or its token. */
const sent = new Map<string, unknown[]>();
/** A press as Discord sends it, of each person. */
const templates = new Map<string, Record<string, unknown>>();
const own = new Map<string, string>();
let posted: string;
/** What can be picked in a select. */
let values: readonly string[];

const PEOPLE = ['Ana', 'Ben', 'Mod', 'Zoe'] as const;
/** Ana, where she manages the other server. */
const ABROAD = 'Ana abroad';
const PRESSERS = [...PEOPLE, ABROAD] as const;

const as = (name: string) => room.as(name, name === 'Zoe' ? 'desk' : 'ultimatums');
const userOf = (name: string) => as(name === ABROAD ? 'Ana' : name).user.id;
const guildOf = (name: string) => (name === 'Zoe' || name === ABROAD ? other : room.guild);

async function hidden(): Promise<void> {
  const words = { issuer: 'Zephyrine', demand: 'give zephyrine back' };
  await recorded(room, words);
  const typed = { ultimatum: 'U-2', deadline: '9 days', quote: 'zephyrine', source: 'https://b.example/x' };
  await as('Ben').press(await as('Ben').type('/ultimatum move', typed).done, 'Propose').done;
  const hide = await as('Mod').type('/ultimatum hide', { ultimatum: 'U-2', reason: 'duplicate' }).done;
  await as('Mod').press(hide, 'Hide').done;
}

/** Remembers how Discord sends what this person does, and a message that only they see. */
async function introduce(name: string): Promise<void> {
  const end = room.discord.alterInteractions((payload) => {
    const { data: _, ...template } = payload;
    templates.set(name, template);
    return payload;
  });
  const answer = await as(name).type('/ultimatum list').done;
  end();
  own.set(name, answer.messages[0]?.id ?? '');
}

beforeAll(async () => {
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (about: object) => void mistakes.push(about),
  };
  room = await newsroom({
    log,
    wrap: {
      store: (store) => ({
        ...store,
        savePending(row, replaces) {
          rows.push(row);
          rows.splice(0, rows.length - MOST_ROWS);
          return store.savePending(row, replaces);
        },
      }),
    },
  });
  const { world } = room.discord;
  other = [...world.guilds.keys()].find((id) => id !== room.guild) ?? '';
  room.discord.onRequest(({ method, path, body }) => {
    const [, id = ''] = /^\/(?:interactions\/|webhooks\/\d+\/)([^/]+)/.exec(path) ?? [];
    if (method !== 'GET') sent.set(id, [...(sent.get(id) ?? []), body]);
  });
  await recorded(room, { issuer: 'Quuxley' });
  await hidden();
  await as('Jonas').type('/ultimatum record', { ...RECORD, demand: 'give the wombat back' }).done;
  standing = rows.at(-1);
  const preview = await as('Zoe').type('/ultimatum record', { ...RECORD, issuer: 'Marmalade' }).done;
  await as('Zoe').press(preview, 'Record').done;
  await room.bot.beat();
  for (const name of PEOPLE) await introduce(name);
  own.set(ABROAD, own.get('Zoe') ?? '');
  const member = templates.get('Zoe')?.['member'];
  templates.set(ABROAD, {
    ...templates.get('Zoe'),
    member: { ...Object(member), user: { id: userOf('Ana') } },
  });
  posted = room.discord.messages('ultimatums').at(-1)?.id ?? '';
  const places = [...world.guilds.values()].flatMap(({ channels, roles }) => [
    ...channels.keys(),
    ...roles.keys(),
  ]);
  values = ['running', 'all', 'closed', 'late', 'daily', 'board', 'announcements', 'reminders', ...places];
});
afterAll(() => room.close());

interface Beginning {
  readonly who: (typeof PEOPLE)[number];
  /** Leaves a row to press. */
  readonly act: (person: PersonClient) => PersonAnswer;
  readonly actions: readonly string[];
}

const PREVIEW = ['confirm', 'pick', 'undated', 'instead', 'change', 'edit', 'retype', 'open', 'cancel'];
const SETUP = ['set', 'form', 'cancel'];
const record = (more: Readonly<Record<string, string>>) => (person: PersonClient) =>
  person.type('/ultimatum record', { ...RECORD, ...more });

const BEGINNINGS: readonly Beginning[] = [
  { who: 'Ana', act: record({}), actions: PREVIEW },
  { who: 'Ana', act: record({ deadline: 'midnight Friday' }), actions: PREVIEW },
  { who: 'Ben', act: record({}), actions: PREVIEW },
  { who: 'Zoe', act: record({ issuer: 'Marmalade' }), actions: PREVIEW },
  {
    who: 'Ana',
    act: (ana) => ana.type('/ultimatum move', { ultimatum: 'U-1', deadline: '30 days' }),
    actions: PREVIEW,
  },
  { who: 'Ben', act: (ben) => ben.type('/ultimatum list'), actions: ['page', 'state'] },
  {
    who: 'Ana',
    act: (ana) => ana.type('/review'),
    actions: ['accept', 'decline', 'reason', 'all', 'page'],
  },
  {
    who: 'Mod',
    act: (mod) => mod.type('/countdown add', { channel: 'ultimatums', every: 'every day at 09:00' }),
    actions: ['save', 'preview', 'cancel'],
  },
  { who: 'Mod', act: (mod) => mod.type('/countdown log'), actions: ['page', 'shown'] },
  { who: 'Mod', act: (mod) => mod.type('/setup'), actions: SETUP },
  { who: 'Zoe', act: (zoe) => zoe.type('/setup'), actions: SETUP },
  { who: 'Ana', act: (ana) => ana.apps('Update an ultimatum', posted), actions: ['send'] },
  { who: 'Ben', act: (ben) => ben.type('/privacy forget-me'), actions: ['yes', 'no'] },
];

/** A beginning, and what is pressed after it, mostly by whoever began. */
const course = fc
  .constantFrom(...BEGINNINGS)
  .chain((beginning) =>
    fc.tuple(
      fc.constant(beginning),
      fc.array(
        fc.tuple(
          fc.oneof(fc.constant(beginning.who), fc.constantFrom(...PRESSERS)),
          forged(beginning.actions),
        ),
        { minLength: 1, maxLength: 8 },
      ),
    ),
  );

function keyAt(at: number): string {
  if (at === OF_SOMEBODY_ELSE) return standing?.key ?? '';
  return at < 0 ? 'none' : (rows.at(-1 - (at % rows.length))?.key ?? '');
}
const isNumber = (value: unknown): value is number => typeof value === 'number';

function payloadOf(name: string, { kind, id, picks, form, component, on }: Forged): Record<string, unknown> {
  const picked = Array.isArray(picks)
    ? picks.map((one: unknown) => (isNumber(one) ? values[one % values.length] : one))
    : picks;
  const customId = id(keyAt);
  const data =
    kind === 'press'
      ? { custom_id: customId, component_type: component, values: picked }
      : { custom_id: customId, components: form };
  const messages = {
    own: { id: own.get(name), flags: 64 },
    public: { id: posted, flags: 0 },
    none: undefined,
  };
  return {
    ...templates.get(name),
    id: room.discord.world.newId(),
    token: randomBytes(24).toString('base64url'),
    type: kind === 'press' ? 3 : 5,
    data,
    ...(messages[on] === undefined ? {} : { message: messages[on] }),
  };
}

/** All that a server keeps, but for what the beat does to it meanwhile. */
async function kept(guild: string): Promise<string> {
  const { store } = room.bot;
  const deliveries = await store.deliveries(guild, { limit: 100 });
  return JSON.stringify([
    await store.list(guild, { limit: 100 }),
    ...(await Promise.all([1, 2, 3].map((number) => store.entries(guild, number)))),
    await store.settings(guild),
    await store.schedules(guild),
    (await store.boards(guild)).map(({ channel, version }) => [channel, version]),
    await store.issuers(guild),
    await store.proposals(guild, 'proposed'),
    deliveries.map(({ channel, post }) => [channel, post]),
  ]);
}

/** The rows of everybody else, and of this person in the other server, as far back as they are likely to be pressed. */
async function rowsOfOthers(name: string): Promise<string> {
  const others = rows.filter(({ user, guild }) => user !== userOf(name) || guild !== guildOf(name));
  const likely = [...(standing === undefined ? [] : [standing]), ...others.slice(-40)];
  return JSON.stringify(await Promise.all(likely.map(({ key }) => room.bot.store.pending(key))));
}

async function forge(name: string, press: Forged): Promise<void> {
  const payload = payloadOf(name, press);
  const [id, token] = [String(payload['id']), String(payload['token'])];
  const elsewhere = guildOf(name) === other ? room.guild : other;
  mistakes.length = 0;
  const before = [await kept(elsewhere), await rowsOfOthers(name)];
  const what = `${name}: ${JSON.stringify(payload['data'])}`;
  await room.discord.dispatch(payload).done;
  const shown = JSON.stringify([sent.get(id), sent.get(token)]);
  const leaks = [HIDDEN, PREVIEW_OF_JONAS, guildOf(name) === other ? HERE : ELSEWHERE].filter((words) =>
    words.test(shown),
  );
  const answers = sent.get(id)?.length;
  expect({ what, answers, mistakes, leaks }).toEqual({ what, answers: 1, mistakes: [], leaks: [] });
  const after = [await kept(elsewhere), await rowsOfOthers(name)];
  expect({ what, after }).toEqual({ what, after: before });
}

/** No setting and no countdown of one server may lead into the other. */
async function nothingCrosses(): Promise<void> {
  for (const [guild, { channels, roles }] of room.discord.world.guilds) {
    const ids = new RegExp([...channels.keys(), ...roles.keys()].join('|'));
    expect(await kept(guild === other ? room.guild : other)).not.toMatch(ids);
  }
}

describe('a custom_id', { timeout: 3_600_000 }, () => {
  it('is answered once and never reaches another person’s or server’s data, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ([{ who, act }, presses]) => {
        await act(as(who)).done;
        for (const [name, press] of presses) await forge(name, press);
        await nothingCrosses();
        sent.clear();
      }),
      fuzzRuns(300),
    );
    expect((await as('Ana').type('/ultimatum show', { ultimatum: 'U-1' }).done).text()).toMatch(HERE);
  });
});
