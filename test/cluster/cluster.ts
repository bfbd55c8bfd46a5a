/** Many processes of the bot on one PostgreSQL, against one local Discord that enforces its limits. */
import { setInterval as ticks, setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';
import { openStore } from '../../src/store/index.js';
import { freePort } from '../support/free-port.js';
import { Conversations, type Answers } from './conversations.js';
import { Member } from './member.js';
import { fillPlaces, placesOf, seedOf, type Place } from './places.js';
import { countPosts, unsettled, type Posts } from './posts.js';

export interface ClusterOptions {
  /** An empty database. */
  readonly url: string;
  readonly places: number;
  /** Records of each place, all to be announced from the beginning. */
  readonly each: number;
  /** Requests a second that Discord allows the bot, and that it allows itself. */
  readonly perSecond: number;
  /** How many shards may identify within five seconds. */
  readonly maxConcurrency: number;
  readonly gateways: number;
  readonly workers: number;
  readonly webs: number;
  /** How long Discord waits for a first answer, ms. */
  readonly firstAnswerMs: number;
  /** For how long Discord remembers a nonce, ms; as long as it does where nothing is said. */
  readonly nonceWindowMs?: number;
  /** What is started instead of the bot, to see this fail. */
  readonly args?: readonly string[];
}

/** Four shards. */
const SERVERS = 4000;
const NOTICED_MS = 50;

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

async function started(members: readonly Member[]): Promise<void> {
  for (const member of members) member.start();
  await Promise.all(members.map((member) => member.ready()));
}

export interface Verdict {
  readonly posts: Posts;
  readonly answers: Answers;
  /** What Discord answered with 429. */
  readonly tooMany: readonly string[];
  /** Processes that ended by themselves. */
  readonly faults: readonly string[];
}

/** Processes of the bot, and the Discord and the database that outlive them. */
export class Cluster {
  readonly conversations: Conversations;
  readonly gateways: readonly Member[];
  readonly workers: readonly Member[];
  readonly webs: readonly Member[];
  readonly #tooMany: string[] = [];

  private constructor(
    readonly discord: LocalDiscord,
    readonly places: readonly Place[],
    /** Where each process with the role `web` listens. */
    readonly ports: readonly number[],
    private readonly options: ClusterOptions,
  ) {
    const { url, perSecond, args } = options;
    const common = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: url,
      DISCORD_REQUESTS_PER_SECOND: String(perSecond),
      ANNOUNCE_DELAY_SECONDS: '0',
    };
    const { publicKey } = discord.interactionsEndpoint;
    const run = (roles: string, more: Record<string, string> = {}) =>
      new Member(roles, { ...common, ...more }, args);
    this.gateways = times(options.gateways, () => run('gateway'));
    this.workers = times(options.workers, () => run('worker'));
    this.webs = ports.map((port) => run('web', { PORT: String(port), DISCORD_PUBLIC_KEY: publicKey }));
    this.conversations = new Conversations(discord, options.firstAnswerMs);
    discord.onRequest(({ status, method, path }) => {
      if (status === 429) this.#tooMany.push(`${method} ${path}`);
    });
  }

  /** Everything is planned, gateways and web processes are ready, and nobody posts yet. */
  static async open(options: ClusterOptions): Promise<Cluster> {
    const places = placesOf(options.places);
    const { perSecond, maxConcurrency, firstAnswerMs, nonceWindowMs } = options;
    await fillPlaces(options.url, places, options.each, Date.now());
    const discord = await startLocalDiscord({
      guilds: places.map(seedOf),
      limits: { perSecond },
      firstAnswerMs,
      gateway: { guildCount: SERVERS, identifies: { total: 1000, maxConcurrency } },
      ...(nonceWindowMs === undefined ? {} : { nonceWindowMs }),
    });
    const ports = await Promise.all(times(options.webs, freePort));
    const cluster = new Cluster(discord, places, ports, options);
    await started([...cluster.gateways, ...cluster.webs]);
    return cluster;
  }

  /** From now on everything is posted. */
  async startWorkers(): Promise<void> {
    await started(this.workers);
  }

  get members(): readonly Member[] {
    return [...this.gateways, ...this.workers, ...this.webs];
  }

  /** Ends a process at once, whatever it does, and starts it again. */
  async kill(member: Member): Promise<void> {
    await member.kill();
    // Its sockets are closed a moment after it is dead.
    await wait(NOTICED_MS);
    this.conversations.look();
    member.start();
  }

  /** Ends every connection to the database, as a failing network does. */
  async cut(): Promise<void> {
    await this.#asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
  }

  /** What killed workers had claimed is free at once and not only after its lease: the living are stopped, and started again. */
  async endLeases(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await this.#asAdmin(`update delivery set lease = 0 where status = 'claimed'`);
    await this.startWorkers();
  }

  /** Resolves when every post is settled. */
  async settled(): Promise<void> {
    const store = await openStore(this.options.url, () => undefined, { shared: true });
    // A busy machine, or a database that starts again, is asked once more.
    for await (const _ of ticks(500)) if ((await unsettled(store).catch(() => null)) === 0) break;
    await store.close();
  }

  /** Ends everything at once; safe to call twice. */
  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.kill()));
    await this.discord.close();
  }

  /** Stops every process, and counts. */
  async end(): Promise<Verdict> {
    await Promise.all(this.members.map((member) => member.stop()));
    const store = await openStore(this.options.url, () => undefined);
    const posts = await countPosts(this.discord, store, this.places);
    await store.close();
    await this.discord.close();
    return {
      posts,
      answers: this.conversations.answers(),
      tooMany: this.#tooMany,
      faults: this.members.flatMap(({ faults }) => faults),
    };
  }

  async #asAdmin(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.options.url });
    // It may be cut as well.
    client.on('error', () => undefined);
    await client.connect();
    await client.query(statement);
    await client.end();
  }
}
