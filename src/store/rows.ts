/** Converts between rows and values. */
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { failureToRow, optionalFailure } from '../codec/failure.js';
import { postKey, readPost, type PostKey } from '../codec/post.js';
import type { Delivery, PlannedDelivery } from '../domain/delivery.js';
import { parseEvent, parseStatements } from '../codec/entry.js';
import { readScope } from '../codec/settings.js';
import type { Entry, NewEntry } from '../domain/entry.js';
import type { Schedule } from '../domain/guild.js';
import { homeZoneOf } from '../domain/home-zone.js';
import { foldName } from '../domain/names.js';
import { URGENCY } from '../domain/post.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { ListRow } from './port/index.js';
import { wordsOf } from './normalize.js';
import { readRow } from './unreadable.js';
import type { DeliveryRow, EntryRow, ScheduleRow, UltimatumRow } from './schema.js';

/** An ultimatum of one server. */
export interface Subject {
  readonly guild: string;
  readonly number: number;
}

/** An undated one sorts after every date there is. */
export const NO_DATE = Number.MAX_SAFE_INTEGER;
/** Between names in one column; no typed name holds it. */
const BETWEEN = '\n';

/** The parsed JSON of a column, or `instead` if it can't be parsed. */
export function parsedOr(text: string, instead: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return instead;
  }
}

/** A list of names; none where the column does not hold one. */
function namesIn(text: string): readonly string[] {
  const read = parsedOr(text, []);
  return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
}

/** @throws UnreadableRowError */
export function toEntry(row: EntryRow): Entry {
  const { guild, number, seq, recorded, by } = row;
  return readRow(
    () => `entry ${guild}/${number}/${seq}`,
    () => ({
      seq,
      recorded,
      stated: { start: row.stated_start, end: row.stated_end },
      by,
      statements: parseStatements(row.statements),
      event: parseEvent(row.what),
    }),
  );
}

/** An entry as its row; statements and event are JSON. */
export function fromEntry(guild: string, number: number, seq: number, entry: NewEntry): EntryRow {
  return {
    guild,
    number,
    seq,
    recorded: entry.recorded,
    stated_start: entry.stated.start,
    stated_end: entry.stated.end,
    by: entry.by,
    statements: JSON.stringify(entry.statements),
    what: JSON.stringify(entry.event),
  };
}

/**
 * The folded ultimatum as the row of the list. `passing` is set only while it is open, so that its index holds what
 * can still lapse.
 */
export function fromUltimatum(guild: string, number: number, it: Ultimatum): UltimatumRow {
  const reading = it.inForce?.reading ?? null;
  return {
    guild,
    number,
    state: it.state,
    issuer: JSON.stringify(it.issuers),
    targets: JSON.stringify(it.targets),
    demand: it.demand,
    threat: it.threat,
    latest: reading?.latest ?? null,
    passing: it.state === 'open' ? (reading?.latest ?? null) : null,
    sort: reading?.latest ?? NO_DATE,
    precision: reading?.precision ?? null,
    zone: it.zone,
    home_zone: homeZoneOf(it),
    moves: it.moves,
    tags: JSON.stringify(it.tags),
    hidden: it.hidden === null ? 0 : 1,
    last_seq: it.lastSeq,
    recorded: it.recorded,
    issuer_folded: BETWEEN + it.issuers.map(foldName).join(BETWEEN) + BETWEEN,
    targets_folded: BETWEEN + it.targets.map(foldName).join(BETWEEN) + BETWEEN,
    tags_folded: BETWEEN + it.tags.map(foldName).join(BETWEEN) + BETWEEN,
    search: ` ${wordsOf(number, it).join(' ')} `,
  };
}

/** What a column of names holds when `name` is one of them. */
export const among = (name: string): string => `%${BETWEEN}${escapeLike(foldName(name))}${BETWEEN}%`;

/** A text that `like` takes literally, with a backslash as its escape character. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

export type ListColumns = Omit<
  UltimatumRow,
  'guild' | 'passing' | 'sort' | 'home_zone' | 'issuer_folded' | 'targets_folded' | 'tags_folded' | 'search'
>;

/** A row of the list, its names parsed from JSON. Unreadable names are left out. */
export function toListRow(row: ListColumns): ListRow {
  const { issuer, targets, tags, hidden, last_seq, ...same } = row;
  return {
    ...same,
    issuers: namesIn(issuer),
    targets: namesIn(targets),
    tags: namesIn(tags),
    hidden: hidden !== 0,
    lastSeq: last_seq,
  };
}

/** One whose scope cannot be read is broken, whatever its row says. */
export function toSchedule({ scope, broken, ...row }: Selectable<ScheduleRow>): Schedule {
  const read = readScope(scope);
  if (read !== null) return { ...row, scope: read, broken: optionalFailure(broken) };
  return { ...row, scope: { kind: 'all' }, status: 'broken', broken: { kind: 'unreadable-scope' } };
}

/** The columns of a schedule. */
export function fromSchedule({ scope, broken, ...schedule }: Omit<Schedule, 'id'>): Omit<ScheduleRow, 'id'> {
  const why = broken === null ? null : failureToRow(broken);
  return { ...schedule, scope: JSON.stringify(scope), broken: why };
}

/** Nonce and marker of a post: its unique key, hashed into 22 characters. */
function nonceOf(guild: string, channel: string, { kind, subject, version, slot }: PostKey): string {
  const key = JSON.stringify([guild, channel, kind, subject, version, slot]);
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/** A planned post as a pending row, without its id. The same post in the same channel always gets the same nonce. */
export function fromPlanned(
  guild: string,
  { post, channel, due, expires }: PlannedDelivery,
): Omit<DeliveryRow, 'id'> {
  const key = postKey(post);
  return {
    ...key,
    guild,
    channel,
    due,
    expires,
    rank: URGENCY[post.kind],
    status: 'pending',
    nonce: nonceOf(guild, channel, key),
    attempts: 0,
    attempted: null,
    lease: null,
    message: null,
    failure: null,
    settled: null,
    first_due: null,
  };
}

/**
 * A postponed row keeps the instant at which it was first due, from which its lateness counts. Each column by its name:
 * what is left of a row after others were taken out is an object several times as large, and slow to make.
 */
export function toDelivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    id: row.id,
    guild: row.guild,
    channel: row.channel,
    post: readPost(row),
    due: row.first_due ?? row.due,
    expires: row.expires,
    status: row.status,
    nonce: row.nonce,
    attempts: row.attempts,
    attempted: row.attempted,
    settled: row.settled,
    message: row.message,
    failure: optionalFailure(row.failure),
  };
}
