import { InteractionType, type APIInteraction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Door } from '../../src/discord/command.js';
import { Dispatch } from '../../src/discord/dispatch.js';
import type { Wire } from '../../src/discord/wire.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite.js';

interface Sent {
  readonly type: number;
  readonly data?: { readonly content?: string; readonly flags?: number };
}

let store: Store;
let sent: Sent[];
let logged: object[];
beforeEach(async () => {
  store = await storeOn(openSqlite(':memory:'));
  sent = [];
  logged = [];
});
afterEach(() => store.close());

/** Keeps what is answered; nothing else of Discord is needed here. */
const wire: Wire = {
  get: () => Promise.reject(new Error('not asked for')),
  put: () => Promise.reject(new Error('not asked for')),
  delete: () => Promise.reject(new Error('not asked for')),
  patch: () => Promise.resolve({}),
  post: (_route, options) => {
    sent.push(options?.body as Sent);
    return Promise.resolve({});
  },
};

function dispatch(door: Door) {
  const log = { info: () => undefined, warn: () => undefined, error: (about: object) => logged.push(about) };
  const hall = {
    missingPermissions: () => Promise.resolve([]),
    check: () => Promise.resolve({ ok: true } as const),
    hasRole: () => Promise.resolve(true),
    post: () => Promise.resolve('1'),
  };
  return new Dispatch({ doors: [door], rest: wire, log, now: () => 1000, store, hall, announceDelay: 0 });
}

function typed(name: string, permissions = '0'): APIInteraction {
  const user = { id: '30', username: 'ana', global_name: 'Ana' };
  return {
    id: '1',
    token: 'token',
    application_id: '2',
    type: InteractionType.ApplicationCommand,
    guild_id: '10',
    channel: { id: '20' },
    member: { user, roles: [], permissions, nick: null },
    locale: 'en-US',
    data: { id: '3', type: 1, name, options: [] },
  } as unknown as APIInteraction;
}

const door = (run: () => Promise<{ kind: 'message'; view: { content: string } }>, manager = false): Door => ({
  kind: 'slash',
  path: ['thing'],
  description: 'A thing',
  options: {},
  manager,
  run,
});

const said = (content: string) => Promise.resolve({ kind: 'message', view: { content } } as const);

describe('the one place between Discord and the front doors', () => {
  it('answers only the person who asked, and pings nobody', async () => {
    await dispatch(door(() => said('@everyone hello'))).handle(typed('thing'));
    expect(sent).toMatchObject([
      { type: 4, data: { flags: 64 + 4, allowed_mentions: { parse: [], roles: [] } } },
    ]);
  });

  it('gives a neutral sentence with a reference for a bug, and the log the whole story', async () => {
    const secret = 'SQLITE_CORRUPT at entry';
    await dispatch(door(() => Promise.reject(new Error(secret)))).handle(typed('thing'));
    expect(sent[0]?.data?.content).toMatch(/this reference: [0-9a-f]{8}\.$/);
    expect(sent[0]?.data?.content).not.toContain(secret);
    expect(logged).toMatchObject([{ err: { message: secret } }]);
  });

  it('checks the right to manage again, whatever an admin overrode', async () => {
    const managed = door(() => said('done'), true);
    await dispatch(managed).handle(typed('thing'));
    expect(sent[0]?.data?.content).toMatch(/Manage Server/);
    await dispatch(managed).handle(typed('thing', String(1 << 5)));
    expect(sent[1]?.data?.content).toBe('done');
  });

  it('says where it works when it is used outside of a server', async () => {
    await dispatch(door(() => said('done'))).handle({
      ...typed('thing'),
      guild_id: undefined,
    } as unknown as APIInteraction);
    expect(sent.at(-1)?.data?.content).toMatch(/server/);
  });

  it('says that a button of an older release is over', async () => {
    await dispatch(door(() => said('done'))).handle(typed('gone'));
    expect(sent[0]?.data?.content).not.toBe('');
  });
});
