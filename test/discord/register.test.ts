import { afterEach, beforeEach, expect, it } from 'vitest';
import { handlers } from '../../commands/index.js';
import { declaration } from '../../src/discord/declaration.js';
import { english } from '../../src/wording/index.js';
import { faultsOf } from '../../src/discord/limits.js';
import { register } from '../../src/discord/register.js';
import { isRegistered } from '../../src/discord/registered.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { wallInstant } from '../../src/domain/instant.js';

const HOUR = 3_600_000;

let store: Store;
let puts: number;
/** What Discord holds of each application. */
let held: Map<string, readonly object[]>;
let now: number;
beforeEach(async () => {
  store = await storeOn(openSqlite(':memory:'));
  puts = 0;
  held = new Map();
  now = Date.UTC(2025, 6, 14);
});
afterEach(() => store.close());

/** Discord adds ids and defaults to what it was given. */
const asHeld = (command: object, index: number) => ({
  id: String(index),
  version: '1',
  nsfw: false,
  description: '',
  name_localizations: null,
  dm_permission: false,
  ...command,
});

const rest = {
  get: (route: string) => Promise.resolve(held.get(route) ?? []),
  put: (route: string, options?: { body?: unknown }) => {
    puts += 1;
    const body = Array.isArray(options?.body) ? (options.body as object[]) : [];
    held.set(route, body.map(asHeld));
    return Promise.resolve([]);
  },
};
const wallNow = () => wallInstant(now);
const at = async (application: string, some = handlers) =>
  (await register({ rest, store, application, handlers: some, wallNow })).outcome;

it('the declaration of the commands is within Discord’s limits', () => {
  expect(faultsOf(declaration(handlers, english))).toEqual([]);
});

it('the declaration is written once, and again only if it or the application changed', async () => {
  expect([await at('1'), await at('1')]).toEqual(['written', 'unchanged']);
  expect(puts).toBe(1);
  expect(await at('2')).toBe('written');
  const fewer = handlers.filter((handler) => handler.kind !== 'menu');
  expect(await at('2', fewer)).toBe('written');
  expect(puts).toBe(3);
});

it('the declaration is written again after a refusal', async () => {
  const failing = { ...rest, put: () => Promise.reject(new Error('502')) };
  await expect(register({ rest: failing, store, application: '1', handlers, wallNow })).rejects.toThrow(
    '502',
  );
  expect(await at('1')).toBe('written');
});

it('commands deleted at Discord are written again at once, but not all day', async () => {
  await at('1');
  const outcomes: string[] = [];
  for (let times = 0; times < 8; times += 1) {
    held.clear();
    outcomes.push(await at('1'));
  }
  expect(outcomes).toEqual([...Array<string>(5).fill('written'), 'left', 'left', 'left']);
  now += 25 * HOUR;
  expect(await at('1')).toBe('written');
});

it('a difference that comes back within the hour is left alone', async () => {
  await at('1');
  const [route = ''] = held.keys();
  const changed = () =>
    held.set(
      route,
      (held.get(route) ?? []).map((one) => ({ ...one, description: 'x' })),
    );
  changed();
  expect(await at('1')).toBe('left');
  now += HOUR;
  expect([await at('1'), await at('1')]).toEqual(['written', 'unchanged']);
});

it('a changed option, choice or permission is a difference; the order of the commands is not', () => {
  const declared = declaration(handlers, english);
  const kept = declared.map(asHeld);
  expect(isRegistered(declared, kept.toReversed())).toBe(true);
  const withRight = kept.map((one) => ({ ...one, default_member_permissions: '8' }));
  expect(isRegistered(declared, withRight)).toBe(false);
  const renamed = JSON.stringify(kept).replace('"required":true', '"required":false');
  expect(isRegistered(declared, JSON.parse(renamed) as object[])).toBe(false);
  expect(isRegistered(declared, kept.slice(1))).toBe(false);
  expect(isRegistered(declared, [null, ...kept.slice(1)])).toBe(false);
});
