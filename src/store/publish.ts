/** Where the pages of a server are public, and the count by which they notice a change. */
import { sql } from 'kysely';
import type { GuildSettings } from '../domain/guild.js';
import type { RecordInstant } from '../domain/instant.js';
import { publicAddress } from '../domain/public-page.js';
import type { Refusal } from '../domain/refusal.js';
import type { Db } from './schema.js';

/** Notes that what the pages of a server show has changed, at `now` (record's ms UTC). */
export async function touchPages(db: Db, guild: string, now: RecordInstant): Promise<void> {
  await db
    .updateTable('public_page')
    .set({ revision: sql`revision + 1`, changed: now })
    .where('guild', '=', guild)
    .execute();
}

/** Puts the pages of a server where its settings say, or takes them away; null, or why that can't be. */
export async function publishIn(
  db: Db,
  settings: GuildSettings,
  now: RecordInstant,
): Promise<Refusal | null> {
  const { guild, visibility, publicName } = settings;
  const address = publicAddress(settings);
  if (address !== null && (await isTaken(db, guild, address)))
    return { why: 'address-taken', name: publicName ?? address };
  const listed = visibility === 'listed' ? 1 : 0;
  const updated = await db
    .updateTable('public_page')
    .set({ address, listed, revision: sql`revision + 1`, changed: now })
    .where('guild', '=', guild)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n && address !== null)
    await db
      .insertInto('public_page')
      // After a server was erased its row is a new one, and must not count up to what was counted before.
      .values({ guild, address, listed, revision: Math.max(1, now), changed: now })
      .execute();
  return null;
}

async function isTaken(db: Db, guild: string, address: string): Promise<boolean> {
  const other = await db
    .selectFrom('public_page')
    .select('guild')
    .where('address', '=', address)
    .where('guild', '<>', guild)
    .executeTakeFirst();
  return other !== undefined;
}
