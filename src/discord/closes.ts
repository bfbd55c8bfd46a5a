/** The close codes after which Discord does not take the same client again, and what to do about each. */
import { GatewayCloseCodes } from 'discord.js';

const INTENTS =
  'This release asks for no intents, so something between it and Discord changes what it sends: check DISCORD_API_URL.';

const FOR_GOOD: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not take the token. Check DISCORD_TOKEN: copy it again from the Bot page of your application.',
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not take the shard it was told. This release connects as shard 0 of 1: check that DISCORD_API_URL leads to Discord itself, or to a proxy that passes this on.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in more than 2,500 servers, where Discord demands several connections (shards). This release opens one connection only, so it cannot receive commands. Leave servers until it is in fewer than 2,500, or move to a release that can shard.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer takes version 10 of its gateway, which this release speaks. Update Ultimatum.',
  [GatewayCloseCodes.InvalidIntents]: `Discord says that the intents are invalid. ${INTENTS}`,
  [GatewayCloseCodes.DisallowedIntents]: `Discord says that the bot asks for intents it was not given. ${INTENTS} If you changed the program, enable the intents on the Bot page of your application.`,
};

/** A sentence that says why a closed connection cannot be opened again and what to do; null where it can. */
export function closedForGood(code: number): string | null {
  const sentence = FOR_GOOD[code];
  return sentence === undefined ? null : `${sentence} (Close code ${code}.)`;
}
