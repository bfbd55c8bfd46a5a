import { createInterface } from 'node:readline/promises';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { openBot, type Bot } from './bot.js';
import type { Config } from './config.js';
import { asShown, inWashington, WASHINGTON } from './played.js';
import { FOUNDING_CASE, FOUNDING_GUILD } from './playground/founding.js';
import { startLocalDiscord, type LocalDiscord } from './playground/index.js';
import { Terminal } from './playground/terminal.js';
import { steeredClock, stepTo, type SteeredClock } from './steered.js';

const START = Date.parse('2025-07-14T13:30:00Z');
/** The stage opens after the statement of 29 July, with the last deadline still ahead. */
const SCENES = 6;

const WELCOME = `No DISCORD_TOKEN is set, so this is a local Discord on this machine, with the founding case seeded.
Nothing leaves your machine, and nothing is kept after you quit. The clock is the record's and stands until you move it:
  next                                  go to the next thing that is due
  /ultimatum show ultimatum:U-1         type any command
  press Details                         press a button
  help                                  everything else
To run on a real server, put DISCORD_TOKEN into .env (see README.md).
`;

const write = (text: string) => {
  if (text !== '') process.stdout.write(`${text}\n`);
};

function printPosts(discord: LocalDiscord, clock: SteeredClock): void {
  discord.onMessage((message, change) => {
    if (message.ephemeral || change === 'deleted') return;
    const channel = discord.world.channel(message.channelId)?.name ?? message.channelId;
    const what =
      change === 'edited'
        ? ' (an earlier post was brought up to date)'
        : `\n${asShown(message.text(), clock.now(), discord)}`;
    write(`\n${inWashington(clock.now())}  #${channel}${what}`);
  });
}

async function seed(discord: LocalDiscord, clock: SteeredClock, bot: Bot): Promise<void> {
  for (const scene of FOUNDING_CASE.slice(0, SCENES)) {
    await stepTo(Date.parse(scene.at), clock, bot);
    write(`\n${inWashington(clock.now())}  ${scene.told}`);
    await scene.play((name, channel) => discord.as(name, channel));
    await bot.beat();
  }
}

/** Goes on to the next thing due, or to a day and hour in Washington. */
function clockVerbs(clock: SteeredClock, bot: Bot) {
  const now = () => `It is ${inWashington(clock.now())} in Washington.`;
  return {
    async next() {
      const due = await bot.store.nextDue();
      if (due === null) return 'Nothing is due.';
      await stepTo(Math.max(due, clock.now()), clock, bot);
      return now();
    },
    async to(words: string) {
      const at = DateTime.fromISO(words.trim().replace(' ', 'T'), { zone: WASHINGTON });
      if (!at.isValid) return 'Write a day and an hour: to 2025-08-08 09:00';
      if (at.toMillis() < clock.now()) return `The record’s clock does not go back. ${now()}`;
      await stepTo(at.toMillis(), clock, bot);
      return now();
    },
  };
}

/** Takes lines until the input ends or says quit; without a terminal the stage just stays up. */
async function listen(terminal: Terminal, bot: Bot, stop: () => void): Promise<void> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY,
  });
  lines.setPrompt(terminal.prompt);
  lines.prompt();
  for await (const line of lines) {
    if (/^(quit|exit)$/.test(line.trim())) return stop();
    await terminal.line(line);
    await bot.beat();
    lines.setPrompt(terminal.prompt);
    lines.prompt();
  }
}

/** Without a token: the local Discord, the founding case, and the bot against it. Resolves when it runs. */
export async function runStage(config: Config, log: Logger): Promise<{ stop(): Promise<void> }> {
  const clock = steeredClock(START);
  const discord = await startLocalDiscord({
    guilds: [FOUNDING_GUILD],
    now: () => clock.now(),
    limits: 'off',
  });
  const bot = await openBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    databaseUrl: 'sqlite::memory:',
    announceDelay: 0,
    requestsPerSecond: config.requestsPerSecond,
    clock,
    log,
    fatal: (reason) => log.fatal(reason),
  });
  write(WELCOME);
  printPosts(discord, clock);
  await bot.start();
  await seed(discord, clock, bot);
  const stop = async () => {
    await bot.stop();
    await discord.close();
  };
  const terminal = new Terminal({
    discord,
    name: 'Ana',
    channel: 'ultimatums',
    write: (text) => write(asShown(text, clock.now(), discord)),
    verbs: clockVerbs(clock, bot),
  });
  void listen(terminal, bot, () => process.kill(process.pid, 'SIGTERM'));
  return { stop };
}
