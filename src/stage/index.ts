/** Runs the stage without a token: local Discord, page, founding case and terminal. */
import { createInterface } from 'node:readline/promises';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { visible } from '../cli/visible.js';
import type { Config } from '../config.js';
import { projectPath } from '../paths.js';
import { allStories, asShown, FOUNDING_CASE, inWashington, storyNamed, WASHINGTON } from './play-story.js';
import type { LocalDiscord } from '../playground/index.js';
import { Terminal } from '../playground/terminal.js';
import type { StorySession } from './story-session.js';
import { Stage } from './stage.js';

/** The stage opens after the statement of 29 July, with the last deadline still ahead: the set-up and three statements. */
const SCENES = 6;

const welcome = (address: string, site: string) => `
No DISCORD_TOKEN is set, so this is a local Discord on this machine, with the founding case seeded.

    Open ${address} in a browser.
    The public page of its record is at ${site}.

It listens on 127.0.0.1 only, nothing leaves your machine, and nothing is kept after you quit. The clock is the
record's and stands until you move it. Here in the terminal you can go on as well:
  next                                  go to the next thing that is due
  /ultimatum show ultimatum:U-1         type any command
  press Details                         press a button
  help                                  everything else
To run on a real server, put DISCORD_TOKEN into .env (see README.md).
`;

const write = (text: string) => {
  if (text !== '') process.stdout.write(`${visible(text)}\n`);
};

function printPosts(discord: LocalDiscord, { clock }: StorySession): void {
  discord.onMessage((message, change) => {
    if (message.ephemeral || change === 'deleted') return;
    const channel = discord.world.findChannel(message.channelId)?.name ?? message.channelId;
    const what =
      change === 'edited'
        ? ' (an earlier post was brought up to date)'
        : `\n${asShown(message.text(), clock.now(), discord)}`;
    write(`\n${inWashington(clock.now())}  #${channel}${what}`);
  });
}

/** Goes on to the next thing due, or to a day and hour in Washington. */
function clockVerbs(stage: Stage) {
  const now = () => `It is ${inWashington(stage.show.clock.now())} in Washington.`;
  return {
    async next() {
      await stage.act({ kind: 'next' });
      return now();
    },
    async to(words: string) {
      const at = DateTime.fromISO(words.trim().replace(' ', 'T'), { zone: WASHINGTON });
      if (!at.isValid) return 'Write a day and an hour: to 2025-08-08 09:00';
      await stage.act({ kind: 'to', at: at.toMillis() });
      return now();
    },
  };
}

/** Takes lines until the input ends or says quit; without a terminal the stage just stays up. */
async function listen(terminal: Terminal, stage: Stage, stop: () => void): Promise<void> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY,
  });
  lines.setPrompt(visible(terminal.prompt));
  lines.prompt();
  for await (const line of lines) {
    if (/^(quit|exit)$/.test(line.trim())) return stop();
    try {
      await terminal.line(line);
      await stage.show.bot.beat();
    } catch (error) {
      // The page may be setting up another story at this moment.
      write(error instanceof Error ? error.message : String(error));
    }
    lines.setPrompt(visible(terminal.prompt));
    lines.prompt();
  }
}

/** Of the page, where none is given. */
const PAGE_PORT = 8137;

/** Without a token: the local Discord, its page, the founding case, and the bot against it. Resolves when it runs. */
export async function runStage(config: Config, log: Logger): Promise<{ stop(): Promise<void> }> {
  const port = config.port ?? PAGE_PORT;
  const stage = new Stage({
    stories: await allStories(),
    port,
    sitePort: port === 0 ? 0 : port + 1,
    assets: projectPath('dist', 'page'),
    log,
    onDiscord: printPosts,
  });
  await stage.load(await storyNamed(FOUNDING_CASE), SCENES);
  write(welcome(stage.show.discord.address, stage.show.site.publicUrl));
  const terminal = new Terminal({
    discord: () => stage.show.discord,
    name: 'Ana',
    channel: 'ultimatums',
    write: (text) => write(asShown(text, stage.show.clock.now(), stage.show.discord)),
    verbs: clockVerbs(stage),
  });
  // Whoever closes the terminal may still be reading the page.
  for (const stream of [process.stdin, process.stdout]) stream.on('error', () => undefined);
  void listen(terminal, stage, () => process.kill(process.pid, 'SIGTERM'));
  return { stop: () => stage.close() };
}
