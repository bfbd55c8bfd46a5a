/** Starts the bot, or without a token the local Discord, and stops it on a signal. */
import type { Logger } from 'pino';
import { openBot } from './bot.js';
import { fileClock, systemClock } from './clock.js';
import { readConfig, type Config } from './config.js';
import { createLogger } from './logging.js';
import { createScrub, passwordsIn } from './logging/scrub.js';
import { StartError } from './start-error.js';
import { databaseFault, isOfDatabase, listenFault } from './start-faults.js';
import { catchUncaught, type Uncaught } from './uncaught.js';
import { createHealth } from './web/health.js';
import { createMetrics } from './web/metrics.js';
import { startWebServer } from './web/server.js';

/** `EX_CONFIG` of sysexits: a supervisor should not start it again before somebody has looked. */
const EXIT_CONFIG = 78;
/** Longer than this and a stop is no stop. */
const STOP_WITHIN_MS = 5000;

interface Running {
  /** Resolves when everything is started, or was stopped. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

interface Surroundings {
  readonly log: Logger;
  readonly uncaught: Uncaught;
}

function failed(reason: string, code: number): never {
  console.error(`Ultimatum cannot start:\n${reason}`);
  process.exit(code);
}

/** Ends the process where a restart mends nothing, and says so. */
const endFor = (log: Logger) => (reason: string) => {
  log.fatal({ exitCode: EXIT_CONFIG }, `${reason} The bot stops: starting it again does not mend this.`);
  console.error(`Ultimatum stops:\n${reason}`);
  process.exit(EXIT_CONFIG);
};

async function run(
  config: Config & { readonly token: string },
  { log, uncaught }: Surroundings,
): Promise<Running> {
  const { host, port } = config;
  const clock = config.clock === 'system' ? systemClock : fileClock(config.clock.slice('file:'.length));
  const bot = await openBot({ ...config, clock, log, fatal: endFor(log) });
  const counts = {
    uncaught: () => uncaught.count(),
    reconnects: () => bot.counts.reconnects(),
    identifiesToday: () => bot.counts.identifiesToday(),
  };
  const metrics = createMetrics(bot.store, () => clock.now(), counts);
  const health = createHealth([bot, uncaught]);
  // The port first: a bot that is half started posts.
  const window = port === null ? null : await startWebServer({ host, port, metrics, health, log });
  return {
    started: bot.start(),
    async stop() {
      await window?.close();
      await bot.stop();
    },
  };
}

/** Without a token. Nothing of the local Discord is loaded otherwise. */
async function perform(config: Config, { log }: Surroundings): Promise<Running> {
  const { runStage } = await import('./stage/index.js');
  const stage = await runStage(config, log);
  return { started: Promise.resolve(), stop: () => stage.stop() };
}

/** From the first moment on: a stop that comes while it opens waits until there is something to stop. */
function stopOnSignal(opening: Promise<Running>, log: Logger): { readonly stopping: () => boolean } {
  let stopping = false;
  const stop = () => {
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    opening
      .then((running) => running.stop())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return { stopping: () => stopping };
}

/** Any fault of the start as a sentence, with the code to exit with. */
function faultOf(error: unknown, config: Config): StartError {
  if (error instanceof StartError) return error;
  const listening = listenFault(error, config);
  if (listening !== null) return listening;
  if (isOfDatabase(error)) return databaseFault(error, config.databaseUrl);
  return new StartError(error instanceof Error ? error.message : String(error), 1, { cause: error });
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return failed(read.faults.map((fault) => `- ${fault}`).join('\n'), EXIT_CONFIG);
  const { config } = read;
  const { token, databaseUrl } = config;
  // On the stage the log would drown what is posted.
  const level = token === null && config.logLevel === 'info' ? 'warn' : config.logLevel;
  const secrets = [...(token === null ? [] : [token]), ...passwordsIn(databaseUrl)];
  const log = createLogger({ level, secrets });
  const uncaught = catchUncaught(log, Date.now);
  // A terminal or a pipe that is gone is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const surroundings = { log, uncaught };
  const opening = token === null ? perform(config, surroundings) : run({ ...config, token }, surroundings);
  const signals = stopOnSignal(opening, log);
  try {
    await (
      await opening
    ).started;
  } catch (error) {
    // What a stop interrupts is no fault of the start.
    if (signals.stopping()) return;
    const { message, exitCode } = faultOf(error, config);
    log.error({ err: error, exitCode }, 'the start failed');
    failed(createScrub(secrets)(message), exitCode);
  }
}

await main();
