/** `register`: tells Discord which commands there are, for an operator who finds them missing. */
import { DiscordAPIError, Routes } from 'discord.js';
import { handlers } from '../../commands/index.js';
import { register as registerCommands } from '../discord/register.js';
import { retryingRest } from '../discord/rest-client.js';
import { createScrub } from '../logging/scrub.js';
import { hostOf, isWrongToken, whatCame, wrongToken } from '../opening.js';
import { StartError } from '../start-error.js';
import { wallNow } from '../clock.js';
import { english } from '../wording/index.js';
import { drawText } from './draw.js';
import { optionsOf } from './options.js';
import { settings } from './settings.js';
import { Usage } from './usage.js';

/** An operator who asks means it: nothing is remembered that would keep the commands from being written. */
const FORGETFUL = { fact: () => Promise.resolve(null), saveFact: () => Promise.resolve() };

/** @throws StartError with every faulty setting, or where there is no token */
function connection() {
  const { token, apiUrl } = settings();
  if (token === null) throw new StartError(english.cli.register.noToken);
  return { token, apiUrl };
}

function faultOf(error: unknown, apiUrl: string): StartError {
  if (isWrongToken(error)) return wrongToken(error);
  if (error instanceof DiscordAPIError && error.status < 500 && error.status !== 429) {
    const [reason = ''] = error.message.split('\n');
    const text = english.cli.register.refused(error.status, String(error.code ?? 'none'), reason);
    return new StartError(text, 1, { cause: error });
  }
  const text = english.operator.discord.unreachable(hostOf(apiUrl), whatCame(error));
  return new StartError(text, 1, { cause: error });
}

/** `register [--json]`: registers the commands and says what was done. Needs no database, so the bot may be running. */
export async function register(args: readonly string[]): Promise<number> {
  const { words, json } = optionsOf(args, []);
  if (words !== undefined) throw new Usage(english.cli.takesNothing('register', words));
  const { token, apiUrl } = connection();
  const rest = retryingRest({ api: apiUrl, token });
  try {
    const { id } = Object(await rest.get(Routes.currentApplication())) as { id?: unknown };
    const application = String(id);
    const { outcome, count } = await registerCommands({
      rest,
      store: FORGETFUL,
      application,
      handlers,
      wallNow,
    });
    const { registered, alreadyThere } = english.cli.register;
    const text = outcome === 'written' ? registered : alreadyThere;
    const said = json ? JSON.stringify({ outcome, count, application }) : drawText(text(count, application));
    process.stdout.write(`${createScrub([token])(said)}\n`);
    return 0;
  } catch (error) {
    throw faultOf(error, apiUrl);
  }
}
