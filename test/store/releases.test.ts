/** A database of any release is upgraded, and says of each ultimatum what that release said. */
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port/index.js';
import { RELEASES } from '../support/released.js';
import { ENGINES } from '../support/upgraded.js';

interface Said {
  readonly guild: string;
  readonly number: number;
  readonly state: string;
  readonly demand: string;
  readonly lastSeq: number;
  readonly hidden: number;
}

/** What the release itself had listed. */
function saidBy(statements: string): readonly Said[] {
  const file = new Sqlite(':memory:');
  file.exec(statements);
  const said = file
    .prepare<[], Said>(
      'select guild, number, state, demand, last_seq as lastSeq, hidden from ultimatum order by guild, number',
    )
    .all();
  file.close();
  return said;
}

for (const { version, statements } of RELEASES)
  for (const [engine, upgraded] of ENGINES)
    describe(`a database of release ${version} on ${engine}`, () => {
      const said = saidBy(statements);
      const guilds = [...new Set(said.map(({ guild }) => guild))];
      let store: Store;
      let drop: () => Promise<void>;
      beforeAll(async () => {
        ({ store, drop } = await upgraded(statements));
      });
      afterAll(async () => {
        await store.close();
        await drop();
      });

      it('is folded into what the release said of each ultimatum', async () => {
        expect(said.length).toBeGreaterThan(3);
        for (const { guild, number, hidden, ...all } of said) {
          const folded = await store.ultimatum(guild, number);
          expect(folded).toMatchObject(all);
          expect(folded?.hidden !== null).toBe(hidden === 1);
        }
      });

      it('lists what it listed before', async () => {
        const listed = async (guild: string) => (await store.list(guild, { limit: 100 })).rows;
        for (const server of guilds) {
          const before = said.filter(({ guild, hidden }) => guild === server && hidden === 0);
          const rows = (await listed(server)).toSorted((a, b) => a.number - b.number);
          expect(rows).toMatchObject(before.map(({ guild: _guild, hidden: _hidden, ...all }) => all));
        }
      });

      it('counts what it listed', async () => {
        for (const server of guilds) {
          const shown = said.filter(({ guild, hidden }) => guild === server && hidden === 0);
          expect((await store.list(server, { limit: 1 })).total.count).toBe(shown.length);
          const open = shown.filter(({ state }) => state === 'open');
          expect((await store.list(server, { states: ['open'], limit: 1 })).total.count).toBe(open.length);
        }
      });

      it('counts every ultimatum in the figures', async () => {
        for (const server of guilds) {
          const { all, leftOut } = await store.leaderboard(server, Date.parse('2026-11-29T12:00:00Z'));
          const counted = all.cases + leftOut.hidden + leftOut.unsourced;
          expect(counted).toBe(said.filter(({ guild }) => guild === server).length);
        }
      });
    });
