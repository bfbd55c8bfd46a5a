/** What the public pages read. */
import { sql } from 'kysely';
import type { RecordInstant } from '../domain/instant.js';
import { visibleEntries } from '../domain/visible.js';
import type { Database } from './database.js';
import { figuresOn } from './figures.js';
import { linkingTo } from './links.js';
import { issuersOf } from './issuers.js';
import { publicNamesOf } from './people.js';
import type { NumberedEntry, PublicPage, ReadStore, ShownEntries } from './port/index.js';
import { toEntry, toListRow } from './rows.js';
import type { Db } from './schema.js';
import { LIST_COLUMNS, listOf, namesOf } from './search.js';
import { settingsShownOf } from './server.js';
import { stateCountsOf } from './state-counts.js';

/** Stored entries of corrections: the codec writes the kind first. */
const CORRECTED = '{"kind":"corrected"%';

const COLUMNS = ['guild', 'address', 'listed', 'revision', 'changed'] as const;

interface PublicPageColumns extends Omit<PublicPage, 'address' | 'listed'> {
  readonly address: string | null;
  readonly listed: number;
}

const toPage = ({ address, listed, ...same }: PublicPageColumns): readonly PublicPage[] =>
  address === null ? [] : [{ ...same, address, listed: listed !== 0 }];

async function pageAt(db: Db, address: string): Promise<PublicPage | null> {
  const rows = await db.selectFrom('public_page').select(COLUMNS).where('address', '=', address).execute();
  return rows.flatMap(toPage)[0] ?? null;
}

async function listedAfter(db: Db, after: string, limit: number): Promise<readonly PublicPage[]> {
  const rows = await db
    .selectFrom('public_page')
    .select(COLUMNS)
    .where('listed', '=', 1)
    .where('address', '>', after)
    .orderBy('address')
    .limit(limit)
    .execute();
  return rows.flatMap(toPage);
}

async function shownEntriesOf(
  db: Db,
  guild: string,
  numbers: readonly number[],
): Promise<readonly ShownEntries[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where('guild', '=', guild)
    .where('number', 'in', numbers)
    .orderBy('number')
    .orderBy('seq')
    .execute();
  const found = new Map<number, (typeof rows)[number][]>();
  for (const row of rows) found.set(row.number, [...(found.get(row.number) ?? []), row]);
  return numbers.flatMap((number) => {
    const own = found.get(number);
    return own === undefined ? [] : [{ number, entries: visibleEntries(own.map(toEntry)) }];
  });
}

/** Entries of what may be seen, recorded at `since` or later. */
const recent = (db: Db, guild: string, since: RecordInstant) =>
  db
    .selectFrom('entry')
    .innerJoin('ultimatum', (join) =>
      join.onRef('ultimatum.guild', '=', 'entry.guild').onRef('ultimatum.number', '=', 'entry.number'),
    )
    .where('entry.guild', '=', guild)
    .where('entry.recorded', '>=', since)
    .where('ultimatum.hidden', '=', 0);

/** The numbers of what may be seen and of which something was recorded in a span of time, in order. */
export async function changedBetween(
  db: Db,
  guild: string,
  span: { readonly from: RecordInstant; readonly until: RecordInstant; readonly limit: number },
): Promise<readonly number[]> {
  const rows = await recent(db, guild, span.from)
    .select('entry.number')
    .distinct()
    .where('entry.recorded', '<', span.until)
    .orderBy('entry.number')
    .limit(span.limit)
    .execute();
  return rows.map(({ number }) => number);
}

async function lastMovedIn(
  db: Db,
  guild: string,
  since: RecordInstant,
  limit: number,
): Promise<readonly number[]> {
  const rows = await recent(db, guild, since)
    .select(['entry.number', (of) => of.fn.max('entry.recorded').as('newest')])
    .where('entry.what', 'like', '{"kind":"revised"%')
    .groupBy('entry.number')
    .orderBy('newest', 'desc')
    .orderBy('entry.number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

async function lastRecordedIn(db: Db, guild: string, limit: number): Promise<readonly number[]> {
  const rows = await recent(db, guild, 0)
    .select('entry.number')
    .orderBy('entry.recorded', 'desc')
    .orderBy('entry.number', 'desc')
    .orderBy('entry.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

async function lastCorrectedIn(
  db: Db,
  guild: string,
  since: RecordInstant,
  limit: number,
): Promise<readonly NumberedEntry[]> {
  const rows = await recent(db, guild, since)
    .selectAll('entry')
    .where('entry.what', 'like', CORRECTED)
    .orderBy('entry.recorded', 'desc')
    .orderBy('entry.number', 'desc')
    .orderBy('entry.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toEntry(row), number: row.number }));
}

const shownAfter = (db: Db, guild: string, after: number, limit: number) =>
  db
    .selectFrom('ultimatum')
    .where('guild', '=', guild)
    .where('hidden', '=', 0)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit);

async function shownNumbersOf(db: Db, guild: string, after: number, limit: number) {
  const rows = await shownAfter(db, guild, after, limit).select('number').execute();
  return rows.map(({ number }) => number);
}

/** When each of these was first and last stated, and how often it was corrected. */
async function statedOf(db: Db, guild: string, from: number, to: number) {
  const corrections = sql<number>`sum(case when what like ${CORRECTED} then 1 else 0 end)`;
  const rows = await db
    .selectFrom('entry')
    .select([
      'number',
      (of) => of.fn.min('stated_start').as('first'),
      (of) => of.fn.max('stated_start').as('last'),
      corrections.as('corrections'),
    ])
    .where('guild', '=', guild)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .groupBy('number')
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

async function statedByIn(db: Db, guild: string, instant: RecordInstant, after: number, limit: number) {
  const found = await shownAfter(db, guild, after, limit).select(LIST_COLUMNS).execute();
  const last = found.at(-1)?.number ?? null;
  const stated = await statedOf(db, guild, found[0]?.number ?? 0, last ?? 0);
  const rows = found.flatMap((row) => {
    const times = stated.get(row.number);
    if (times === undefined || times.first > instant) return [];
    const same = times.last <= instant && times.corrections === 0;
    return [{ ...toListRow(row), lastStated: times.last, same }];
  });
  return { rows, last };
}

/** What the public pages read, on an engine. */
export function publicOn(database: Database): ReadStore {
  const { read } = database;
  return {
    ...figuresOn(database),
    publicPage: (address) => pageAt(read, address),
    listedPages: (after, limit) => listedAfter(read, after, limit),
    shownEntries: (guild, numbers) => shownEntriesOf(read, guild, numbers),
    lastMoved: (guild, since, limit) => lastMovedIn(read, guild, since, limit),
    lastRecorded: (guild, limit) => lastRecordedIn(read, guild, limit),
    lastCorrected: (guild, since, limit) => lastCorrectedIn(read, guild, since, limit),
    stateCounts: (guild) => stateCountsOf(read, guild),
    publicNames: (keys) => publicNamesOf(read, keys),
    statedBy: (guild, instant, after, limit) => statedByIn(read, guild, instant, after, limit),
    shownNumbers: (guild, after, limit) => shownNumbersOf(read, guild, after, limit),
    list: (guild, filter) => listOf(database, guild, filter),
    names: (guild, field, text, limit) => namesOf(read, guild, field, text, limit),
    linkingTo: (guild, number) => linkingTo(read, guild, number),
    settings: (guild) => settingsShownOf(read, guild),
    issuers: (guild) => issuersOf(read, guild),
  };
}
