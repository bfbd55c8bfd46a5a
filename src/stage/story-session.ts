/** One story on the stage: a server of its own, the bot, and the clock they share. */
import type { Logger } from 'pino';
import { openBot, type Bot } from '../bot.js';
import {
  DEMO_GUILD,
  playScene,
  startLocalDiscord,
  toldOf,
  type PersonAnswer,
  type LocalDiscord,
  type PageOptions,
  type Scene,
  type StageView,
  type Story,
} from '../playground/index.js';
import { wallNow } from '../clock.js';
import { manualClock, advanceTo, type ManualClock } from './manual-clock.js';
import { dueIn, ledgerOf } from './due.js';
import { StageFaults } from './faults.js';
import { openSite } from './site.js';
import type { SiteServer } from '../web/site/serve.js';
import { MINUTE } from '../domain/durations.js';
import { msBetween, wallMs, type RecordInstant } from '../domain/instant.js';

export interface StorySessionOptions {
  readonly story: Story;
  readonly port: number;
  /** Of the public site; 0 takes any that is free. */
  readonly sitePort: number;
  readonly log: Logger;
  readonly page: PageOptions;
}

/** Announcements wait as long as they do on a real server, so that Undo is seen, ms of the record's time. */
const ANNOUNCE_DELAY = MINUTE;

/** One story on the stage: a server of its own, the bot in it, and the clock they share. */
export class StorySession {
  readonly story: Story;
  readonly discord: LocalDiscord;
  readonly bot: Bot;
  readonly clock: ManualClock;
  readonly faults: StageFaults;
  readonly site: SiteServer;
  #done = 0;
  /** How many times as fast as the machine's clock the record's goes, and up to which instant of that it has gone. */
  #pace = { rate: 0, since: wallNow() };
  #going: Promise<unknown> = Promise.resolve();

  private constructor(story: Story, discord: LocalDiscord, bot: Bot, clock: ManualClock, site: SiteServer) {
    this.story = story;
    this.discord = discord;
    this.bot = bot;
    this.clock = clock;
    this.site = site;
    this.faults = new StageFaults(discord, () => clock.now());
  }

  static async open({ story, port, sitePort, log, page }: StorySessionOptions): Promise<StorySession> {
    const clock = manualClock(story.start);
    const now = () => clock.now();
    const discord = await startLocalDiscord({ guilds: [DEMO_GUILD], now, limits: 'off', port, page });
    let publicUrl: string | null = null;
    const bot = await openBot({
      publicUrl: () => publicUrl,
      token: discord.token,
      apiUrl: discord.apiUrl,
      databaseUrl: 'sqlite::memory:',
      announceDelay: ANNOUNCE_DELAY,
      // The local Discord has no limits; waiting for slots of real time would make posts late on the record's clock.
      requestsPerSecond: 0,
      clock,
      log,
      fatal: (reason) => log.fatal(reason),
    });
    const site = await openSite({ bot, discord, now, port: sitePort, log });
    ({ publicUrl } = site);
    discord.unfoldLinksOf(site.publicUrl);
    await bot.start();
    return new StorySession(story, discord, bot, clock, site);
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.bot.stop();
    await this.discord.close();
  }

  get next(): Scene | undefined {
    return this.story.scenes[this.#done];
  }

  /** Plays the next scene at its instant, or at once where the clock is past it, until it is announced; then the story's end. */
  async step(): Promise<{ readonly told: string; readonly answer: PersonAnswer } | null> {
    const scene = this.next;
    if (scene === undefined) {
      await this.to(this.story.end);
      return null;
    }
    await this.to(scene.at);
    this.#done += 1;
    const answer = await playScene(scene, (name, channel) => this.discord.as(name, channel));
    await this.bot.beat();
    // A reader of the story sees what became of the step.
    await this.to(this.clock.now() + ANNOUNCE_DELAY);
    return { told: toldOf(scene), answer };
  }

  /** Goes on to an instant, posting on the way; stays where it is if that is past. */
  async to(instant: RecordInstant): Promise<void> {
    if (instant > this.clock.now()) await this.#go(instant);
  }

  /** From now on the record's time goes `rate` times as fast as real time, stride by stride; 0 stands still. */
  run(rate: number): void {
    this.#pace = { rate, since: wallNow() };
  }

  get running(): boolean {
    return this.#pace.rate > 0;
  }

  /** Goes on by the time that has gone by. The clock stands at each thing due until it is posted. */
  async stride(): Promise<void> {
    const { rate, since } = this.#pace;
    await this.to(Math.floor(this.clock.now() + msBetween(since, wallNow()) * rate));
  }

  /** One at a time: two would move the clock from under each other's posts. */
  async #go(instant: RecordInstant): Promise<void> {
    const gone = this.#after(this.#going, instant);
    this.#going = gone.catch(() => undefined);
    await gone;
  }

  async #after(earlier: Promise<unknown>, instant: RecordInstant): Promise<void> {
    await earlier;
    await advanceTo(instant, this.clock, this.bot);
    this.#pace = { ...this.#pace, since: wallNow() };
  }

  /** Goes on to the next thing due; false where nothing is. */
  async toNext(): Promise<boolean> {
    const due = await this.bot.store.nextDue();
    if (due === null) return false;
    await this.#go(Math.max(due, this.clock.now()));
    return true;
  }

  async seen(): Promise<Omit<StageView, 'stories' | 'busy'>> {
    const { rate, since } = this.#pace;
    const { story, bot, discord, clock, next } = this;
    const guild = [...discord.world.guilds.keys()][0] ?? '';
    const nameOf = (id: string) => discord.world.findChannel(id)?.name ?? null;
    return {
      clock: { record: clock.now(), real: wallMs(since), rate },
      zone: story.timeZone,
      due: await dueIn(bot.store, guild, nameOf),
      ledger: await ledgerOf(bot.store, guild, nameOf),
      story: {
        id: story.id,
        title: story.title,
        path: story.path,
        done: this.#done,
        steps: story.scenes.length,
        next: next === undefined ? null : toldOf(next),
      },
      faults: this.faults.seen(),
    };
  }
}
