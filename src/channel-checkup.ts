/** What `doctor` finds out about the channels that are posted in, by name, over all servers. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Config } from './config.js';
import { createChannelCheck, type GetOnly } from './discord/channels.js';
import { codeOf } from './discord/response.js';
import { retryingRest } from './discord/rest-client.js';
import { postable } from './drafting/postable.js';
import { whatCame } from './opening.js';
import type { ServerChannels } from './store/channels-in-use.js';
import { MOST_CHANNELS } from './store/look.js';
import type { HostCheck } from './wording/en/doctor.js';
import { english } from './wording/index.js';
import { refusalText } from './wording/refusal.js';

const words = english.cli.doctor;

/** Unknown server, and no access: the bot was removed from it. */
const NOT_THERE: readonly (number | null)[] = [10004, 50001];

const NAMED = z.looseObject({ name: z.string() });
const SELF = z.looseObject({ id: z.string() });

/** Asks each question once: the channels of a server share its roles and the bot's membership. */
function askingOnce(rest: GetOnly): GetOnly {
  const asked = new Map<string, Promise<unknown>>();
  return {
    get: (route, options) => {
      const answer = asked.get(route) ?? rest.get(route, options);
      asked.set(route, answer);
      return answer;
    },
  };
}

/** A channel's own name, or its id where the bot may not see it. */
async function nameOf(rest: GetOnly, channel: string): Promise<string> {
  try {
    return NAMED.parse(await rest.get(Routes.channel(channel))).name;
  } catch {
    return channel;
  }
}

/** Looks at the channels of one server after the other; a server's end where the bot is not there. */
class ChannelCheckup {
  readonly #found: HostCheck[] = [];
  #left = MOST_CHANNELS;

  constructor(
    private readonly rest: GetOnly,
    private readonly bot: string,
  ) {}

  async all(inUse: readonly ServerChannels[]): Promise<readonly HostCheck[]> {
    for (const server of inUse) await this.#server(server);
    return this.#left < 0 ? [...this.#found, words.onlySome(MOST_CHANNELS)] : this.#found;
  }

  async #server({ guild, channels }: ServerChannels): Promise<void> {
    let server: string;
    try {
      server = NAMED.parse(await this.rest.get(Routes.guild(guild))).name;
    } catch (error) {
      if (!NOT_THERE.includes(codeOf(error))) throw error;
      this.#found.push(words.notOnServer(guild));
      return;
    }
    for (const channel of channels) {
      this.#left -= 1;
      if (this.#left >= 0) this.#found.push(await this.#channel(guild, channel, server));
    }
  }

  async #channel(guild: string, channel: string, server: string): Promise<HostCheck> {
    const place = words.place(await nameOf(this.rest, channel), server);
    try {
      const refusal = await postable(channel, { guild, channels: createChannelCheck(this.rest, this.bot) });
      if (refusal === null) return words.channel(place, null);
      return words.channel(place, words.troubleIn(place, refusalText(english, refusal)));
    } catch (error) {
      return words.unknownPermissions(place, whatCame(error));
    }
  }
}

/** Whether the bot can post in the channels in use, and why not. `token` is one that Discord takes. */
export async function channelChecks(
  { token, apiUrl }: Pick<Config, 'token' | 'apiUrl'>,
  inUse: readonly ServerChannels[],
): Promise<readonly HostCheck[]> {
  if (token === null || inUse.length === 0) return [];
  const rest = askingOnce(retryingRest({ api: apiUrl, token }));
  try {
    const { id } = SELF.parse(await rest.get(Routes.user()));
    return await new ChannelCheckup(rest, id).all(inUse);
  } catch (error) {
    return [words.noChannels(whatCame(error))];
  }
}
