/** The door of the playground: starts a local Discord. */
import { readAssets } from './client/assets.js';
import { LocalDiscord } from './local-discord.js';
import type { LocalDiscordOptions } from './options.js';

export type { PersonAnswer } from './answer.js';
export type { Exchange, HttpFault } from './exchange.js';
export type { LocalMessage } from './message.js';
export type {
  LocalChannelKind,
  ChannelSeed,
  GuildSeed,
  LocalDiscordOptions,
  PageOptions,
  OverwriteSeed,
} from './options.js';
export type { PermissionName } from './permissions.js';
export type { PersonClient } from './person/person.js';
export { DEMO_GUILD } from './demo-guild.js';
export { playScene, readStories, toldOf, type Scene, type Story } from './stories.js';
export type { SharedSeed } from './shared.js';
export type { DueView, FaultsView, LedgerView, StageDoor, StageView, StageVerb } from './client/protocol.js';
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
