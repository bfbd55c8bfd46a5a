import { nextFire } from '../../src/domain/cron/index.js';
import {
  DEFAULT_OFFSETS,
  defaultSettings,
  type GuildSettings,
  type ReminderPlan,
  type Schedule,
} from '../../src/domain/guild.js';
import type { Store } from '../../src/store/port/index.js';
import { DAY, HOUR, MINUTE } from '../domain/support.js';
import type { Button } from './button.js';
import type { Cellar } from './cellar.js';
import { Chronicle } from './chronicle.js';
import { ModelDiscord } from './discord.js';
import type { Person } from './people.js';
import { Random } from './random.js';
import { Scheduler } from './scheduler.js';
import { Worker, type Strategy } from './worker.js';
import { valueOf } from '../support/result.js';

export const NEWS = '700000000000000001';
export const FAR = '700000000000000002';
export const TYPED = '700000000000000003';
const DESK = '700000000000000004';
const ADMINS = '700000000000000005';

const ZONES = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata'] as const;
/** Some days before clocks are changed somewhere, or before nothing of the kind. */
const BEGINS = ['2025-03-06', '2025-03-27', '2025-10-23', '2025-10-30', '2025-04-02', '2025-07-14'] as const;
const OFFSETS: readonly ReminderPlan['offsets'][] = [
  DEFAULT_OFFSETS,
  [...DEFAULT_OFFSETS, { unit: 'hours', count: 6 }, { unit: 'days', count: 3 }],
  [
    { unit: 'days', count: 1 },
    { unit: 'hours', count: 24 },
  ],
];

/** How much goes wrong: nothing, some, or all the time. */
type Weather = 'calm' | 'breeze' | 'storm';

/** Everything a seed decides before anything happens. */
export interface Setting {
  readonly weather: Weather;
  readonly workers: number;
  readonly settings: GuildSettings;
  readonly reminderPlans: readonly ReminderPlan[];
  readonly schedule: Omit<Schedule, 'id'> | null;
  /** The channel with a board. */
  readonly board: string | null;
  /** The send budget; 0 for none. */
  readonly perSecond: number;
  /** How long announcements wait for an undo, ms. */
  readonly delay: number;
  /** Whether much happens, for days; most stories are short, so that many fit into a minute. */
  readonly long: boolean;
  /** For how long people and faults go on, ms. */
  readonly length: number;
  readonly zone: string;
}

function settingOf(seed: number, random: Random, begin: number): Setting {
  const guild = String(300_000_000_000_000_000n + BigInt(seed));
  const zone = random.pick(ZONES);
  const long = random.chance(0.1);
  const reminderPlan = (channel: string): ReminderPlan => ({
    channel,
    offsets: random.pick(OFFSETS),
    pingRole: random.chance(0.2) ? '600000000000000001' : null,
    zone: random.pick(ZONES),
  });
  const cron = random.pick(['30 2 * * *', '0 9 * * *', '0 0 * * *']);
  const countdown = {
    guild,
    channel: FAR,
    cron,
    zone,
    scope: { kind: 'all' },
    author: '5',
    status: 'running',
  } as const;
  return {
    weather: random.weighted([
      [4, 'calm'],
      [4, 'breeze'],
      [2, 'storm'],
    ]),
    workers: random.chance(0.3) ? 2 : 1,
    settings: {
      ...defaultSettings(guild),
      zone,
      announcements: random.chance(0.85) ? NEWS : null,
      reviewChannel: random.chance(0.15) ? DESK : null,
      adminChannel: random.chance(0.5) ? ADMINS : null,
    },
    reminderPlans: [
      ...(random.chance(0.8) ? [reminderPlan(NEWS)] : []),
      ...(random.chance(0.4) ? [reminderPlan(FAR)] : []),
    ],
    schedule: random.chance(0.25)
      ? { ...countdown, broken: null, next: nextFire(cron, zone, begin), last: null }
      : null,
    board: random.chance(0.25) ? random.pick([FAR, NEWS]) : null,
    perSecond: random.chance(0.5) ? 50 : 0,
    delay: random.chance(0.8) ? MINUTE : 0,
    long,
    length: (long ? random.between(2, 5) : random.between(1, 2)) * DAY,
    zone,
  };
}

/** One server, its workers and its Discord, as a seed made them. */
export class World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly setting: Setting;
  readonly chronicle: Chronicle;
  readonly discord: ModelDiscord;
  readonly store: Store;
  readonly person: Person;
  readonly workers: Worker[] = [];
  readonly reminderPlans = new Map<string, ReminderPlan>();
  /** Channels whose reminder plan was set again. */
  readonly relaid = new Set<string>();
  /** Channels that were closed to the bot at some time. */
  readonly closed = new Set<string>();
  /** Messages of boards that somebody deleted, by nonce. */
  readonly torn = new Set<string>();
  /** Every button that somebody was to have in front of them, in order. */
  readonly buttons: Button[] = [];
  schedule: Schedule | null = null;
  /** When the countdown was taken away, the record's ms UTC. */
  ended = Infinity;
  readonly trace: string[] = [];
  #started = 0;

  constructor(
    seed: number,
    readonly cellar: Cellar,
    private readonly strategy: Strategy,
  ) {
    const random = new Random(seed);
    this.random = random;
    const begin = Date.parse(`${random.pick(BEGINS)}T00:00:00Z`) + random.between(0, 47) * 30 * MINUTE;
    this.scheduler = new Scheduler(
      Date.parse(random.pick(['2024-05-04T10:00:00Z', '2026-05-04T10:00:00Z'])),
      begin,
    );
    this.setting = settingOf(seed, random, begin);
    this.chronicle = new Chronicle(this.scheduler, (what) => this.log(what));
    this.discord = new ModelDiscord(this.scheduler, random, random.between(90, 300) * 1000, this.guild);
    this.discord.onTrouble = () => this.chronicle.disturb(20_000, 20_000);
    this.store = this.chronicle.observed(strategy.base?.(cellar) ?? cellar.store);
    this.person = { random, zone: this.setting.zone };
  }

  get guild(): string {
    return this.setting.settings.guild;
  }

  log(what: string): void {
    const { record, real } = this.scheduler;
    this.trace.push(
      `${new Date(record).toISOString()} (${new Date(real).toISOString().slice(11, 19)}) ${what}`,
    );
  }

  async begin(): Promise<void> {
    const { settings, reminderPlans, schedule, board, workers, weather } = this.setting;
    await this.cellar.clear();
    await this.store.saveSettings(settings, this.scheduler.record);
    for (const reminderPlan of reminderPlans) await this.lay(reminderPlan);
    if (schedule !== null) this.schedule = valueOf(await this.store.addSchedule(schedule));
    if (board !== null) await this.store.setBoard(this.guild, board, this.scheduler.record);
    this.discord.trouble = { calm: 0, breeze: 0.08, storm: 0.3 }[weather];
    for (let index = 0; index < workers; index += 1) this.workers.push(this.start());
    this.log(`${weather}, ${workers} at work, announced ${this.setting.delay} ms later`);
  }

  async lay(reminderPlan: ReminderPlan): Promise<void> {
    if (this.reminderPlans.has(reminderPlan.channel)) this.relaid.add(reminderPlan.channel);
    this.reminderPlans.set(reminderPlan.channel, reminderPlan);
    await this.store.saveReminderPlan(this.guild, reminderPlan, this.scheduler.record);
  }

  /** A new process. One that is alone takes up its own dead claims at once. */
  start(): Worker {
    this.#started += 1;
    const { scheduler, discord, store, random, strategy, chronicle } = this;
    if (this.setting.workers === 1) void store.releaseClaims();
    return new Worker(`worker ${this.#started}`, {
      scheduler,
      discord,
      store,
      random,
      strategy,
      cellar: this.cellar,
      perSecond: this.setting.perSecond,
      alone: this.setting.workers === 1,
      sending: (worker, nonce) => chronicle.sending(worker, nonce),
      answered: (worker, nonce) => chronicle.answered(worker, nonce),
      nameOf: (nonce) => chronicle.nameOf(nonce),
      log: (what) => this.log(what),
    });
  }

  /** What somebody does without anybody waiting for it; an error is one of the story's. */
  doing(work: () => void | Promise<void>): void {
    const failed = (error: unknown) =>
      this.chronicle.fault(error instanceof Error ? String(error.stack) : String(error));
    void this.scheduler.counted(async () => work()).catch(failed);
  }

  /** When a beat has something to do next, in real time; at once for what is overdue. */
  async wake(): Promise<number> {
    const { record, claimed } = await this.cellar.due();
    const { offset } = this.scheduler;
    // A clock that went back may stand before the instant at which a dead claim was due.
    const dead = claimed.map(({ lease, due }) => Math.max(lease, due - offset));
    return Math.min(record - offset - (this.strategy.ahead ?? 0), ...dead);
  }

  /** A jump of the record's clock. */
  jump(by: number): void {
    this.log(`the clock jumps by ${by / HOUR} h`);
    this.chronicle.disturb(MINUTE, MINUTE);
    this.scheduler.jump(by);
    this.chronicle.seen();
  }
}
