import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handler } from '../../src/discord/command.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { dispatching, said, text, typed } from './dispatching.js';

let store: Store;
beforeEach(async () => {
  store = await storeOn(openSqlite(':memory:'));
});
afterEach(() => store.close());

const door = (run: () => ReturnType<typeof text>, manager = false): Handler => ({
  kind: 'slash',
  path: ['thing'],
  description: () => 'A thing',
  options: {},
  manager,
  run,
});
const manager = {
  member: { user: { id: '30', username: 'mod' }, roles: [], permissions: String(1 << 5), nick: null },
};

/** What Discord is sent for `/thing`, or another name. */
async function answers(to: Handler, name = 'thing', more: object = {}) {
  const { dispatch, taken, logged } = dispatching(store, [to]);
  await dispatch.handle(typed(name, more));
  return { taken, logged };
}

describe('the one place between Discord and the front doors', () => {
  it('answers only the person who asked, and pings nobody', async () => {
    const { taken } = await answers(door(() => text('@everyone hello')));
    expect(taken).toMatchObject([
      { type: 4, data: { flags: 64 + 4, allowed_mentions: { parse: [], roles: [] } } },
    ]);
  });

  it('answers a bug with a neutral sentence and a reference, and logs the error', async () => {
    const secret = 'SQLITE_CORRUPT at entry';
    const { taken, logged } = await answers(door(() => Promise.reject(new Error(secret))));
    expect(said(taken)).toMatch(/this reference: [0-9a-f]{8}\.$/);
    expect(said(taken)).not.toContain(secret);
    expect(logged).toMatchObject([{ level: 'error', about: { err: { message: secret } } }]);
  });

  it('checks Manage Server again, even if an admin overrode the command’s permissions', async () => {
    const managed = door(() => text('done'), true);
    expect(said((await answers(managed)).taken)).toMatch(/Manage Server/);
    expect(said((await answers(managed, 'thing', manager)).taken)).toBe('done');
  });

  it('says that the bot works in servers only when it is used elsewhere', async () => {
    const { taken } = await answers(
      door(() => text('done')),
      'thing',
      { guild_id: undefined },
    );
    expect(said(taken)).toMatch(/server/);
  });

  it('says that a button of an older release no longer works', async () => {
    const { taken } = await answers(
      door(() => text('done')),
      'gone',
    );
    expect(said(taken)).not.toBe('');
  });
});
