import { sql } from 'kysely';
import type { ListFilter, ListRow } from './port.js';
import { among, escapeLike, folded, toListRow } from './rows.js';
import type { Queries } from './schema.js';

const COLUMNS = [
  'number',
  'state',
  'issuer',
  'targets',
  'demand',
  'threat',
  'headline',
  'latest',
  'precision',
  'zone',
  'moves',
  'tags',
  'hidden',
  'last_seq',
] as const;

/** One page, the soonest deadline first, undated ones last; hidden ones never. */
export async function listOf(
  db: Queries,
  guild: string,
  filter: ListFilter,
): Promise<{ readonly rows: readonly ListRow[]; readonly total: number }> {
  const matching = filtered(db, guild, filter);
  const rows = await matching
    .select(COLUMNS)
    .orderBy('sort')
    .orderBy('number')
    .limit(filter.limit)
    .offset(filter.offset ?? 0)
    .execute();
  const counted = await matching.select((of) => of.fn.countAll().as('total')).executeTakeFirst();
  return { rows: rows.map(toListRow), total: Number(counted?.total ?? 0) };
}

function filtered(db: Queries, guild: string, filter: ListFilter) {
  let query = db.selectFrom('ultimatum').where('guild', '=', guild).where('hidden', '=', 0);
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states);
  if (filter.undated === true) query = query.where('latest', 'is', null);
  if (filter.undated === false) query = query.where('latest', 'is not', null);
  if (filter.issuer !== undefined) query = query.where('issuer_folded', '=', folded(filter.issuer));
  if (filter.target !== undefined) query = query.where(like('targets_folded', among(filter.target)));
  if (filter.tag !== undefined) query = query.where(like('tags_folded', among(filter.tag)));
  for (const word of words(filter.text)) {
    query = query.where(like('search', `%${escapeLike(word)}%`));
  }
  return query;
}

const words = (text: string | undefined) =>
  text === undefined ? [] : folded(text).split(' ').filter(Boolean);

function like(column: 'targets_folded' | 'tags_folded' | 'search', pattern: string) {
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

/** Names in use; those that begin with `text` before those that hold it. */
export async function namesOf(
  db: Queries,
  guild: string,
  field: 'issuer' | 'target' | 'tag',
  text: string,
  limit: number,
): Promise<readonly string[]> {
  const typed = escapeLike(folded(text));
  const rows = await db
    .selectFrom('name')
    .select('name')
    .where('guild', '=', guild)
    .where('field', '=', field)
    .where(sql<boolean>`folded like ${`%${typed}%`} escape '\\'`)
    .orderBy(sql`case when folded like ${`${typed}%`} escape '\\' then 0 else 1 end`)
    .orderBy('folded')
    .limit(limit)
    .execute();
  return rows.map((row) => row.name);
}
