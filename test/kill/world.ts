import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Schedule } from '../../src/domain/guild.js';
import {
  startLocalDiscord,
  type Exchange,
  type GuildSeed,
  type LocalDiscord,
} from '../../src/playground/index.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import type { Act, Life, Target } from './orders.js';
import { courseOf, keptOf, pressesOf, type Pressed } from './presses.js';
import { keyOf } from '../support/post-key.js';

/** Where a victim's record is kept: anything that `openStore` takes. */
export interface Place {
  readonly databaseUrl: string;
  remove(): Promise<void>;
}

export async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'ultimatum-kill-'));
  return {
    databaseUrl: `sqlite:${join(folder, 'record.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a world came to: what stands in its channels, its ledger, and how each planned post ended. */
export interface Outcome {
  /** Messages and events, by name, or by marker where the record knows none: how often each was made, and what it shows. */
  readonly posts: ReadonlyMap<string, { readonly channel: string; count: number; readonly text: string }>;
  readonly entries: readonly string[];
  /** By name: how each planned post ended. */
  readonly rows: ReadonlyMap<string, string>;
  /** Settings, reminder plans, countdowns, boards, issuers and proposals. */
  readonly kept: readonly string[];
  /** Nonces of the edits of posts: they hold the id of the post's row. */
  readonly knownById: ReadonlySet<string>;
  /** By key: what became of each button. */
  readonly presses: ReadonlyMap<string, Pressed>;
}

const FORGOTTEN_MS = 4 * 60_000;
/** While one waits to be tried again, no other is planned: what counts is what the board says in the end. */
const isBoardEdit = (post: Delivery['post']) => post.kind === 'board' && post.slot === 'edit';

const isEditOfRow = ({ post }: Delivery) => post.kind === 'edit' && post.of === 'row';

/** A board or an event that shows already what it should is left as it is: killed after its edit, that is how it ends. */
const endOf = ({ post, status }: Delivery) =>
  (post.kind === 'board' || post.kind === 'event') && status === 'skipped' ? 'sent' : status;

/**
 * What each planned post is, by its nonce. A countdown goes by its course, and the edit of a post by what that post is:
 * PostgreSQL gives no id again that was given in a transaction that never ended.
 */
function namesOf(rows: readonly Delivery[], schedules: readonly Schedule[]): ReadonlyMap<string, string> {
  const courses = new Map(schedules.map((one) => [`schedule-${one.id}`, courseOf(one)]));
  const nameOf = (row: Delivery): string => {
    const { kind, subject, version, slot } = keyOf(row);
    const { post } = row;
    const edits = post.kind === 'edit' && post.of === 'row' ? post : null;
    const about = post.kind === 'publish' ? post : edits;
    const other = rows.find(({ id }) => id === about?.row);
    const what = other === undefined ? slot : `${edits?.entry ?? 'publishing'} of ${nameOf(other)}`;
    return [row.channel, kind, courses.get(subject) ?? subject, version, what].join(' ');
  };
  return new Map(rows.map((row) => [row.nonce, nameOf(row)]));
}

const MARKER = /:([\w-]{22})"/;

/** Where a world begins. */
export interface Setting {
  readonly guild: string;
  readonly server: GuildSeed;
  readonly channels: readonly string[];
  /** The record's instant, ms UTC. */
  readonly begin: number;
  /** Everything that people do in it. */
  readonly acts: readonly Act[];
  setUp(store: Store): Promise<void>;
}

interface Clock {
  record: number;
  real: number;
}

/** A Discord and a database that outlive every process of the bot. */
export class World {
  readonly #discord: LocalDiscord;
  readonly #place: Place;
  readonly #setting: Setting;
  readonly #clock: Clock;
  /** Called when Discord has carried out a request and not yet answered it. */
  onStored: (exchange: Exchange) => void = () => undefined;

  private constructor(discord: LocalDiscord, place: Place, setting: Setting, clock: Clock) {
    this.#discord = discord;
    this.#place = place;
    this.#setting = setting;
    this.#clock = clock;
    discord.onRequest((exchange) => this.onStored(exchange));
  }

  static async open(place: Place, setting: Setting): Promise<World> {
    const clock = { record: setting.begin, real: Date.now() };
    const discord = await startLocalDiscord({
      guilds: [setting.server],
      limits: 'off',
      now: () => clock.record,
      realNow: () => clock.real,
      // Processes start and die in between.
      firstAnswerMs: 60_000,
    });
    const store = await openStore(place.databaseUrl, () => undefined);
    await setting.setUp(store);
    await store.close();
    return new World(discord, place, setting, clock);
  }

  life(target: Target | null): Omit<Life, 'broken' | 'rival'> {
    const { apiUrl, token, applicationId: application } = this.#discord;
    const { databaseUrl } = this.#place;
    return { databaseUrl, apiUrl, token, application, real: this.#clock.real, target };
  }

  /** Real time, ms UTC. */
  get real(): number {
    return this.#clock.real;
  }

  at(record: number): void {
    this.#clock.record = record;
  }

  /** Real time goes on until Discord has forgotten every nonce. */
  forget(): void {
    this.#clock.real += FORGOTTEN_MS;
  }

  async outcome(): Promise<Outcome> {
    const store = await openStore(this.#place.databaseUrl, () => undefined);
    const { guild, acts } = this.#setting;
    const { rows: listed } = await store.list(guild, { limit: 1000 });
    const entries = await Promise.all(listed.map(({ number }) => store.entries(guild, number)));
    const deliveries = await store.deliveries(guild, { limit: 100_000 });
    const names = namesOf(deliveries, await store.schedules(guild));
    const kept = await keptOf(store, guild);
    const presses = await pressesOf(store, guild, acts);
    await store.close();
    return {
      posts: this.#posts(names),
      // When exactly the clock let it pass is up to the beat.
      entries: entries.flat().map(({ recorded: _recorded, ...entry }) => JSON.stringify(entry)),
      rows: new Map(
        deliveries
          .filter(({ post }) => !isBoardEdit(post))
          .map((row) => [names.get(row.nonce) ?? row.nonce, endOf(row)]),
      ),
      kept,
      knownById: new Set(deliveries.filter(isEditOfRow).map(({ nonce }) => nonce)),
      presses,
    };
  }

  #posts(names: ReadonlyMap<string, string>): Outcome['posts'] {
    const posts: Map<string, { channel: string; count: number; text: string }> = new Map();
    for (const channel of this.#setting.channels) {
      for (const message of this.#discord.messages(channel)) {
        const { faces } = message;
        const text = message.published ? `${message.text()}\n(published)` : message.text();
        // An edit carries a marker of its own.
        const marker = MARKER.exec(JSON.stringify(faces[0]?.components))?.[1] ?? text;
        const name = names.get(marker) ?? marker;
        const before = posts.get(name)?.count ?? 0;
        posts.set(name, { channel, count: before + 1, text });
      }
    }
    for (const { name, starts, ends, status } of this.#discord.world
      .guild(this.#setting.guild)
      .events.values()) {
      const before = posts.get(name)?.count ?? 0;
      posts.set(name, {
        channel: 'events',
        count: before + 1,
        text: JSON.stringify([name, starts, ends, status]),
      });
    }
    return posts;
  }

  async close(): Promise<void> {
    await this.#discord.close();
    await this.#place.remove();
  }
}
