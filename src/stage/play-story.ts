/** Plays a story from docs/stories and collects what was posted. */
import { DateTime } from 'luxon';
import { openBot, type Bot } from '../bot.js';
import type { Log } from '../discord/dispatch.js';
import { projectPath } from '../paths.js';
import {
  DEMO_GUILD,
  playScene,
  readStories,
  startLocalDiscord,
  toldOf,
  type Exchange,
  type LocalDiscord,
  type LocalMessage,
  type Story,
} from '../playground/index.js';
import { manualClock, advanceTo } from './manual-clock.js';
import { MINUTE } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

/** One thing that happened in the story, in order. */
export type StoryEvent =
  | { readonly kind: 'typed'; readonly at: RecordInstant; readonly told: string; readonly answer: string }
  | {
      readonly kind: 'posted' | 'edited';
      readonly at: RecordInstant;
      readonly channel: string;
      readonly text: string;
    };

export interface PlayedStory {
  readonly happened: readonly StoryEvent[];
  readonly bot: Bot;
  readonly discord: LocalDiscord;
  close(): Promise<void>;
}

export interface PlayOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Called as each thing happens. */
  readonly tell?: (happened: StoryEvent, discord: LocalDiscord) => void;
  /** Every request of the bot, for tests that check them. */
  readonly onRequest?: (exchange: Exchange) => void;
}

export const WASHINGTON = 'America/New_York';
export const FOUNDING_CASE = 'moscow-50-days';

/** All stories, from their files. */
export const allStories = (): Promise<readonly Story[]> => readStories(projectPath('docs', 'stories'));

/** @throws if there is no story of that id. */
export async function storyNamed(id: string): Promise<Story> {
  const story = (await allStories()).find((one) => one.id === id);
  if (story === undefined) throw new Error(`There is no story ${id}.`);
  return story;
}

/** Nobody waits for an answer while a story is played, ms. */
const LONG_MS = MINUTE;

/** Plays a story in a local Discord on a clock of its own, and leaves both running. */
export async function playStory(story: Story, playing: PlayOptions): Promise<PlayedStory> {
  const { databaseUrl, log, tell, onRequest } = playing;
  const clock = manualClock(story.start);
  const discord = await startLocalDiscord({
    guilds: [DEMO_GUILD],
    now: () => clock.now(),
    limits: 'off',
    firstAnswerMs: LONG_MS,
  });
  if (onRequest !== undefined) discord.onRequest(onRequest);
  const { token, apiUrl } = discord;
  const fatal = (reason: string) => log.error({ reason }, 'the bot had to stop');
  const bot = await openBot({
    token,
    apiUrl,
    databaseUrl,
    announceDelay: 0,
    patience: { deferAfter: LONG_MS, suggestWithin: LONG_MS },
    requestsPerSecond: 0,
    clock,
    log,
    fatal,
  });
  const happened: StoryEvent[] = [];
  const note = (one: StoryEvent) => {
    happened.push(one);
    tell?.(one, discord);
  };
  discord.onMessage((message, change) => {
    if (change !== 'deleted' && !message.ephemeral) note(posted(discord, message, change, clock.now()));
  });
  await bot.start();
  for (const scene of story.scenes) {
    await advanceTo(scene.at, clock, bot);
    const answer = await playScene(scene, (name, channel) => discord.as(name, channel));
    note({ kind: 'typed', at: clock.now(), told: toldOf(scene), answer: answer.text() });
    await bot.beat();
  }
  await advanceTo(story.end, clock, bot);
  const close = async () => {
    await bot.stop();
    await discord.close();
  };
  return { happened, bot, discord, close };
}

function posted(
  discord: LocalDiscord,
  message: LocalMessage,
  change: 'posted' | 'edited',
  at: RecordInstant,
): StoryEvent {
  const channel = discord.world.channel(message.channelId)?.name ?? message.channelId;
  return { kind: change, at, channel, text: message.content };
}

/** "Fri 1 Aug 09:00" in Washington. */
export function inWashington(instant: RecordInstant): string {
  return DateTime.fromMillis(instant, { zone: WASHINGTON }).setLocale('en').toFormat('ccc d LLL HH:mm');
}

/** Discord's tags as its client shows them: how far away an instant is, and the names of channels. */
export function asShown(text: string, now: RecordInstant, discord: LocalDiscord): string {
  const base = DateTime.fromMillis(now);
  return text
    .replaceAll(/<t:(-?\d+):([RF])>/g, (tag, seconds, style) => {
      const instant = DateTime.fromMillis(Number(seconds) * 1000).setLocale('en');
      // Discord shows as it is written what lies beyond the last day there is.
      if (!instant.isValid) return tag;
      return style === 'R'
        ? (instant.toRelative({ base }) ?? '')
        : `${inWashington(instant.toMillis())} in Washington`;
    })
    .replaceAll(/<#(\d+)>/g, (tag, id) => {
      const channel = discord.world.findChannel(String(id));
      return channel === undefined ? tag : `#${channel.name}`;
    });
}
