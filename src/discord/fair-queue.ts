/** Lets the servers take turns: many requests of one do not make those of another wait behind them. */

export interface FairQueueOptions {
  /** How many tasks run at a time, of all servers together. */
  readonly running: number;
  /** Of one server. */
  readonly runningPerServer: number;
  /** How many tasks of a server, and of a person, may wait. */
  readonly waitingPerServer: number;
  readonly waitingPerPerson: number;
  /** Calls back soon, after everything else that is due. */
  readonly soon?: (act: () => void) => void;
}

export interface Task {
  readonly server: string;
  readonly person: string;
  /** Never rejects. */
  readonly run: () => Promise<void>;
}

/** The tasks of one server. Kept only while there are any. */
interface Server {
  readonly waiting: Task[];
  running: number;
}

export class FairQueue {
  readonly #options: FairQueueOptions;
  readonly #soon: (act: () => void) => void;
  /** In the order of their turns: who had one goes to the end. */
  readonly #servers = new Map<string, Server>();
  /** How many tasks of each person wait; nobody is in it with none. */
  readonly #persons = new Map<string, number>();
  #running = 0;
  /** Whether `#soon` will give the next turns. */
  #called = false;

  constructor(options: FairQueueOptions) {
    this.#options = options;
    this.#soon = options.soon ?? ((act) => void setImmediate(act));
  }

  /** Tasks that wait for their turn. */
  get waiting(): number {
    return [...this.#servers.values()].reduce((sum, { waiting }) => sum + waiting.length, 0);
  }

  /** Runs a task now or when its turn comes; false where too many of its server or person wait already. */
  add(task: Task): boolean {
    const server = this.#servers.get(task.server) ?? { waiting: [], running: 0 };
    if (this.#mayRun(server) && server.waiting.length === 0) {
      this.#start(task, server);
      return true;
    }
    const { waitingPerServer, waitingPerPerson } = this.#options;
    const own = this.#persons.get(task.person) ?? 0;
    if (server.waiting.length >= waitingPerServer || own >= waitingPerPerson) return false;
    server.waiting.push(task);
    this.#persons.set(task.person, own + 1);
    if (!this.#servers.has(task.server)) this.#servers.set(task.server, server);
    return true;
  }

  #mayRun({ running }: Server): boolean {
    return this.#running < this.#options.running && running < this.#options.runningPerServer;
  }

  #start(task: Task, server: Server): void {
    this.#running += 1;
    server.running += 1;
    // Its next turn comes after everybody else's.
    this.#servers.delete(task.server);
    this.#servers.set(task.server, server);
    const over = () => this.#ended(task.server, server);
    task.run().then(over, over);
  }

  #ended(name: string, server: Server): void {
    this.#running -= 1;
    server.running -= 1;
    if (server.running === 0 && server.waiting.length === 0) this.#servers.delete(name);
    if (this.#called) return;
    this.#called = true;
    this.#soon(() => {
      this.#called = false;
      this.#turns();
    });
  }

  /** Gives turns as long as there is room. */
  #turns(): void {
    for (let next = this.#next(); next !== null; next = this.#next()) this.#start(...next);
  }

  #next(): [Task, Server] | null {
    if (this.#running >= this.#options.running) return null;
    for (const server of this.#servers.values()) {
      const task = this.#mayRun(server) ? server.waiting.shift() : undefined;
      if (task === undefined) continue;
      this.#leave(task.person);
      return [task, server];
    }
    return null;
  }

  #leave(person: string): void {
    const left = (this.#persons.get(person) ?? 1) - 1;
    if (left === 0) this.#persons.delete(person);
    else this.#persons.set(person, left);
  }
}
