import { nextFire } from '../../src/domain/cron/index.js';
import { decide } from '../../src/domain/decide/index.js';
import { withAdded } from '../../src/domain/decide/context.js';
import type { Entry } from '../../src/domain/entry.js';
import {
  DEFAULT_OFFSETS,
  defaultSettings,
  type ReminderPlan,
  type Schedule,
} from '../../src/domain/guild.js';
import { ok } from '../../src/domain/refusal.js';
import type { GuildSeed } from '../../src/playground/index.js';
import type { Store } from '../../src/store/port/index.js';
import { valueOf } from '../support/result.js';
import { ms, recording, undated, WASHINGTON } from '../domain/support.js';
import type { Course } from './orders.js';

export const GUILD = '300000000000000001';
export const CHANNELS = {
  ultimatums: '300000000000000011',
  general: '300000000000000012',
  review: '300000000000000013',
  board: '300000000000000014',
  desk: '300000000000000015',
  newcomers: '300000000000000016',
} as const;
export const ANA = '300000000000000021';
export const BEN = '300000000000000022';

/** Ids of its own, so that every world is the same one. */
export const SERVER: GuildSeed = {
  id: GUILD,
  name: 'Newsroom',
  channels: Object.entries(CHANNELS).map(([name, id]) => ({ name, id })),
  members: [
    { name: 'Ana', id: ANA },
    { name: 'Ben', id: BEN },
  ],
};

export const BEGIN = ms('2025-07-14T10:00');

/** Hidden records of before: as many as are planned in one transaction, so that those that follow are in the next. */
export const OLD = 25;

export const SETTINGS = {
  ...defaultSettings(GUILD),
  zone: WASHINGTON,
  announcements: CHANNELS.ultimatums,
  reviewChannel: CHANNELS.review,
};

export const reminderPlanOf = (channel: string): ReminderPlan => ({
  channel,
  offsets: DEFAULT_OFFSETS,
  pingRole: null,
  zone: WASHINGTON,
});

export const courseIn = (
  channel: string,
  cron: string,
  scope: Course['scope'] = { kind: 'all' },
): Course => ({
  guild: GUILD,
  channel,
  cron,
  zone: WASHINGTON,
  scope,
});

/** A countdown from `now` on, record's ms UTC. */
export const startedAt = (now: number, course: Course): Omit<Schedule, 'id'> => ({
  ...course,
  author: ANA,
  status: 'running',
  broken: null,
  next: nextFire(course.cron, course.zone, now),
  last: null,
});

function hiddenRecord(entries: readonly Entry[]) {
  const by = { now: BEGIN, by: ANA };
  const recorded = valueOf(decide(entries, recording(undated('soon')), by));
  const hidden = valueOf(decide(withAdded(entries, recorded), { verb: 'hide', reason: 'a mistake' }, by));
  return ok([...recorded, ...hidden]);
}

/** What an administrator set up before anything was recorded: announcements, a reminder plan, a countdown, a board, nudges. */
export async function setUp(store: Store): Promise<void> {
  const options = { now: BEGIN, announceDelay: 0, channel: null };
  for (let index = 0; index < OLD; index += 1) await store.change(GUILD, null, hiddenRecord, options);
  await store.saveSettings(SETTINGS, BEGIN);
  await store.setBoard(GUILD, CHANNELS.board, BEGIN);
  await store.saveReminderPlan(GUILD, reminderPlanOf(CHANNELS.general), BEGIN);
  await store.addSchedule(startedAt(BEGIN, courseIn(CHANNELS.general, '0 9 * * *')));
}
