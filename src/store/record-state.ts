/** Notices at the start that committed changes of a SQLite database are missing. */
import { randomUUID } from 'node:crypto';
import { closeSync, lstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { DatabaseFaultError } from './database-fault.js';
import { parsedOr } from './rows.js';
import { beginningOf, openBeside } from './sqlite-file.js';

/** Nothing has been written for so long: what is in the write-ahead log is copied into the main file, ms. */
const IDLE_MS = 2000;
const SALT_BYTES = 32;
/** Overwritten in place, so that a full disk cannot empty it. */
const STATE_BYTES = 256;

/** Which record it is, and how often its write-ahead log has begun anew. */
interface Generation {
  readonly record: string;
  readonly generation: number;
}

/** What is kept beside the database: what it was at, and the main file as it was before that. */
interface KeptState extends Generation {
  readonly main: string;
}

function stateAt(path: string): KeptState | null {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const { record, generation, main } = Object(parsedOr(readFileSync(path, 'utf8'), null));
  const whole = typeof record === 'string' && typeof generation === 'number' && typeof main === 'string';
  return whole ? { record, generation, main } : null;
}

function writeState(path: string, state: KeptState): void {
  const file = openBeside(path);
  try {
    writeSync(file, JSON.stringify(state).padEnd(STATE_BYTES - 1) + '\n', 0);
  } finally {
    closeSync(file);
  }
}

/** The main file as it is: another copy of it, or a checkpoint, changes that. */
function stampOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path);
  return `${ino} ${size} ${mtimeMs}`;
}

/**
 * Notices that what was committed is gone. With the first commit after each checkpoint the record gets another
 * generation, in the database and then in a file beside it; so the database may be ahead of that file, and where it is
 * behind, commits are missing: those of a lost write-ahead log, or all since a backup.
 */
export class RecordState {
  /** Whether the main file has all that was committed. */
  #clean = false;
  #armed = false;
  #restored = false;
  #salt = '';
  #changes = -1;
  #quietSince = 0;
  readonly #side: string;
  readonly #inode: number;
  #logInode: number | null = null;

  constructor(
    private readonly path: string,
    private readonly writer: Sqlite.Database,
  ) {
    this.#side = `${path}.state`;
    this.#inode = statSync(path).ino;
  }

  get restored(): boolean {
    return this.#restored;
  }

  #known(): Generation | null {
    const there = this.writer
      .prepare<[], { one: number }>(
        "select 1 as one from sqlite_master where type = 'table' and name = 'fact'",
      )
      .get();
    if (there === undefined) return null;
    const fact = this.writer.prepare<[string], { value: string }>('select value from fact where name = ?');
    const [record, generation] = [fact.get('record')?.value, Number(fact.get('generation')?.value)];
    return record === undefined || !Number.isInteger(generation) ? null : { record, generation };
  }

  /**
   * Before anything is written; `log`: bytes of the write-ahead log that was found.
   * @throws DatabaseFaultError where it is gone and had commits that are nowhere else
   */
  assertWhole(log: number): void {
    const [state, known] = [stateAt(this.#side), this.#known()];
    if (log > 0 || state === null || known?.record !== state.record) return;
    if (known.generation !== state.generation - 1 || state.main !== stampOf(this.path)) return;
    const { path } = this;
    throw new DatabaseFaultError({ kind: 'log-missing', path, log: `${path}-wal`, state: this.#side });
  }

  /** Once the tables are up to date: compares, and from now on keeps count. */
  begin(): void {
    const [state, known] = [stateAt(this.#side), this.#known()];
    const used = this.writer.prepare('select 1 from delivery limit 1').get() !== undefined;
    const same = state !== null && known?.record === state.record && known.generation >= state.generation;
    this.#restored = used && !same;
    if (!same) {
      const record = known?.record ?? randomUUID();
      this.#write({ record, generation: Math.max(known?.generation ?? 0, state?.generation ?? 0) + 1 });
    }
    this.#armed = true;
    this.checkpoint();
  }

  #write({ record, generation }: Generation): void {
    const fact = this.writer.prepare(
      'insert into fact (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    );
    const main = stampOf(this.path);
    this.writer.transaction(() => {
      fact.run('record', record);
      fact.run('generation', String(generation));
    })();
    writeState(this.#side, { record, generation, main });
    this.#salt = this.#saltNow();
  }

  /** Which beginning of the write-ahead log is in use. */
  #saltNow(): string {
    try {
      return beginningOf(`${this.path}-wal`, SALT_BYTES).toString('hex');
    } catch {
      return '';
    }
  }

  /** After each commit. A full or locked database leaves it to the next one. */
  committed(): void {
    if (!this.#armed || !this.#clean) return;
    this.#clean = false;
    this.#next();
  }

  #next(): void {
    try {
      const known = this.#known();
      if (known !== null) this.#write({ ...known, generation: known.generation + 1 });
    } catch {
      this.#clean = true;
    }
  }

  /** Copies the write-ahead log into the main file; skipped while somebody still reads from it. */
  checkpoint(): void {
    const [row] = this.writer.prepare<[], { busy: number }>('pragma wal_checkpoint(truncate)').all();
    this.#clean = row?.busy === 0;
  }

  /** Writes every page anew, without what was deleted. @throws where the disk has no room for another copy */
  rewrite(): void {
    this.#clean = false;
    this.writer.exec('vacuum');
    this.checkpoint();
  }

  tidy(): void {
    if (!this.#armed || this.#clean) return;
    const now = performance.now();
    const row = this.writer.prepare<[], { n: number }>('select total_changes() as n').get();
    if (row?.n !== this.#changes) {
      this.#changes = row?.n ?? 0;
      this.#quietSince = now;
      // SQLite has begun the log anew by itself: what is in it now is not in the main file.
      if (this.#saltNow() !== this.#salt) this.#next();
      return;
    }
    if (now - this.#quietSince >= IDLE_MS) this.checkpoint();
  }

  /** Before the file is closed. */
  end(): void {
    if (!this.#armed) return;
    this.#armed = false;
    try {
      this.checkpoint();
    } catch {
      // The log stays beside the database, and the next start takes it up.
    }
  }

  isGone(): boolean {
    const log = statSync(`${this.path}-wal`, { throwIfNoEntry: false })?.ino ?? null;
    this.#logInode ??= log;
    const main = statSync(this.path, { throwIfNoEntry: false })?.ino;
    return main !== this.#inode || log !== this.#logInode;
  }
}
