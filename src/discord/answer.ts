import { DiscordAPIError, InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Form, View } from './command.js';
import { messagePayload, modalPayload } from './payload.js';
import type { Wire } from './wire.js';

/** What Discord calls our answer's address. */
export interface Addressed {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  /** Set where an ephemeral message of ours was pressed: it can be replaced. */
  readonly replaceable: boolean;
}

const ALREADY_ANSWERED = 40060;
/** The interaction is too old, which happens after a resume: nobody waits for it any more. */
const UNKNOWN_INTERACTION = 10062;

const codeOf = (error: unknown) => (error instanceof DiscordAPIError ? error.code : null);

/** One interaction's answer: at once if it is quick, deferred if it is not, and never twice. */
export class Answer {
  readonly #rest: Wire;
  readonly #to: Addressed;
  #first: 'none' | 'deferred' | 'sent' = 'none';

  constructor(rest: Wire, to: Addressed) {
    this.#rest = rest;
    this.#to = to;
  }

  get deferred(): boolean {
    return this.#first === 'deferred';
  }

  get answered(): boolean {
    return this.#first !== 'none';
  }

  /** A connection reset while answering may have lost the answer or the receipt: asked once more, twice is refused. */
  async #callback(body: unknown, files: ReturnType<typeof messagePayload>['files'] = []): Promise<void> {
    const route = Routes.interactionCallback(this.#to.id, this.#to.token);
    const send = () => this.#rest.post(route, { body, files, auth: false });
    try {
      await send();
    } catch (error) {
      const code = codeOf(error);
      if (code === UNKNOWN_INTERACTION || code === ALREADY_ANSWERED) return;
      if (error instanceof DiscordAPIError) throw error;
      await send().catch((again: unknown) => {
        if (codeOf(again) !== ALREADY_ANSWERED) throw again;
      });
    }
  }

  /** Discord is told to wait; nobody sees anything yet. */
  async defer(): Promise<void> {
    if (this.#first !== 'none') return;
    this.#first = 'deferred';
    const { replaceable } = this.#to;
    await this.#callback(
      replaceable
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            data: { flags: MessageFlags.Ephemeral },
          },
    );
  }

  async message(view: View, everyone = false): Promise<void> {
    if (this.#first === 'deferred') return this.#afterDeferral(view, everyone);
    this.#first = 'sent';
    const { body, files } = messagePayload(view, { ephemeral: !everyone });
    await this.#callback({ type: InteractionResponseType.ChannelMessageWithSource, data: body }, files);
  }

  /** In the place of the message that was pressed, where that is one's own. */
  async update(view: View): Promise<void> {
    if (!this.#to.replaceable) return this.message(view);
    if (this.#first === 'deferred') return this.#edit(view);
    this.#first = 'sent';
    const { body, files } = messagePayload(view, { ephemeral: true });
    await this.#callback({ type: InteractionResponseType.UpdateMessage, data: body }, files);
  }

  /** Only as the first answer; afterwards Discord takes no modal. */
  async form(form: Form): Promise<void> {
    this.#first = 'sent';
    await this.#callback({ type: InteractionResponseType.Modal, data: modalPayload(form) });
  }

  async suggest(choices: readonly { readonly name: string; readonly value: string }[]): Promise<void> {
    this.#first = 'sent';
    await this.#callback({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  async #edit(view: View): Promise<void> {
    const { body, files } = messagePayload(view, { ephemeral: true });
    const route = Routes.webhookMessage(this.#to.application, this.#to.token, '@original');
    await this.#rest.patch(route, { body, files, auth: false });
  }

  async #afterDeferral(view: View, everyone: boolean): Promise<void> {
    // The deferral decided that the first message is private, or that it replaces one: all else follows up.
    if (!everyone && !this.#to.replaceable) return this.#edit(view);
    const { body, files } = messagePayload(view, { ephemeral: !everyone });
    const route = Routes.webhook(this.#to.application, this.#to.token);
    await this.#rest.post(route, { body, files, auth: false });
  }
}
