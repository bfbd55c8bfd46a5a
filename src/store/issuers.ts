import { folded } from './rows.js';
import type { Queries } from './schema.js';

/** How many names a name may lead to before it is taken for a circle. */
const STEPS = 8;

async function aliasOf(db: Queries, guild: string, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('alias_log')
    .select('name')
    .where('guild', '=', guild)
    .where('folded', '=', folded(name))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The name behind an alias, however many were put one behind another; the name itself where there is none. */
export async function issuerOf(db: Queries, guild: string, name: string): Promise<string> {
  let known = name;
  for (let step = 0; step < STEPS; step += 1) {
    const next = await aliasOf(db, guild, known);
    if (next === null || folded(next) === folded(known)) return next ?? known;
    known = next;
  }
  return known;
}

export async function issuersOf(db: Queries, guild: string) {
  const rows = await db
    .selectFrom('ultimatum')
    .select(['issuer', (of) => of.fn.countAll().as('count')])
    .where('guild', '=', guild)
    .where('hidden', '=', 0)
    .groupBy('issuer')
    .execute();
  const aliases = await db
    .selectFrom('alias_log')
    .select('alias')
    .where('guild', '=', guild)
    .orderBy('id')
    .execute();
  const known = new Map<string, { aliases: Set<string>; count: number }>();
  const at = async (name: string) => {
    const canonical = await issuerOf(db, guild, name);
    const found = known.get(canonical) ?? { aliases: new Set<string>(), count: 0 };
    known.set(canonical, found);
    return { canonical, found };
  };
  for (const { issuer, count } of rows) {
    const { canonical, found } = await at(issuer);
    found.count += Number(count);
    if (canonical !== issuer) found.aliases.add(issuer);
  }
  for (const { alias } of aliases) {
    const { canonical, found } = await at(alias);
    if (canonical !== alias) found.aliases.add(alias);
  }
  return [...known]
    .map(([name, { aliases: also, count }]) => ({ name, aliases: [...also], count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** Logged, never replaced: the newest line of an alias holds. */
export async function aliasIn(
  db: Queries,
  line: {
    readonly guild: string;
    readonly alias: string;
    readonly name: string;
    readonly by: string;
    readonly recorded: number;
  },
): Promise<void> {
  await db
    .insertInto('alias_log')
    .values({ ...line, folded: folded(line.alias) })
    .execute();
}

export async function zoneOf(db: Queries, guild: string, issuer: string): Promise<string | null> {
  const row = await db
    .selectFrom('ultimatum')
    .select('zone')
    .where('guild', '=', guild)
    .where('issuer_folded', '=', folded(issuer))
    .orderBy('recorded', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.zone ?? null;
}
