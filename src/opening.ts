/** What the bot asks Discord before it works: who it is, and whether its commands are known. Repeats until answered. */
import { DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { drawText } from './cli/draw.js';
import type { Handler } from './discord/command.js';
import type { Log } from './discord/log.js';
import { register } from './discord/register.js';
import { persist } from './discord/backoff.js';
import type { RestClient } from './discord/rest-client.js';
import { StartError } from './start-error.js';
import type { FactStore } from './store/port/index.js';
import type { HealthSource } from './web/health.js';
import { english } from './wording/index.js';
import type { Text } from './wording/parts.js';
import type { WallInstant } from './domain/instant.js';

const words = english.operator.discord;

/** The start ends: Discord does not accept the token. */
export const wrongToken = (cause: unknown) => new StartError(words.wrongToken, 78, { cause });

export interface OpeningOptions {
  readonly rest: Pick<RestClient, 'get' | 'put'>;
  readonly store: FactStore;
  readonly handlers: readonly Handler[];
  /** `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly log: Log;
  readonly wallNow: () => WallInstant;
  /** 0 to 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

export interface Opening extends HealthSource {
  /**
   * The id of the application; null once the bot stops.
   * @throws StartError where Discord does not take the token.
   */
  application(): Promise<string | null>;
  /** Resolves when Discord holds the commands, has refused them, or the bot stops. */
  commands(application: string): Promise<void>;
}

const identity = z.looseObject({ id: z.string().regex(/^\d+$/) });

/** What came instead of an answer from Discord, in a few words. */
export function whatCame(error: unknown): Text {
  if (error instanceof z.ZodError) return words.instead.foreign;
  const { status, code, cause } = Object(error) as { status?: unknown; code?: unknown; cause?: unknown };
  if (typeof status === 'number') return words.instead.status(status);
  if (typeof code === 'string') return words.instead.code(code);
  if (cause !== undefined) return whatCame(cause);
  return error instanceof Error && error.name === 'AbortError' ? words.instead.late : words.instead.nothing;
}

/** Whether this error is about the token; discord.js forgets a token once it was refused. */
export const isWrongToken = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && error.status === 401) ||
  (error instanceof Error && error.message.startsWith('Expected token to be set'));

/** Where Discord is looked for, without the path. */
export const hostOf = (apiUrl: string): string => (URL.canParse(apiUrl) ? new URL(apiUrl).host : apiUrl);

/**
 * The first calls to Discord: who the bot is, and its commands. Repeats each until Discord answers. Throws if the
 * token is wrong.
 */
export function createOpening(options: OpeningOptions): Opening {
  const { rest, apiUrl, log } = options;
  let away: string | null = null;
  let unregistered: string | null = null;
  const asked = async () => identity.parse(await rest.get(Routes.currentApplication()));
  return {
    problems: () => [away, unregistered].filter((problem) => problem !== null),
    async application() {
      const found = await persist(asked, {
        ...options,
        failed(error, pause) {
          if (isWrongToken(error)) throw wrongToken(error);
          away = drawText(words.unreachable(hostOf(apiUrl), whatCame(error)));
          log.error({ err: error }, `${away} Trying again in ${Math.ceil(pause / 1000)} s.`);
        },
      });
      away = null;
      return found?.id ?? null;
    },
    async commands(application) {
      const written = await persist(() => register({ ...options, application }), {
        ...options,
        failed(error, pause) {
          if (isWrongToken(error)) throw wrongToken(error);
          const forGood = error instanceof DiscordAPIError && error.status < 500 && error.status !== 429;
          unregistered = drawText(words.unregistered(whatCame(error)));
          const next = forGood
            ? 'Run "npx ultimatum register" to try again.'
            : `Trying again in ${pause} ms.`;
          log.error({ err: error }, `${unregistered} ${next}`);
          if (forGood) throw new Refused();
        },
      }).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        return null;
      });
      if (written === null) return;
      unregistered = null;
      const { outcome } = written;
      if (outcome === 'left')
        log.warn(
          written,
          'Discord has other commands than the last ones written; leaving them alone for now',
        );
      else log.info({ registered: outcome, count: written.count }, 'commands');
    },
  };
}

/** Discord refused the commands: asking again changes nothing. */
class Refused extends Error {}
