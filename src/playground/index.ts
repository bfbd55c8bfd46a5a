import { readAssets } from './client/assets.js';
import { LocalDiscord } from './local-discord.js';
import type { LocalDiscordOptions } from './options.js';

export type { Answer, AnswerStep, Choice, OpenField, OpenModal } from './answer.js';
export type { Exchange, FaultMatch, Faults, GatewayFaults, HttpFault, UploadedFile } from './exchange.js';
export type { Face, Message, Pings, SeenControl, StoredFile } from './message.js';
export type { MessageChange, MessageListener } from './messages.js';
export type { Channel, Guild, Member, Role, User } from './model.js';
export type {
  ChannelKind,
  ChannelSeed,
  GatewayOptions,
  GuildSeed,
  Limits,
  LocalDiscordOptions,
  MemberSeed,
  PageOptions,
  OverwriteSeed,
  RoleSeed,
} from './options.js';
export type { PermissionName } from './permissions.js';
export type { FieldValues } from './person/form.js';
export type { Person, Shown } from './person/person.js';
export { NEWSROOM } from './newsroom.js';
export { playScene, readStories, toldOf, type Scene, type Story } from './stories.js';
export type { PollSeed, SharedSeed } from './shared.js';
export type { OptionValue, OptionValues } from './person/typing.js';
export type { PayloadChange } from './interactions.js';
export type { RegisteredCommand } from './registry.js';
export type {
  DueSeen,
  FaultsSeen,
  LedgerSeen,
  StageDoor,
  StageSeen,
  StageVerb,
  StoryTold,
} from './client/protocol.js';
export type { World } from './world.js';

export type { LocalDiscord } from './local-discord.js';

/** Start a Discord of one's own on loopback. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = new LocalDiscord(options, await assetsOf(options));
  await discord.listen(options.port ?? 0);
  return discord;
}

function assetsOf({ page }: LocalDiscordOptions) {
  return page === undefined ? new Map() : readAssets(page.assets);
}
