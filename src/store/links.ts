/** Keeps which ultimatums lead to which in step with the record, and sets the cards of the others right. */
import { CARD_SLOT } from '../codec/post.js';
import type { Entry } from '../domain/entry.js';
import type { RecordInstant } from '../domain/instant.js';
import { outgoing, type OutgoingLink } from '../domain/outgoing.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { upsert } from './outbox.js';
import type { Subject } from './rows.js';
import type { Db } from './schema.js';

const keyOf = ({ to, as }: OutgoingLink) => `${to} ${as}`;

/** In `some` and not in `others`. */
function without(some: readonly OutgoingLink[], others: readonly OutgoingLink[]): readonly OutgoingLink[] {
  const known = new Set(others.map(keyOf));
  return some.filter((link) => !known.has(keyOf(link)));
}

/** The numbers of the visible ultimatums of a server that lead to `number` today. */
export async function linkingTo(db: Db, guild: string, number: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('link')
    .select('number')
    .distinct()
    .where('guild', '=', guild)
    .where('target', '=', number)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.number);
}

/** What an ultimatum leads to, as rows. */
export const linkRows = ({ guild, number }: Subject, it: Ultimatum) =>
  outgoing(it).map(({ to: target, as: kind }) => ({ guild, number, target, kind }));

/** Makes the table say what the record says now; `before` null: whatever it says. */
export async function updateLinks(
  db: Db,
  { guild, number }: Subject,
  before: Ultimatum | null,
  after: Ultimatum,
): Promise<void> {
  const [old, present] = [outgoing(before), outgoing(after)];
  for (const { to: target, as: kind } of without(present, old)) {
    await db
      .insertInto('link')
      .values({ guild, number, target, kind })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const { to, as } of without(old, present)) {
    const row = db.deleteFrom('link').where('guild', '=', guild).where('number', '=', number);
    await row.where('target', '=', to).where('kind', '=', as).execute();
  }
}

interface LinkStep {
  readonly before: Ultimatum | null;
  readonly after: Ultimatum;
  readonly appended: readonly Entry[];
}

/** The channel in which the card of an ultimatum stands, or is just being posted; null for nowhere. */
async function cardChannel(db: Db, guild: string, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('delivery')
    .select('channel')
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('kind', '=', 'announcement')
    .where('slot', '=', CARD_SLOT)
    .where('status', 'in', ['sent', 'claimed'])
    .executeTakeFirst();
  return row?.channel ?? null;
}

/**
 * The card of an ultimatum says which others lead to it: where a change of one of these makes or ends that, it is edited.
 * What was hidden vanishes at once, anything else with the announcement of the change.
 */
export async function editLinked(
  db: Db,
  { guild, number }: Subject,
  { before, after, appended }: LinkStep,
  { now, announceDelay }: { readonly now: RecordInstant; readonly announceDelay: number },
): Promise<void> {
  const [old, present] = [outgoing(before), outgoing(after)];
  const changed = new Set([...without(present, old), ...without(old, present)].map(({ to }) => to));
  const entry = appended.at(-1)?.seq;
  if (entry === undefined) return;
  const due = after.hidden === null ? now + announceDelay : now;
  for (const other of changed) {
    const channel = await cardChannel(db, guild, other);
    if (channel === null) continue;
    const about = { number: other, version: null, cause: { number, entry } };
    await upsert(db, guild, {
      post: { kind: 'edit', of: 'linked', ...about },
      channel,
      due,
      expires: null,
    });
  }
}
