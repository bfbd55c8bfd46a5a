/** Routes of the application, its commands and the gateway's address. */
import { z } from 'zod';
import { parse } from '../check/parse.js';
import { ApiError } from '../api-error.js';
import { ok, param, type Call, type Route } from '../http/route.js';
import { userJson } from '../json.js';
import type { IdentifyCounter } from '../gateway/start-limit.js';
import { inOneLanguage, type CommandRegistry } from '../registry.js';
import type { World } from '../world.js';

export interface ApplicationParts {
  readonly world: World;
  readonly registry: CommandRegistry;
  readonly gatewayUrl: () => string;
  readonly starts: IdentifyCounter;
  /** Of servers, if more than there are in the world. */
  readonly guildCount: () => number;
  /** By which its interactions over HTTP are checked. */
  readonly verifyKey: string;
}

/** Discord advises a shard for so many servers. */
const GUILDS_A_SHARD = 1000;

const withLocalizations = z.object({ with_localizations: z.enum(['true', 'false', '1', '0']).optional() });

/** The application itself and its commands. */
export function applicationRoutes(parts: ApplicationParts): Route[] {
  const { world, registry } = parts;
  const own = (call: Call): void => {
    if (param(call, 'application_id') !== world.applicationId) throw new ApiError(10002);
  };
  const inGuild = (call: Call): string => {
    own(call);
    const guildId = param(call, 'guild_id');
    if (world.member(guildId, world.bot.id) === undefined) throw new ApiError(50001);
    return guildId;
  };
  const list = (guildId: string | undefined, call: Call) => {
    const asked = parse(withLocalizations, call.query).with_localizations ?? 'false';
    const whole = asked === 'true' || asked === '1';
    return ok(
      registry
        .list(guildId)
        .map((one) => (whole ? registry.toJson(one) : inOneLanguage(registry.toJson(one)))),
    );
  };
  const put = (guildId: string | undefined, body: unknown) =>
    ok(registry.put(guildId, body).map((one) => registry.toJson(one)));
  const everywhere = '/applications/{application_id}/commands';
  const oneGuild = '/applications/{application_id}/guilds/{guild_id}/commands';
  return [
    { method: 'GET', template: '/gateway/bot', handle: () => ok(gatewayBot(parts)) },
    { method: 'GET', template: '/gateway', handle: () => ok({ url: parts.gatewayUrl() }) },
    { method: 'GET', template: '/applications/@me', handle: () => ok(applicationJson(parts)) },
    { method: 'GET', template: '/oauth2/applications/@me', handle: () => ok(applicationJson(parts)) },
    { method: 'GET', template: everywhere, handle: (call) => (own(call), list(undefined, call)) },
    { method: 'PUT', template: everywhere, handle: (call) => (own(call), put(undefined, call.body)) },
    { method: 'GET', template: oneGuild, handle: (call) => list(inGuild(call), call) },
    { method: 'PUT', template: oneGuild, handle: (call) => put(inGuild(call), call.body) },
  ];
}

function gatewayBot({ world, gatewayUrl, starts, guildCount }: ApplicationParts): unknown {
  const guilds = Math.max(world.guilds.size, guildCount(), 1);
  const shards = Math.ceil(guilds / GUILDS_A_SHARD);
  return { url: gatewayUrl(), shards, session_start_limit: starts.toJson() };
}

function applicationJson({ world, verifyKey }: ApplicationParts): unknown {
  return {
    id: world.applicationId,
    name: world.bot.name,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: verifyKey,
    flags: 0,
    flags_new: '0',
    type: null,
    role_connections_verification_url: null,
    owner: userJson(world.bot),
    team: null,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    bot: userJson(world.bot),
    approximate_guild_count: world.guilds.size,
    redirect_uris: [],
    interactions_endpoint_url: null,
  };
}
