/** One process of several: started, killed, and started again. */
import { start } from '../house/process.js';

/** Longer than the bot gives itself to stop. */
const TAIL = 2000;

/** A process of the bot with its roles, one life after the other. */
export class Member {
  /** What it said where it ended by itself. */
  readonly faults: string[] = [];
  #process: ReturnType<typeof start> | null = null;
  #meant = false;

  constructor(
    readonly roles: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly args?: readonly string[],
  ) {}

  start(): void {
    this.#meant = false;
    const started = start({ ...this.environment, ROLES: this.roles }, this.args);
    this.#process = started;
    void this.#watch(started);
  }

  /** Resolves when it does its work. */
  async ready(): Promise<void> {
    await this.#process?.said(/"ready"/);
  }

  /** Lets it finish what is under way, as a rolling restart does, and starts it again. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    this.start();
  }

  /** Ends it at once, whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Lets it finish what is under way. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#meant = true;
    this.#process?.child.kill(signal);
    await this.#process?.ended;
  }

  /** As a supervisor does, starts it again where the database went away during its start: it ends with 1 then. */
  async #watch(started: ReturnType<typeof start>): Promise<void> {
    const code = await started.ended;
    if (started !== this.#process || this.#meant) return;
    if (code === 1 && started.output().includes('DATABASE_URL')) {
      this.start();
      return;
    }
    this.faults.push(`${this.roles} ended with ${code}: ${started.output().slice(-TAIL)}`);
  }
}
