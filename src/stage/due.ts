/** What happens next on the stage, for the panel of the page. */
import type { Failure } from '../domain/failure.js';
import type { Delivery } from '../domain/delivery.js';
import type { ReminderOffset, Schedule } from '../domain/guild.js';
import type { BoardPost, EntryId, StoredPost } from '../domain/post.js';
import type { DueView, LedgerView } from '../playground/index.js';
import { drawText } from '../cli/draw.js';
import type { ChannelStore, ListRow, PostLog, RecordStore, ServerStore } from '../store/port/index.js';
import { english } from '../wording/index.js';
import { partiesText } from '../wording/about.js';
import type { Text } from '../wording/parts.js';
import { scheduleText } from '../wording/schedule.js';
import { subject } from '../wording/subject.js';
import { FULL } from '../wording/text-budget.js';

/** More than a strip can show. */
const MOST = 12;
const MOST_LEDGER = 60;
/** A stage's record is small; this is all of its outbox. */
const ALL = 5000;

/** What the panel reads. */
type StageStore = RecordStore & ServerStore & ChannelStore & PostLog;

/** Names a channel by its id. */
export type ChannelName = (id: string) => string | null;

const words = english.stage;

/** Why something was not posted. */
const failureText = (failure: Failure): string => drawText(english.delivery.reason(failure));

function boardWhy(post: BoardPost): Text {
  switch (post.slot) {
    case 'post':
      return words.why.boardPost;
    case 'remove':
      return words.why.boardRemove;
    case 'edit':
      return words.why.entry(subject(post.cause.number), post.cause.entry);
  }
}

function milestoneWhy({ unit, count }: ReminderOffset, number: number): Text {
  const before = unit === 'days' ? words.why.daysBefore : words.why.hoursBefore;
  return before(count, subject(number));
}

const entryWhy = ({ number, entry }: EntryId): Text => words.why.entry(subject(number), entry);

function whyText(post: StoredPost): Text {
  const { why } = words;
  switch (post.kind) {
    case 'digest':
      return why.digest(post.schedule);
    case 'nudge':
      return why.nudge;
    case 'board':
      return boardWhy(post);
    case 'publish':
      return why.publish;
    case 'event':
      return why.event(subject(post.about));
    case 'passed':
      return why.passed(subject(post.number));
    case 'milestone':
      return milestoneWhy(post.offset, post.number);
    case 'announcement':
    case 'correction':
    case 'edit':
      return entryWhy('cause' in post ? post.cause : post);
    case 'unreadable':
      return why.unreadable;
  }
}

/** What a row posts, why, and where. */
const rowView = ({ post, channel }: Delivery, nameOf: ChannelName) => ({
  what: drawText(words.what[post.kind]),
  why: drawText(whyText(post)),
  channel: nameOf(channel),
});

/** When a countdown fires next, or where its channel takes no posts, when that is tried again; nothing of a paused one. */
async function fireOf(
  store: ChannelStore,
  schedule: Schedule,
  nameOf: ChannelName,
): Promise<readonly DueView[]> {
  const { status, next, cron, guild } = schedule;
  const channel = nameOf(schedule.channel);
  if (status === 'running')
    return [{ at: next, what: drawText(words.fires), why: drawText(scheduleText(english, cron)), channel }];
  const closed = status === 'broken' ? await store.closed(guild, schedule.channel) : null;
  if (closed?.until == null) return [];
  return [
    {
      at: Math.max(next, closed.until),
      what: drawText(words.retried),
      why: failureText(closed.reason),
      channel,
    },
  ];
}

/** When a deadline passes; nothing of an ultimatum without a date. */
function passingOf({ number, latest, issuers, targets }: ListRow): readonly DueView[] {
  if (latest === null) return [];
  const parties = partiesText(english, { issuers, targets }, FULL);
  const what = drawText(words.passes(subject(number)));
  return [{ at: latest, what, why: drawText(words.unreviewed(parties)), channel: null }];
}

/** What happens next in a server, soonest first: posts that wait, deadlines that pass, countdowns that fire. */
export async function dueIn(
  store: StageStore,
  guild: string,
  nameOf: ChannelName,
): Promise<readonly DueView[]> {
  const waiting = await store.deliveries(guild, { status: 'pending', limit: ALL });
  const { rows } = await store.list(guild, { states: ['open'], undated: false, limit: 25 });
  const posts = waiting.map((row): DueView => ({ at: row.due, ...rowView(row, nameOf) }));
  const passings = rows.flatMap((row) => passingOf(row));
  const schedules = await store.schedules(guild);
  const fires = await Promise.all(schedules.map((schedule) => fireOf(store, schedule, nameOf)));
  return [...posts, ...passings, ...fires.flat()].toSorted((a, b) => a.at - b.at).slice(0, MOST);
}

/** The outbox of a server, newest first. */
export async function ledgerOf(
  store: PostLog,
  guild: string,
  nameOf: ChannelName,
): Promise<readonly LedgerView[]> {
  const all = await store.deliveries(guild, { limit: ALL });
  return all
    .slice(-MOST_LEDGER)
    .toReversed()
    .map((row) => ({
      id: row.id,
      at: row.due,
      ...rowView(row, nameOf),
      status: row.status,
      attempts: row.attempts,
      failure: row.failure === null ? null : failureText(row.failure),
    }));
}
