/** Rewrites a database file after something was erased, so that nothing of it is left in unused parts of pages. */
import type { Database } from './database.js';
import type { Db } from './schema.js';

const FACT = 'rewrite';

/** Notes, in the transaction that erases something, that the file is to be rewritten. */
export async function rewriteLater(db: Db): Promise<void> {
  await db
    .insertInto('fact')
    .values({ name: FACT, value: 'due' })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** Rewrites the file if that is due. Returns 1 if it was rewritten, else 0. PostgreSQL has steps of its own. */
export async function rewriteIfDue({ read, write, file }: Database): Promise<number> {
  const due = await read.selectFrom('fact').select('name').where('name', '=', FACT).executeTakeFirst();
  if (due === undefined) return 0;
  // What is erased while the file is rewritten is noted anew.
  await write.deleteFrom('fact').where('name', '=', FACT).execute();
  if (file === undefined) return 0;
  try {
    file.rewrite();
  } catch (error) {
    await rewriteLater(write);
    throw error;
  }
  return 1;
}
