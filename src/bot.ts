import { Routes, type APIApplication } from 'discord.js';
import { doors } from '../commands/index.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import { createCourier } from './discord/courier.js';
import { Dispatch, type Log } from './discord/dispatch.js';
import { createGateway } from './discord/gateway.js';
import { createGuard } from './discord/guard.js';
import { createHall } from './discord/hall.js';
import { register } from './discord/register.js';
import { metered, patientWire, promptWire, type Wire } from './discord/wire.js';
import { isAlone, openStore } from './store/index.js';
import type { Store } from './store/port.js';
import { createBeat } from './watch/beat.js';

export interface BotOptions extends Pick<
  Config,
  'apiUrl' | 'databaseUrl' | 'announceDelay' | 'requestsPerSecond'
> {
  readonly token: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once something that a new start does not mend happens. */
  readonly fatal: (reason: string) => void;
  /** What the bot is put together with instead: a store or a wire that breaks where a test wants it to. */
  readonly wrap?: {
    readonly store?: (store: Store) => Store;
    readonly wire?: (wire: Wire) => Wire;
  };
}

export interface Bot {
  readonly store: Store;
  /** Registers the commands if they changed, posts what is due, then connects. */
  start(): Promise<void>;
  /** Why it does not do its work, in a sentence; null where it does. */
  trouble(): string | null;
  /** Everything due now, for whoever steps the clock. */
  beat(): Promise<void>;
  stop(): Promise<void>;
}

/** The whole bot on one store and one Discord, real or local. */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { token, apiUrl: api, clock, log, fatal, announceDelay, requestsPerSecond, wrap = {} } = options;
  const { store: wrapStore = (own) => own, wire: wrapWire = (own) => own } = wrap;
  const reported = (error: Error) => log.warn({ err: error }, 'the database reported an error');
  const store = wrapStore(await openStore(options.databaseUrl, reported));
  const now = () => clock.now();
  const real = () => Date.now();
  const guard = createGuard({ real, log });
  const address = { api, token, answered: guard.answered };
  const rest = wrapWire(patientWire(address));
  let bot = '';
  const hall = createHall(guard.hold(metered(rest, { store, real, requestsPerSecond })), () => bot);
  const dispatch = new Dispatch({ doors, rest, log, now, store, hall, announceDelay });
  const courier = createCourier({
    rest: guard.hold(wrapWire(promptWire(address))),
    hall,
    store,
    log,
    real,
    random: Math.random,
    requestsPerSecond,
    fatal,
  });
  const { send } = courier;
  const perSecond = requestsPerSecond;
  const alone = isAlone(options.databaseUrl);
  const watch = createBeat({ store, send, now, real, log, batch: 500, perSecond, alone });
  const gateway = createGateway({
    token,
    api,
    log,
    fatal,
    handle: (interaction) => dispatch.handle(interaction),
  });
  return {
    store,
    async start() {
      await store.releaseClaims();
      // What a kill interrupted between a setting and the posts it changes.
      await store.continuePlanning();
      const application = (await rest.get(Routes.currentApplication())) as APIApplication;
      bot = application.id;
      const registered = await register({ rest, store, application: application.id, doors });
      log.info({ registered }, 'commands');
      // Posting needs no gateway: what is due goes out before it is ready.
      watch.start();
      await gateway.start();
      log.info({}, 'ready');
    },
    trouble: () => (gateway.connected() ? null : 'Not connected to Discord.'),
    beat: () => watch.beat(),
    async stop() {
      await gateway.stop();
      await watch.stop();
      await store.close();
    },
  };
}
