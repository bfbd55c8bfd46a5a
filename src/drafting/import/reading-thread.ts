/** Starts the thread that reads a file, and answers what it asks: whoever uses the bot meanwhile does not wait for it. */
import { on } from 'node:events';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { ExportedUltimatum } from '../../codec/record/exported.js';
import type { FileFault } from '../../domain/import-fault.js';
import { projectPath } from '../../paths.js';
import type { StagedUltimatum } from '../../store/port/index.js';
import type { Mapping } from './columns.js';
import type { GroupReader } from './group.js';
import type { AliasedIssuer } from './issuer-names.js';
import type { ShownImport } from './plan.js';

/** A file, and how it is read. */
export interface ReadingJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly guild: string;
  readonly mapping: Mapping;
  readonly reader: Omit<GroupReader, 'issuer'> & { readonly issuers: readonly AliasedIssuer[] };
}

/** What the thread says, one thing after the other. It waits for the answer to each, except to the last. */
export interface Questions {
  /** The next ultimatums on record after a number. */
  readonly next: number;
  readonly imported: string;
  /** Those of the keys that lead to somebody. */
  readonly people: readonly string[];
  /** What came of the file. */
  readonly read: ShownImport | FileFault;
  /** The next rows to be staged; none after the last. */
  readonly rows: readonly StagedUltimatum[];
}

/** What the thread hears. */
export interface Answers {
  readonly next: readonly ExportedUltimatum[];
  readonly imported: ReadonlyMap<number, number>;
  readonly people: readonly string[];
  readonly read: null;
  readonly rows: null;
}

type Said = {
  readonly [What in keyof Questions]: { readonly what: What; readonly given: Questions[What] };
}[keyof Questions];

/** Where the answers are. */
type ReadingDesk = {
  readonly [What in 'next' | 'imported' | 'people']: (given: Questions[What]) => Promise<Answers[What]>;
};

/** The largest file that is taken needs about a third; a thread that wants more is ended, and nothing else with it. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** One file that is being read. Whoever starts it closes it. */
class ReadingThread {
  readonly #thread: Worker;
  readonly #said: AsyncIterator<readonly Said[]>;

  constructor(job: ReadingJob, resourceLimits: ResourceLimits) {
    const at = projectPath('dist', 'src', 'drafting', 'import', 'thread.js');
    this.#thread = new Worker(at, { workerData: job, resourceLimits });
    this.#said = on(this.#thread, 'message', { close: ['exit'] });
  }

  /** What comes of the file. */
  async plan(desk: ReadingDesk): Promise<ShownImport | FileFault> {
    try {
      for (;;) {
        const said = await this.#next();
        if (said.what === 'read') return said.given;
        if (said.what === 'next') this.#answer(await desk.next(said.given));
        if (said.what === 'imported') this.#answer(await desk.imported(said.given));
        if (said.what === 'people') this.#answer(await desk.people(said.given));
      }
    } catch (error) {
      if (isOutOfMemory(error)) return { kind: 'too-much' };
      throw error;
    }
  }

  /** The rows to be staged, after the plan: the next are fetched when those before are used. */
  async *rows(): AsyncGenerator<StagedUltimatum> {
    for (;;) {
      this.#answer(null);
      const { what, given } = await this.#next();
      if (what !== 'rows' || given.length === 0) return;
      yield* given;
    }
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #answer(answer: Answers[keyof Answers]): void {
    this.#thread.postMessage(answer, []);
  }

  async #next(): Promise<Said> {
    const { done, value } = await this.#said.next();
    const [said] = done === true ? [] : value;
    if (said === undefined) throw new Error('The thread that reads a file has ended.');
    return said;
  }
}

/** Files are read one after the other, so that many at once take no more memory than one. */
let before: Promise<unknown> = Promise.resolve();

/** Reads a file on a thread that lives as long as `use` takes; tests give it less memory. */
export function onReadingThread<T>(
  job: ReadingJob,
  use: (thread: ReadingThread) => Promise<T>,
  limits: ResourceLimits = LIMITS,
): Promise<T> {
  const mine = before.then(async () => {
    const thread = new ReadingThread(job, limits);
    try {
      return await use(thread);
    } finally {
      await thread.close();
    }
  });
  before = mine.catch(() => undefined);
  return mine;
}
