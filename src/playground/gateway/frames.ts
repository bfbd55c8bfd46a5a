/** Frames, intents and close codes of the gateway. */
import type { RawData } from 'ws';
import { z } from 'zod';

/** The bits of the events a bot may ask for. */
export const intents = {
  guilds: 1,
  guildMembers: 1 << 1,
  presences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
};

/** Those that must be switched on for an application first. */
export const privileged = intents.guildMembers | intents.presences | intents.messageContent;

/** Every bit that means something: 0 to 16, 20, 21, 24 and 25. */
export const knownIntents = 0x1_ffff | (0b11 << 20) | (0b11 << 24);

/** Discord takes no more from a client in one frame. */
const MAX_FRAME = 4096;

const frame = z.object({ op: z.int(), d: z.unknown().optional() });
export type Frame = z.infer<typeof frame>;

export const identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.looseObject({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
});

export const resume = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.int().min(0).nullable(),
});

/** A frame of a client; undefined where it is none, or too long. */
export function readFrame(raw: RawData, isBinary: boolean): Frame | undefined {
  // `ws` hands a message over as one Buffer unless told otherwise.
  if (isBinary || !Buffer.isBuffer(raw) || raw.length > MAX_FRAME) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return frame.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether a shard is one of its count. */
export function isShard([id, count]: readonly [number, number]): boolean {
  return id >= 0 && id < count;
}
