/** `npm run story`: prints the founding case from the first statement to the accepted dispute. */
import { drawLine, drawText } from '../cli/draw.js';
import { headlineText } from '../wording/headline.js';
import { visible } from '../cli/visible.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { english } from '../wording/index.js';
import { timelineLines } from '../wording/timeline.js';
import { createLogger } from '../logging.js';
import {
  asShown,
  FOUNDING_CASE,
  inWashington,
  playStory,
  storyNamed,
  type StoryEvent,
} from './play-story.js';

const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

function told(one: StoryEvent): string {
  const at = inWashington(one.at);
  if (one.kind === 'typed') return `${at}  ${one.told}\n${indented(`→ ${one.answer.split('\n')[0] ?? ''}`)}`;
  if (one.kind === 'edited') return `${at}  #${one.channel}, an earlier post was brought up to date`;
  return `${at}  #${one.channel}\n${indented(one.text)}`;
}

// A reader that has seen enough ("| head") is no fault.
process.stdout.on('error', () => process.exit(0));

const print = (text: string) => console.log(visible(text));

const log = createLogger({ level: process.env['LOG_LEVEL'] ?? 'warn', secrets: [] });
const story = await storyNamed(FOUNDING_CASE);
const played = await playStory(story, {
  databaseUrl: 'sqlite::memory:',
  log,
  tell: (one, discord) => print(`${asShown(told(one), one.at, discord)}\n`),
});
const [guild] = played.discord.world.guilds.values();
const ultimatum = guild === undefined ? null : await played.bot.store.ultimatum(guild.id, 1);
if (ultimatum !== null) {
  print(
    `What became of each deadline of ${ultimatumId(1)}: ${drawText(headlineText(english, ultimatum.headline))}${ultimatum.disputed ? ', disputed' : ''}\n`,
  );
  for (const line of timelineLines(english, { ultimatum, now: story.end })) print(indented(drawLine(line)));
}
await played.close();
