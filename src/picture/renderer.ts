/** Renders SVG as PNG on a worker thread, one drawing after the other. Never blocks the process. */
import { Worker } from 'node:worker_threads';
import type { Fonts } from './fonts.js';

/** ms. A drawing takes some tens; a thread that is stuck for this long is ended. */
const STUCK_AFTER_MS = 10_000;
/** Drawings that wait; more are refused. */
const MOST_WAITING = 100;

interface Job {
  readonly id: number;
  readonly svg: string;
  readonly resolve: (png: Buffer) => void;
  readonly reject: (error: Error) => void;
}

type RenderAnswer =
  { readonly id: number; readonly png: Uint8Array } | { readonly id: number; readonly failed: string };

/** What starts the thread; tests start one that fails. */
export type StartWorker = () => Worker;

/** A thread with the renderer in it, which does not keep the process alive. */
export const rendererThread = ({ files, families }: Fonts): Worker =>
  new Worker(new URL('worker.mjs', import.meta.url), {
    workerData: { files, family: families[0]?.name ?? '' },
  });

/** The queue before a thread. The thread starts with the first drawing, and again after it has failed. */
export class Renderer {
  readonly #waiting: Job[] = [];
  #thread: Worker | null = null;
  #current: Job | null = null;
  #stuck: NodeJS.Timeout | null = null;
  #last = 0;
  #closed = false;

  constructor(private readonly start: StartWorker) {}

  /** The PNG of a drawing. Rejects where the renderer fails, is stuck or has too much to do. */
  render(svg: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      if (this.#closed || this.#waiting.length >= MOST_WAITING) {
        reject(new Error(this.#closed ? 'The renderer is closed.' : 'Too many pictures wait to be drawn.'));
        return;
      }
      this.#last += 1;
      this.#waiting.push({ id: this.#last, svg, resolve, reject });
      this.#next();
    });
  }

  /** Ends the thread; drawings that wait are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#thread;
    this.#fail(new Error('The renderer is closed.'));
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('The renderer is closed.'));
    await thread?.terminate();
  }

  #next(): void {
    if (this.#current !== null) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#current = job;
    try {
      this.#thread ??= this.#begin();
      this.#thread.postMessage({ id: job.id, svg: job.svg }, []);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    this.#stuck = setTimeout(() => this.#fail(new Error('The renderer is stuck.')), STUCK_AFTER_MS).unref();
  }

  #begin(): Worker {
    const thread = this.start();
    thread.unref();
    thread.on('message', (answer: RenderAnswer) => this.#settle(answer));
    thread.on('error', (error: Error) => this.#ended(thread, error));
    thread.on('exit', () => this.#ended(thread, new Error('The renderer ended.')));
    return thread;
  }

  #ended(thread: Worker, error: Error): void {
    if (thread === this.#thread) this.#fail(error);
  }

  #settle(answer: RenderAnswer): void {
    const job = this.#current;
    if (job === null || job.id !== answer.id) return;
    this.#clear();
    if ('png' in answer)
      job.resolve(Buffer.from(answer.png.buffer, answer.png.byteOffset, answer.png.length));
    else job.reject(new Error(answer.failed));
    this.#next();
  }

  #clear(): void {
    if (this.#stuck !== null) clearTimeout(this.#stuck);
    this.#stuck = null;
    this.#current = null;
  }

  /** Rejects what is being drawn and ends the thread; what waits is drawn by a new one. */
  #fail(reason: Error): void {
    const [job, thread] = [this.#current, this.#thread];
    this.#clear();
    this.#thread = null;
    thread?.terminate().catch(() => undefined);
    job?.reject(reason);
    if (!this.#closed) this.#next();
  }
}
