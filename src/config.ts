/** Reads the settings from the environment and reports every fault at once. */
import { z } from 'zod';

const seeExample = 'See .env.example.';

const number = (name: string, max: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) <= max,
      `${name} must be a whole number from 0 to ${max}. ${seeExample}`,
    )
    .transform(Number);

const whole = (name: string, fallback: number, max: number) =>
  z.string().default(String(fallback)).pipe(number(name, max));

const address = (name: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^https?:/.test(text),
      `${name} must be an http or https address.`,
    )
    .transform((text) => text.replace(/\/+$/, ''));

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\x21\x23-\x26\x28-\x7E]+$/,
      'DISCORD_TOKEN must be the bot token alone, without spaces or quotation marks. Copy it again from the Bot page of your application.',
    )
    .optional(),
  DISCORD_API_URL: address('DISCORD_API_URL').default('https://discord.com/api'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'DATABASE_URL must be sqlite:PATH or postgres://USER@HOST/NAME.',
    )
    .default('sqlite:data/ultimatum.db'),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'LOG_LEVEL must be trace, debug, info, warn, error or silent.',
    )
    .default('info'),
  DISCORD_REQUESTS_PER_SECOND: whole('DISCORD_REQUESTS_PER_SECOND', 50, 10_000),
  ANNOUNCE_DELAY_SECONDS: whole('ANNOUNCE_DELAY_SECONDS', 60, 3600),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  PORT: number('PORT', 65_535).optional(),
  CLOCK: z
    .string()
    .regex(/^(system|file:.+)$/, 'CLOCK must be system or file:PATH.')
    .default('system'),
});

export interface Config {
  /** null: run against the local Discord. */
  readonly token: string | null;
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly logLevel: string;
  readonly requestsPerSecond: number;
  /** ms. */
  readonly announceDelay: number;
  /** Where health and metrics are answered. */
  readonly host: string;
  /** Of the page of the local Discord, or of health and metrics; 0 takes any that is free, null none was given. */
  readonly port: number | null;
  readonly clock: string;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

/** `docker --env-file` and systemd's Environment keep quotation marks that a shell takes away, and a line's end. */
function unquoted(value: string): string {
  const bare = value.trim();
  return /^(["']).*\1$/s.exec(bare) === null ? bare : bare.slice(1, -1).trim();
}

/**
 * Reads the environment; every fault at once, each by name with its fix. Spaces and a pair of quotation marks around a
 * value are taken away; an empty one counts as not set.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const names = Object.keys(schema.shape);
  const settings = names.map((name) => [name, unquoted(environment[name] ?? '')] as const);
  const given = Object.fromEntries(settings.filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map((issue) => issue.message) };
  const { data } = parsed;
  return {
    ok: true,
    config: {
      token: data.DISCORD_TOKEN ?? null,
      apiUrl: data.DISCORD_API_URL,
      databaseUrl: data.DATABASE_URL,
      logLevel: data.LOG_LEVEL,
      requestsPerSecond: data.DISCORD_REQUESTS_PER_SECOND,
      announceDelay: data.ANNOUNCE_DELAY_SECONDS * 1000,
      host: data.HOST,
      port: data.PORT ?? null,
      clock: data.CLOCK,
    },
  };
}
