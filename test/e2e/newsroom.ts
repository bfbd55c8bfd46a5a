import { openBot, type Bot } from '../../src/bot.js';
import type { BotOptions } from '../../src/bot-options.js';
import type { Log } from '../../src/discord/log.js';
import {
  DEMO_GUILD,
  startLocalDiscord,
  type ChannelSeed,
  type PersonAnswer,
  type LocalDiscord,
  type PersonClient,
} from '../../src/playground/index.js';
import { startSite } from '../../src/web/site/serve.js';
import { plantedLog } from '../support/planted.js';
import { manualClock, type ManualClock } from '../../src/stage/manual-clock.js';

/** No answer is late because the machine is busy, ms. */
const LONG_MS = 60_000;
const patience = { deferAfter: LONG_MS, suggestWithin: LONG_MS };

const NOW = Date.parse('2025-07-14T15:30:00Z');

/** A second server, with a curator of its own. */
const OTHER = {
  ...DEMO_GUILD,
  name: 'Elsewhere',
  channels: [{ name: 'desk' }],
  owner: 'Zoe',
  members: [{ name: 'Zoe', roles: ['Admins'] }],
};

export interface Newsroom {
  readonly discord: LocalDiscord;
  readonly clock: ManualClock;
  bot: Bot;
  /** A person in #ultimatums, or in the channel named. */
  as(name: string, channel?: string): PersonClient;
  /** The id of the first server. */
  readonly guild: string;
  /** Stops the bot and starts another on the same database, or on the one named. */
  restart(databaseUrl?: string): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  /** When it opens, ms UTC. */
  readonly start?: number;
  readonly announceDelay?: number;
  readonly databaseUrl?: string;
  /** For how long Discord remembers a nonce. */
  readonly nonceWindowMs?: number;
  /** What comes over the gateway instead of an interaction. */
  readonly alter?: (payload: unknown) => unknown;
  /** Instead of one that is looked through for secrets when the room closes. */
  readonly log?: Log;
  /** Told when the bot has to stop. */
  readonly fatal?: (reason: string) => void;
  /** A store or a wire that breaks where a test wants it to. */
  readonly wrap?: BotOptions['wrap'];
  /** Channels of the first server beside the usual ones. */
  readonly channels?: readonly ChannelSeed[];
  readonly measures?: BotOptions['measures'];
  /** Interactions come over HTTP and not over the gateway; all do with `E2E_OVER_HTTP=1`. */
  readonly overHttp?: boolean;
}

/** Serves the endpoint of a bot, as `PORT` and `DISCORD_PUBLIC_KEY` do, and names it to Discord. */
async function endpointOf(bot: Bot, discord: LocalDiscord, log: Log) {
  const interactions = {
    publicKey: discord.interactionsEndpoint.publicKey,
    receive: (payload: unknown) => bot.receive(payload),
  };
  const { store, pictures } = bot;
  const pages = { host: '127.0.0.1', port: 0, publicUrl: null, now: () => Date.now(), health: bot };
  const site = await startSite({ ...pages, store, pictures, log, interactions });
  await discord.interactionsEndpoint.use(`${site.publicUrl}/interactions`);
  return site;
}

/** The whole bot against a local Discord with two servers; announcements wait for nobody unless told to. */
export async function newsroom({
  start = NOW,
  announceDelay = 0,
  databaseUrl = 'sqlite::memory:',
  nonceWindowMs = 180_000,
  alter = (payload) => payload,
  log,
  fatal = () => undefined,
  wrap = {},
  channels = [],
  measures,
  overHttp = process.env['E2E_OVER_HTTP'] === '1',
}: Options = {}): Promise<Newsroom> {
  const clock = manualClock(start);
  const planted = plantedLog();
  const guilds = [{ ...DEMO_GUILD, channels: [...(DEMO_GUILD.channels ?? []), ...channels] }, OTHER];
  const now = () => clock.now();
  const discord = await startLocalDiscord({
    guilds,
    now,
    limits: { perSecond: 'off', perChannel: 'off' },
    nonceWindowMs,
    alter(payload) {
      planted.seen(payload);
      return alter(payload);
    },
    firstAnswerMs: LONG_MS,
  });
  const { token, apiUrl } = discord;
  planted.seen({ token });
  discord.onRequest(({ body }) => planted.sent(body));
  const open = (url: string) =>
    openBot({
      token,
      apiUrl,
      databaseUrl: url,
      announceDelay,
      requestsPerSecond: 0,
      clock,
      log: log ?? planted.log,
      fatal,
      wrap,
      patience,
      ...(overHttp ? { httpInteractions: true, roles: new Set(['worker', 'web'] as const) } : {}),
      ...(measures === undefined ? {} : { measures }),
    });
  const bot = await open(databaseUrl);
  await bot.start();
  const serve = (served: Bot) => (overHttp ? endpointOf(served, discord, log ?? planted.log) : null);
  let site = await serve(bot);
  const [first] = discord.world.guilds.values();
  const room: Newsroom = {
    discord,
    clock,
    bot,
    guild: first?.id ?? '',
    as: (name, channel = 'ultimatums') => discord.as(name, channel),
    async restart(url = databaseUrl) {
      await site?.close();
      await room.bot.stop();
      room.bot = await open(url);
      await room.bot.start();
      site = await serve(room.bot);
    },
    async close() {
      planted.answered((await room.bot.problems()).join('\n'));
      await site?.close();
      await room.bot.stop();
      await discord.close();
      planted.assertClean();
    },
  };
  const settings = { curators: 'Curators', zone: 'Washington', announcements: 'ultimatums' };
  await room.as('Mod').type('/settings set', settings).done;
  return room;
}

export const RECORD = {
  issuer: 'Donald Trump',
  target: 'Russia',
  demand: 'agree to a ceasefire',
  deadline: '50 days',
  source: 'https://www.cnn.com/a',
} as const;

/** Types a record and presses its first button. */
export async function recorded(
  room: Newsroom,
  options: Record<string, string> = {},
  name = 'Ana',
): Promise<PersonAnswer> {
  const preview = await room.as(name).type('/ultimatum record', { ...RECORD, ...options }).done;
  const done = await room.as(name).press(preview, name === 'Ben' ? 'Propose' : 'Record').done;
  await room.bot.beat();
  return done;
}

export const posts = (room: Newsroom, channel = 'ultimatums') =>
  room.discord.messages(channel).filter((message) => message.authorId === room.discord.world.bot.id);
