/** The zod schemas of what a server has set: settings, reminder plans and what a countdown lists. */
import { z } from 'zod';
import {
  defaultSettings,
  PUBLISHING,
  type GuildSettings,
  type ReminderPlan,
  type Scope,
} from '../domain/guild.js';
import { VISIBILITIES } from '../domain/public-page.js';

const text = z.string();
const nullableText = text.nullable();
const whole = z.number().int();

const FIELDS: { readonly [Field in keyof GuildSettings]: z.ZodType<GuildSettings[Field]> } = {
  guild: text,
  zone: text,
  language: text,
  curatorRole: nullableText,
  announcements: nullableText,
  reviewChannel: nullableText,
  adminChannel: nullableText,
  review: z.boolean(),
  publish: z.enum(PUBLISHING),
  events: z.boolean(),
  visibility: z.enum(VISIBILITIES),
  publicKey: nullableText,
  publicName: nullableText,
  inclusionRule: nullableText,
  licence: nullableText,
  contact: nullableText,
};

const stored = z.object(FIELDS).partial();

/** The JSON of a text; undefined where it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * Reads the settings of a server; what is not set has its default, also what a later release added.
 * @throws z.ZodError where any of them cannot be read
 */
export function parseSettings(guild: string, json: string): GuildSettings {
  return { ...defaultSettings(guild), ...withoutUndefined(stored.parse(parsed(json))) };
}

/** As `parseSettings`; a setting that cannot be read has its default. */
export function readableSettings(guild: string, json: string): GuildSettings {
  const fields = Object.entries(Object(parsed(json)));
  const readable = fields.filter(([name, value]) => stored.safeParse({ [name]: value }).success);
  return parseSettings(guild, JSON.stringify(Object.fromEntries(readable)));
}

function withoutUndefined(settings: z.output<typeof stored>): Partial<GuildSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

export const scopeSchema: z.ZodType<Scope> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('issuer'), issuer: text }),
  z.object({ kind: z.literal('tag'), tag: text }),
  z.object({ kind: z.literal('ultimatum'), number: whole }),
  z.object({ kind: z.literal('week') }),
]);

/** What a countdown lists; null where the text does not say it. */
export const readScope = (json: string): Scope | null => scopeSchema.safeParse(parsed(json)).data ?? null;

export const reminderPlanSchema: z.ZodType<ReminderPlan> = z.object({
  channel: text,
  offsets: z.array(z.object({ unit: z.enum(['days', 'hours']), count: whole })),
  pingRole: nullableText,
  zone: text,
});

/** The reminders of a channel; null where the text does not say them. */
export const readReminderPlan = (json: string): ReminderPlan | null =>
  reminderPlanSchema.safeParse(parsed(json)).data ?? null;
