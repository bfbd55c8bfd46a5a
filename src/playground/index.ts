import { LocalDiscord } from './local-discord.js';
import type { LocalDiscordOptions } from './options.js';

export type { Answer, AnswerStep, Choice, OpenField, OpenModal } from './answer.js';
export type { Exchange, FaultMatch, Faults, GatewayFaults, HttpFault, UploadedFile } from './exchange.js';
export type { Face, Message, Pings, SeenControl, StoredFile } from './message.js';
export type { MessageChange, MessageListener } from './messages.js';
export type { Channel, Guild, Member, Role, User } from './model.js';
export type {
  ChannelSeed,
  GuildSeed,
  Limits,
  LocalDiscordOptions,
  MemberSeed,
  OverwriteSeed,
  RoleSeed,
} from './options.js';
export type { PermissionName } from './permissions.js';
export type { FieldValues } from './person/form.js';
export type { Person, Shown } from './person/person.js';
export type { OptionValue, OptionValues } from './person/typing.js';
export type { RegisteredCommand } from './registry.js';
export type { World } from './world.js';

export type { LocalDiscord } from './local-discord.js';

/** Start a Discord of one's own on loopback. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = new LocalDiscord(options);
  await discord.listen(options.port ?? 0);
  return discord;
}
