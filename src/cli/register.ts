/** `register`: tells Discord which commands there are, for an operator who finds them missing. */
import { existsSync } from 'node:fs';
import { DiscordAPIError, Routes } from 'discord.js';
import { handlers } from '../../commands/index.js';
import { readConfig } from '../config.js';
import { register as registerCommands } from '../discord/register.js';
import { retryingRest } from '../discord/rest-client.js';
import { createScrub } from '../logging/scrub.js';
import { hostOf, isWrongToken, whatCame, WRONG_TOKEN } from '../opening.js';
import { StartError } from '../start-error.js';

/** An operator who asks means it: nothing is remembered that would keep the commands from being written. */
const FORGETFUL = { fact: () => Promise.resolve(null), saveFact: () => Promise.resolve() };

/** The settings of `start`. @throws StartError with every fault, or where there is no token. */
function settings() {
  if (existsSync('.env')) process.loadEnvFile();
  const read = readConfig(process.env);
  if (!read.ok) throw new StartError(read.faults.map((fault) => `- ${fault}`).join('\n'));
  const { token, apiUrl } = read.config;
  if (token === null)
    throw new StartError('DISCORD_TOKEN is not set. Put the bot token into .env or the environment.');
  return { token, apiUrl };
}

function faultOf(error: unknown, apiUrl: string): StartError {
  if (isWrongToken(error)) return new StartError(WRONG_TOKEN, 78, { cause: error });
  if (error instanceof DiscordAPIError && error.status < 500 && error.status !== 429) {
    const [said = ''] = error.message.split('\n');
    const about = `HTTP status ${error.status}, code ${error.code ?? 'none'}: ${said}`;
    return new StartError(`Discord refused the commands (${about}).`, 1, { cause: error });
  }
  const came = whatCame(error);
  return new StartError(
    `Discord could not be asked at ${hostOf(apiUrl)} (${came}). Check the network and DISCORD_API_URL, then try again.`,
    1,
    { cause: error },
  );
}

/** Registers the commands and says what was done. Needs no database, so the bot may be running. */
export async function register(): Promise<number> {
  const { token, apiUrl } = settings();
  const rest = retryingRest({ api: apiUrl, token });
  try {
    const { id } = Object(await rest.get(Routes.currentApplication())) as { id?: unknown };
    const application = String(id);
    const { outcome, count } = await registerCommands({
      rest,
      store: FORGETFUL,
      application,
      handlers,
      real: Date.now,
    });
    const said =
      outcome === 'written'
        ? `Registered ${count} commands at Discord for application ${application}.`
        : `Discord already has these ${count} commands for application ${application}. Nothing was written.`;
    process.stdout.write(`${createScrub([token])(said)}\n`);
    return 0;
  } catch (error) {
    throw faultOf(error, apiUrl);
  }
}
