/** `issuer` and `leaderboard`: the figures of a record, for whoever hosts the bot. */
import { systemClock } from '../clock.js';
import { figuresJson, leaderboardJson } from '../codec/figures.js';
import { isSnowflake } from '../discord/snowflake.js';
import { figuresOf } from '../domain/figures/record.js';
import type { RecordInstant } from '../domain/instant.js';
import { findName } from '../domain/names.js';
import { StartError } from '../start-error.js';
import type { Store } from '../store/port/index.js';
import { figureLines, figureNotes } from '../wording/figures.js';
import { english } from '../wording/index.js';
import { leaderboardLines } from '../wording/leaderboard.js';
import { small, title, type Line, type Text } from '../wording/parts.js';
import { SHOWN } from '../wording/text-budget.js';
import { typed } from '../wording/typed.js';
import { besideTheBot } from './beside.js';
import { drawLine } from './draw.js';
import { optionsOf } from './options.js';
import { settings } from './settings.js';
import { Usage } from './usage.js';
import { visible } from './visible.js';

const { transfer, figures: words } = english.cli;

const NOT_DONE = 1;

/** What is shown of a server. */
interface ShownFigures {
  readonly heading: Text;
  readonly lines: readonly Line[];
  readonly json: string;
}

interface FiguresAsked {
  readonly store: Store;
  readonly guild: string;
  readonly now: RecordInstant;
  readonly inclusionRule: string | null;
}

/** Prints the figures of the server that `--server` names, read beside the bot. */
async function show(
  { guild, json }: { readonly guild: string | undefined; readonly json: boolean },
  make: (asked: FiguresAsked) => Promise<ShownFigures>,
): Promise<number> {
  if (guild === undefined || !isSnowflake(guild)) throw new Usage(transfer.noServer);
  const shown = await besideTheBot(settings().databaseUrl, async (store) => {
    if (!(await store.servers()).includes(guild)) return null;
    const { inclusionRule } = await store.settings(guild);
    const made = await make({ store, guild, now: systemClock.now(), inclusionRule });
    return { ...made, notes: figureNotes(english, inclusionRule).map(small) };
  });
  if (shown === null) throw new StartError(transfer.unknown(guild), NOT_DONE);
  const lines = [title(shown.heading), ...shown.lines, ...shown.notes].map(drawLine).join('\n');
  process.stdout.write(visible(json ? shown.json : `${lines}\n`));
  return 0;
}

async function ofIssuer({ store, guild, now, inclusionRule }: FiguresAsked, given: string) {
  const issuers = await store.issuers(guild);
  const known = issuers.find(({ name, aliases }) => findName([name, ...aliases], given) !== null);
  if (known === undefined) throw new StartError(words.noIssuer(given), NOT_DONE);
  const record = figuresOf(await store.issuerCases(guild, known.name), now);
  return {
    heading: english.figures.title([typed(known.name, SHOWN.name)]),
    lines: figureLines(english, record).flat(),
    json: figuresJson(known.name, record, { at: now, inclusionRule }),
  };
}

/** `issuer NAME --server ID [--json]`. The bot may be running. */
export async function issuerFigures(args: readonly string[]): Promise<number> {
  const { words: name, json, texts } = optionsOf(args, ['server']);
  if (name === undefined) throw new Usage(words.noName);
  return show({ guild: texts['server'], json }, (asked) => ofIssuer(asked, name));
}

async function ofAll({ store, guild, now, inclusionRule }: FiguresAsked) {
  const board = await store.leaderboard(guild, now);
  return {
    heading: english.figures.leaderboard.title,
    lines: leaderboardLines(english, board),
    json: leaderboardJson(board.issuers, board.all, { at: now, inclusionRule }),
  };
}

/** `leaderboard --server ID [--json]`. The bot may be running. */
export async function leaderboard(args: readonly string[]): Promise<number> {
  const { words: typedWords, json, texts } = optionsOf(args, ['server']);
  if (typedWords !== undefined) throw new Usage(english.cli.takesNothing('leaderboard', typedWords));
  return show({ guild: texts['server'], json }, ofAll);
}
