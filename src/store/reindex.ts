/** After an upgrade: works out anew what the list, the search index and the links say of the ultimatums that it marked. */
import { foldOrNull } from '../domain/fold.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { Database } from './database.js';
import { withGuildLock } from './guild-lock.js';
import { entriesOf, refresh } from './ledger.js';
import type { Subject } from './rows.js';
import type { Db } from './schema.js';

/** One that can't be folded keeps what is said of it. */
async function foldable(db: Db, subject: Subject): Promise<Ultimatum | null> {
  try {
    return foldOrNull(await entriesOf(db, subject));
  } catch {
    return null;
  }
}

/** Any number of processes may do it at once: each row is done in the transaction that deletes it. */
export async function reindexMarked(database: Database): Promise<void> {
  const rows = await database.read.selectFrom('reindex').selectAll().execute();
  for (const { guild, number } of rows) {
    await withGuildLock(database)(guild, async (db) => {
      const after = await foldable(db, { guild, number });
      if (after !== null) await refresh(db, { guild, number }, null, after);
      await db.deleteFrom('reindex').where('guild', '=', guild).where('number', '=', number).execute();
    });
  }
}
