/** Keeps what the figures count of each ultimatum in step with the record, and counts it. */
import { sql } from 'kysely';
import { caseFacts, type CaseFacts } from '../domain/figures/case.js';
import type { CountedCase } from '../domain/figures/record.js';
import {
  addTallies,
  NO_TALLY,
  type IssuerTally,
  type Leaderboard,
  type Tally,
} from '../domain/figures/tally.js';
import type { RecordInstant } from '../domain/instant.js';
import { foldName } from '../domain/names.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { Database } from './database.js';
import { issuerNames, namesFor } from './issuers.js';
import type { FigureStore } from './port/index.js';
import type { Subject } from './rows.js';
import type { CaseFigureRow, Db } from './schema.js';

/** Between names; no typed name holds it. */
const BETWEEN = '\n';

const flag = (value: boolean) => (value ? 1 : 0);

function toRow({ guild, number }: Subject, issuers: readonly string[], facts: CaseFacts): CaseFigureRow {
  const { leftOut, end, firstLatest, lastLatest, firstMove, metFirst, punishedAnyway, wellSourced, ...same } =
    facts;
  return {
    ...same,
    guild,
    number,
    issuers: issuers.map(foldName).join(BETWEEN),
    left_out: leftOut,
    ended_as: end,
    first_latest: firstLatest,
    last_latest: lastLatest,
    first_move: firstMove,
    met_first: flag(metFirst),
    punished_anyway: flag(punishedAnyway),
    well_sourced: flag(wellSourced),
    disputed: flag(facts.disputed),
  };
}

/** What a case is counted from. */
const COUNTED = [
  'issuers',
  'left_out',
  'state',
  'ended_as',
  'stated',
  'first_latest',
  'last_latest',
  'first_move',
  'ended',
  'moves',
  'shortened',
  'extended',
  'revived',
  'slip',
  'demand',
  'met_first',
  'threat',
  'punished_anyway',
  'timing',
  'lag',
  'lifted',
  'undone',
  'well_sourced',
  'disputed',
] as const;

/** What some columns of a row hold, in that order. */
type ValuesOf<Columns extends readonly (keyof CaseFigureRow)[]> = {
  readonly [At in keyof Columns]: CaseFigureRow[Columns[At]];
};
type Counted = ValuesOf<typeof COUNTED>;

/** Written out in one: what is put together of two objects is slow to count. */
function toCase(counted: Counted, joint: boolean): CountedCase {
  const [, leftOut, state, end, stated, firstLatest, lastLatest, firstMove, ended, ...rest] = counted;
  const [moves, shortened, extended, revived, slip, demand, metFirst, threat, ...more] = rest;
  const [punishedAnyway, timing, lag, lifted, undone, wellSourced, disputed] = more;
  return {
    joint,
    leftOut,
    state,
    end,
    stated,
    firstLatest,
    lastLatest,
    firstMove,
    ended,
    moves,
    shortened,
    extended,
    revived,
    slip,
    demand,
    metFirst: metFirst !== 0,
    threat,
    punishedAnyway: punishedAnyway !== 0,
    timing,
    lag,
    lifted,
    undone,
    wellSourced: wellSourced !== 0,
    disputed: disputed !== 0,
  };
}

/** What the figures count of an ultimatum, as its row. */
export const caseFigureRow = (subject: Subject, it: Ultimatum): CaseFigureRow =>
  toRow(subject, it.issuers, caseFacts(it));

/** Makes the row of an ultimatum say what the record says now. */
export async function updateCaseFigure(db: Db, subject: Subject, after: Ultimatum): Promise<void> {
  const row = caseFigureRow(subject, after);
  await db
    .insertInto('case_figure')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'number']).doUpdateSet(row))
    .execute();
}

async function casesOf(
  { read: db, dialect }: Database,
  guild: string,
  issuer: string,
): Promise<readonly CountedCase[]> {
  const names = await namesFor(db, guild, issuer);
  const found = sql`select number from term
    where guild = ${guild} and field = 'issuer' and term in (${sql.join(names)})`;
  const from = sql`from case_figure where guild = ${guild} and number ${dialect.isAmong(found)} order by number`;
  const tuples = await dialect.tuples(db, COUNTED, from);
  // Two names of one issuer do not make a joint case.
  const isJoint = (issuers: string) => issuers.split(BETWEEN).some((name) => !names.includes(name));
  return tuples.map((tuple) => {
    const counted = tuple as Counted;
    return toCase(counted, isJoint(counted[0]));
  });
}

const count = (condition: ReturnType<typeof sql>) =>
  sql<number | string>`sum(case when ${condition} then 1 else 0 end)`;

/** What {@link Tally} counts, as SQL; the conditions are those of `figuresOf`. */
function talliesOf(db: Db, guild: string, now: RecordInstant) {
  const due = sql`threat in ('full', 'partial', 'substitute', 'none')`;
  const measured = sql`demand is not null and demand not in ('no-deadline', 'not-codable')`;
  const over = sql`first_latest is not null and (first_latest <= ${now} or ended_as is not null)`;
  const waits = sql`ended_as is null and (state = 'passed' or (state = 'open' and last_latest <= ${now}))`;
  return db
    .selectFrom('case_figure')
    .select([
      'issuers',
      sql<number | string>`count(*)`.as('cases'),
      count(waits).as('waiting'),
      count(sql`demand = 'met'`).as('met'),
      count(measured).as('measured'),
      count(sql`moves > 0 and ${over}`).as('moved'),
      count(over).as('over'),
      count(sql`threat = 'full'`).as('carried_out'),
      count(due).as('due'),
    ])
    .where('guild', '=', guild)
    .where('left_out', 'is', null)
    .groupBy('issuers')
    .execute();
}

type TallyRow = Awaited<ReturnType<typeof talliesOf>>[number];

const tallyOf = (row: TallyRow): Tally => ({
  cases: Number(row.cases),
  notReviewed: Number(row.waiting),
  met: { count: Number(row.met), n: Number(row.measured) },
  moved: { count: Number(row.moved), n: Number(row.over) },
  carriedOut: { count: Number(row.carried_out), n: Number(row.due) },
});

async function leftOutIn(db: Db, guild: string): Promise<Leaderboard['leftOut']> {
  const rows = await db
    .selectFrom('case_figure')
    .select(['left_out', (of) => of.fn.countAll().as('count')])
    .where('guild', '=', guild)
    .where('left_out', 'is not', null)
    .groupBy('left_out')
    .execute();
  const of = (why: CaseFacts['leftOut']) => Number(rows.find(({ left_out }) => left_out === why)?.count ?? 0);
  return { unsourced: of('unsourced'), hidden: of('hidden') };
}

async function leaderboardOf(db: Db, guild: string, now: RecordInstant): Promise<Leaderboard> {
  const rows = await talliesOf(db, guild, now);
  const nameOf = await issuerNames(db, guild);
  const issuers = new Map<string, IssuerTally>();
  let all = NO_TALLY;
  for (const row of rows) {
    const tally = tallyOf(row);
    all = addTallies(all, tally);
    for (const name of new Set(row.issuers.split(BETWEEN).map(nameOf)))
      issuers.set(name, { name, ...addTallies(issuers.get(name) ?? NO_TALLY, tally) });
  }
  const sorted = [...issuers.values()].toSorted((a, b) => b.cases - a.cases || a.name.localeCompare(b.name));
  return { issuers: sorted, all, leftOut: await leftOutIn(db, guild) };
}

/** What the figures are counted from, on an engine. */
export function figuresOn(database: Database): FigureStore {
  return {
    issuerCases: (guild, issuer) => casesOf(database, guild, issuer),
    leaderboard: (guild, now) => leaderboardOf(database.read, guild, now),
  };
}
