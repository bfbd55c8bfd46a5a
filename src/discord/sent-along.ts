/** What Discord sends along with an interaction about channels: it saves asking for them. */
import type { Channels } from './command.js';
import { checkPlace, type Place } from './channels.js';
import { fieldsIn, type FormInput } from './interaction-data.js';

export interface SentAlong {
  /** What the bot may do in the channel that the interaction comes from. */
  readonly botPermissions: bigint | null;
  /** The channels that were picked, and the one it comes from, by their ids. */
  readonly places: ReadonlyMap<string, Place>;
}

function bitsIn(value: unknown): bigint | null {
  return typeof value === 'string' && /^\d{1,30}$/.test(value) ? BigInt(value) : null;
}

/** Null where something is missing: then the channel has to be asked for. */
function placeIn(channel: FormInput, bits: bigint | null): Place | null {
  const { guild_id: guild, type, thread_metadata: thread } = channel;
  if (typeof guild !== 'string' || typeof type !== 'number' || bits === null) return null;
  const { archived, locked } = fieldsIn(thread);
  return { guild, type, archived: archived === true, locked: locked === true, bits };
}

/** Takes any shape: what is not as Discord documents it counts as not sent. */
export function sentAlong(interaction: unknown): SentAlong {
  const { app_permissions: own, channel, data } = fieldsIn(interaction);
  const botPermissions = bitsIn(own);
  const here = fieldsIn(channel);
  const picked = Object.entries(fieldsIn(fieldsIn(fieldsIn(data).resolved).channels));
  const found = [
    [String(here.id), placeIn(here, botPermissions)] as const,
    ...picked.map(
      ([id, one]) => [id, placeIn(fieldsIn(one), bitsIn(fieldsIn(one).app_permissions))] as const,
    ),
  ];
  const places = new Map(found.flatMap(([id, place]) => (place === null ? [] : [[id, place] as const])));
  return { botPermissions, places };
}

/** Channels that asks Discord only about channels of which nothing was sent along. */
export function channelsKnowing(channels: Channels, places: ReadonlyMap<string, Place>): Channels {
  return {
    ...channels,
    async check(guild, channel) {
      const place = places.get(channel);
      return place === undefined ? channels.check(guild, channel) : checkPlace(guild, place);
    },
  };
}
