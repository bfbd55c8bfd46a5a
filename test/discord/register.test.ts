import { afterEach, beforeEach, expect, it } from 'vitest';
import { doors } from '../../commands/index.js';
import { declaration } from '../../src/discord/declaration.js';
import { faultsOf } from '../../src/discord/limits.js';
import { register } from '../../src/discord/register.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite.js';

let store: Store;
let puts: unknown[];
beforeEach(async () => {
  store = await storeOn(openSqlite(':memory:'));
  puts = [];
});
afterEach(() => store.close());

const rest = {
  put: (_route: string, options?: { body?: unknown }) => {
    puts.push(options?.body);
    return Promise.resolve([]);
  },
};
const at = (application: string, some = doors) => register({ rest, store, application, doors: some });

it('declares commands that are within the limits of Discord', () => {
  expect(faultsOf(declaration(doors))).toEqual([]);
});

it('writes the declaration once, and again only when it or the application changed', async () => {
  expect([await at('1'), await at('1')]).toEqual(['written', 'unchanged']);
  expect(puts).toHaveLength(1);
  expect(await at('2')).toBe('written');
  const fewer = doors.filter((door) => door.kind !== 'menu');
  expect(await at('2', fewer)).toBe('written');
  expect(puts).toHaveLength(3);
});

it('writes again after a refusal', async () => {
  const failing = { put: () => Promise.reject(new Error('502')) };
  await expect(register({ rest: failing, store, application: '1', doors })).rejects.toThrow('502');
  expect(await at('1')).toBe('written');
});
