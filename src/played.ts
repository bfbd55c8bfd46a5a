import { DateTime } from 'luxon';
import { openBot, type Bot } from './bot.js';
import type { Log } from './discord/dispatch.js';
import { FOUNDING_CASE, FOUNDING_END, FOUNDING_GUILD } from './playground/founding.js';
import { startLocalDiscord, type Exchange, type LocalDiscord, type Message } from './playground/index.js';
import { steeredClock, stepTo } from './steered.js';

/** One thing that happened in the story, in order. */
export type Happened =
  | { readonly kind: 'typed'; readonly at: number; readonly told: string; readonly answer: string }
  | {
      readonly kind: 'posted' | 'edited';
      readonly at: number;
      readonly channel: string;
      readonly text: string;
    };

export interface Played {
  readonly happened: readonly Happened[];
  readonly bot: Bot;
  readonly discord: LocalDiscord;
  close(): Promise<void>;
}

export interface Playing {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Called as each thing happens. */
  readonly tell?: (happened: Happened, discord: LocalDiscord) => void;
  /** Every request of the bot, for tests that check them. */
  readonly onRequest?: (exchange: Exchange) => void;
}

export const WASHINGTON = 'America/New_York';
const START = Date.parse('2025-07-14T13:30:00Z');

/** Plays the founding case in a local Discord on a clock of its own, and leaves both running. */
export async function playFoundingCase({ databaseUrl, log, tell, onRequest }: Playing): Promise<Played> {
  const clock = steeredClock(START);
  const discord = await startLocalDiscord({
    guilds: [FOUNDING_GUILD],
    now: () => clock.now(),
    limits: 'off',
  });
  if (onRequest !== undefined) discord.onRequest(onRequest);
  const { token, apiUrl } = discord;
  const fatal = (reason: string) => log.error({ reason }, 'the bot had to stop');
  const bot = await openBot({
    token,
    apiUrl,
    databaseUrl,
    announceDelay: 0,
    requestsPerSecond: 0,
    clock,
    log,
    fatal,
  });
  const happened: Happened[] = [];
  const note = (one: Happened) => {
    happened.push(one);
    tell?.(one, discord);
  };
  discord.onMessage((message, change) => {
    if (change !== 'deleted' && !message.ephemeral) note(posted(discord, message, change, clock.now()));
  });
  await bot.start();
  for (const scene of FOUNDING_CASE) {
    await stepTo(Date.parse(scene.at), clock, bot);
    const answer = await scene.play((name, channel) => discord.as(name, channel));
    note({ kind: 'typed', at: clock.now(), told: scene.told, answer: answer.text() });
    await bot.beat();
  }
  await stepTo(Date.parse(FOUNDING_END), clock, bot);
  const close = async () => {
    await bot.stop();
    await discord.close();
  };
  return { happened, bot, discord, close };
}

function posted(discord: LocalDiscord, message: Message, change: 'posted' | 'edited', at: number): Happened {
  const channel = discord.world.channel(message.channelId)?.name ?? message.channelId;
  return { kind: change, at, channel, text: message.content };
}

/** "Fri 1 Aug 09:00" in Washington. */
export function inWashington(instant: number): string {
  return DateTime.fromMillis(instant, { zone: WASHINGTON }).setLocale('en').toFormat('ccc d LLL HH:mm');
}

/** Discord's tags as its client shows them: how far away an instant is, and the names of channels. */
export function asShown(text: string, now: number, discord: LocalDiscord): string {
  const base = DateTime.fromMillis(now);
  return text
    .replaceAll(/<t:(\d+):R>/g, (_, seconds) => {
      const instant = DateTime.fromSeconds(Number(seconds)).setLocale('en');
      return instant.toRelative({ base }) ?? '';
    })
    .replaceAll(/<t:(\d+):F>/g, (_, seconds) => `${inWashington(Number(seconds) * 1000)} in Washington`)
    .replaceAll(/<#(\d+)>/g, (tag, id) => {
      const channel = discord.world.channel(String(id));
      return channel === undefined ? tag : `#${channel.name}`;
    });
}
