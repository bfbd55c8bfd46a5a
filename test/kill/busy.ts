import { DEFAULT_OFFSETS, defaultSettings } from '../../src/domain/guild.js';
import { decide } from '../../src/domain/decide/index.js';
import { nextFire } from '../../src/domain/cron/index.js';
import type { Store } from '../../src/store/port/index.js';
import { DAY, instant, ms, recording, WASHINGTON } from '../domain/support.js';
import type { Setting } from './world.js';

const GUILD = '400000000000000001';
const ANNOUNCED = '400000000000000010';
/** Many, so that none gets more in one morning than Discord takes at once. */
const COUNTED = Array.from({ length: 24 }, (_, index) => `4000000000000001${String(index).padStart(2, '0')}`);
const AUTHOR = '400000000000000021';
const BEGIN = ms('2025-07-14T11:00');
const FIRST = ms('2025-07-15T09:00');
const AT_ONCE = 2;

/** The mornings on which everything falls due at once: deadlines, reminders of those to come, countdowns. */
export const morningsOf = (waves: number): readonly number[] => [
  BEGIN,
  ...Array.from({ length: waves }, (_, wave) => FIRST + wave * DAY),
];

async function record(store: Store, morning: number, index: number): Promise<void> {
  const deadline = instant(new Date(morning).toISOString());
  const command = { ...recording(deadline), issuer: `Issuer ${index}`, targets: [`Target ${index}`] };
  const changing = { now: BEGIN, announceDelay: 0, channel: null };
  const changed = await store.change(
    GUILD,
    null,
    (entries) => decide(entries, command, { now: BEGIN, by: 'ana' }),
    changing,
  );
  if (!changed.ok) throw new Error(changed.refusal.why);
}

async function countDown(store: Store, channel: string): Promise<void> {
  const cron = '0 9 * * *';
  await store.saveReminderPlan(
    GUILD,
    { channel, offsets: DEFAULT_OFFSETS, pingRole: null, zone: WASHINGTON },
    BEGIN,
  );
  await store.addSchedule({
    guild: GUILD,
    channel,
    cron,
    zone: WASHINGTON,
    scope: { kind: 'all' },
    author: AUTHOR,
    status: 'running',
    broken: null,
    next: nextFire(cron, WASHINGTON, BEGIN),
    last: null,
  });
}

/** A server with as many mornings full of work. */
export const busySetting = (waves: number): Setting => ({
  guild: GUILD,
  server: {
    id: GUILD,
    name: 'Newsroom',
    channels: [ANNOUNCED, ...COUNTED].map((id, index) => ({ id, name: `channel-${index}` })),
    members: [{ name: 'Ana', id: AUTHOR }],
  },
  channels: [ANNOUNCED, ...COUNTED],
  begin: BEGIN,
  acts: [],
  async setUp(store) {
    await store.saveSettings(
      { ...defaultSettings(GUILD), zone: WASHINGTON, announcements: ANNOUNCED },
      BEGIN,
    );
    for (const channel of COUNTED) await countDown(store, channel);
    for (const morning of morningsOf(waves).slice(1))
      for (let index = 0; index < AT_ONCE; index += 1) await record(store, morning, index);
  },
});
