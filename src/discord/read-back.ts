/** Finds a post of ours among the messages of a channel, by the marker in one of its buttons. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import { listIn } from './response.js';
import type { RestClient } from './rest-client.js';
import { MINUTE } from '../domain/durations.js';
import { msBetween, wallInstant, type WallInstant } from '../domain/instant.js';

/** As many messages as Discord gives at once. */
const PAGE = 100;
const MOST_PAGES = 10;
/** Clocks of Discord, of the database and of this machine may differ by less. */
const MARGIN_MS = 10 * MINUTE;
/** 1 January 2015, from which Discord counts its ids. */
const DISCORD_EPOCH = 1_420_070_400_000n;

const messageSchema = z.looseObject({ id: z.string().regex(/^\d{1,20}$/), components: z.unknown() });
type ReadMessage = z.infer<typeof messageSchema>;

export interface MarkerSearch {
  readonly channel: string;
  readonly marker: string;
  /** It was not posted before this instant; null where that is not known. */
  readonly since: WallInstant | null;
}

const carries = ({ components }: ReadMessage, marker: string) =>
  JSON.stringify(components ?? []).includes(`:${marker}"`);

/** When a message was made: its id says so. */
const madeAt = ({ id }: ReadMessage) => wallInstant(Number((BigInt(id) >> 22n) + DISCORD_EPOCH));

/** What a search found: the id of the message, that it is not there, or no message at all, which proves nothing. */
export type MarkerFound =
  { readonly kind: 'found'; readonly message: string } | { readonly kind: 'absent' | 'no-messages' };

const ABSENT: MarkerFound = { kind: 'absent' };

/**
 * Looks for the message with the marker, from the newest back to those older than `since`, at most 1,000 of them.
 * A channel without any message looks the same as one whose history the bot may not read.
 */
export async function findMarker(
  wire: RestClient,
  { channel, marker, since }: MarkerSearch,
): Promise<MarkerFound> {
  let before: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const older: Record<string, string> = before === null ? {} : { before };
    const query = new URLSearchParams({ limit: String(PAGE), ...older });
    const answer = listIn(await wire.get(Routes.channelMessages(channel), { query }));
    if (before === null && answer.length === 0) return { kind: 'no-messages' };
    const messages = answer.flatMap((one) => messageSchema.safeParse(one).data ?? []);
    const found = messages.find((message) => carries(message, marker));
    if (found !== undefined) return { kind: 'found', message: found.id };
    const oldest = messages.at(-1);
    // The last page, or one that goes no further back.
    if (oldest === undefined || answer.length < PAGE || oldest.id === before) return ABSENT;
    if (since !== null && msBetween(madeAt(oldest), since) > MARGIN_MS) return ABSENT;
    before = oldest.id;
  }
  return ABSENT;
}
