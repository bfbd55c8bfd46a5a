/** Starts the bot, or without a token the local Discord, and stops it on a signal. */
import type { Logger } from 'pino';
import { openBot } from './bot.js';
import { fileClock, systemClock, wallNow } from './clock.js';
import { drawLine } from './cli/draw.js';
import { readConfig, settingFault, type Config, type Setting } from './config.js';
import { createLogger } from './logging.js';
import { createScrub, passwordsIn } from './logging/scrub.js';
import { StartError } from './start-error.js';
import { databaseFault, isOfDatabase, listenFault } from './start-faults.js';
import { catchUncaught, type Uncaught } from './uncaught.js';
import { createHealth } from './web/health.js';
import { createMeasures } from './web/measures.js';
import { createMetrics } from './web/metrics.js';
import { startWebServer } from './web/server.js';
import { startSite } from './web/site/serve.js';
import { english } from './wording/index.js';
import { item, said } from './wording/parts.js';

/** `EX_CONFIG` of sysexits: a supervisor should not restart the bot before somebody has looked. */
const EXIT_CONFIG = 78;
/** The process ends after this long, whatever is still under way. */
const STOP_WITHIN_MS = 5000;

interface Running {
  /** Resolves when everything has started or was stopped. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

interface ProcessDeps {
  readonly log: Logger;
  readonly uncaught: Uncaught;
  /** Takes the secrets of this process out of a text. */
  readonly scrub: (text: string) => string;
}

/** Metrics are not for the public. */
const LOOPBACK = '127.0.0.1';

const words = english.operator;

/** The faults of settings, one a line. */
const drawFaults = (wrong: readonly Setting[]) =>
  wrong.map((setting) => drawLine(item(settingFault(setting, words)))).join('\n');

function failed(reason: string, code: number): never {
  console.error(`${words.cannotStart}\n${reason}`);
  process.exit(code);
}

/** Ends the process where a restart does not help, and says so. */
const endFor = (log: Logger) => (reason: string) => {
  log.fatal({ exitCode: EXIT_CONFIG }, `${reason} The bot stops, because a restart would not help.`);
  console.error(`${words.stops}\n${reason}`);
  process.exit(EXIT_CONFIG);
};

async function run(
  config: Config & { readonly token: string },
  { log, uncaught, scrub }: ProcessDeps,
): Promise<Running> {
  const { host, port, metricsPort, roles } = config;
  let publicUrl: string | null = null;
  const clock = config.clock === 'system' ? systemClock : fileClock(config.clock.slice('file:'.length));
  const measures = createMeasures();
  const { publicKey } = config;
  const httpInteractions = publicKey !== null && port !== null && roles.has('web');
  const bot = await openBot({
    ...config,
    httpInteractions,
    publicUrl: () => publicUrl,
    clock,
    log,
    measures,
    fatal: endFor(log),
  });
  const counts = {
    wallNow,
    uncaught: () => uncaught.count(),
    reconnects: () => bot.counts.reconnects(),
    identifiesToday: () => bot.counts.identifiesToday(),
  };
  const metrics = createMetrics(bot.store, () => clock.now(), counts, measures);
  const health = createHealth([bot, uncaught], english, scrub);
  // The ports first: the bot posts as soon as it starts.
  const operator = { host: LOOPBACK, metrics, health, log, words: english };
  const web = metricsPort === null ? null : await startWebServer({ ...operator, port: metricsPort });
  const { store, pictures } = bot;
  const pages = { host, publicUrl: config.publicUrl, store, pictures, now: () => clock.now(), health, log };
  const served = (ms: number) => measures.served(ms);
  const interactions = httpInteractions
    ? { publicKey, receive: (payload: unknown) => bot.receive(payload) }
    : null;
  const site =
    port === null || !roles.has('web') ? null : await startSite({ ...pages, port, served, interactions });
  publicUrl = site?.publicUrl ?? null;
  return {
    started: bot.start(),
    async stop() {
      await Promise.all([web?.close(), site?.close()]);
      await bot.stop();
    },
  };
}

/** Plays on the local Discord, which is loaded only here. */
async function perform(config: Config, { log }: ProcessDeps): Promise<Running> {
  const { runStage } = await import('./stage/index.js');
  const stage = await runStage(config, log);
  return { started: Promise.resolve(), stop: () => stage.stop() };
}

/** Takes signals from the first moment on: a stop during the start waits until there is something to stop. */
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

/** Why the start failed, with the code to exit with. */
function faultOf(error: unknown, config: Config): StartError {
  if (error instanceof StartError) return error;
  const listening = listenFault(error, config);
  if (listening !== null) return listening;
  if (isOfDatabase(error)) return databaseFault(error, config.databaseUrl);
  const message = error instanceof Error ? error.message : String(error);
  return new StartError([said(message)], 1, { cause: error });
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return failed(drawFaults(read.wrong), EXIT_CONFIG);
  const { config } = read;
  const { token, databaseUrl } = config;
  // On the stage the log would drown out the posts.
  const level = token === null && config.logLevel === 'info' ? 'warn' : config.logLevel;
  const secrets = [...(token === null ? [] : [token]), ...passwordsIn(databaseUrl)];
  const log = createLogger({ level, secrets });
  const uncaught = catchUncaught(log, wallNow);
  // A closed terminal or pipe is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const scrub = createScrub(secrets);
  const surroundings = { log, uncaught, scrub };
  const opening = token === null ? perform(config, surroundings) : run({ ...config, token }, surroundings);
  const signals = stopOnSignal(opening, log);
  try {
    await (
      await opening
    ).started;
  } catch (error) {
    // A start that a stop interrupts has not failed.
    if (signals.stopping()) return;
    const { message, exitCode } = faultOf(error, config);
    log.error({ err: error, exitCode }, 'the start failed');
    failed(scrub(message), exitCode);
  }
}

await main();
