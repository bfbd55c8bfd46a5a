/** Users, members, roles, channels and servers as Discord writes them in JSON. */
import type { Channel, Guild, GuildMember, Role, User } from './model.js';
import { channelTypes, isThread } from './model.js';

/** How a user looks on the wire. */
export function userJson(user: User): Record<string, unknown> {
  return {
    id: user.id,
    username: user.name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '_'),
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.name,
    avatar: null,
    primary_guild: null,
    bot: user.bot,
    public_flags: 0,
    flags: 0,
  };
}

/** A member as Discord's API returns it, `joined_at` in ISO 8601. */
export function memberJson(member: GuildMember): Record<string, unknown> {
  return {
    user: userJson(member.user),
    nick: member.nick ?? null,
    avatar: null,
    banner: null,
    roles: [...member.roleIds],
    joined_at: new Date(member.joinedAt).toISOString(),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  };
}

/** A role as Discord's API returns it. */
export function roleJson(role: Role, position: number): Record<string, unknown> {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: role.permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A channel or a thread as Discord's API returns it. */
export function channelJson(channel: Channel): Record<string, unknown> {
  const base = { id: channel.id, type: channelTypes[channel.kind], flags: 0, last_message_id: null };
  if (channel.guildId === undefined) return base;
  const placed = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (isThread(channel)) return { ...placed, ...threadJson(channel) };
  return {
    ...placed,
    position: 0,
    topic: null,
    nsfw: false,
    permission_overwrites: channel.overwrites.map((one) => ({
      id: one.id,
      type: one.kind === 'role' ? 0 : 1,
      allow: one.allow.toString(),
      deny: one.deny.toString(),
    })),
    ...kindJson(channel),
  };
}

/** What only some kinds of channel have. */
function kindJson({ kind }: Channel): Record<string, unknown> {
  if (kind === 'voice' || kind === 'stage') return { bitrate: 64_000, user_limit: 0, rtc_region: null };
  if (kind !== 'forum' && kind !== 'media') return {};
  return {
    available_tags: [],
    default_reaction_emoji: null,
    default_sort_order: null,
    ...(kind === 'forum' ? { default_forum_layout: 0 } : {}),
  };
}

function threadJson(channel: Channel): Record<string, unknown> {
  return {
    thread_metadata: {
      archived: channel.archived,
      auto_archive_duration: 1440,
      archive_timestamp: new Date(0).toISOString(),
      locked: channel.locked,
      ...(channel.kind === 'private-thread' ? { invitable: true } : {}),
    },
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    owner_id: channel.ownerId,
  };
}

/** A server as `GET /guilds/{id}` shows it. */
export function guildJson(guild: Guild): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map(roleJson),
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    application_id: null,
    description: null,
    banner: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    home_header: null,
    region: 'deprecated',
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    safety_alerts_channel_id: null,
    incidents_data: null,
    widget_enabled: false,
    widget_channel_id: null,
  };
}
