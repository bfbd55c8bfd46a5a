/** Interactions from the press until their token expires. */
import { randomBytes } from 'node:crypto';
import { PersonAnswer } from './answer.js';
import { ApiError } from './api-error.js';
import { channelJson, memberJson, userJson } from './json.js';
import { messageJson } from './message-json.js';
import type { LocalMessage } from './message.js';
import type { Channel } from './model.js';
import type { World } from './world.js';

/** Discord's numbers for the kinds of interaction. */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** How long a bot has for its first answer, as Discord says. */
export const FIRST_ANSWER_MS = 3000;
const tokenMs = 15 * 60_000;

/** One interaction, from the press to the death of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** One of `interactionTypes`; of one sent raw, any number. */
  readonly type: number;
  readonly userId: string;
  readonly channel: Channel;
  /** As a client names it: `/ultimatum record`, or the name in a menu. */
  readonly commandName: string | undefined;
  /** The message whose control was pressed, or whose press opened the form. */
  readonly source: LocalMessage | undefined;
  readonly startedAt: number;
  readonly answer: PersonAnswer;
  acknowledged: boolean;
  /** What `@original` means: the first answer, or the message updated. */
  original: LocalMessage | undefined;
  /** Why an answer that did come was not taken. */
  refusal: ApiError | undefined;
}

/** What a person did, as far as Discord tells the bot. */
export interface InteractionInput {
  readonly type: number;
  readonly userId: string;
  readonly channel: Channel;
  readonly data: Record<string, unknown>;
  readonly commandName?: string | undefined;
  readonly source?: LocalMessage | undefined;
}

/** An interaction whose id and token are given. */
export interface NamedInteraction extends Omit<InteractionInput, 'data'> {
  readonly id: string;
  readonly token: string;
}

/** Changes an interaction's payload before it is sent. */
export type PayloadChange = (payload: Record<string, unknown>) => Record<string, unknown>;

export interface InteractionParts {
  readonly world: World;
  readonly realNow: () => number;
  /** How long a bot has for its first answer, ms. */
  readonly firstAnswerMs: number;
  readonly dispatch: (event: string, data: unknown, guildId: string | undefined) => void;
}

/** The interactions under way: who did what, and whether the bot may still answer. */
export class Interactions {
  readonly #parts: InteractionParts;
  readonly #byToken = new Map<string, Interaction>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #changes = new Set<PayloadChange>();

  constructor(parts: InteractionParts) {
    this.#parts = parts;
  }

  /** Tell the bot what a person did. */
  start(doing: InteractionInput): PersonAnswer {
    const { world, realNow, dispatch } = this.#parts;
    // Dated by real time, as tokens are: a bot may look at an interaction's age.
    const id = world.newId(realNow());
    const interaction = this.expect({ ...doing, id, token: randomBytes(48).toString('base64url') });
    const payload = [...this.#changes].reduce(
      (before, change) => change(before),
      this.#payload(interaction, doing.data),
    );
    dispatch('INTERACTION_CREATE', payload, doing.channel.guildId);
    return interaction.answer;
  }

  /** From now on the bot may answer an interaction of this id and token. */
  expect(named: NamedInteraction): Interaction {
    const startedAt = this.#parts.realNow();
    const interaction: Interaction = {
      id: named.id,
      token: named.token,
      type: named.type,
      userId: named.userId,
      channel: named.channel,
      commandName: named.commandName,
      source: named.source,
      startedAt,
      answer: new PersonAnswer(named.id),
      acknowledged: false,
      original: undefined,
      refusal: undefined,
    };
    this.#forgetDead(startedAt);
    this.#byToken.set(interaction.token, interaction);
    this.#watch(interaction);
    return interaction;
  }

  /** Changes what is sent of each interaction from now on; the result ends it. */
  alter(change: PayloadChange): () => void {
    this.#changes.add(change);
    return () => this.#changes.delete(change);
  }

  /** The interaction a first answer is for, if it may still be answered. */
  toAnswer(id: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.id !== id) throw new ApiError(10062);
    if (interaction.acknowledged) throw new ApiError(40060);
    if (this.#parts.realNow() - interaction.startedAt > this.#parts.firstAnswerMs) throw new ApiError(10062);
    return interaction;
  }

  /** The interaction whose token is used to edit or to follow up. */
  byToken(applicationId: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    const known = interaction?.acknowledged === true && applicationId === this.#parts.world.applicationId;
    if (interaction === undefined || !known) throw new ApiError(10015);
    if (this.#parts.realNow() - interaction.startedAt > tokenMs) throw new ApiError(50027);
    return interaction;
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const { answer } of this.#byToken.values()) answer.fail('The local Discord was closed');
  }

  /** Tokens long dead need not be told apart from tokens never made. */
  #forgetDead(now: number): void {
    for (const [token, { startedAt }] of this.#byToken) {
      if (now - startedAt < 2 * tokenMs) return;
      this.#byToken.delete(token);
    }
  }

  /** What a person sees after too long a silence. */
  #watch(interaction: Interaction): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!interaction.acknowledged) interaction.answer.fail(silence(interaction));
    }, this.#parts.firstAnswerMs);
    timer.unref();
    this.#timers.add(timer);
  }

  #payload(interaction: Interaction, data: Record<string, unknown>): Record<string, unknown> {
    const { world } = this.#parts;
    const { channel, userId, source } = interaction;
    const user = world.user(userId);
    return {
      id: interaction.id,
      application_id: world.applicationId,
      type: interaction.type,
      token: interaction.token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: channelJson(channel),
      locale: user.locale,
      app_permissions: world.permissions(world.bot.id, channel).toString(),
      entitlements: [],
      attachment_size_limit: 10_485_760,
      ...(channel.guildId === undefined
        ? { user: userJson(user), context: 1, authorizing_integration_owners: { '0': '0' } }
        : this.#inGuild(channel, channel.guildId, userId)),
      ...(source === undefined ? {} : { message: messageJson(source, world) }),
    };
  }

  #inGuild(channel: Channel, guildId: string, userId: string): Record<string, unknown> {
    const { world } = this.#parts;
    const guild = world.guild(guildId);
    const member = world.member(guildId, userId);
    if (member === undefined) throw new Error(`${userId} is no member of ${guild.name}`);
    const permissions = world.permissions(userId, channel).toString();
    return {
      guild_id: guildId,
      guild: { id: guildId, locale: guild.locale, features: [] },
      guild_locale: guild.locale,
      member: { ...memberJson(member), permissions },
      context: 0,
      authorizing_integration_owners: { '0': guildId },
    };
  }
}

function silence({ refusal }: Interaction): string {
  const words = 'The application did not respond';
  return refusal === undefined
    ? words
    : `${words}; its answer was refused: ${JSON.stringify(refusal.toJson())}`;
}
