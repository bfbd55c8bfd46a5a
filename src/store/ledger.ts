import type { Decide } from '../domain/command.js';
import type { Entry, NewEntry } from '../domain/entry.js';
import { fold, foldOrNull } from '../domain/fold.js';
import type { GuildSettings, Ladder } from '../domain/guild.js';
import { plan } from '../domain/notices.js';
import { ok, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { replan, type Subject } from './outbox.js';
import type { Changed, Changing } from './port.js';
import { folded, fromEntry, fromUltimatum, toEntry } from './rows.js';
import type { Queries } from './schema.js';
import { laddersOf, settingsOf } from './server.js';

export async function entriesOf(db: Queries, { guild, number }: Subject): Promise<readonly Entry[]> {
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
  db: Queries,
  guild: string,
  given: number | null,
  decide: Decide,
  changing: Changing,
): Promise<Result<Changed>> {
  const subject = { guild, number: given ?? (await nextNumber(db, guild)) };
  const entries = given === null ? [] : await entriesOf(db, subject);
  const decided = decide(entries);
  if (!decided.ok) return decided;
  const appended = await append(db, subject, entries, decided.value);
  const before = foldOrNull(entries);
  const after = fold([...entries, ...appended]);
  await refresh(db, subject, after);
  await planPosts(db, subject, { before, after, appended }, changing);
  return ok({ number: subject.number, appended, before, after });
}

async function nextNumber(db: Queries, guild: string): Promise<number> {
  const row = await db
    .selectFrom('ultimatum')
    .select((of) => of.fn.max('number').as('last'))
    .where('guild', '=', guild)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

async function append(
  db: Queries,
  { guild, number }: Subject,
  entries: readonly Entry[],
  decided: readonly NewEntry[],
): Promise<readonly Entry[]> {
  const last = entries.at(-1)?.seq ?? 0;
  const appended = decided.map((entry, index) => ({ ...entry, seq: last + 1 + index }));
  for (const entry of appended) {
    await db
      .insertInto('entry')
      .values(fromEntry(guild, number, entry.seq, entry))
      .execute();
  }
  return appended;
}

/** The list row is a projection: it says what the fold says, and nothing else writes it. */
async function refresh(db: Queries, { guild, number }: Subject, after: Ultimatum): Promise<void> {
  const row = fromUltimatum(guild, number, after);
  await db
    .insertInto('ultimatum')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'number']).doUpdateSet(row))
    .execute();
  const names = [
    { field: 'issuer', name: after.issuer },
    ...after.targets.map((name) => ({ field: 'target', name })),
    ...after.tags.map((name) => ({ field: 'tag', name })),
  ].map((one) => ({ ...one, guild, folded: folded(one.name) }));
  await db
    .insertInto('name')
    .values(names)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type Step = Pick<Changed, 'before' | 'after' | 'appended'>;

async function planPosts(db: Queries, subject: Subject, step: Step, changing: Changing): Promise<void> {
  const guild = await settingsOf(db, subject.guild);
  const ladders = await laddersOf(db, subject.guild);
  const countdowns = await countdownChannels(db, subject.guild);
  const { wanted } = plan({ ...step, ...changing, guild, ladders, countdowns, number: subject.number });
  await replan(db, subject, step.after, wanted, changing.now);
}

async function countdownChannels(db: Queries, guild: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('schedule')
    .select('channel')
    .distinct()
    .where('guild', '=', guild)
    .where('status', '=', 'running')
    .execute();
  return rows.map((row) => row.channel);
}

/** After the settings of a server changed: plans what is still to be posted of everything that runs. */
export async function planAgain(
  db: Queries,
  guild: GuildSettings,
  ladders: readonly Ladder[],
  now: number,
): Promise<void> {
  const running = await db
    .selectFrom('ultimatum')
    .select('number')
    .where('guild', '=', guild.guild)
    .where('state', 'in', ['open', 'passed'])
    .execute();
  for (const { number } of running) {
    const subject = { guild: guild.guild, number };
    const after = fold(await entriesOf(db, subject));
    const same = { before: after, after, appended: [], announceDelay: 0, channel: null };
    const { wanted } = plan({ ...same, guild, ladders, number, now });
    await replan(db, subject, after, wanted, now);
  }
}
