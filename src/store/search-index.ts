/** Keeps the search index in step with the record. */
import { foldName } from '../domain/names.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { Subject } from './rows.js';
import type { Db } from './schema.js';
import { namesIn, termsOf, type Term } from './normalize.js';

/** A statement takes some ten thousand values at most. */
const AT_ONCE = 1000;

const keyOf = ({ field, term }: Term) => `${field} ${term}`;

/** In `some` and not in `others`. */
function without(some: readonly Term[], others: readonly Term[]): readonly Term[] {
  const known = new Set(others.map(keyOf));
  return some.filter((one) => !known.has(keyOf(one)));
}

/** Makes the index say what the record says now: only what has changed is written. */
export async function updateSearchIndex(
  db: Db,
  { guild, number }: Subject,
  before: Ultimatum | null,
  after: Ultimatum,
): Promise<void> {
  const [old, present] = [termsOf(number, before), termsOf(number, after)];
  await add(db, { guild, number }, without(present, old));
  if (after.hidden === null) await nameAll(db, guild, after);
  for (const gone of without(old, present)) await remove(db, { guild, number }, gone);
}

/** What leads to an ultimatum, as rows. */
export const termRows = (subject: Subject, it: Ultimatum) =>
  termsOf(subject.number, it).map((one) => ({ ...one, ...subject }));

async function add(db: Db, subject: Subject, terms: readonly Term[]): Promise<void> {
  for (let from = 0; from < terms.length; from += AT_ONCE) {
    const rows = terms.slice(from, from + AT_ONCE).map((one) => ({ ...one, ...subject }));
    await db
      .insertInto('term')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The names of an ultimatum, as rows; none of a hidden one. */
export const nameRows = (guild: string, it: Ultimatum) =>
  it.hidden === null ? namesIn(it).map((one) => ({ ...one, guild, folded: foldName(one.name) })) : [];

/** Of several spellings of a name the first one is suggested. */
async function nameAll(db: Db, guild: string, after: Ultimatum): Promise<void> {
  await db
    .insertInto('name')
    .values(nameRows(guild, after))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A name that was corrected or hidden everywhere is suggested no more. */
async function remove(db: Db, { guild, number }: Subject, { field, term }: Term): Promise<void> {
  const rows = db.deleteFrom('term').where('guild', '=', guild).where('field', '=', field);
  await rows.where('term', '=', term).where('number', '=', number).execute();
  if (field === 'word') return;
  const left = await db
    .selectFrom('term')
    .select('number')
    .where('guild', '=', guild)
    .where('field', '=', field)
    .where('term', '=', term)
    .limit(1)
    .executeTakeFirst();
  if (left !== undefined) return;
  const names = db.deleteFrom('name').where('guild', '=', guild).where('field', '=', field);
  await names.where('folded', '=', term).execute();
}
