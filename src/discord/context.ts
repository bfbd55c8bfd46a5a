import { randomBytes } from 'node:crypto';
import { PermissionFlagsBits, type APIInteraction } from 'discord.js';
import type { GuildSettings } from '../domain/guild.js';
import type { Store } from '../store/port.js';
import type { Context, Hall, Member } from './command.js';

/** Whoever may be acting from a server; null outside of one. */
export interface Acting {
  readonly guild: string;
  readonly channel: string;
  readonly member: Omit<Member, 'curator'>;
  readonly roles: readonly string[];
}

export function actingOf(interaction: APIInteraction): Acting | null {
  const { guild_id: guild, member, channel } = interaction;
  if (guild === undefined || member === undefined || channel === undefined) return null;
  const { user } = member;
  const manager = (BigInt(member.permissions) & PermissionFlagsBits.ManageGuild) !== 0n;
  const name = member.nick ?? user.global_name ?? user.username;
  const locale = 'locale' in interaction ? interaction.locale : 'en-US';
  return { guild, channel: channel.id, member: { id: user.id, name, locale, manager }, roles: member.roles };
}

export interface Surroundings {
  readonly store: Store;
  readonly hall: Hall;
  /** ms. */
  readonly announceDelay: number;
  /** The record's time, ms UTC. */
  readonly now: number;
}

/** 22 random characters: nobody guesses another's. */
export const randomKey = (): string => randomBytes(16).toString('base64url');

/** Everything a front door may touch, for one interaction. */
export function contextOf(acting: Acting, settings: GuildSettings, around: Surroundings): Context {
  const { guild, channel, roles } = acting;
  const { store, hall, now, announceDelay } = around;
  const holds = settings.curatorRole !== null && roles.includes(settings.curatorRole);
  const curator = acting.member.manager || holds;
  const member = { ...acting.member, curator };
  return {
    now,
    guild,
    channel,
    member,
    settings,
    store,
    hall,
    person: () => store.person(member.id, { key: randomKey(), name: member.name, curator }),
    key: randomKey,
    change: (number, decide) => store.change(guild, number, decide, { now, announceDelay, channel }),
    entries: (number) => store.entries(guild, number),
  };
}
