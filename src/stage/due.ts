/** What happens next on the stage, for the panel of the page. */
import { ultimatumId } from '../domain/ultimatum-id.js';
import { drawPlain } from '../discord/draw.js';
import type { Failure } from '../domain/failure.js';
import type { Delivery } from '../domain/delivery.js';
import type { ReminderOffset, Schedule } from '../domain/guild.js';
import type { BoardPost, StoredPost } from '../domain/post.js';
import type { DueView, LedgerView } from '../playground/index.js';
import { drawText } from '../cli/draw.js';
import type { ChannelStore, PostLog, RecordStore, ServerStore } from '../store/port/index.js';
import { english } from '../wording/index.js';
import { scheduleText } from '../wording/schedule.js';

/** More than a strip can show. */
const MOST = 12;
const MOST_LEDGER = 60;
/** A stage's record is small; this is all of its outbox. */
const ALL = 5000;

const WHAT: Readonly<Record<StoredPost['kind'], string>> = {
  unreadable: 'Post of another release',
  passed: 'Post: deadline passed',
  announcement: 'Post: announcement',
  milestone: 'Post: milestone',
  edit: 'Edit of an earlier post',
  digest: 'Post: countdown',
  nudge: 'Post: reminder to curators',
  board: 'Board, posted or edited',
};

/** What the panel reads. */
type StageStore = RecordStore & ServerStore & ChannelStore & PostLog;

/** Names a channel by its id. */
export type ChannelName = (id: string) => string | null;

/** Why something was not posted, for the page. */
const failureText = (failure: Failure): string => drawText(english.delivery.reason(failure));

const counted = ({ unit, count }: ReminderOffset) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;

function boardWhy(post: BoardPost): string {
  if (post.slot === 'edit') return `${ultimatumId(post.cause.number)}, entry ${post.cause.entry}`;
  return `it is to be ${post.slot === 'post' ? 'posted' : 'removed'}`;
}

function whyOf({ post }: Delivery): string {
  switch (post.kind) {
    case 'digest':
      return `countdown ${post.schedule} fires`;
    case 'nudge':
      return 'deadlines passed and not yet reviewed';
    case 'board':
      return boardWhy(post);
    case 'passed':
      return `the deadline of ${ultimatumId(post.number)} is over`;
    case 'milestone':
      return `${counted(post.rung)} before the deadline of ${ultimatumId(post.number)}`;
    case 'announcement':
    case 'edit':
      return `${ultimatumId(post.number)}, entry ${post.entry}, deadline version ${post.version?.number ?? 0}`;
    case 'unreadable':
      return 'this release cannot read it';
  }
}

/** When a countdown fires next, or where its channel takes no posts, when that is tried again; nothing of a paused one. */
async function fireOf(
  store: ChannelStore,
  schedule: Schedule,
  nameOf: ChannelName,
): Promise<readonly DueView[]> {
  const { status, next, cron, guild } = schedule;
  const channel = nameOf(schedule.channel);
  if (status === 'running')
    return [{ at: next, what: 'Countdown fires', why: drawPlain(scheduleText(english, cron)), channel }];
  const closed = status === 'broken' ? await store.closed(guild, schedule.channel) : null;
  if (closed?.until == null) return [];
  return [
    {
      at: Math.max(next, closed.until),
      what: 'Countdown is tried again',
      why: failureText(closed.reason),
      channel,
    },
  ];
}

/** What happens next in a server, soonest first: posts that wait, deadlines that pass, countdowns that fire. */
export async function dueIn(
  store: StageStore,
  guild: string,
  nameOf: ChannelName,
): Promise<readonly DueView[]> {
  const waiting = await store.deliveries(guild, { status: 'pending', limit: ALL });
  const { rows } = await store.list(guild, { states: ['open'], undated: false, limit: 25 });
  const posts = waiting.map((one): DueView => ({
    at: one.due,
    what: WHAT[one.post.kind],
    why: whyOf(one),
    channel: nameOf(one.channel),
  }));
  const passings = rows.flatMap(({ number, latest, issuer, targets }): DueView[] =>
    latest === null
      ? []
      : [
          {
            at: latest,
            what: `${ultimatumId(number)}: the deadline passes`,
            why: `${issuer} to ${targets.join(', ')}; nobody recorded an outcome yet`,
            channel: null,
          },
        ],
  );
  const schedules = await store.schedules(guild);
  const fires = await Promise.all(schedules.map((one) => fireOf(store, one, nameOf)));
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
    .map((one) => ({
      id: one.id,
      at: one.due,
      what: WHAT[one.post.kind],
      why: whyOf(one),
      channel: nameOf(one.channel),
      status: one.status,
      attempts: one.attempts,
      failure: one.failure === null ? null : failureText(one.failure),
    }));
}
