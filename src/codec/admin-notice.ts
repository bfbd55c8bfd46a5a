/** A notice that nobody could be told yet, as the text of a fact and back. */
import { z } from 'zod';
import type { UntoldNotice } from '../domain/failure.js';

const channelId = z.string();

const schema: z.ZodType<UntoldNotice> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['automod', 'board-deleted', 'cannot-create-events', 'left-unpublished']),
    channel: channelId,
  }),
  z.object({ kind: z.literal('refused'), channel: channelId, code: z.number(), words: z.string() }),
  z.object({ kind: z.literal('wait'), channel: channelId, until: z.number() }),
  z.object({ kind: z.literal('text'), channel: channelId, text: z.string() }),
]);

/** The notice as the JSON text of a fact; `noticeFromRow` reads it back. */
export function noticeToRow(notice: UntoldNotice): string {
  return JSON.stringify(notice);
}

/** What release 0.1.0 kept: the mention of the channel, then prose. */
const PROSE = /^<#(\d+)>: (.+)$/s;

function noticeFromProse(row: string): UntoldNotice | null {
  const [, channel, text] = PROSE.exec(row) ?? [];
  return channel === undefined || text === undefined ? null : { kind: 'text', channel, text };
}

/** The notice that a fact holds, of release 0.1.0 as text; null where it holds none. */
export function noticeFromRow(row: string): UntoldNotice | null {
  try {
    return schema.safeParse(JSON.parse(row)).data ?? null;
  } catch {
    return noticeFromProse(row);
  }
}
