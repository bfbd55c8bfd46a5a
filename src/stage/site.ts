/** The public site of the stage: the record of its server, listed from the first moment on. */
import type { Logger } from 'pino';
import type { Bot } from '../bot.js';
import type { RecordInstant } from '../domain/instant.js';
import { DEMO_GUILD, type LocalDiscord } from '../playground/index.js';
import { startSite, type SiteServer } from '../web/site/serve.js';

const HOST = '127.0.0.1';

interface StageSite {
  readonly bot: Bot;
  readonly discord: LocalDiscord;
  readonly now: () => RecordInstant;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly log: Logger;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Publishes the record of the stage's server and serves it; where the port is taken, on any that is free. */
export async function openSite({ bot, discord, now, port, log }: StageSite): Promise<SiteServer> {
  const { store, pictures } = bot;
  const guild = [...discord.world.guilds.keys()][0] ?? '';
  const settings = await store.settings(guild);
  await store.saveSettings({ ...settings, visibility: 'listed', publicName: DEMO_GUILD.name }, now());
  const site = { host: HOST, publicUrl: null, store, pictures, now, health: bot, log };
  try {
    return await startSite({ ...site, port });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return startSite({ ...site, port: 0 });
  }
}
