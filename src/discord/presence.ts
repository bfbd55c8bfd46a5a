/** Learns which servers the bot was removed from. Discord does not tell: that event belongs to an intent that is not asked for. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';
import type { ErasureStore } from '../store/port/index.js';
import type { Log } from './log.js';
import { codeOf, listIn } from './response.js';
import type { RestClient } from './rest-client.js';
import { safeError } from './safe-error.js';

export interface PresenceOptions {
  readonly rest: Pick<RestClient, 'get'>;
  readonly store: Pick<ErasureStore, 'noteServers' | 'noteDeparted' | 'departed' | 'servers'>;
  /** The record's clock. */
  readonly now: () => RecordInstant;
  readonly log: Log;
}

export interface Presence {
  /** Compares the servers that rows are kept of with those that the bot is in. Never throws. */
  look(): Promise<void>;
  /** Asks whether the bot is still in one server, after Discord refused something there. Never throws. */
  check(guild: string): Promise<void>;
  /** Looks now and once a day. */
  start(): void;
  stop(): void;
}

/** The most that Discord lists at once. */
const PAGE = 200;
const UNKNOWN_GUILD = 10004;
const NO_ACCESS = 50001;

const guild = z.looseObject({ id: z.string() });

/** The ids of all servers that the bot is in. */
async function guildsOf(rest: Pick<RestClient, 'get'>): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE), after: ids.at(-1) ?? '0' });
    const page = listIn(await rest.get(Routes.userGuilds(), { query })).map((one) => guild.parse(one).id);
    ids.push(...page);
    if (page.length < PAGE) return ids;
  }
}

/** Keeps account of the servers that the bot has left. */
export function createPresence({ rest, store, now, log }: PresenceOptions): Presence {
  let timer: NodeJS.Timeout | undefined;

  async function compare(): Promise<void> {
    const present = await guildsOf(rest);
    // A token of another application would be in none of the servers.
    if (present.length === 0 && (await store.servers()).length > 0) {
      log.warn({}, 'the bot is in no server at all; nothing new is concluded from that');
      for (const { guild: left } of await store.departed()) await presence.check(left);
      return;
    }
    for (const { guild: left, erasedAt } of await store.noteServers(present, now()))
      log.warn({ guild: left, erasedAt }, 'the bot is no longer in a server, whose rows are erased then');
  }

  const presence: Presence = {
    async look() {
      try {
        await compare();
      } catch (error) {
        log.warn({ err: safeError(error) }, 'the servers that the bot is in could not be listed');
      }
    },
    async check(id) {
      try {
        await rest.get(Routes.guild(id));
      } catch (error) {
        const code = codeOf(error);
        if (code !== UNKNOWN_GUILD && code !== NO_ACCESS) return;
        await store
          .noteDeparted(id, now())
          .catch((failed: unknown) =>
            log.warn({ err: safeError(failed), guild: id }, 'that the bot was removed could not be noted'),
          );
      }
    },
    start() {
      timer = setInterval(() => void presence.look(), DAY);
      timer.unref();
      void presence.look();
    },
    stop: () => clearInterval(timer),
  };
  return presence;
}
