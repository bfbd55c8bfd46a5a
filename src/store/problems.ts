/** What is wrong with the database and its rows. */
import { ultimatumId } from '../domain/ultimatum-id.js';
import { sql } from 'kysely';
import type { Failure } from '../domain/failure.js';
import type { Database } from './database.js';
import type { SetAside, BeatStage } from './port/index.js';
import { asidesOf } from './set-aside.js';

/** What a stage could not do with a row. */
const UNDONE: Record<BeatStage, string> = {
  expire: 'could not be marked as passed',
  fire: 'could not run',
  claim: 'could not be taken up',
  send: 'could not be posted',
  boards: 'could not be brought up to date',
};

function nameOf({ stage, item }: Pick<SetAside, 'stage' | 'item'>): string {
  if (stage === 'expire') return ultimatumId(item);
  if (stage === 'fire') return `countdown ${item}`;
  return stage === 'boards' ? `board post ${item}` : `post ${item}`;
}

/** Why, as whoever hosts the bot reads it: the code, and what the error says. */
function failureLabel(reason: Failure): string {
  if ('error' in reason && reason.error !== null) return `${reason.kind}: ${reason.error}`;
  return reason.kind === 'text' ? reason.text : reason.kind;
}

/** One sentence a stage: how many, and the first of them. */
function asideSentences(rows: readonly SetAside[]): readonly string[] {
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  return stages.flatMap((stage) => {
    const all = rows.filter((row) => row.stage === stage);
    const [first] = all;
    if (first === undefined) return [];
    const more = all.length === 1 ? '' : ` (and ${all.length - 1} more)`;
    return `Set aside by the stage "${stage}": ${nameOf(first)} of server ${first.guild}${more} ${UNDONE[stage]} (${failureLabel(first.reason)}).`;
  });
}

function diskSentences({ file, diskReserve }: Database): readonly string[] {
  return [
    ...(diskReserve?.isSpent() === true
      ? [
          'The disk is full: the room that was kept in reserve has been given back, and nothing new is saved. Make room on it.',
        ]
      : []),
    ...(file?.isGone() === true
      ? [
          'The database file was deleted or replaced while Ultimatum is running. Stop Ultimatum, put the file back, and start it again.',
        ]
      : []),
  ];
}

/** What is wrong with the database and the rows in it, for whoever hosts the bot. */
export async function problemsOf(database: Database): Promise<readonly string[]> {
  try {
    await sql`select 1`.execute(database.read);
    return [...diskSentences(database), ...asideSentences(await asidesOf(database.read, null))];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`The database cannot be reached: ${why}.`, ...diskSentences(database)];
  }
}
