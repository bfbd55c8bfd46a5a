/** How often posts of a channel were published and published posts were edited of late. */
import { HOUR, MINUTE } from '../domain/durations.js';
import {
  later,
  msBetween,
  wallInstant,
  wallMs,
  type RecordInstant,
  type WallInstant,
} from '../domain/instant.js';
import type { PublishingTurn } from './port/index.js';
import { parsedOr } from './rows.js';
import type { Db } from './schema.js';

/** Discord's hour, and a minute more: its clock is not ours. */
const WINDOW_MS = HOUR + MINUTE;
/** Another process may take a turn at the same moment; so often it is tried again. */
const TRIES = 5;

interface PublishTurn {
  readonly nonce: string;
  readonly at: WallInstant;
}

/** Reads the turns of an hour; what cannot be read counts as none. */
function turnsIn(text: string): readonly PublishTurn[] {
  const read = parsedOr(text, null);
  if (!Array.isArray(read)) return [];
  return read.flatMap((one: unknown) => {
    const [nonce, at]: readonly unknown[] = Array.isArray(one) ? one : [];
    return typeof nonce === 'string' && typeof at === 'number' ? [{ nonce, at: wallInstant(at) }] : [];
  });
}

const turnsText = (turns: readonly PublishTurn[]) =>
  JSON.stringify(turns.map(({ nonce, at }) => [nonce, wallMs(at)]));

/** As `PublishingStore.takePublishing`, in a transaction. */
export async function takePublishingIn(db: Db, turn: PublishingTurn): Promise<WallInstant | null> {
  const { nonce, most, wallNow } = turn;
  // A fact about one server ends with its id, and goes with it.
  const name = `published ${turn.channel} ${turn.guild}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const row = await db.selectFrom('fact').select('value').where('name', '=', name).executeTakeFirst();
    const recent = turnsIn(row?.value ?? '[]').filter(
      // A turn of a clock that was ahead counts no longer.
      ({ at }) => Math.abs(msBetween(at, wallNow)) < WINDOW_MS,
    );
    if (recent.some((one) => one.nonce === nonce)) return null;
    const before = recent.at(-most);
    if (before !== undefined) return later(before.at, WINDOW_MS);
    const value = turnsText([...recent, { nonce, at: wallNow }]);
    if (await replaced(db, { name, value }, row?.value ?? null)) return null;
  }
  return later(wallNow, MINUTE);
}

/** Writes a fact unless another process wrote it since it was read as `before`. */
async function replaced(
  db: Db,
  row: { name: string; value: string },
  before: string | null,
): Promise<boolean> {
  if (before === null) {
    const added = await db
      .insertInto('fact')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const changed = await db
    .updateTable('fact')
    .set({ value: row.value })
    .where('name', '=', row.name)
    .where('value', '=', before)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** As `PublishingStore.editsOfPublished`. */
export async function editsOfPublishedOf(
  db: Db,
  { guild, channel, message }: { readonly guild: string; readonly channel: string; readonly message: string },
  since: RecordInstant,
): Promise<readonly RecordInstant[]> {
  const sent = (kind: 'publish' | 'edit') =>
    db
      .selectFrom('delivery')
      .select('settled')
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('kind', '=', kind)
      .where('status', '=', 'sent')
      .where('message', '=', message);
  if ((await sent('publish').executeTakeFirst()) === undefined) return [];
  const edits = await sent('edit').where('settled', '>', since).orderBy('settled').execute();
  return edits.flatMap(({ settled }) => settled ?? []);
}
