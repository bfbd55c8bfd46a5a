/** Keeps what an ultimatum tells of its issuer's time zone: null where that of the server was only assumed. */
import { sql, type Kysely, type Migration } from 'kysely';

interface RecordedRow {
  readonly guild: string;
  readonly number: number;
  readonly what: string;
}

/** A statement takes some ten thousand values at most. */
const AT_ONCE = 500;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The zone that was typed, or that the words of the first deadline named, as the release before stored it. */
function homeZoneIn(what: string): string | null {
  const event: unknown = JSON.parse(what);
  const deadline = isRecord(event) ? event['deadline'] : null;
  if (!isRecord(deadline) || deadline['zoneFrom'] !== 'stated') return null;
  const { zone } = deadline;
  return typeof zone === 'string' && zone.includes('/') ? zone : null;
}

/** The numbers of each server by their zone. */
function numbersByZone(rows: readonly RecordedRow[]) {
  const found = new Map<string, { guild: string; zone: string; numbers: number[] }>();
  for (const { guild, number, what } of rows) {
    const zone = homeZoneIn(what);
    if (zone === null) continue;
    const key = `${guild} ${zone}`;
    const group = found.get(key) ?? { guild, zone, numbers: [] };
    group.numbers.push(number);
    found.set(key, group);
  }
  return [...found.values()];
}

export const homeZone: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('ultimatum').addColumn('home_zone', 'text').execute();
    const { rows } = await sql<RecordedRow>`select guild, number, what from entry
      where what like '{"kind":"recorded"%'`.execute(db);
    for (const { guild, zone, numbers } of numbersByZone(rows)) {
      for (let from = 0; from < numbers.length; from += AT_ONCE) {
        const some = sql.join(numbers.slice(from, from + AT_ONCE));
        await sql`update ultimatum set home_zone = ${zone}
          where guild = ${guild} and number in (${some})`.execute(db);
      }
    }
  },
};
