import { pino } from 'pino';
import { openBot } from './bot.js';
import { fileClock, systemClock } from './clock.js';
import { readConfig, type Config } from './config.js';
import { createMetrics } from './web/metrics.js';
import { openWindow } from './web/server.js';

/** `EX_CONFIG` of sysexits: a supervisor should not start it again before somebody has looked. */
const EXIT_CONFIG = 78;
/** Longer than this and a stop is no stop. */
const STOP_WITHIN_MS = 5000;

interface Running {
  stop(): Promise<void>;
}

function failed(reason: string, code: number): never {
  console.error(`Ultimatum cannot start:\n${reason}`);
  process.exit(code);
}

async function run(config: Config & { readonly token: string }, log: pino.Logger): Promise<Running> {
  const clock = config.clock === 'system' ? systemClock : fileClock(config.clock.slice('file:'.length));
  const fatal = (reason: string) => {
    log.fatal(reason);
    process.exit(1);
  };
  const bot = await openBot({ ...config, clock, log, fatal });
  // The port first: a bot that is half started posts.
  const window =
    config.port === null
      ? null
      : await openWindow({
          ...config,
          port: config.port,
          metrics: createMetrics(bot.store, () => clock.now()),
          health: () => bot.trouble(),
          log,
        });
  await bot.start();
  return {
    async stop() {
      await window?.close();
      await bot.stop();
    },
  };
}

/** Without a token. Nothing of the local Discord is loaded otherwise. */
async function perform(config: Config, log: pino.Logger): Promise<Running> {
  const { runStage } = await import('./stage/index.js');
  return runStage(config, log);
}

/** From the first moment on: a stop that comes while it starts waits until there is something to stop. */
function stopOnSignal(starting: Promise<Running>): void {
  const stop = () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void starting.then((running) => running.stop()).then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return failed(read.faults.map((fault) => `- ${fault}`).join('\n'), EXIT_CONFIG);
  const { config } = read;
  const { token } = config;
  // On the stage the log would drown what is posted.
  const level = token === null && config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = pino({ level, redact: ['token', '*.token', '*.*.token', '*.*.*.token', '*.*.*.*.token'] });
  const starting = token === null ? perform(config, log) : run({ ...config, token }, log);
  stopOnSignal(starting);
  await starting;
}

try {
  await main();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  const taken = /EADDRINUSE.*:(\d+)$/.exec(reason)?.[1];
  if (taken !== undefined)
    failed(
      `Port ${taken} is taken, perhaps by another npm start. Stop that, or set PORT=0 for any free one.`,
      1,
    );
  const unreachable = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT/.test(reason);
  failed(unreachable ? `${reason}\nCheck the network, DISCORD_API_URL and DATABASE_URL.` : reason, 1);
}
