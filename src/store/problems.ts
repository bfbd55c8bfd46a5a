/** Finds what is wrong with an open database and the rows in it. */
import { sql } from 'kysely';
import type { StoreProblem } from '../domain/database-fault.js';
import { unquotedMessage } from '../domain/error-message.js';
import type { Database } from './database.js';
import type { SetAside } from './port/index.js';
import { asidesOf } from './set-aside.js';

/** One problem for each stage: its first row, and how many others there are. */
function asideProblems(rows: readonly SetAside[]): readonly StoreProblem[] {
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  return stages.flatMap((stage) => {
    const [row, ...others] = rows.filter((aside) => aside.stage === stage);
    if (row === undefined) return [];
    const { guild, item, reason } = row;
    return [{ kind: 'set-aside', stage, guild, item, others: others.length, reason }];
  });
}

function diskProblems({ file, diskReserve }: Database): readonly StoreProblem[] {
  const found: StoreProblem[] = [];
  if (diskReserve?.isSpent() === true) found.push({ kind: 'disk-full' });
  if (file?.isGone() === true) found.push({ kind: 'file-gone' });
  return found;
}

/** Returns what is wrong with the database and the rows in it; empty while all is well. Never throws. */
export async function problemsOf(database: Database): Promise<readonly StoreProblem[]> {
  try {
    await sql`select 1`.execute(database.read);
    return [...diskProblems(database), ...asideProblems(await asidesOf(database.read, null))];
  } catch (error) {
    const reason = unquotedMessage(error instanceof Error ? error.message : String(error));
    return [{ kind: 'unreachable', reason }, ...diskProblems(database)];
  }
}
