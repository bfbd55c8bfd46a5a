import { fork, type ChildProcess } from 'node:child_process';
import { START } from './pack.js';
import type { Life, Order, Step, Target, Word } from './orders.js';

/** What came of an order: its answer, or the victim's death by SIGKILL. */
export type Said<K extends Word['kind']> = Extract<Word, { kind: K }> | null;

/** A process of the bot that waits to live, lives, and is killed. */
export class Victim {
  readonly #child: ChildProcess;
  readonly #ended: Promise<null>;
  readonly #loaded: Promise<Said<'loaded'>>;
  #errors = '';

  /** `file`: the packed victim. */
  constructor(file: string) {
    this.#child = fork(START, [file], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    this.#child.stderr?.on('data', (data: Buffer) => (this.#errors += data.toString()));
    this.#ended = new Promise((resolve, reject) => {
      this.#child.once('exit', (code, signal) => {
        if (signal === 'SIGKILL') resolve(null);
        else reject(new Error(`A victim ended by itself with ${code}: ${this.#errors}`));
      });
    });
    this.#ended.catch(() => undefined);
    this.#loaded = this.#next('loaded');
  }

  /** Everything it needs is in memory, and nothing is opened yet. */
  async loaded(): Promise<void> {
    await this.#loaded;
  }

  /** Opens the store on what the last one left. */
  live(life: Life): Promise<Said<'alive'>> {
    return this.#order({ kind: 'live', life }, 'alive');
  }

  /** `real`: real time, ms UTC. */
  step(step: Step, target: Target | null, real: number): Promise<Said<'done'>> {
    return this.#order({ kind: 'step', step, target, real }, 'done');
  }

  /** At once, whatever it does. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async buried(): Promise<void> {
    this.kill();
    await this.#ended;
  }

  #order<K extends Word['kind']>(order: Order, answer: K): Promise<Said<K>> {
    const answered = this.#next(answer);
    this.#child.send(JSON.stringify(order), () => undefined);
    return answered;
  }

  #next<K extends Word['kind']>(kind: K): Promise<Said<K>> {
    const said = new Promise<Said<K>>((resolve) => {
      const hear = (text: unknown) => {
        const word: Word = JSON.parse(String(text));
        if (!isKind(word, kind)) return;
        this.#child.off('message', hear);
        resolve(word);
      };
      this.#child.on('message', hear);
    });
    return Promise.race([said, this.#ended]);
  }
}

function isKind<K extends Word['kind']>(word: Word, kind: K): word is Extract<Word, { kind: K }> {
  return word.kind === kind;
}

/** One process ahead, so that a killed one is followed at once. */
export class Spares {
  readonly #file: string;
  #next: Victim;

  constructor(file: string) {
    this.#file = file;
    this.#next = new Victim(file);
  }

  take(): Victim {
    const victim = this.#next;
    this.#next = new Victim(this.#file);
    return victim;
  }

  end(): Promise<void> {
    return this.#next.buried();
  }
}
