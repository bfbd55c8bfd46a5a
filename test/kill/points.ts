import { AsyncLocalStorage } from 'node:async_hooks';
import { TableNode, type KyselyPlugin, type QueryId, type RootOperationNode } from 'kysely';
import type { Target } from './orders.js';

interface Work {
  readonly name: string;
  readonly subject: string;
  statements: number;
  /** Statements of the planning that goes on in transactions of its own once this work is done. */
  planning: number;
}

/** Work of one transaction with several statements; the others are one statement each, and their ends are points. */
const TRANSACTIONS = new Set([
  'plan',
  'expire',
  'fire',
  'keep',
  'propose',
  'accept',
  'countdown',
  'set up',
  'merge',
  'continue',
]);

/** The table in which it is noted how far the planning of a server has come. */
const PROGRESS = 'replan';

/** Whether a statement reads or moves that progress; the note that there is planning to do is none of these. */
function isProgress(node: RootOperationNode): boolean {
  const reads = node.kind === 'SelectQueryNode' || node.kind === 'DeleteQueryNode';
  const table = reads ? node.from?.froms[0] : node.kind === 'UpdateQueryNode' ? node.table : undefined;
  return table !== undefined && TableNode.is(table) && table.table.identifier.name === PROGRESS;
}

/** The fault points a victim passes, in order, and the one at which it dies. */
export class Points {
  passed: Target[] = [];
  target: Target | null = null;
  readonly #work = new AsyncLocalStorage<Work>();
  readonly #progress = new WeakSet<QueryId>();

  /** At the target the process ends here and now: nothing after this line happens. */
  pass(point: string, subject: string): void {
    this.passed.push({ point, subject });
    const { target } = this;
    if (target?.point === point && target.subject === subject) process.kill(process.pid, 'SIGKILL');
  }

  /** Points before and after a piece of work; what is done within knows whose work it is. */
  async around<T>(name: string, subject: string, work: () => Promise<T>): Promise<T> {
    this.pass(`${name}: before`, subject);
    const done = await this.#work.run({ name, subject, statements: 0, planning: 0 }, work);
    this.pass(`${name}: after`, subject);
    return done;
  }

  /** A point within the work that is being done. */
  within<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.around(name, this.#work.getStore()?.subject ?? '', work);
  }

  /**
   * A point after each statement of the work, the last one before its commit. The planning after it reads how far it
   * came, plans, and writes how far it has come, again and again: points are only those reads and writes.
   */
  readonly statements: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      if (isProgress(node)) this.#progress.add(queryId);
      return node;
    },
    transformResult: ({ result, queryId }) => {
      const work = this.#work.getStore();
      if (work !== undefined && TRANSACTIONS.has(work.name)) this.#stated(work, this.#progress.has(queryId));
      return Promise.resolve(result);
    },
  };

  #stated(work: Work, ofProgress: boolean): void {
    const { name, subject } = work;
    if (ofProgress) {
      work.planning += 1;
      this.pass(`${name}: planning ${work.planning}`, subject);
    } else if (work.planning === 0 && name !== 'continue') {
      work.statements += 1;
      this.pass(`${name}: statement ${work.statements}`, subject);
    }
  }
}
