import { createHash } from 'node:crypto';
import { Routes } from 'discord.js';
import type { Store } from '../store/port.js';
import type { Door } from './command.js';
import { declaration } from './declaration.js';
import { faultsOf } from './limits.js';
import type { Wire } from './wire.js';

const FACT = 'commands-hash';

interface Registering {
  readonly rest: Pick<Wire, 'put'>;
  readonly store: Pick<Store, 'fact' | 'saveFact'>;
  /** Id of the application. */
  readonly application: string;
  readonly doors: readonly Door[];
}

/**
 * Tells Discord what can be typed and pressed, only when it changed: 200 creations a day are allowed.
 * @throws if a declaration is outside Discord's limits; that is ours to mend.
 */
export async function register({
  rest,
  store,
  application,
  doors,
}: Registering): Promise<'written' | 'unchanged'> {
  const body = declaration(doors);
  const faults = faultsOf(body);
  if (faults.length > 0) throw new Error(`Commands that Discord would refuse:\n- ${faults.join('\n- ')}`);
  // The application's id is hashed too: the same database may be pointed at another bot.
  const hash = createHash('sha256')
    .update(JSON.stringify([application, body]))
    .digest('hex');
  if ((await store.fact(FACT)) === hash) return 'unchanged';
  await rest.put(Routes.applicationCommands(application), { body });
  await store.saveFact(FACT, hash);
  return 'written';
}
