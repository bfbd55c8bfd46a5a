/** What a command receives: who asks, from where, and what it may touch. */
import { randomBytes } from 'node:crypto';
import { PermissionFlagsBits, type APIInteraction } from 'discord.js';
import { curatorRoleOf, type GuildSettings } from '../domain/guild.js';
import type { FactStore, Pending, PeopleStore } from '../store/port/index.js';
import { guildPorts, wholeRecordOf, type GuildStore } from '../store/port/guild.js';
import { RefusedError } from '../domain/refusal.js';
import type { About } from '../wording/about.js';
import type { HostCheck } from '../wording/en/doctor.js';
import { english, type Words } from '../wording/index.js';
import type { Context, Channels, KeepOptions, Member } from './command.js';
import { visibleStore } from './visible-store.js';
import type { RecordInstant } from '../domain/instant.js';

/** The words of the answer to an interaction. */
export const wordsFor = (_interaction: APIInteraction): Words => english;

/** Whoever may be acting from a server; null outside of one. */
export interface Acting {
  readonly guild: string;
  readonly channel: string;
  readonly member: Omit<Member, 'curator'>;
  readonly roles: readonly string[];
}

/** Discord sends permissions as a number in a text; anything else gives no right. */
function managesGuild(permissions: unknown): boolean {
  const bits = typeof permissions === 'string' && /^\d{1,30}$/.test(permissions) ? BigInt(permissions) : 0n;
  return (bits & PermissionFlagsBits.ManageGuild) !== 0n;
}

/** Never throws. */
export function actingOf(interaction: APIInteraction): Acting | null {
  const { guild_id: guild, member, channel } = interaction;
  const user = member?.user;
  if (guild == null || user == null || channel == null) return null;
  const manager = managesGuild(member?.permissions);
  const name = member?.nick ?? user.global_name ?? user.username;
  const locale = 'locale' in interaction ? interaction.locale : 'en-US';
  const roles = Array.isArray(member?.roles) ? member.roles : [];
  return { guild, channel: channel.id, member: { id: user.id, name, locale, manager }, roles };
}

export interface ContextDeps {
  readonly store: GuildStore & FactStore;
  readonly channels: Channels;
  /** Where the public pages are served, without a slash at its end; null where they are not. */
  readonly publicUrl: string | null;
  /** Draws the picture of a timeline as PNG; null where it cannot. */
  readonly picture: (words: Words, about: About) => Promise<Uint8Array | null>;
  /** What is in a file that was sent; absent: none can be had. */
  readonly fetchFile?: Context['fetchFile'];
  /** What is found out about the installation; absent: nothing. */
  readonly installation?: () => Promise<readonly HostCheck[]>;
  /** ms. */
  readonly announceDelay: number;
  /** The record's time, ms UTC. */
  readonly now: RecordInstant;
}

const noFiles: Context['fetchFile'] = () => Promise.resolve({ kind: 'not-fetched' });

/** 22 random characters: nobody guesses another's. */
const randomKey = (): string => randomBytes(16).toString('base64url');

/** Keeps a private step of a person, as `Context.keep`. */
export async function keep(
  row: Omit<Pending, 'key' | 'done'>,
  store: Pick<PeopleStore, 'savePending'>,
  { key = randomKey(), replaces }: KeepOptions = {},
): Promise<string> {
  const used = replaces === undefined ? undefined : { press: replaces.press, done: () => replaces.done };
  const kept = await store.savePending({ ...row, key, done: null }, used);
  if (!kept.ok) throw new RefusedError(kept.refusal);
  return key;
}

/** Everything a front door may touch, for one interaction; what Discord sent along is added by dispatch. */
export function contextOf(
  acting: Acting,
  settings: GuildSettings,
  around: ContextDeps,
): Omit<Context, 'botPermissions' | 'mayPost'> {
  const { guild, channel, roles } = acting;
  const { store: whole, channels, now, announceDelay, publicUrl, picture } = around;
  const { installation = () => Promise.resolve([]), fetchFile = noFiles } = around;
  const store = visibleStore(whole);
  const role = curatorRoleOf(settings);
  const holds = role !== null && roles.includes(role);
  const curator = acting.member.manager || holds;
  const member = { ...acting.member, curator };
  return {
    now,
    guild,
    channel,
    member,
    settings,
    publicUrl,
    words: english,
    ...guildPorts(store, guild),
    channels,
    person: () => store.person(member.id, { key: randomKey(), name: member.name, curator }),
    picture: (about) => picture(english, about),
    installation,
    fetchFile,
    key: randomKey,
    keep: (flow, state, options) =>
      keep({ guild, user: member.id, flow, state, created: now }, store, options),
    change: (number, decide, how = {}) =>
      store.change(guild, number, decide, { now, announceDelay, channel, ...how }),
    accept: (id, by, decide, how = {}) =>
      store.acceptProposal(guild, id, by, decide, { now, announceDelay, channel, ...how }),
    entries: (number) => store.entries(guild, number),
    whole: wholeRecordOf(whole, guild),
  };
}
