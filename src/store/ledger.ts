/** Changes a record in one transaction: load, decide, append, plan. */
import { ultimatumId } from '../domain/ultimatum-id.js';
import { numberedAfter } from '../domain/decide/context.js';
import type { Decide, OtherUltimatum, OtherUltimatums } from '../domain/decision.js';
import type { Entry, NewEntry } from '../domain/entry.js';
import { fold, foldOrNull } from '../domain/fold.js';
import { eventAgain, plan, isStillWanted } from '../domain/posts/index.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { boardsOf, wantEdits } from './boards.js';
import type { Dialect } from './dialect/dialect.js';
import { caseFigureRow, updateCaseFigure } from './figures.js';
import { insertMany } from './insert-many.js';
import { editLinked, linkRows, updateLinks } from './links.js';
import { cancelUnwanted, editAsked, replan, upsert } from './outbox.js';
import type { Changed, ChangeOptions } from './port/index.js';
import { touchPages } from './publish.js';
import { editPosted, setPostedRight } from './rectify.js';
import { hasEvent } from './scheduled-events.js';
import { fromEntry, fromUltimatum, toEntry, type Subject } from './rows.js';
import type { Db } from './schema.js';
import { reminderPlansOf, settingsOf } from './server.js';
import { nameRows, termRows, updateSearchIndex } from './search-index.js';
import { listedOf, recount } from './state-counts.js';
import type { RecordInstant } from '../domain/instant.js';

/** All entries of an ultimatum in the order in which they were recorded; none if there is no such ultimatum. */
export async function entriesOf(db: Db, { guild, number }: Subject): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('entry')
    .selectAll()
    .where('guild', '=', guild)
    .where('number', '=', number)
    .orderBy('seq')
    .execute();
  return rows.map(toEntry);
}

/** Inside one transaction: load, decide, append, refresh the list row, plan the posts. Only queries are awaited. */
export async function changeIn(
  db: Db,
  guild: string,
  given: number | null,
  decide: Decide,
  options: ChangeOptions,
): Promise<Result<Changed>> {
  const subject = { guild, number: given ?? (await nextNumber(db, guild)) };
  const entries = given === null ? [] : await entriesOf(db, subject);
  const unknown = given !== null && entries.length === 0;
  if (unknown) return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(given) });
  const decided = decide(entries, await othersOf(db, guild, options.names ?? []));
  if (!decided.ok) return decided;
  if (decided.value.length === 0) return ok(unchanged(subject.number, entries));
  const appended = await append(db, subject, entries, decided.value);
  const before = foldOrNull(entries);
  const after = fold([...entries, ...appended]);
  await refresh(db, subject, before, after);
  await touchPages(db, guild, options.now);
  await planPosts(db, subject, { before, after, appended }, options);
  return ok({ number: subject.number, appended, before, after });
}

/** The ultimatums of these numbers, and those that replaced them, as far as that leads; what does not exist is missing. */
export async function othersOf(db: Db, guild: string, names: readonly number[]): Promise<OtherUltimatums> {
  const others = new Map<number, OtherUltimatum>();
  const waiting = [...names];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (others.has(number)) continue;
    const ultimatum = foldable(await entriesOf(db, { guild, number }));
    if (ultimatum === null) continue;
    const { hidden, supersededBy } = ultimatum;
    others.set(number, { hidden: hidden !== null, supersededBy });
    if (supersededBy !== null) waiting.push(supersededBy);
  }
  return others;
}

/** Without an entry of its own a decision holds no lock, so it must not write what it read. */
function unchanged(number: number, entries: readonly Entry[]): Changed {
  const same = fold(entries);
  return { number, appended: [], before: same, after: same };
}

/** The number that the next ultimatum of the server gets. Read it in the transaction that uses it. */
export async function nextNumber(db: Db, guild: string): Promise<number> {
  const row = await db
    .selectFrom('ultimatum')
    .select((of) => of.fn.max('number').as('last'))
    .where('guild', '=', guild)
    .executeTakeFirst();
  const reserved = await db
    .selectFrom('import')
    .select((of) => of.fn.max('reserved').as('last'))
    .where('guild', '=', guild)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return Math.max(row?.last ?? 0, reserved?.last ?? 0) + 1;
}

async function append(
  db: Db,
  { guild, number }: Subject,
  entries: readonly Entry[],
  decided: readonly NewEntry[],
): Promise<readonly Entry[]> {
  const appended = numberedAfter(entries, decided);
  for (const entry of appended) {
    await db
      .insertInto('entry')
      .values(fromEntry(guild, number, entry.seq, entry))
      .execute();
  }
  return appended;
}

/**
 * The list row, its counts, the search index, the links and what the figures count are projections: they say what the fold says, and nothing
 * else writes them. `before` is what they say so far; null for nothing that has to go.
 */
export async function refresh(
  db: Db,
  subject: Subject,
  before: Ultimatum | null,
  after: Ultimatum,
): Promise<void> {
  const { guild, number } = subject;
  const row = fromUltimatum(guild, number, after);
  const listed = await listedOf(db, subject);
  await db
    .insertInto('ultimatum')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'number']).doUpdateSet(row))
    .execute();
  await recount(db, guild, listed === undefined ? [] : [listed], [row]);
  await updateSearchIndex(db, subject, before, after);
  await updateLinks(db, subject, before, after);
  await updateCaseFigure(db, subject, after);
}

/** The same projections of many ultimatums that nothing was said of so far, in a few statements. */
export async function project(
  db: Db,
  dialect: Dialect,
  guild: string,
  all: readonly (readonly [number, Ultimatum])[],
): Promise<void> {
  const rows = <T>(of: (subject: Subject, it: Ultimatum) => T) =>
    all.map(([number, it]) => of({ guild, number }, it));
  const listed = rows(({ number }, it) => fromUltimatum(guild, number, it));
  await insertMany(db, dialect, 'ultimatum', listed);
  await recount(db, guild, [], listed);
  await insertMany(db, dialect, 'term', rows(termRows).flat());
  await insertMany(db, dialect, 'name', rows((_, it) => nameRows(guild, it)).flat(), true);
  await insertMany(db, dialect, 'link', rows(linkRows).flat(), true);
  await insertMany(db, dialect, 'case_figure', rows(caseFigureRow));
}

type ChangeStep = Pick<Changed, 'before' | 'after' | 'appended'>;

async function planPosts(db: Db, subject: Subject, step: ChangeStep, options: ChangeOptions): Promise<void> {
  const guild = await settingsOf(db, subject.guild);
  const reminderPlans = await reminderPlansOf(db, subject.guild);
  const countdowns = await countdownChannels(db, subject.guild);
  const boards = await boardsOf(db, subject.guild);
  const { wanted } = plan({
    ...step,
    ...options,
    guild,
    reminderPlans,
    countdowns,
    boards,
    number: subject.number,
  });
  const ofBoards = wanted.filter(({ post }) => post.kind === 'board');
  const others = wanted.filter(({ post }) => post.kind !== 'board');
  await replan(db, subject, step.after, others, options.now);
  await setPostedRight(db, subject, { ...step, ...options });
  await editPosted(db, subject, { ...step, ...options });
  await editAsked(db, subject, { ...step, ...options });
  await editLinked(db, subject, step, options);
  await wantEdits(db, subject.guild, ofBoards);
}

async function countdownChannels(db: Db, guild: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('schedule')
    .select('channel')
    .distinct()
    .where('guild', '=', guild)
    .where('status', '=', 'running')
    .execute();
  return rows.map((row) => row.channel);
}

function foldable(entries: readonly Entry[]): Ultimatum | null {
  try {
    return fold(entries);
  } catch {
    return null;
  }
}

/** Each takes about a millisecond; the process answers others between two batches. */
const AT_ONCE = 25;

/**
 * After a reminder plan or a setting was changed: plans what is still to be posted of the next few that run, from the number after `last` on.
 * What was due before stays as it is: one that only waits its turn still goes out, and no reminder of the past is invented.
 * The last number it came to, or null when there are no more.
 */
export async function planAgain(db: Db, guild: string, last: number, now: RecordInstant) {
  const settings = await settingsOf(db, guild);
  const reminderPlans = await reminderPlansOf(db, guild);
  const running = await db
    .selectFrom('ultimatum')
    .select('number')
    .where('guild', '=', guild)
    .where('number', '>', last)
    .where('state', 'in', ['open', 'passed'])
    .orderBy('number')
    .limit(AT_ONCE)
    .execute();
  const plans = { guild: settings, reminderPlans };
  for (const { number } of running) {
    const subject = { guild, number };
    const after = foldable(await entriesOf(db, subject));
    // An ultimatum that can't be folded keeps its posts and must not stop those of others.
    if (after === null) continue;
    const same = { before: after, after, appended: [], announceDelay: 0, channel: null };
    const { wanted } = plan({ ...same, guild: settings, reminderPlans, number, now });
    await cancelUnwanted(db, subject, wanted, { from: now, owed: (row) => isStillWanted(after, row, plans) });
    for (const one of wanted.filter(({ due }) => due >= now)) await upsert(db, guild, one);
    const event = eventAgain(settings, number, after, now);
    if (settings.events || (await hasEvent(db, subject))) await upsert(db, guild, event);
  }
  return running.at(-1)?.number ?? null;
}
