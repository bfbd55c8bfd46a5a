/** Reads a copy back and compares it with its source, server by server, by the number of rows and their digest. */
import { createHash } from 'node:crypto';
import type { Database } from '../database.js';
import type { Copying } from './copy.js';
import { MoveFaultError } from './fault.js';
import { countOf, guildOf, movedTables, rowsOf, type MovedTable, type TextRow } from './tables.js';

/** The rows of one server in one table; `guild` is null in a table of no server. */
interface ServerRows {
  readonly guild: string | null;
  readonly rows: number;
  /** SHA-256 of the rows in the order of their key, in hexadecimal. */
  readonly digest: string;
}

/** Server by server what a table holds, in the same order in every engine. */
async function* serversOf(database: Database, table: MovedTable): AsyncGenerator<ServerRows> {
  let open: { guild: string | null; rows: number; hash: ReturnType<typeof createHash> } | null = null;
  const ended = ({ guild, rows, hash }: NonNullable<typeof open>) => ({
    guild,
    rows,
    digest: hash.digest('hex'),
  });
  const line = (row: TextRow) => `${JSON.stringify(table.columns.map(({ name }) => row[name]))}\n`;
  for await (const page of rowsOf(database, table)) {
    for (const row of page) {
      const guild = guildOf(table, row);
      if (open !== null && open.guild !== guild) {
        yield ended(open);
        open = null;
      }
      open ??= { guild, rows: 0, hash: createHash('sha256') };
      open.rows += 1;
      open.hash.update(line(row));
    }
  }
  if (open !== null) yield ended(open);
}

/** The rows that are the same on both sides. @throws MoveFaultError at the first server that differs */
async function compareTable({ source, target, progress }: Copying, table: MovedTable): Promise<number> {
  const { name: database = '' } = target;
  const of = await countOf(source, table);
  const copies = serversOf(target, table);
  let rows = 0;
  const differs = (guild: string | null) =>
    new MoveFaultError({ kind: 'copy-differs', database, table: table.name, guild });
  try {
    for await (const original of serversOf(source, table)) {
      const { value: copy } = await copies.next();
      const same =
        copy?.guild === original.guild && copy.rows === original.rows && copy.digest === original.digest;
      if (!same) throw differs(original.guild);
      rows += original.rows;
      progress({ stage: 'compare', table: table.name, rows, of });
    }
    const { value: more } = await copies.next();
    if (more !== undefined) throw differs(more.guild);
  } finally {
    await copies.return(undefined);
  }
  return rows;
}

async function compareIds({ source, target }: Copying): Promise<void> {
  const [originals, copies] = [source, target].map(({ dialect, read }) => dialect.lastIds.execute(read));
  const taken = new Map((await copies)?.rows.map(({ name, last }) => [name, last]));
  for (const { name: table, last } of (await originals)?.rows ?? []) {
    if (taken.get(table) === last) continue;
    throw new MoveFaultError({ kind: 'copy-differs', database: target.name ?? '', table, guild: null });
  }
}

/**
 * The number of rows of each table, all of which the target has like the source.
 * @throws MoveFaultError where it has others
 */
export async function compareAll(
  copying: Copying,
): Promise<readonly { readonly table: string; readonly rows: number }[]> {
  const compared: { table: string; rows: number }[] = [];
  for (const table of await movedTables(copying.source))
    compared.push({ table: table.name, rows: await compareTable(copying, table) });
  await compareIds(copying);
  return compared;
}
