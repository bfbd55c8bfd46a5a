/** What would come of a file: read whole, compared with the record, and nothing saved. */
import { createHash } from 'node:crypto';
import type { ExportedServer, ExportedUltimatum } from '../../codec/record/exported.js';
import { NoRecordError } from '../../codec/record/read-json.js';
import { numberedAfter } from '../../domain/decide/context.js';
import type { Entry } from '../../domain/entry.js';
import type { FileFault, ImportFault } from '../../domain/import-fault.js';
import { referenceOf } from '../../domain/references.js';
import type { StagedUltimatum } from '../../store/port/index.js';
import type { GroupReader } from './group.js';
import { KnownRecord } from './identity.js';
import { openImport, type ColumnUsed, type ImportFile, type OpenedFile, type ReadableRow } from './open.js';

/** Two rows that may be one ultimatum: one of the file, one on record. */
interface ImportMatch {
  readonly row: number;
  readonly number: number;
}

export interface ImportPlan {
  readonly kind: 'plan';
  /** The key of the import: the same file, read in the same way, has the same. */
  readonly id: string;
  readonly fresh: readonly StagedUltimatum[];
  readonly there: readonly ImportMatch[];
  /** New ones that are close to one on record. */
  readonly near: readonly ImportMatch[];
  readonly faults: readonly ImportFault[];
  /** Null for a record. */
  readonly columns: readonly ColumnUsed[] | null;
  readonly unused: readonly string[];
  /** The server that a record says it is of; null where it says none. */
  readonly from: string | null;
  /** What the server had set up and gets back, because it has no record. */
  readonly server: ExportedServer | null;
}

export interface PlanDeps {
  readonly reader: GroupReader;
  /** What is on record, what is hidden included. */
  readonly existing: AsyncIterable<ExportedUltimatum>;
  /** The numbers that the rows of this import have already. */
  readonly imported: (id: string) => Promise<ReadonlyMap<number, number>>;
  /** Hears how many rows were read, of how many; the next one waits until it is done with that. */
  readonly progress: (read: number, of: number) => Promise<void> | void;
}

/** Rows that a file may have. */
const MOST_ROWS = 50_000;

/** The numbers of other ultimatums that entries name. */
const namedIn = (entries: readonly Entry[]): readonly number[] =>
  entries.map(referenceOf).filter((number) => number !== null);

/** Those that name an ultimatum which neither the file nor, before it, the record holds. */
function dangling(
  fresh: readonly StagedUltimatum[],
  named: ReadonlyMap<number, readonly number[]>,
  known: ReadonlySet<number>,
  before: (number: number) => boolean,
): readonly ImportFault[] {
  return fresh.flatMap(({ row }) => {
    const number = named.get(row)?.find((one) => !known.has(one) && !before(one));
    if (number === undefined) return [];
    return [{ row, column: null, given: null, why: { kind: 'unknown-reference', number } as const }];
  });
}

/** The plan without those that can't be recorded because of what they name. */
function withoutDangling(
  plan: ImportPlan,
  named: ReadonlyMap<number, readonly number[]>,
  last: number,
): ImportPlan {
  let { fresh, faults } = plan;
  const first = fresh[0]?.row ?? 0;
  const before = (number: number) => last + 1 === first && number < first;
  for (;;) {
    const known = new Set([...fresh, ...plan.there].map(({ row }) => row));
    const more = dangling(fresh, named, known, before);
    if (more.length === 0) return { ...plan, fresh, faults };
    const gone = new Set(more.map(({ row }) => row));
    fresh = fresh.filter(({ row }) => !gone.has(row));
    faults = [...faults, ...more];
  }
}

const keyOf = ({ guild, text, mapping }: ImportFile, { zone }: GroupReader) =>
  createHash('sha256')
    .update(JSON.stringify([guild, text, mapping, zone]))
    .digest('base64url')
    .slice(0, 22);

/** What was found of a file so far. */
interface FoundRows {
  readonly fresh: StagedUltimatum[];
  readonly there: ImportMatch[];
  readonly near: ImportMatch[];
  readonly faults: ImportFault[];
  /** What each of the new ones names. */
  readonly named: Map<number, readonly number[]>;
}

interface Comparison {
  readonly known: KnownRecord;
  readonly imported: ReadonlyMap<number, number>;
}

function compare({ row, read }: ReadableRow, { known, imported }: Comparison, found: FoundRows): void {
  const done = imported.get(row);
  if (done !== undefined) return void found.there.push({ row, number: done });
  const one = read();
  if ('fault' in one) return void found.faults.push(one.fault);
  const entries = numberedAfter([], one.entries);
  const match = known.find(entries);
  if (match?.same === true) return void found.there.push({ row, number: match.number });
  found.fresh.push({ row, entries: JSON.stringify(entries), number: null });
  found.named.set(row, namedIn(entries));
  if (match !== null) found.near.push({ row, number: match.number });
}

/** The rows of a table as they stand in it: one that ends late may have begun early. */
function inOrder(found: FoundRows): FoundRows {
  const byRow = (a: { readonly row: number }, b: { readonly row: number }) => a.row - b.row;
  for (const rows of [found.fresh, found.there, found.near, found.faults]) rows.sort(byRow);
  return found;
}

async function compareAll(
  { candidates, count, isRecord }: OpenedFile,
  comparison: Comparison,
  progress: PlanDeps['progress'],
): Promise<FoundRows> {
  const found: FoundRows = { fresh: [], there: [], near: [], faults: [], named: new Map() };
  let at = 0;
  for await (const one of candidates) {
    await progress(at, count);
    at += 1;
    compare(one, comparison, found);
  }
  return isRecord ? found : inOrder(found);
}

/** What is on record, and its last number. */
async function knownIn(existing: PlanDeps['existing']) {
  const known = new KnownRecord();
  let last = 0;
  for await (const { number, entries } of existing) {
    known.add(number, entries);
    last = number;
  }
  return { known, last };
}

/** Reads a file and says what would come of it; the fault of a file that can't be read at all. */
export async function planImport(file: ImportFile, deps: PlanDeps): Promise<ImportPlan | FileFault> {
  try {
    const opened = await openImport(file, deps.reader);
    return 'kind' in opened ? opened : await planOpened(opened, file, deps);
  } catch (error) {
    if (error instanceof NoRecordError) return { kind: 'not-a-record' };
    throw error;
  }
}

async function planOpened(
  opened: OpenedFile,
  file: ImportFile,
  deps: PlanDeps,
): Promise<ImportPlan | FileFault> {
  const { count, server, columns, unused, isRecord } = opened;
  if (count > MOST_ROWS) return { kind: 'too-many-rows', rows: count, max: MOST_ROWS };
  const { known, last } = await knownIn(deps.existing);
  const id = keyOf(file, deps.reader);
  const imported = await deps.imported(id);
  const { named, ...found } = await compareAll(opened, { known, imported }, deps.progress);
  const plan = {
    kind: 'plan',
    id: imported.size === 0 ? id : `${id}.${imported.size}`,
    ...found,
    columns,
    unused,
    from: server?.id ?? null,
    server: server !== null && server.id === file.guild && last === 0 ? server : null,
  } as const;
  return isRecord ? withoutDangling(plan, named, last) : plan;
}

/** What is shown of a plan, and kept when its rows are staged: which are new, and not what is in them. */
export type ShownImport = Omit<ImportPlan, 'fresh'> & { readonly fresh: readonly { readonly row: number }[] };

export const shownOf = (plan: ImportPlan): ShownImport => ({
  ...plan,
  fresh: plan.fresh.map(({ row }) => ({ row })),
});

/** What is staged: what is new, and where what is on record already stands. */
export function stagedOf({ fresh, there }: ImportPlan): readonly StagedUltimatum[] {
  return [...there.map(({ row, number }) => ({ row, number, entries: null })), ...fresh];
}
