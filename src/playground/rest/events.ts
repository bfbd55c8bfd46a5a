/** Routes of the events of a server: those at a place outside of Discord, which are all a text bot makes. */
import { z } from 'zod';
import { ApiError, invalid } from '../api-error.js';
import { parse } from '../check/parse.js';
import { noContent, ok, param, type Call, type Route, type RouteReply } from '../http/route.js';
import { eventStatuses, statusOf, type EventStatus, type Guild, type LocalEvent } from '../model.js';
import { holds, type PermissionName } from '../permissions.js';
import type { World } from '../world.js';
import { ownGuild } from './places.js';

const MOST_LIVE = 100;
const EXTERNAL = 3;

/** The events of servers that the bot is in. */
export function eventRoutes(world: World): Route[] {
  const list = '/guilds/{guild_id}/scheduled-events';
  const one = '/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}';
  const guildOf = (call: Call) => ownGuild(world, param(call, 'guild_id'));
  const shown = (guild: Guild, event: LocalEvent) => ok(eventJson(world, guild, event));
  return [
    { method: 'GET', template: list, handle: (call) => ok(liveOf(world, guildOf(call))) },
    {
      method: 'POST',
      template: list,
      handle: (call) => shown(guildOf(call), create(world, guildOf(call), call)),
    },
    { method: 'GET', template: one, handle: (call) => shown(guildOf(call), eventIn(guildOf(call), call)) },
    {
      method: 'PATCH',
      template: one,
      handle: (call) => shown(guildOf(call), change(world, guildOf(call), call)),
    },
    { method: 'DELETE', template: one, handle: (call) => remove(world, guildOf(call), call) },
  ];
}

const isLive = (event: LocalEvent, now: number) => statusOf(event, now) <= eventStatuses.active;

/** Discord lists what has not ended. */
function liveOf(world: World, guild: Guild): unknown {
  const live = [...guild.events.values()].filter((event) => isLive(event, world.now()));
  return live.map((event) => eventJson(world, guild, event));
}

function eventIn(guild: Guild, call: Call): LocalEvent {
  const event = guild.events.get(param(call, 'guild_scheduled_event_id'));
  if (event === undefined) throw new ApiError(10070);
  return event;
}

function demandOne(world: World, guild: Guild, names: readonly PermissionName[]): void {
  const bits = world.guildPermissions(world.bot.id, guild.id);
  if (!names.some((name) => holds(bits, name))) throw new ApiError(50013);
}

const time = z.iso.datetime({ offset: true });
const place = z.object({ location: z.string().min(1).max(100) });
const creation = z.object({
  name: z.string().min(1).max(100),
  description: z.string().max(1000).nullish(),
  scheduled_start_time: time,
  scheduled_end_time: time,
  privacy_level: z.literal(2),
  entity_type: z.literal(EXTERNAL),
  entity_metadata: place,
});
const changes = creation
  .partial()
  .extend({ status: z.union([z.literal(2), z.literal(3), z.literal(4)]).optional() });

function checkTimes(starts: number, ends: number, now: number | null): void {
  if (now !== null && starts <= now)
    throw invalid(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    );
  if (ends <= starts)
    throw invalid(
      'scheduled_end_time',
      'GUILD_SCHEDULED_EVENT_END_DATE_BEFORE_START_DATE',
      'Cannot schedule event to end before it starts.',
    );
}

function create(world: World, guild: Guild, call: Call): LocalEvent {
  demandOne(world, guild, ['CreateEvents']);
  const body = parse(creation, call.body);
  const [starts, ends] = [Date.parse(body.scheduled_start_time), Date.parse(body.scheduled_end_time)];
  checkTimes(starts, ends, world.now());
  const live = [...guild.events.values()].filter((event) => isLive(event, world.now()));
  if (live.length >= MOST_LIVE) throw new ApiError(30038);
  const event: LocalEvent = {
    id: world.newId(),
    creatorId: world.bot.id,
    name: body.name,
    description: body.description ?? null,
    location: body.entity_metadata.location,
    starts,
    ends,
    status: eventStatuses.scheduled,
  };
  guild.events.set(event.id, event);
  world.eventsChanged(guild);
  return event;
}

/** From scheduled to active or cancelled, from active to completed. */
const FOLLOWS: Readonly<Record<EventStatus, readonly EventStatus[]>> = { 1: [2, 4], 2: [3], 3: [], 4: [] };

function change(world: World, guild: Guild, call: Call): LocalEvent {
  const event = eventIn(guild, call);
  demandOne(world, guild, ['CreateEvents', 'ManageEvents']);
  const body = parse(changes, call.body);
  const status = statusOf(event, world.now());
  if (status > eventStatuses.active) throw new ApiError(180000);
  if (body.status !== undefined && !FOLLOWS[status].includes(body.status))
    throw invalid(
      'status',
      'GUILD_SCHEDULED_EVENT_INVALID_STATUS',
      'Invalid Guild Scheduled Event Status Update',
    );
  const starts =
    body.scheduled_start_time === undefined ? event.starts : Date.parse(body.scheduled_start_time);
  const ends = body.scheduled_end_time === undefined ? event.ends : Date.parse(body.scheduled_end_time);
  checkTimes(starts, ends, body.scheduled_start_time === undefined ? null : world.now());
  if (status === eventStatuses.active && starts !== event.starts)
    throw invalid(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_ACTIVE',
      'Cannot move an event that has begun.',
    );
  event.name = body.name ?? event.name;
  event.description = body.description ?? event.description;
  event.location = body.entity_metadata?.location ?? event.location;
  event.starts = starts;
  event.ends = ends;
  event.status = body.status ?? event.status;
  world.eventsChanged(guild);
  return event;
}

function remove(world: World, guild: Guild, call: Call): RouteReply {
  const { id } = eventIn(guild, call);
  demandOne(world, guild, ['CreateEvents', 'ManageEvents']);
  guild.events.delete(id);
  world.eventsChanged(guild);
  return noContent;
}

function eventJson(world: World, guild: Guild, event: LocalEvent): Record<string, unknown> {
  const { id, creatorId, name, description, location, starts, ends } = event;
  return {
    id,
    guild_id: guild.id,
    channel_id: null,
    creator_id: creatorId,
    name,
    description,
    image: null,
    scheduled_start_time: new Date(starts).toISOString(),
    scheduled_end_time: new Date(ends).toISOString(),
    status: statusOf(event, world.now()),
    entity_type: EXTERNAL,
    entity_id: null,
    entity_metadata: { location },
    recurrence_rule: null,
    privacy_level: 2,
    user_count: 0,
    guild_scheduled_event_exceptions: [],
  };
}
