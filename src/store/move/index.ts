/** Moves a record to another database: a copy that is read back, and that can be continued after a kill. */
import { migrations } from '../../../migrations/index.js';
import type { Moved } from '../../domain/move.js';
import type { Database } from '../database.js';
import { serversIn, unhurried } from '../erasure.js';
import { migrate } from '../migrate.js';
import { assertOurs, contentsOf } from '../ours.js';
import { checkRecord } from '../record-check.js';
import { compareAll } from './compare.js';
import { beginCopy, begunCopy, copyAll, type Progress } from './copy.js';
import { MoveFaultError } from './fault.js';
import { assertWholeCopy, endCopy } from './state.js';

/** @throws where the source is of another release, or only a part of a record */
async function assertMovable(source: Database): Promise<void> {
  const { dialect, name: database = '' } = source;
  const known = Object.keys(migrations(dialect.engine));
  await assertOurs(source, known);
  const ran = (await contentsOf(source)).migrations;
  if (ran.length === 0) throw new MoveFaultError({ kind: 'source-empty', database });
  if (ran.length < known.length) throw new MoveFaultError({ kind: 'source-older', database });
  await assertWholeCopy(source);
}

async function moved(source: Database, target: Database, progress: Progress): Promise<Moved> {
  const { name: from = '' } = source;
  await assertMovable(source);
  await assertOurs(target, Object.keys(migrations(target.dialect.engine)));
  const begun = await begunCopy(target, from);
  if (source.dialect.singleProcess) await checkRecord(from, from);
  await migrate(target);
  const copying = { source, target, progress };
  await copyAll(copying, begun ?? (await beginCopy(target, from)));
  const tables = await compareAll(copying);
  await endCopy(target.write);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const servers = (await serversIn(target.read)).length;
  return { from, to: target.name ?? '', servers, rows, continued: begun !== null, tables };
}

/**
 * Copies everything that is stored from one opened database into another, empty one, reads it back and compares it. Until
 * that is done the target says of itself that it is unfinished: no bot starts on it, and the same move can be continued.
 * The source is not changed.
 * @throws MoveFaultError, BackupFaultError or DatabaseFaultError where it can't be done
 */
export const moveRecord = (source: Database, target: Database, progress: Progress): Promise<Moved> =>
  unhurried(source, () => unhurried(target, () => moved(source, target, progress)));
