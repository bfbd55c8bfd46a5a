import { InteractionType, type APIInteraction } from 'discord.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Reply } from '../../src/discord/command.js';
import { Dispatch } from '../../src/discord/dispatch.js';
import type { Wire } from '../../src/discord/wire.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite.js';

let store: Store;
let posted: unknown[];
let edited: unknown[];
beforeEach(async () => {
  store = await storeOn(openSqlite(':memory:'));
  posted = [];
  edited = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

const unasked = () => Promise.reject(new Error('not asked for'));
const keep = (kept: unknown[]) => (_route: string, options?: { body?: unknown }) => {
  kept.push(options?.body);
  return Promise.resolve({});
};

const TYPED = {
  id: '1',
  token: 'token',
  application_id: '2',
  type: InteractionType.ApplicationCommand,
  guild_id: '10',
  channel: { id: '20' },
  member: {
    user: { id: '30', username: 'ana', global_name: 'Ana' },
    roles: [],
    permissions: '0',
    nick: null,
  },
  locale: 'en-US',
  data: { id: '3', type: 1, name: 'thing', options: [] },
} as unknown as APIInteraction;

/** Answers with `reply` only after Discord has been told to wait. */
async function answerLate(reply: Reply): Promise<void> {
  const rest: Wire = {
    get: unasked,
    put: unasked,
    delete: unasked,
    patch: (route, options) => keep(edited)(route, options),
    post: (route, options) => keep(posted)(route, options),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const hall = {
    missingPermissions: () => Promise.resolve([]),
    check: () => Promise.resolve({ ok: true } as const),
    hasRole: () => Promise.resolve(true),
    post: () => Promise.resolve('1'),
  };
  let finish: (reply: Reply) => void = () => undefined;
  const run = () => new Promise<Reply>((resolve) => (finish = resolve));
  const door = { kind: 'slash', path: ['thing'], description: 'A thing', options: {}, run } as const;
  const on = { doors: [door], rest, log, now: () => 1000, store, hall, announceDelay: 0 };
  const done = new Dispatch(on).handle(TYPED);
  await vi.advanceTimersByTimeAsync(2000);
  expect(posted).toMatchObject([{ type: 5 }]);
  finish(reply);
  await done;
}

it('tells Discord to wait for a slow answer, then gives it', async () => {
  await answerLate({ kind: 'message', view: { content: 'done' } });
  expect(JSON.stringify([posted.slice(1), edited])).toContain('done');
});

it('asks for another press where a form comes too late to be opened', async () => {
  await answerLate({ kind: 'form', form: { key: 'k', action: 'a', title: 'T', fields: [] } });
  expect(JSON.stringify([posted.slice(1), edited])).toContain('Press it again');
});
