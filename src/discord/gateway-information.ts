/** Asks Discord where its gateway is, how many shards it recommends and how often the bot may identify. */
import { DiscordAPIError, Routes, type APIGatewayBotInfo } from 'discord.js';
import { z } from 'zod';
import { DAY } from '../domain/durations.js';
import { persist } from './backoff.js';
import type { Log } from './log.js';
import type { RestClient } from './rest-client.js';

const MOST_SHARDS = 10_000;

const information = z.looseObject({
  url: z.string().refine((url) => URL.canParse(url) && /^wss?:/.test(url)),
  shards: z.number().int().min(1).max(MOST_SHARDS).catch(1),
  session_start_limit: z
    .object({
      total: z.number(),
      remaining: z.number(),
      reset_after: z.number().min(0).max(DAY),
      max_concurrency: z.number().int().min(1).catch(1),
    })
    .catch({ total: 1000, remaining: 1000, reset_after: DAY, max_concurrency: 1 }),
});

/** Before Discord has said anything. */
export const NO_INFORMATION: APIGatewayBotInfo = {
  url: 'wss://gateway.discord.gg',
  shards: 1,
  session_start_limit: { total: 1000, remaining: 1000, reset_after: DAY, max_concurrency: 1 },
};

export interface InformationOptions {
  readonly rest: Pick<RestClient, 'get'>;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Discord does not take the token. */
  readonly tokenRefused: () => void;
  /** Told of each attempt that failed. */
  readonly failed?: () => void;
}

/** Asks until Discord answers; null once the gateway stops. */
export function askGateway(options: InformationOptions): Promise<APIGatewayBotInfo | null> {
  const { rest, log, random, signal, tokenRefused, failed } = options;
  return persist(async () => information.parse(await rest.get(Routes.gatewayBot())), {
    signal,
    random,
    failed: (error, pause) => {
      if (error instanceof DiscordAPIError && error.status === 401) tokenRefused();
      failed?.();
      log.error({ err: error, pause }, 'Discord does not say where its gateway is; trying again');
    },
  });
}
