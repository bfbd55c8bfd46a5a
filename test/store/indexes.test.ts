/** Posts of a channel are found by the key of the outbox, in an upgraded database. */
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { RELEASES } from '../support/released.js';
import { releasedIn } from '../support/upgraded.js';

const QUERIES = [
  `select * from delivery where guild = '1' and channel = '2' and kind = 'digest' and status = 'sent' order by due desc`,
  `select * from delivery where guild = '1' and channel = '2' and status = 'pending'`,
];

describe.each(RELEASES)('a database of release $version', ({ statements }) => {
  it('reads the posts of a channel by an index that is there for another reason', async () => {
    const { path, drop } = releasedIn(statements);
    await (await openStore(`sqlite:${path}`, () => undefined)).close();
    const file = new Sqlite(path, { readonly: true });
    const plans = QUERIES.map((query) => {
      const steps = file.prepare<[], { detail: string }>(`explain query plan ${query}`).all();
      return steps[0]?.detail;
    });
    expect(plans).toEqual([
      expect.stringContaining('sqlite_autoindex_delivery_1 (guild=? AND channel=? AND kind=?)'),
      expect.stringMatching(/INDEX \w+ \(guild=\? AND channel=\?\)/),
    ]);
    file.close();
    await drop();
  });
});
