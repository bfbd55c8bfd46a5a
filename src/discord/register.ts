/** Tells Discord what can be typed and pressed. */
import { createHash } from 'node:crypto';
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { FactStore } from '../store/port/index.js';
import type { Handler } from './command.js';
import { english } from '../wording/index.js';
import { declaration } from './declaration.js';
import { faultsOf } from './limits.js';
import { isRegistered } from './registered.js';
import type { RestClient } from './rest-client.js';
import { DAY, HOUR } from '../domain/durations.js';
import { msBetween, wallInstant, type WallInstant } from '../domain/instant.js';

/** When commands were last written, so that two programs with one application do not overwrite each other all day. */
const FACT = 'commands-written';
/** Discord allows 200 creations a day; the bot declares about fifteen commands. */
const MOST_A_DAY = 6;

export interface Registering {
  readonly rest: Pick<RestClient, 'get' | 'put'>;
  readonly store: FactStore;
  /** Id of the application. */
  readonly application: string;
  readonly handlers: readonly Handler[];
  readonly wallNow: () => WallInstant;
}

export interface Registered {
  /** `left`: Discord holds something else, but ours were written so lately that they are not written again. */
  readonly outcome: 'written' | 'unchanged' | 'left';
  /** How many commands are declared. */
  readonly count: number;
}

const written = z.object({ hash: z.string(), at: z.array(z.number().transform(wallInstant)) });

/** When this very declaration was written within the last day. */
async function writtenAt(
  store: Registering['store'],
  hash: string,
  now: WallInstant,
): Promise<readonly WallInstant[]> {
  try {
    const fact = written.parse(JSON.parse((await store.fact(FACT)) ?? 'null'));
    return fact.hash === hash ? fact.at.filter((at) => at <= now && msBetween(at, now) < DAY) : [];
  } catch {
    return [];
  }
}

/**
 * Compares what Discord holds with what the bot declares, and writes it where they differ: also where commands were
 * deleted at Discord.
 * @throws if a declaration is outside Discord's limits; that is ours to mend.
 */
export async function register({
  rest,
  store,
  application,
  handlers,
  wallNow,
}: Registering): Promise<Registered> {
  const body = declaration(handlers, english);
  const faults = faultsOf(body);
  if (faults.length > 0) throw new Error(`Commands that Discord would refuse:\n- ${faults.join('\n- ')}`);
  const count = body.length;
  const route = Routes.applicationCommands(application);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const held = z.array(z.unknown()).parse(await rest.get(route, { query }));
  if (isRegistered(body, held)) return { outcome: 'unchanged', count };
  // The application's id is hashed too: the same database may be pointed at another bot.
  const hash = createHash('sha256')
    .update(JSON.stringify([application, body]))
    .digest('hex');
  const now = wallNow();
  const before = await writtenAt(store, hash, now);
  // Commands that are gone are written at once; a difference that comes back by itself is not ours to win.
  const newest = before.at(-1);
  const lately = newest !== undefined && msBetween(newest, now) < HOUR && held.length >= count;
  if (lately || before.length >= MOST_A_DAY) return { outcome: 'left', count };
  await rest.put(route, { body });
  await store.saveFact(FACT, JSON.stringify({ hash, at: [...before, now] }));
  return { outcome: 'written', count };
}
