/** The beat: a timer that does whatever is due. */
import { createTask, type TaskOptions } from 'node-cron';
import type { BeatProblem } from '../domain/beat-problem.js';
import type { WallInstant } from '../domain/instant.js';
import type { ClaimLoopOptions } from './claim-loop.js';
import { Health } from './health.js';
import { InFlight } from './in-flight.js';
import { Rounds, Stages } from './rounds.js';
import { Upkeep, type UpkeepOptions } from './upkeep.js';
import { Wake } from './wake.js';

export interface Beat {
  /** Does everything that is due now; resolves when nothing more is. Safe to call at any time. */
  beat(): Promise<void>;
  /** One beat a second, never two at a time, and a look whenever a process has written what is due sooner. */
  start(): void;
  /** What fails at present; empty while all is well. */
  problems(): readonly BeatProblem[];
  /** No new claims; resolves when what was claimed is settled. */
  stop(): Promise<void>;
}

/** Of the timer only what failed is worth a line: a second it missed is made up for by the next. */
function timerLog(health: Health): NonNullable<TaskOptions['logger']> {
  const unsaid = () => undefined;
  const error = (message: string | Error, err?: Error) => health.timerFailed(err ?? message);
  return { info: unsaid, debug: unsaid, warn: unsaid, error };
}

export interface BeatOptions extends ClaimLoopOptions, UpkeepOptions {
  readonly store: ClaimLoopOptions['store'] & UpkeepOptions['store'];
  /** When it beats, as a cron expression with seconds; every second where absent. */
  readonly beats?: string;
}

/** Rounds, one at a time. */
class RoundRunner {
  #round: Promise<number> | null = null;

  constructor(
    private readonly rounds: Rounds,
    private readonly health: Health,
    private readonly wallNow: () => WallInstant,
  ) {}

  /** Begins a round, or joins the one under way; how many things it began. Never rejects. */
  begin(): Promise<number> {
    this.#round ??= this.#run();
    return this.#round;
  }

  /** Begins a round once the one under way has ended, which may have looked too early. */
  async beginAnew(): Promise<number> {
    await this.ended();
    return this.begin();
  }

  async ended(): Promise<void> {
    await this.#round;
  }

  async #run(): Promise<number> {
    this.health.beating(this.wallNow());
    try {
      return await this.rounds.run();
    } catch (error) {
      this.health.failed('look', error);
      return 0;
    } finally {
      this.#round = null;
      this.health.beating(null);
    }
  }
}

/** A beat with nothing in flight. A beat that is asked for while one runs waits for that one, then looks again. */
export function createBeat(options: BeatOptions): Beat {
  const { wallNow, beats = '* * * * * *' } = options;
  const health = new Health(options);
  const pool = new InFlight(options, health);
  const rounds = new Rounds(options, health, pool);
  const running = new RoundRunner(rounds, health, wallNow);
  const upkeep = new Upkeep(options);

  /** A beat by the timer; one that takes longer is joined by the next. What no stage catches is the timer's to tell. */
  async function tick(): Promise<void> {
    await upkeep.before(new Stages(health));
    await running.begin();
    await upkeep.after(new Stages(health));
  }

  const wake = new Wake(options, health, async () => {
    await running.beginAnew();
  });

  const task = createTask(beats, () => tick(), { timezone: 'UTC', logger: timerLog(health) });
  return {
    async beat() {
      // A round under way may have looked before this fell due.
      await running.ended();
      let again = true;
      while (again) {
        const begun = await running.begin();
        // What ends may be followed by another post, whichever round began it.
        again = begun > 0 || pool.size > 0;
        await pool.idle();
      }
    },
    start() {
      // What fell due while nobody was there does not wait for the next whole second.
      void tick().catch((error: unknown) => health.timerFailed(error));
      void task.start();
      void wake.hear();
    },
    problems: () => health.problems(),
    async stop() {
      rounds.stop();
      wake.stop();
      await task.destroy();
      await running.ended();
      await pool.idle();
    },
  };
}
