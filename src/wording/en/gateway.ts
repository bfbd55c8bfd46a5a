/** Why no interactions come in, for the operator, in English. */
import { DateTime } from 'luxon';
import type { FinalClose, GatewayProblem, HoldReason } from '../../domain/gateway-problem.js';
import { wallMs, type WallInstant } from '../../domain/instant.js';
import type { Text } from '../parts.js';
import { sentenceOf, type Sentences } from '../sentences.js';
import { t, textOf } from '../text.js';

const timeOfDay = (instant: WallInstant): Text =>
  textOf(DateTime.fromMillis(wallMs(instant), { zone: 'utc' }).toFormat('HH:mm'));

const INTENTS = t`This release asks for no intents, so something between it and Discord changes what it sends: check DISCORD_API_URL.`;

const CLOSES: Readonly<Record<FinalClose['why'], Text>> = {
  'wrong-token': t`Discord does not take the token. Check DISCORD_TOKEN: copy it again from the Bot page of your application.`,
  'wrong-shard': t`Discord does not take the shard it was told. Check SHARDS, and that DISCORD_API_URL leads to Discord itself, or to a proxy that passes shards on.`,
  'too-many-servers': t`The bot is in more than 2,500 servers for each connection (shard), which Discord does not take. Set SHARDS=auto, or a larger number.`,
  'old-version': t`Discord no longer takes version 10 of its gateway, which this release speaks. Update Ultimatum.`,
  'invalid-intents': t`Discord says that the intents are invalid. ${INTENTS}`,
  'disallowed-intents': t`Discord says that the bot asks for intents it was not given. ${INTENTS} If you changed the program, enable the intents on the Bot page of your application.`,
};

const HOLDS: Sentences<HoldReason> = {
  reserve: ({ total, remaining }) =>
    t`Discord allows ${total} connections a day and has ${remaining} left, which are kept in reserve`,
  often: ({ made }) => t`the bot connected ${made} times in the last 24 hours`,
};

const PROBLEMS: Sentences<GatewayProblem> = {
  'not-connected': () => t`Not connected to Discord.`,
  'closes-all': ({ wait }) =>
    t`Not connected to Discord: it closes every connection; the next attempt is in ${Math.ceil(wait / 1000)} s.`,
  'held-back': ({ until, reason }) =>
    t`Not connected to Discord: waiting until ${timeOfDay(until)} UTC before it identifies again: ${sentenceOf(HOLDS, reason.kind, reason)}.`,
  'no-address': () => t`Not connected to Discord: Discord does not say where its gateway is.`,
  'closed-for-good': ({ code }) => t`Not connected to Discord: it closed the connection for good (${code}).`,
};

export const gateway = {
  problem: (problem: GatewayProblem): Text => sentenceOf(PROBLEMS, problem.kind, problem),
  /** Why a closed connection can't be opened again, and what to do. */
  closed: ({ why, code }: FinalClose): Text => t`${CLOSES[why]} (Close code ${code}.)`,
};
