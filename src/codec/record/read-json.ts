/** Reads a record of the format `ultimatum/1`. Nothing in it is trusted unparsed. */
import { z } from 'zod';
import type { Entry } from '../../domain/entry.js';
import { parseSettings, reminderPlanSchema, scopeSchema } from '../settings.js';
import { parseEntries } from './entries.js';
import type { ExportedServer } from './exported.js';
import { RECORD_FORMAT } from './json.js';

/** One ultimatum of a file, or the place in it that is none. */
type ReadUltimatum = { readonly number: number } & (
  { readonly entries: readonly Entry[] } | { readonly fault: string }
);

export interface ReadRecord {
  readonly server: ExportedServer | null;
  readonly ultimatums: readonly ReadUltimatum[];
}

const text = z.string();
const nullableText = text.nullable();

const serverSchema = z.object({
  id: text,
  settings: z.looseObject({}),
  schedules: z
    .array(
      z.object({
        channel: text,
        cron: text,
        zone: text,
        scope: scopeSchema,
        paused: z.boolean(),
        by: nullableText,
      }),
    )
    .max(1000),
  ladders: z.array(reminderPlanSchema).max(1000),
  aliases: z.array(z.object({ alias: text, name: text, by: text, recorded: z.number().int() })).max(100_000),
});

const fileSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  server: serverSchema.exactOptional(),
  ultimatums: z.array(z.looseObject({ number: z.number().int().positive(), entries: z.unknown() })),
});

/** @throws z.ZodError where the value is none */
export const parseServer = (value: unknown): ExportedServer => serverOf(serverSchema.parse(value));

function serverOf(read: z.output<typeof serverSchema>): ExportedServer {
  const { guild: _guild, ...settings } = parseSettings(read.id, JSON.stringify(read.settings));
  return { ...read, settings };
}

function ultimatumOf({ number, entries }: z.output<typeof fileSchema>['ultimatums'][number]): ReadUltimatum {
  try {
    return { number, entries: parseEntries(entries) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { number, fault: error.issues[0]?.path.join('.') ?? '' };
  }
}

/** The record in a file; null where it holds none of this format. */
export function readRecord(json: string): ReadRecord | null {
  try {
    const { server, ultimatums } = fileSchema.parse(JSON.parse(json));
    return {
      server: server === undefined ? null : serverOf(server),
      ultimatums: ultimatums.map(ultimatumOf),
    };
  } catch {
    return null;
  }
}
