/** Reads a record of the format `ultimatum/1`. Nothing in it is trusted unparsed. */
import { z } from 'zod';
import type { Entry } from '../../domain/entry.js';
import { parseSettings, reminderPlanSchema, scopeSchema } from '../settings.js';
import { parseEntries } from './entries.js';
import type { ExportedServer } from './exported.js';
import { RECORD_FORMAT } from './json.js';
import { splitArray, type SplitJson } from './split-json.js';

/** One ultimatum of a file, or the place in it that is none. */
type ReadUltimatum = { readonly number: number } & (
  { readonly entries: readonly Entry[] } | { readonly fault: string }
);

export interface ReadRecord {
  readonly server: ExportedServer | null;
  readonly count: number;
  /**
   * Each is parsed when its turn comes, and not kept.
   * @throws NoRecordError at one that is no ultimatum at all
   */
  readonly ultimatums: Iterable<ReadUltimatum>;
}

/** What began as a record turns out to be none. */
export class NoRecordError extends Error {}

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

/** A file whose ultimatums were taken out. */
const fileSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  server: serverSchema.exactOptional(),
  ultimatums: z.array(z.literal(0)),
});

const ultimatumSchema = z.looseObject({ number: z.number().int().positive(), entries: z.unknown() });

/** @throws z.ZodError where the value is none */
export const parseServer = (value: unknown): ExportedServer => serverOf(serverSchema.parse(value));

function serverOf(read: z.output<typeof serverSchema>): ExportedServer {
  const { guild: _guild, ...settings } = parseSettings(read.id, JSON.stringify(read.settings));
  return { ...read, settings };
}

function readUltimatum(json: string): z.output<typeof ultimatumSchema> {
  try {
    return ultimatumSchema.parse(JSON.parse(json));
  } catch (error) {
    throw new NoRecordError('An element is no ultimatum', { cause: error });
  }
}

function ultimatumOf(json: string): ReadUltimatum {
  const { number, entries } = readUltimatum(json);
  try {
    return { number, entries: parseEntries(entries) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { number, fault: error.issues[0]?.path.join('.') ?? '' };
  }
}

function* ultimatumsIn(json: string, { elements }: SplitJson): Generator<ReadUltimatum> {
  for (const [from, to] of elements) yield ultimatumOf(json.slice(from, to));
}

/** The record in a file; null where it holds none of this format. */
export function readRecord(json: string): ReadRecord | null {
  try {
    const split = splitArray(json, 'ultimatums');
    const { server, ultimatums } = fileSchema.parse(JSON.parse(split.rest));
    const count = split.elements.length;
    if (ultimatums.length !== count) return null;
    return {
      server: server === undefined ? null : serverOf(server),
      count,
      ultimatums: ultimatumsIn(json, split),
    };
  } catch {
    return null;
  }
}
