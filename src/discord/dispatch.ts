/** Takes interactions and gives each to its command, button or form. */
import { InteractionType, type APIInteraction } from 'discord.js';
import { RefusedError, type Refusal } from '../domain/refusal.js';
import type { AttemptKind } from '../wording/failure.js';
import { english } from '../wording/index.js';
import { refusalText } from '../wording/refusal.js';
import { Answer } from './answer.js';
import { refuse, type Context, type Form, type Handler, type Reply } from './command.js';
import { actingOf, contextOf, wordsFor, type ContextDeps } from './context.js';
import { drawText } from './draw.js';
import { Handlers } from './handlers.js';
import { addressOf, originOf, typedOf } from './interaction-data.js';
import type { Log } from './log.js';
import { Notices } from './notice.js';
import { withSentence } from './payload.js';
import { PublicPostLimit } from './public-post-limit.js';
import { RateLimit } from './rate-limit.js';
import { newReference, safeError } from './safe-error.js';
import { runHandler } from './run-handler.js';
import { visible } from './schema.js';
import { channelsKnowing, sentAlong } from './sent-along.js';
import { postFailureOf } from './post-retry.js';
import { Turns } from './turns.js';
import type { RestClient } from './rest-client.js';
import { wallInstant, type RecordInstant, type WallInstant } from '../domain/instant.js';

export type { Log } from './log.js';

export interface DispatchOptions extends Omit<ContextDeps, 'now'> {
  readonly handlers: readonly Handler[];
  readonly rest: RestClient;
  readonly log: Log;
  /** The record's clock. */
  readonly now: () => RecordInstant;
  /** The machine's own unless a test drives it. */
  readonly wallNow?: () => WallInstant;
  /** Told how long an interaction waited for its first answer, ms. */
  readonly answered?: (ms: number) => void;
  /** Longer in tests, which must not depend on how busy the machine is. */
  readonly patience?: Patience | undefined;
}

/** How long an answer may take, real ms from the arrival of an interaction. */
export interface Patience {
  /** Then Discord is asked to wait; without that it gives up after 3 s. */
  readonly deferAfter: number;
  /** Then no suggestions are made: they cannot be deferred. */
  readonly suggestWithin: number;
}

const PATIENCE: Patience = { deferAfter: 1500, suggestWithin: 2000 };
const MOST_SUGGESTIONS = 25;
/** Nobody types faster than 20 letters a second for longer than a few words. */
const SUGGESTIONS = { capacity: 60, refillMs: 50 } as const;

type Autocomplete = Extract<APIInteraction, { type: InteractionType.ApplicationCommandAutocomplete }>;
type Choices = readonly { readonly name: string; readonly value: string }[];

/** What could not be done for an expected reason is answered as such; everything else is a bug. */
function refusedReply(error: unknown): Reply {
  if (error instanceof RefusedError) return refuse(error.refusal);
  throw error;
}

/** Discord did not take the answer to something that was done. */
class NotShown extends Error {
  readonly withFile: boolean;

  constructor(reply: Reply, cause: unknown) {
    super('Discord did not take the answer', { cause });
    this.withFile = 'view' in reply && (reply.view?.file ?? reply.view?.picture) !== undefined;
  }
}

function attemptOf({ type }: APIInteraction): AttemptKind {
  if (type === InteractionType.ModalSubmit) return 'form';
  return type === InteractionType.MessageComponent ? 'press' : 'command';
}

/** The one place between Discord and the handlers. */
export class Dispatch {
  readonly #on: DispatchOptions;
  readonly #handlers: Handlers;
  readonly #turns = new Turns();
  readonly #notices = new Notices();
  readonly #suggestions: RateLimit;
  readonly #posts: PublicPostLimit;

  constructor(on: DispatchOptions) {
    const { wallNow = () => wallInstant(Date.now()) } = on;
    this.#on = on;
    this.#suggestions = new RateLimit({ ...SUGGESTIONS, wallNow });
    this.#posts = new PublicPostLimit(wallNow);
    this.#handlers = new Handlers(on.handlers, english);
  }

  /** Answers one interaction of whatever shape; never throws. */
  async handle(interaction: APIInteraction): Promise<void> {
    const address = addressOf(interaction);
    if (address === null) return this.#on.log.warn({}, 'an interaction without an id or a token');
    const begun = performance.now();
    const answer = new Answer(this.#on.rest, address, () => this.#on.answered?.(performance.now() - begun));
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete)
        await answer.suggest(await this.#choices(interaction));
      else await this.#reply(interaction, answer);
    } catch (error) {
      await this.#failed(error, interaction, answer);
    }
  }

  /** Answers why nothing is done about an interaction; never throws. */
  async refuse(interaction: APIInteraction, refusal: Refusal): Promise<void> {
    const address = addressOf(interaction);
    if (address === null) return;
    const answer = new Answer(this.#on.rest, address);
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) await answer.suggest([]);
      else await this.#give(refuse(refusal), answer, interaction);
    } catch (error) {
      await this.#failed(error, interaction, answer);
    }
  }

  async #reply(interaction: APIInteraction, answer: Answer): Promise<void> {
    let late: Promise<void> = Promise.resolve();
    const defer = () => {
      late = answer
        .defer()
        .catch((error: unknown) => this.#on.log.warn({ err: safeError(error) }, 'deferring failed'));
    };
    const timer = setTimeout(defer, (this.#on.patience ?? PATIENCE).deferAfter);
    try {
      const reply = await this.#turns.take(originOf(interaction), () =>
        this.#run(interaction).catch(refusedReply),
      );
      clearTimeout(timer);
      await late;
      await this.#give(reply ?? refuse({ why: 'too-many-requests' }), answer, interaction);
    } finally {
      clearTimeout(timer);
      await late;
    }
  }

  async #give(reply: Reply, answer: Answer, interaction: APIInteraction): Promise<void> {
    try {
      await this.#show(reply, answer, interaction);
    } catch (error) {
      throw new NotShown(reply, error);
    }
  }

  async #show(reply: Reply, answer: Answer, interaction: APIInteraction): Promise<void> {
    switch (reply.kind) {
      case 'message':
        return answer.message(reply.view, reply.everyone === true);
      case 'update':
        return answer.update(reply.view);
      case 'refusal':
        return this.#showRefusal(reply, answer, interaction);
      case 'form':
        return this.#showForm(reply.form, answer, interaction);
    }
  }

  /** A refused form takes the place of the screen it was opened from, whose buttons led to the same draft. */
  async #showRefusal(
    { refusal, view }: Extract<Reply, { kind: 'refusal' }>,
    answer: Answer,
    interaction: APIInteraction,
  ): Promise<void> {
    const shown = withSentence(this.#refusalText(refusal, interaction), view);
    const again = interaction.type === InteractionType.ModalSubmit && view !== undefined;
    await (again ? answer.refusal(shown) : answer.message(shown));
  }

  async #showForm(form: Form, answer: Answer, interaction: APIInteraction): Promise<void> {
    const tooLate = drawText(wordsFor(interaction).failures.tooLate);
    // No form can follow a form.
    if (interaction.type === InteractionType.ModalSubmit) return answer.message({ content: tooLate });
    return answer.form(form, tooLate);
  }

  /** One catch: the reader gets a reference, the log the whole story. */
  async #failed(error: unknown, interaction: APIInteraction, answer: Answer): Promise<void> {
    const reference = newReference();
    const { log } = this.#on;
    const cause = error instanceof NotShown ? error.cause : error;
    const { id, guild_id: guild } = interaction;
    const what = error instanceof NotShown ? 'an answer was refused' : 'an interaction failed';
    log.error({ err: safeError(cause), reference, interaction: id, guild }, what);
    if (answer.answered) return;
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) await answer.suggest([]);
      else await answer.message({ content: this.#sentence(error, interaction, reference) });
    } catch (again) {
      log.warn({ err: safeError(again), reference }, 'the answer did not arrive');
    }
  }

  #refusalText(why: Refusal, interaction: APIInteraction): string {
    return drawText(refusalText(wordsFor(interaction), why));
  }

  #sentence(error: unknown, interaction: APIInteraction, reference: string): string {
    const { failures } = wordsFor(interaction);
    const act = attemptOf(interaction);
    if (error instanceof NotShown) return drawText(failures.notShown(act, error.withFile, reference));
    // A connection that was lost may have carried the change through.
    const certain = act === 'command' && postFailureOf(error, 0, 0).kind === 'mistake';
    return drawText(failures.unexpected(act, certain, reference));
  }

  async #context(interaction: APIInteraction): Promise<Context | null> {
    const acting = actingOf(interaction);
    if (acting === null) return null;
    const settings = await this.#on.store.settings(acting.guild);
    const { botPermissions, places } = sentAlong(interaction);
    const channels = channelsKnowing(this.#on.channels, places);
    const mayPost = () => this.#posts.allow(acting.guild, acting.member.id);
    return {
      ...contextOf(acting, settings, { ...this.#on, channels, now: this.#on.now() }),
      botPermissions,
      mayPost,
    };
  }

  async #run(interaction: APIInteraction): Promise<Reply> {
    const context = await this.#context(interaction);
    if (context === null) return refuse({ why: 'not-in-a-server' });
    return this.#notices.addTo(await runHandler(this.#handlers, interaction, context), {
      ...context,
      store: this.#on.store,
    });
  }

  /** Suggestions in time; none where they come too late or too often. */
  async #choices(interaction: Autocomplete): Promise<Choices> {
    const origin = originOf(interaction);
    if (!this.#suggestions.allow(origin.person)) return [];
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), (this.#on.patience ?? PATIENCE).suggestWithin);
    });
    const inTurn = this.#turns.take(origin, () => this.#suggest(interaction));
    try {
      return (await Promise.race([inTurn, late])) ?? [];
    } finally {
      clearTimeout(timer);
    }
  }

  async #suggest(interaction: Autocomplete): Promise<Choices> {
    const context = await this.#context(interaction);
    const { path, given, focused } = typedOf(interaction.data);
    const command = this.#handlers.slash(path);
    if (context === null || focused === null || command?.suggest === undefined) return [];
    const texts = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    const found = await command.suggest(focused, texts[focused] ?? '', texts, context);
    return found
      .slice(0, MOST_SUGGESTIONS)
      .map(({ name, value }) => ({ name: visible(name), value: value.slice(0, 100) }))
      .filter(({ name, value }) => name !== '' && value !== '');
  }
}
