/** Names of issuers and their aliases. */
import { CAPS } from '../domain/caps.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { NewAliases } from './port/index.js';
import { touchPages } from './publish.js';
import type { Db } from './schema.js';
import { foldName } from '../domain/names.js';

/** How many names a name may lead to before it is taken for a circle. */
const STEPS = 8;

/** The name each alias leads to, the newest line of each, by its folded form. */
async function aliasesOf(db: Db, guild: string) {
  const rows = await db
    .selectFrom('alias_log')
    .select(['folded', 'alias', 'name'])
    .where('guild', '=', guild)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.folded, row]));
}

type Aliases = Awaited<ReturnType<typeof aliasesOf>>;

/** The name behind an alias, also through a chain of aliases; the name itself if it is no alias. */
function canonical(aliases: Aliases, name: string): string {
  let known = name;
  for (let step = 0; step < STEPS; step += 1) {
    const next = aliases.get(foldName(known))?.name;
    if (next === undefined || foldName(next) === foldName(known)) return next ?? known;
    known = next;
  }
  return known;
}

/** The name that an issuer goes by; the given one if it is no alias. */
export async function issuerOf(db: Db, guild: string, name: string): Promise<string> {
  return canonical(await aliasesOf(db, guild), name);
}

/** Every name of one issuer, folded: what was recorded under an alias is the issuer's too. */
export async function namesFor(db: Db, guild: string, name: string): Promise<readonly string[]> {
  const aliases = await aliasesOf(db, guild);
  const issuer = foldName(canonical(aliases, name));
  const others = [...aliases.keys()].filter((alias) => foldName(canonical(aliases, alias)) === issuer);
  return [...new Set([issuer, ...others])];
}

/** Finds the name that an issuer goes by from a folded one. */
export async function issuerNames(db: Db, guild: string): Promise<(folded: string) => string> {
  const aliases = await aliasesOf(db, guild);
  const rows = await db
    .selectFrom('name')
    .select(['folded', 'name'])
    .where('guild', '=', guild)
    .where('field', '=', 'issuer')
    .execute();
  const spelled = new Map(rows.map(({ folded, name }) => [folded, name]));
  return (folded) => canonical(aliases, spelled.get(folded) ?? folded);
}

/** Every issuer of a visible ultimatum with its aliases and its number of ultimatums, most first, then by name. */
export async function issuersOf(db: Db, guild: string) {
  const counts = db
    .selectFrom('term')
    .select(['term', (of) => of.fn.countAll().as('count')])
    .where('guild', '=', guild)
    .where('field', '=', 'issuer')
    .groupBy('term')
    .as('counts');
  const rows = await db
    .selectFrom('name')
    .innerJoin(counts, 'counts.term', 'name.folded')
    .select(['name.name', 'counts.count'])
    .where('name.guild', '=', guild)
    .where('name.field', '=', 'issuer')
    .execute();
  const aliases = await aliasesOf(db, guild);
  const known = new Map<string, { aliases: Set<string>; count: number }>();
  const add = (name: string, count: number) => {
    const issuer = canonical(aliases, name);
    const found = known.get(issuer) ?? { aliases: new Set<string>(), count: 0 };
    found.count += count;
    if (issuer !== name) found.aliases.add(name);
    known.set(issuer, found);
  };
  for (const { name, count } of rows) add(name, Number(count));
  for (const { alias } of aliases.values()) add(alias, 0);
  // Without a record that may be seen, a name is known of hidden ones only.
  return [...known]
    .filter(([, { count }]) => count > 0)
    .map(([name, { aliases: also, count }]) => ({ name, aliases: [...also], count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** Logged, never replaced: the newest line of an alias holds. */
export async function addAliasesIn(db: Db, given: NewAliases): Promise<Result<null>> {
  const { guild, aliases, name, by, now } = given;
  const known = await aliasesOf(db, guild);
  const fresh = aliases.filter((alias) => !known.has(foldName(alias)));
  if (known.size + fresh.length > CAPS.aliasesPerServer)
    return refuse({ why: 'server-full', of: 'aliases', max: CAPS.aliasesPerServer });
  for (const alias of aliases) {
    await db
      .insertInto('alias_log')
      .values({ guild, alias, name, by, recorded: now, folded: foldName(alias) })
      .execute();
  }
  await touchPages(db, guild, now);
  return ok(null);
}

/** The zone that was last typed or stated for an issuer under any of their names; an assumed one is none (rules 3). */
export async function zoneOf(db: Db, guild: string, issuer: string): Promise<string | null> {
  const names = await namesFor(db, guild, issuer);
  const row = await db
    .selectFrom('ultimatum')
    .select('home_zone')
    .where('guild', '=', guild)
    .where('hidden', '=', 0)
    .where('home_zone', 'is not', null)
    .where('number', 'in', (of) =>
      of
        .selectFrom('term')
        .select('number')
        .where('guild', '=', guild)
        .where('field', '=', 'issuer')
        .where('term', 'in', names),
    )
    .orderBy('recorded', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.home_zone ?? null;
}
