/** A notice that nobody could be told yet, as the text of a fact and back. */
import { z } from 'zod';
import type { UntoldNotice } from '../domain/failure.js';

const channel = z.string();

const schema: z.ZodType<UntoldNotice> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['automod', 'board-deleted']), channel }),
  z.object({ kind: z.literal('refused'), channel, code: z.number(), words: z.string() }),
  z.object({ kind: z.literal('wait'), channel, until: z.number() }),
]);

export function noticeToRow(notice: UntoldNotice): string {
  return JSON.stringify(notice);
}

/** Null where the text is no notice, as the prose that older releases kept. */
export function noticeFromRow(row: string): UntoldNotice | null {
  try {
    return schema.safeParse(JSON.parse(row)).data ?? null;
  } catch {
    return null;
  }
}
