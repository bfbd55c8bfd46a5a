/** Files that somebody sent in a form: how Discord describes them, and what is in them. */
import { z } from 'zod';
import type { FetchedFile, SentFile } from './command.js';
import { fieldsIn } from './interaction-data.js';

/** Where Discord itself keeps files. */
const DISCORD_FILES = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
const DISCORD_API = 'discord.com';
/** How long a file may take, ms. */
const WITHIN_MS = 20_000;

const attachment = z
  .object({ filename: z.string(), size: z.number().nonnegative(), url: z.string() })
  .transform(({ filename: name, size, url }) => ({ name, size, url }));
const upload = z.object({ custom_id: z.string(), values: z.array(z.string()).min(1) });

/** The first file of each field of a submitted form, by the field's id. Never throws. */
export function filesOf(data: unknown): Readonly<Record<string, SentFile>> {
  const { components, resolved } = fieldsIn(data);
  const sent = fieldsIn(fieldsIn(resolved).attachments);
  const labels: readonly unknown[] = Array.isArray(components) ? components : [];
  const files = labels.flatMap((label) => {
    const field = upload.safeParse(fieldsIn(label).component).data;
    const file = attachment.safeParse(sent[field?.values[0] ?? '']).data;
    return field === undefined || file === undefined ? [] : [[field.custom_id, file] as const];
  });
  return Object.fromEntries(files);
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : null);

/** Where files may be fetched from: where Discord keeps them, or from another Discord itself. */
function originsOf(apiUrl: string): readonly (string | null)[] {
  const isDiscord = URL.canParse(apiUrl) && new URL(apiUrl).hostname === DISCORD_API;
  return isDiscord ? DISCORD_FILES : [...DISCORD_FILES, originOf(apiUrl)];
}

/** The bytes of an answer; null as soon as there are more than `max`. */
async function bytesOf({ body }: Response, max: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Fetches what is in a file that was sent, from the Discord whose API is at `apiUrl` and from nowhere else. */
export function fetchingFiles(apiUrl: string): (file: SentFile, max: number) => Promise<FetchedFile> {
  const origins = originsOf(apiUrl);
  return async ({ size, url }, max) => {
    const origin = originOf(url);
    if (origin === null || !origins.includes(origin)) return { kind: 'foreign-address' };
    if (size > max) return { kind: 'too-large', max };
    try {
      const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
      if (!answer.ok) return { kind: 'not-fetched' };
      const bytes = await bytesOf(answer, max);
      return bytes === null ? { kind: 'too-large', max } : { kind: 'file', bytes };
    } catch {
      return { kind: 'not-fetched' };
    }
  };
}
