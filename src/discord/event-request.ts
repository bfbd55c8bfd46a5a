/** The requests about events of a server, and what an event of ours shows. */
import { createHash } from 'node:crypto';
import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Routes,
} from 'discord.js';
import { MINUTE } from '../domain/durations.js';
import type { EventTimes } from '../domain/event-times.js';
import type { RecordInstant } from '../domain/instant.js';
import type { ScheduledEventTexts } from '../wording/scheduled-event.js';
import { edited, listIn, messageIdIn } from './response.js';
import type { RestClient } from './rest-client.js';
import { isSnowflake } from './snowflake.js';

/** What an event shows. */
export interface EventContent extends EventTimes, ScheduledEventTexts {
  /** At most 100 characters. */
  readonly location: string;
}

/** Discord takes no event that has begun: one that should have begun already begins so soon, ms. */
const SOON_MS = MINUTE;

/** The same for events that show the same. */
export function hashOfEvent({ name, description, location, starts, ends }: EventContent): string {
  const shown = JSON.stringify([name, description, location, starts, ends]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, 22);
}

const isoOf = (instant: RecordInstant) => new Date(instant).toISOString();

const bodyOf = ({ name, description, location, ends }: EventContent) => ({
  name,
  description,
  entity_metadata: { location },
  scheduled_end_time: isoOf(ends),
});

/** Makes an event and returns its id and when it starts. */
export async function createEvent(
  rest: Pick<RestClient, 'post'>,
  guild: string,
  content: EventContent,
  now: RecordInstant,
): Promise<FoundEvent> {
  const starts = Math.max(content.starts, now + SOON_MS);
  const body = {
    ...bodyOf(content),
    // An hour that has nearly passed still has an end after its beginning.
    scheduled_end_time: isoOf(Math.max(content.ends, starts + SOON_MS)),
    scheduled_start_time: isoOf(starts),
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    entity_type: GuildScheduledEventEntityType.External,
  };
  return { event: messageIdIn(await rest.post(Routes.guildScheduledEvents(guild), { body })), starts };
}

/** Changes an event; its beginning only while that lies ahead. */
export async function editEvent(
  rest: Pick<RestClient, 'patch'>,
  guild: string,
  event: string,
  content: EventContent,
  now: RecordInstant,
): Promise<void> {
  const start = content.starts > now ? { scheduled_start_time: isoOf(content.starts) } : {};
  const body = { ...bodyOf(content), ...start };
  edited(await rest.patch(Routes.guildScheduledEvent(guild, event), { body }));
}

/** Calls an event off that has not begun, and completes one that has. */
export async function finishEvent(
  rest: Pick<RestClient, 'patch'>,
  guild: string,
  event: string,
  hasBegun: boolean,
): Promise<void> {
  const status = hasBegun ? GuildScheduledEventStatus.Completed : GuildScheduledEventStatus.Canceled;
  edited(await rest.patch(Routes.guildScheduledEvent(guild, event), { body: { status } }));
}

/** An event of the server, and when it starts. */
export interface FoundEvent {
  /** Discord's id. */
  readonly event: string;
  readonly starts: RecordInstant;
}

/** The events of the server whose description holds a marker, the eldest first. */
export async function findEvents(
  rest: Pick<RestClient, 'get'>,
  guild: string,
  marker: string,
): Promise<readonly FoundEvent[]> {
  const found: FoundEvent[] = [];
  for (const one of listIn(await rest.get(Routes.guildScheduledEvents(guild)))) {
    const { id, description, scheduled_start_time: start } = Object(one) as Readonly<Record<string, unknown>>;
    if (!isSnowflake(id) || typeof description !== 'string' || !description.includes(marker)) continue;
    found.push({ event: id, starts: Date.parse(String(start)) });
  }
  return found.toSorted((a, b) => (BigInt(a.event) < BigInt(b.event) ? -1 : 1));
}
