/** Reads the settings from the environment and reports every fault at once. */
import { z } from 'zod';
import { DAY, HOUR, MINUTE } from './domain/durations.js';
import type { Words } from './wording/index.js';
import type { Text } from './wording/parts.js';

/** The largest whole number that each of these settings takes. */
const MOST = {
  DISCORD_REQUESTS_PER_SECOND: 10_000,
  ANNOUNCE_DELAY_SECONDS: 3600,
  PORT: 65_535,
  METRICS_PORT: 65_535,
};

const number = (most: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) <= most)
    .transform(Number);

const numberOr = (fallback: number, most: number) => z.string().default(String(fallback)).pipe(number(most));

const address = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:/.test(text))
  .transform((text) => text.replace(/\/+$/, ''));

/** A length of time such as 30m, 12h or 7d, as ms. */
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY };
const length = z
  .string()
  .regex(/^[1-9]\d{0,3}[mhd]$/)
  .transform((text) => Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0));

/** What a process of the bot does. */
const ROLES = ['gateway', 'worker', 'web'] as const;
type ProcessRole = (typeof ROLES)[number];

const roles = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.union([z.tuple([z.literal('all')]).transform(() => [...ROLES]), z.array(z.enum(ROLES))]));

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\x21\x23-\x26\x28-\x7E]+$/)
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[\da-f]{64}$/i)
    .optional(),
  DISCORD_API_URL: address.default('https://discord.com/api'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/)
    .default('sqlite:data/ultimatum.db'),
  DATABASE_POOL: z
    .string()
    .regex(/^([2-9]|[1-9]\d{1,2})$/)
    .default('8')
    .transform(Number),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DISCORD_REQUESTS_PER_SECOND: numberOr(50, MOST.DISCORD_REQUESTS_PER_SECOND),
  ANNOUNCE_DELAY_SECONDS: numberOr(60, MOST.ANNOUNCE_DELAY_SECONDS),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: number(MOST.PORT).optional(),
  PUBLIC_URL: address.optional(),
  METRICS_PORT: number(MOST.METRICS_PORT).optional(),
  PICTURE_FONT: z
    .string()
    .regex(/\.(ttf|otf|ttc)$/i)
    .optional(),
  BACKUP_EVERY: length.optional(),
  BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .default('7')
    .transform(Number),
  SHARDS: z
    .union([
      z.literal('auto'),
      z
        .string()
        .regex(/^[1-9]\d{0,3}$/)
        .transform(Number),
    ])
    .default('auto'),
  ROLES: roles.default([...ROLES]),
  CLOCK: z
    .string()
    .regex(/^(system|file:.+)$/)
    .default('system'),
});

/** The name of a setting. */
export type Setting = keyof typeof schema.shape;

export interface Config {
  /** null: run against the local Discord. */
  readonly token: string | null;
  /** By which Discord signs interactions that it sends over HTTP, in hexadecimal digits; null where it sends none. */
  readonly publicKey: string | null;
  readonly apiUrl: string;
  readonly databaseUrl: string;
  /** The most connections to PostgreSQL that work is done on; the lock has one of its own. */
  readonly databasePool: number;
  readonly logLevel: string;
  readonly requestsPerSecond: number;
  /** ms. */
  readonly announceDelay: number;
  /** Where the public site is served. */
  readonly host: string;
  /** Of the public site, or of the page of the local Discord; 0 takes any that is free, null none was given. */
  readonly port: number | null;
  /** The address by which readers reach the public site, without a slash at its end; null for the port itself. */
  readonly publicUrl: string | null;
  /** Of health and metrics, on the loopback address; 0 takes any that is free, null opens none. */
  readonly metricsPort: number | null;
  /** The path of a font for further scripts in pictures; null for none. */
  readonly pictureFont: string | null;
  /** How often (ms) the bot makes backups of its file, and how many it keeps; null for none. */
  readonly backups: { readonly every: number; readonly keep: number } | null;
  /** How many shards the gateway has in all; `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** What this process does; without a token, everything. */
  readonly roles: ReadonlySet<ProcessRole>;
  readonly clock: string;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly wrong: readonly Setting[] };

const names = schema.keyof().options;

/** What is wrong with a setting, with the fix. */
export function settingFault(setting: Setting, { settings }: Words['operator']): Text {
  switch (setting) {
    case 'DISCORD_REQUESTS_PER_SECOND':
    case 'ANNOUNCE_DELAY_SECONDS':
    case 'PORT':
    case 'METRICS_PORT':
      return settings.wholeNumber(setting, MOST[setting]);
    default:
      return settings[setting];
  }
}

/** Drops what a shell would drop: `docker --env-file` and systemd's Environment keep quotation marks and line ends. */
function unquoted(value: string): string {
  const bare = value.trim();
  return /^(["']).*\1$/s.exec(bare) === null ? bare : bare.slice(1, -1).trim();
}

type Settings = z.infer<typeof schema>;

/** The settings that don't go with others. */
function contradictions(settings: Settings): readonly Setting[] {
  const { DATABASE_URL: database, BACKUP_EVERY: every, ROLES: does, PORT: port } = settings;
  const onFile = database.startsWith('sqlite:');
  // The bot copies files only.
  const backups = every !== undefined && !onFile;
  // A file is one process's, so nobody else would post; and a process that serves nothing does nothing.
  const idle = does.every((role) => role === 'web') && port === undefined;
  const unsent = onFile && !does.includes('worker');
  const unserved = settings.DISCORD_PUBLIC_KEY !== undefined && does.includes('web') && port === undefined;
  const wrong: readonly (readonly [Setting, boolean])[] = [
    ['BACKUP_EVERY', backups],
    ['ROLES', idle || unsent],
    ['DISCORD_PUBLIC_KEY', unserved && !idle],
  ];
  return wrong.flatMap(([setting, is]) => (is ? [setting] : []));
}

/**
 * Reads the environment and names every wrong setting at once. Spaces and a pair of quotation marks around a value are
 * dropped; an empty value counts as not set.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const settings = names.map((name) => [name, unquoted(environment[name] ?? '')] as const);
  const given = Object.fromEntries(settings.filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const paths = new Set(parsed.error.issues.map(({ path }) => path[0]));
    return { ok: false, wrong: names.filter((name) => paths.has(name)) };
  }
  const { data } = parsed;
  const wrong = contradictions(data);
  if (wrong.length > 0) return { ok: false, wrong };
  return {
    ok: true,
    config: {
      token: data.DISCORD_TOKEN ?? null,
      publicKey: data.DISCORD_PUBLIC_KEY ?? null,
      apiUrl: data.DISCORD_API_URL,
      databaseUrl: data.DATABASE_URL,
      databasePool: data.DATABASE_POOL,
      logLevel: data.LOG_LEVEL,
      requestsPerSecond: data.DISCORD_REQUESTS_PER_SECOND,
      announceDelay: data.ANNOUNCE_DELAY_SECONDS * 1000,
      host: data.HOST,
      port: data.PORT ?? null,
      publicUrl: data.PUBLIC_URL ?? null,
      metricsPort: data.METRICS_PORT ?? null,
      pictureFont: data.PICTURE_FONT ?? null,
      backups: data.BACKUP_EVERY === undefined ? null : { every: data.BACKUP_EVERY, keep: data.BACKUP_KEEP },
      shards: data.SHARDS,
      roles: new Set(data.ROLES),
      clock: data.CLOCK,
    },
  };
}
