import * as beat from './beat.js';
import { digestsPostedOf } from './log.js';
import { pingIn } from './ping.js';
import { restIn, spendIn } from './budget.js';
import { claimIn, claimPacedIn } from './claim.js';
import * as closed from './closed.js';
import type { Database } from './database.js';
import type { PostingStore } from './port.js';
import { settleIn, together } from './settling.js';
import { transact, urgently } from './transact.js';
import { patiently } from './trouble.js';

export function postingOn(database: Database): PostingStore {
  return { ...outboxOn(database), ...channelsOn(database), ...logOn(database) };
}

function outboxOn(database: Database) {
  const { read, write, engine } = database;
  const must = urgently(database);
  const inOne = transact(database);
  return {
    nextDue: (real) => beat.nextDueOf(read, real ?? null),
    lapsing: (now, limit) => beat.lapsingOf(read, now, limit),
    firing: (now, limit) => beat.firingOf(read, now, limit),
    fire: (schedule, next, digest, missed) => inOne((db) => beat.fireIn(db, schedule, next, digest, missed)),
    claim: (claim) => {
      const { perSecond = 0 } = claim;
      return perSecond === 0
        ? must(() => claimIn(write, engine, claim))
        : must(() => write.transaction().execute((db) => claimPacedIn(db, engine, { ...claim, perSecond })));
    },
    renew: (ids, leaseUntil) => patiently(() => beat.renewIn(write, ids, leaseUntil)),
    take: async (perSecond, real) => {
      if (perSecond === 0) return real;
      const begun = performance.now();
      const { slots, now } = await patiently(() => spendIn(write, engine, { perSecond, real, count: 1 }));
      const here = engine === 'sqlite' ? real : real + performance.now() - begun;
      return here + (slots[0] ?? now) - now;
    },
    rest: (ms, real) => patiently(() => restIn(write, engine, ms, real)),
    settle: together((settled) => must(() => settleIn(write, engine, settled))),
    readBackBefore: () => Promise.resolve(null),
    releaseClaims: async () => (engine === 'sqlite' ? inOne((db) => beat.releaseIn(db)) : 0),
  } satisfies Partial<PostingStore>;
}

function channelsOn(database: Database) {
  const { read } = database;
  const inOne = transact(database);
  return {
    closeChannel: (closing) => inOne((db) => closed.closeIn(db, closing)),
    closed: (guild, channel) => closed.closedOf(read, guild, channel),
    reopenChannel: (guild, channel) => inOne((db) => closed.reopenIn(db, guild, channel)),
    closedChannels: (guild) => closed.closedChannelsOf(read, guild),
    untold: (guild) => closed.untoldOf(read, guild),
    takePing: (channel, day, nonce) => inOne((db) => pingIn(db, channel, day, nonce)),
    told: (guild, channel) => inOne((db) => closed.toldIn(db, guild, channel)),
  } satisfies Partial<PostingStore>;
}

function logOn({ read }: Database) {
  return {
    overtaking: (delivery, now) => beat.overtakingOf(read, delivery, now),
    deliveries: (guild, filter) => beat.deliveriesOf(read, guild, filter),
    digestsPosted: (guild) => digestsPostedOf(read, guild),
    counts: () => beat.countsOf(read),
    lastSent: (guild, channel, kind, subject) => beat.lastSentOf(read, guild, channel, kind, subject),
  } satisfies Partial<PostingStore>;
}
