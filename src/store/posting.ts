/** Everything that posting needs, on an engine. */
import { DUE_SIGNAL } from '../../migrations/postgres.js';
import * as beat from './due.js';
import { restIn, spendIn, turnIn } from './budget.js';
import { claimIn, claimPacedIn, unclaimableOf } from './claim.js';
import { recallIn } from './clock-set-back.js';
import * as closed from './closed-channels.js';
import type { Database } from './database.js';
import { changeIn } from './ledger.js';
import * as groups from './digest-groups.js';
import { digestsPostedOf, logOf } from './log.js';
import { claimPing } from './daily-ping.js';
import type {
  ChannelStore,
  Claim,
  ClaimStore,
  DueStore,
  GroupingStore,
  PostLog,
  PostStore,
  PublishingStore,
  RequestBudget,
  SetAside,
  SetAsideStore,
} from './port/index.js';
import { editsOfPublishedOf, takePublishingIn } from './publishing.js';
import * as aside from './set-aside.js';
import { areFollowed, batchSettlements, settleAndPlanIn, settleIn } from './settle.js';
import { withDiskReserve, transactionWithReserve } from './transaction.js';
import { isExpected } from './errors.js';
import { MINUTE } from '../domain/durations.js';
import { later, type RecordInstant } from '../domain/instant.js';

/** A restart that takes no longer is no reason to look whether somebody else has posted what fell due meanwhile, ms. */
const ORDINARY_RESTART_MS = MINUTE;

/** Whether this process knows of rows set aside: without any, the look that every beat begins with is a shorter one. */
interface Knowledge {
  asides: boolean;
  /** How often one was noticed: what was read before that says nothing of it. */
  times: number;
}

function notice(knows: Knowledge): void {
  knows.asides = true;
  knows.times += 1;
}

/** Everything that posting needs, on an engine. */
export function postingOn(
  database: Database,
): PostStore & DueStore & SetAsideStore & ChannelStore & RequestBudget {
  const knows: Knowledge = { asides: true, times: 0 };
  return {
    ...claimsOn(database, knows),
    ...groupingOn(database),
    ...publishingOn(database),
    ...logOn(database),
    ...dueOn(database),
    ...asidesOn(database, knows),
    ...channelsOn(database),
    ...budgetOn(database),
  };
}

function dueOn(database: Database): DueStore {
  const { read, dialect } = database;
  const transact = transactionWithReserve(database);
  return {
    lapsing: (now, limit) => beat.lapsingOf(read, now, limit),
    expire: (guild, number, decide, changing) =>
      transact(async (db) => {
        await dialect.lockGuild(db, guild);
        return changeIn(db, guild, number, decide, changing);
      }),
    firing: (now, limit) => beat.firingOf(read, now, limit),
    running: (after, limit) => beat.runningOf(read, after, limit),
    fire: (schedule, next, digest, missed) =>
      transact((db) => beat.fireIn(db, schedule, next, digest, missed)),
    replan: (schedule, next) => transact((db) => beat.replanIn(db, schedule, next)),
    recall: (now, wallNow) => transact((db) => recallIn(db, dialect, now, wallNow)),
    hearDue: async (heard) =>
      database.hear?.(DUE_SIGNAL, (payload) => heard(payload === '' ? null : Number(payload))),
  };
}

function budgetOn(database: Database): RequestBudget {
  const { write, dialect } = database;
  const reserved = withDiskReserve(database);
  const transact = transactionWithReserve(database);
  return {
    take: async (perSecond, wallNow) => {
      if (perSecond === 0) return wallNow;
      const begun = performance.now();
      const { slots, now } = await reserved(() => spendIn(write, dialect, { perSecond, wallNow, count: 1 }));
      return later(wallNow, dialect.elapsedSince(begun) + (slots[0] ?? now) - now);
    },
    noteRefused: async (everyMs, wallNow) => {
      const turn = { name: 'refused', gapMs: everyMs, wallNow };
      return later(wallNow, everyMs + (await transact((db) => turnIn(db, dialect, turn))));
    },
    rest: (ms, wallNow) => reserved(() => restIn(write, dialect, ms, wallNow)),
  };
}

function claimsOn(database: Database, knows: Knowledge): ClaimStore {
  const { read, write, dialect, file } = database;
  const reserved = withDiskReserve(database);
  const transact = transactionWithReserve(database);
  // No row is posted before it is claimed, so the first claim says when this life of the bot began.
  let began: RecordInstant | null = null;
  const claimed = (claim: Claim) => {
    const { perSecond = 0 } = claim;
    began ??= claim.now;
    return perSecond === 0
      ? reserved(() => claimIn(write, dialect, claim))
      : transact((db) => claimPacedIn(db, dialect, { ...claim, perSecond }));
  };
  return {
    nextDue: async (wallNow) => {
      if (knows.asides) {
        const { times } = knows;
        const any = await aside.isRetryDue(read, null);
        knows.asides = any || times !== knows.times;
      }
      return (knows.asides ? beat.nextDueBesideAside : beat.nextDueOf)(read, wallNow ?? null);
    },
    claim: claimed,
    unclaimable: (claim) => unclaimableOf(database, claim, isExpected),
    renew: (ids, leaseUntil) => reserved(() => beat.renewIn(write, ids, leaseUntil)),
    settle: batchSettlements(
      (settled) =>
        areFollowed(settled)
          ? transact((db) => settleAndPlanIn(db, dialect, settled))
          : reserved(() => settleIn(write, dialect, settled)),
      isExpected,
    ),
    releaseClaims: async () => (dialect.singleProcess ? transact((db) => beat.releaseIn(db)) : 0),
    overtaking: (delivery, now) => beat.overtakingOf(read, delivery, now),
    readBackBefore: () => {
      const grace = file?.restored === true ? 0 : ORDINARY_RESTART_MS;
      // A database in memory knows of no life before this one.
      const known = !dialect.singleProcess || file !== undefined;
      return Promise.resolve(began === null || !known ? null : began - grace);
    },
  };
}

function asidesOn(database: Database, knows: Knowledge): SetAsideStore {
  const { read, write } = database;
  const reserved = withDiskReserve(database);
  const transact = transactionWithReserve(database);
  return {
    setAside: async (poisoned) => {
      const mark = (await aside.markOf(read, poisoned)) ?? 0;
      let row: SetAside;
      try {
        row = await transact((db) => aside.setAsideIn(db, { ...poisoned, mark }));
      } finally {
        // Not earlier, because a reader saw nothing before the commit. Without an answer it may be committed as well.
        notice(knows);
      }
      try {
        await reserved(() => aside.markIn(write, row));
      } catch (error) {
        // It cannot even be written to; that it is passed over is written down elsewhere.
        if (isExpected(error)) throw error;
      }
      return row;
    },
    toldAside: (row) => reserved(() => aside.toldAsideIn(write, row)),
    retryAside: async (now) => {
      // Another process may have set one aside, and be gone.
      if (!(await aside.isRetryDue(read, null))) return;
      notice(knows);
      if (await aside.isRetryDue(read, now)) await transact((db) => aside.retryIn(db, now));
    },
    asides: (guild) => aside.asidesOf(read, guild),
  };
}

function channelsOn(database: Database): ChannelStore {
  const { read } = database;
  const transact = transactionWithReserve(database);
  return {
    closeChannel: (closing) => transact((db) => closed.closeIn(db, closing)),
    closed: (guild, channel) => closed.closedOf(read, guild, channel),
    reopenChannel: (guild, channel) => transact((db) => closed.reopenIn(db, guild, channel)),
    closedChannels: (guild) => closed.closedChannelsOf(read, guild),
    untold: (guild) => closed.untoldOf(read, guild),
    told: (guild, channel) => transact((db) => closed.toldIn(db, guild, channel)),
  };
}

function groupingOn(database: Database): GroupingStore {
  const { read, dialect } = database;
  const transact = transactionWithReserve(database);
  return {
    unsentReminders: (day) => groups.unsentOf(read, day),
    groupReminders: (day) =>
      transact(async (db) => {
        await dialect.lockGuild(db, day.guild);
        await groups.gatherIn(db, day);
      }),
    reminderGroup: (reminder) => groups.listOf(read, reminder),
    ungroupReminders: (leader) => transact((db) => groups.scatterIn(db, leader)),
    takePing: (channel, day, nonce) => transact((db) => claimPing(db, channel, day, nonce)),
  };
}

function publishingOn(database: Database): PublishingStore {
  const transact = transactionWithReserve(database);
  return {
    takePublishing: (turn) => transact((db) => takePublishingIn(db, turn)),
    editsOfPublished: (at, since) => editsOfPublishedOf(database.read, at, since),
  };
}

function logOn({ read }: Database): PostLog {
  return {
    deliveries: (guild, filter) => beat.deliveriesOf(read, guild, filter),
    digestsPosted: (guild) => digestsPostedOf(read, guild),
    delivery: (guild, id) => beat.deliveryOf(read, guild, id),
    counts: () => beat.countsOf(read),
    lastSent: (guild, channel, kind) => beat.lastSentOf(read, guild, channel, kind),
    log: (guild, look) => logOf(read, guild, look),
  };
}
