/** Routes of users, servers, roles and members. */
import { z } from 'zod';
import { parse } from '../check/parse.js';
import { ApiError } from '../api-error.js';
import { ok, param, type Call, type Route } from '../http/route.js';
import { channelJson, guildJson, memberJson, roleJson, userJson } from '../json.js';
import { isThread, type Channel, type Guild, type GuildMember } from '../model.js';
import type { World } from '../world.js';

/** Users, servers, roles and members, as far as the bot may see them. */
export function placeRoutes(world: World): Route[] {
  const guildOf = (call: Call): Guild => ownGuild(world, param(call, 'guild_id'));
  return [
    { method: 'GET', template: '/users/@me', handle: () => ok(selfJson(world)) },
    { method: 'GET', template: '/users/@me/guilds', handle: (call) => ok(ownGuilds(world, call)) },
    { method: 'POST', template: '/users/@me/channels', handle: (call) => ok(openDirect(world, call)) },
    {
      method: 'GET',
      template: '/users/@me/guilds/{guild_id}/member',
      handle: (call) => ok(memberJson(memberOf(guildOf(call), world.bot.id))),
    },
    { method: 'GET', template: '/users/{user_id}', handle: (call) => ok(userById(world, call)) },
    { method: 'GET', template: '/guilds/{guild_id}', handle: (call) => ok(guildJson(guildOf(call))) },
    {
      method: 'GET',
      template: '/guilds/{guild_id}/roles',
      handle: (call) => ok([...guildOf(call).roles.values()].map(roleJson)),
    },
    {
      method: 'GET',
      template: '/guilds/{guild_id}/channels',
      handle: (call) => ok(channelsOf(guildOf(call)).map(channelJson)),
    },
    {
      method: 'GET',
      template: '/guilds/{guild_id}/members/{user_id}',
      handle: (call) => ok(memberJson(memberOf(guildOf(call), param(call, 'user_id')))),
    },
  ];
}

/** A server the bot is in; to the bot any other does not exist. */
export function ownGuild(world: World, guildId: string): Guild {
  const guild = world.guilds.get(guildId);
  if (guild === undefined || !guild.members.has(world.bot.id)) throw new ApiError(10004);
  return guild;
}

/** Threads are listed apart. */
function channelsOf(guild: Guild): Channel[] {
  return [...guild.channels.values()].filter((one) => !isThread(one));
}

function memberOf(guild: Guild, userId: string): GuildMember {
  const member = guild.members.get(userId);
  if (member === undefined) throw new ApiError(10007);
  return member;
}

function selfJson(world: World): unknown {
  return { ...userJson(world.bot), email: null, verified: true, mfa_enabled: true, locale: 'en-US' };
}

function userById(world: World, call: Call): unknown {
  const user = world.users.get(param(call, 'user_id'));
  if (user === undefined) throw new ApiError(10013);
  return userJson(user);
}

const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  after: z.coerce.bigint().default(0n),
});

function ownGuilds(world: World, call: Call): unknown {
  const { limit, after } = parse(page, call.query);
  const mine = [...world.guilds.values()]
    .filter((guild) => guild.members.has(world.bot.id) && BigInt(guild.id) > after)
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  return mine.slice(0, limit).map((guild) => ({
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: world.guildPermissions(world.bot.id, guild.id).toString(),
    features: [],
  }));
}

const recipient = z.object({ recipient_id: z.string() });

function openDirect(world: World, call: Call): unknown {
  const channel = world.directChannel(parse(recipient, call.body).recipient_id);
  const user = world.users.get(channel.recipientId ?? '');
  return { ...channelJson(channel), recipients: user === undefined ? [] : [userJson(user)] };
}
