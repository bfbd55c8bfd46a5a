/** Lists and finds ultimatums. */
import { sql, type RawBuilder } from 'kysely';
import { foldName } from '../domain/names.js';
import { exactly, MOST_COUNTED, type Total } from '../domain/total.js';
import type { Database } from './database.js';
import type { Dialect } from './dialect/dialect.js';
import { namesFor } from './issuers.js';
import type { ListFilter, ListFound } from './port/index.js';
import { among, escapeLike, NO_DATE, toListRow } from './rows.js';
import type { Db } from './schema.js';
import { shownOf } from './state-counts.js';
import { wordsIn, type Term } from './normalize.js';

/** What a row of the list is read from. */
export const LIST_COLUMNS = [
  'number',
  'state',
  'issuer',
  'targets',
  'demand',
  'threat',
  'latest',
  'precision',
  'zone',
  'moves',
  'tags',
  'hidden',
  'last_seq',
  'recorded',
] as const;

/** Up to here what a term leads to is fetched and sorted; what more share is soon met when going through in order. */
const FEW = 1000;
const VERY_FEW = 100;
/** Up to here is counted for a total: to count on to `MANY` takes longer than to look at so many rows. */
const SOME = 3 * FEW;
/** Up to here looking at each row is cheaper than meeting what every term leads to. */
const MANY = 10_000;
/** Words after these narrow nothing down any more. */
const MOST_WORDS = 8;
/** Sorts after everything that begins alike. */
const LAST = '\u{10FFFF}';

/** One thing a record must have: how to look it up, and how to see it in a row. */
interface SearchCondition {
  readonly lookUp: RawBuilder<unknown>;
  readonly seen: RawBuilder<boolean>;
}

/** What is looked for, and where. */
interface SearchScope {
  readonly db: Db;
  readonly dialect: Dialect;
  readonly guild: string;
  readonly filter: ListFilter;
  readonly conditions: readonly SearchCondition[];
}

/** A condition, and how many it leads to. */
interface FoundCondition {
  readonly condition: SearchCondition;
  readonly count: number;
}

/** One page, the soonest deadline first, undated ones last; hidden ones never. */
export async function listOf(
  { read: db, dialect }: Pick<Database, 'read' | 'dialect'>,
  guild: string,
  filter: ListFilter,
): Promise<ListFound> {
  const offset = filter.offset ?? 0;
  const conditions = await conditionsOf(db, guild, filter);
  const rarest = conditions === null ? null : await rarestOf(db, conditions, filter);
  if (conditions === null || rarest?.count === 0) return { rows: [], total: exactly(0) };
  const few = rarest !== null && rarest.count <= FEW ? rarest.condition : null;
  // A sum is no index: those few are looked up and then sorted, not met by going through all in order.
  const soonest = few === null ? sql`sort` : sql`+sort`;
  const search = { db, dialect, guild, filter, conditions };
  const found = await past(matching(search, few), filter)
    .select(LIST_COLUMNS)
    .$if(filter.newest !== true, (query) => query.orderBy(soonest))
    .orderBy('number', filter.newest === true ? 'desc' : 'asc')
    .limit(filter.limit)
    .offset(offset)
    .execute();
  const rows = found.map(toListRow);
  // A page that is not full is the last one, so its rows give the total.
  const whole = filter.past === undefined && rows.length < filter.limit;
  const last = whole && (rows.length > 0 || offset === 0);
  if (last || filter.counting === 'none') return { rows, total: exactly(offset + rows.length) };
  return { rows, total: await totalOf(search, rarest) };
}

/** `through`: the one condition whose index is gone through; without it rows are looked at in order. */
function matching({ db, dialect, guild, filter, conditions }: SearchScope, through: SearchCondition | null) {
  const { states, undated } = filter;
  let query = db.selectFrom('ultimatum').where('guild', '=', guild).where('hidden', '=', sql.lit(0));
  if (states !== undefined) query = query.where('state', 'in', states);
  if (undated === true) query = query.where('sort', '=', NO_DATE);
  if (undated === false) query = query.where('sort', '<', NO_DATE);
  for (const one of conditions) {
    query = query.where(one === through ? sql<boolean>`number ${dialect.isAmong(one.lookUp)}` : one.seen);
  }
  return query;
}

/** Narrows to the rows after the cursor. */
function past(query: ReturnType<typeof matching>, { past: cursor, newest }: ListFilter) {
  if (cursor === undefined) return query;
  const { latest, number } = cursor;
  if (newest === true) return query.where('number', '<', number);
  const sort = latest ?? NO_DATE;
  return query.where((of) =>
    of.or([of('sort', '>', sort), of.and([of('sort', '=', sort), of('number', '>', number)])]),
  );
}

async function totalOf(search: SearchScope, rarest: FoundCondition | null): Promise<Total> {
  const { db, guild, filter, conditions } = search;
  if (conditions.length === 0) return exactly(await shownOf(db, guild, filter));
  // Who has paged beyond that gets an exact total on the last page.
  const most =
    filter.counting === 'exact' ? null : Math.max(MOST_COUNTED, (filter.offset ?? 0) + filter.limit);
  const through = rarest === null || rarest.count <= SOME ? rarest : await leastOf(db, conditions, MANY);
  const few = through !== null && through.count <= MANY ? through.condition : null;
  const met = matching(search, few).select('number');
  const counted = await db
    .selectFrom((most === null ? met : met.limit(most + 1)).as('met'))
    .select((of) => of.fn.countAll().as('total'))
    .executeTakeFirst();
  const count = Number(counted?.total ?? 0);
  return most !== null && count > most ? { count: MOST_COUNTED, more: true } : exactly(count);
}

/** null where a text holds no word at all. */
async function conditionsOf(
  db: Db,
  guild: string,
  { text, issuer, target, tag }: ListFilter,
): Promise<readonly SearchCondition[] | null> {
  const named = (field: Term['field'], names: readonly string[]) =>
    sql`select number from term where guild = ${guild} and field = ${field} and term in (${sql.join(names)})`;
  const conditions: SearchCondition[] = [];
  if (issuer !== undefined) {
    const names = await namesFor(db, guild, issuer);
    const seen = names.map((name) => like('issuer_folded', among(name)));
    conditions.push({ lookUp: named('issuer', names), seen: sql`(${sql.join(seen, sql` or `)})` });
  }
  for (const [field, name] of [['target', target] as const, ['tag', tag] as const]) {
    if (name === undefined) continue;
    const seen = like(`${field}s_folded`, among(name));
    conditions.push({ lookUp: named(field, [foldName(name)]), seen });
  }
  const words = text === undefined ? [] : wordsIn(text).slice(0, MOST_WORDS);
  if (words.length === 0 && text !== undefined && text.trim() !== '') return null;
  for (const word of words) {
    const lookUp = sql`select number from term where guild = ${guild} and field = 'word'
      and term >= ${word} and term < ${word + LAST}`;
    conditions.push({ lookUp, seen: like('search', `% ${word}%`) });
  }
  return conditions;
}

function like(column: string, pattern: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

/** The condition that leads to the fewest, counted no further than it matters; null without any. */
async function rarestOf(db: Db, conditions: readonly SearchCondition[], { counting }: ListFilter) {
  if (conditions.length === 0) return null;
  // Where one leads to very few, how many the others lead to need not be known.
  const first = await leastOf(db, conditions, VERY_FEW);
  return first.count <= VERY_FEW ? first : leastOf(db, conditions, counting === 'none' ? FEW : SOME);
}

async function leastOf(
  db: Db,
  conditions: readonly SearchCondition[],
  most: number,
): Promise<FoundCondition> {
  const counts = conditions.map(
    ({ lookUp }, index) =>
      sql`(select count(*) from (${lookUp} limit ${sql.lit(most + 1)}) as part) as ${sql.id(`c${index}`)}`,
  );
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(db);
  const counted = conditions.map((condition, index) => ({
    condition,
    count: rows[0]?.[`c${index}`] ?? 0,
  }));
  return counted.reduce((least, one) => (one.count < least.count ? one : least));
}

/** Names in use; those that begin with `text` before those that hold it. */
export async function namesOf(
  db: Db,
  guild: string,
  field: 'issuer' | 'target' | 'tag',
  text: string,
  limit: number,
): Promise<readonly string[]> {
  const typed = foldName(text);
  const named = db.selectFrom('name').select('name').where('guild', '=', guild).where('field', '=', field);
  const sorted = named.orderBy('folded');
  const first = await sorted
    .where('folded', '>=', typed)
    .where('folded', '<', typed + LAST)
    .limit(limit)
    .execute();
  if (first.length === limit || typed === '') return first.map((row) => row.name);
  const others = await sorted
    .where(like('folded', `_%${escapeLike(typed)}%`))
    .where((of) => of.not(of.and([of('folded', '>=', typed), of('folded', '<', typed + LAST)])))
    .limit(limit - first.length)
    .execute();
  return [...first, ...others].map((row) => row.name);
}
