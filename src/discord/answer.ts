/** One interaction's answer: at once if it is quick, deferred if it is not, and never twice. */
import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import { MOST_REPEATS } from './closed-connection.js';
import type { Form, View } from './command.js';
import { modalPayload } from './modal.js';
import { messagePayload } from './payload.js';
import { codeOf, NotFromDiscord } from './response.js';
import type { RestClient } from './rest-client.js';

/** What Discord calls our answer's address. */
export interface InteractionAddress {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  /** Set where an ephemeral message of ours was pressed: it can be replaced. */
  readonly replaceable: boolean;
  /** Whether that message is made of components: Discord changes no message from one kind to the other. */
  readonly v2: boolean;
}

const ALREADY_ANSWERED = 40060;
/** The interaction is too old, which happens after a resume: nobody waits for it any more. */
const UNKNOWN_INTERACTION = 10062;

/** Whether Discord, or something before it, has said no: the same answer again would be refused again. */
const isRefusal = (error: unknown) => codeOf(error) !== null || error instanceof NotFromDiscord;

type Files = ReturnType<typeof messagePayload>['files'];

export class Answer {
  readonly #rest: RestClient;
  readonly #to: InteractionAddress;
  /** What Discord took as the first answer. It counts only once Discord has taken it. */
  #first: 'none' | 'deferred' | 'sent' = 'none';
  /** A deferral was sent and nobody knows whether it arrived. */
  #perhapsDeferred = false;

  /** `taken` is called once Discord has taken the first answer. */
  constructor(
    rest: RestClient,
    to: InteractionAddress,
    private readonly taken: () => void = () => undefined,
  ) {
    this.#rest = rest;
    this.#to = to;
  }

  get deferred(): boolean {
    return this.#first === 'deferred';
  }

  /** Whether the person has the answer; a deferral is none yet. */
  get answered(): boolean {
    return this.#first === 'sent';
  }

  /**
   * A connection that was lost while answering may have lost the answer or the receipt: it is sent again, and twice is
   * refused. False where the interaction has its first answer already. @throws where Discord does not take it
   */
  async #callback(body: unknown, files: Files = []): Promise<boolean> {
    const route = Routes.interactionCallback(this.#to.id, this.#to.token);
    for (let repeats = 0; ; repeats += 1) {
      try {
        await this.#rest.post(route, { body, files, auth: false });
        this.taken();
        return true;
      } catch (error) {
        const code = codeOf(error);
        // After a repeat: the receipt of the one before.
        if (code === ALREADY_ANSWERED) return repeats > 0;
        if (code === UNKNOWN_INTERACTION) return true;
        if (isRefusal(error) || repeats === MOST_REPEATS) throw error;
      }
    }
  }

  /** Discord is told to wait; nobody sees anything yet. */
  async defer(): Promise<void> {
    if (this.#first !== 'none') return;
    const { replaceable } = this.#to;
    const body = replaceable
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: { flags: MessageFlags.Ephemeral },
        };
    try {
      await this.#callback(body);
      this.#first = 'deferred';
    } catch (error) {
      this.#perhapsDeferred = !isRefusal(error);
      throw error;
    }
  }

  /** As the first answer; false where a deferral has arrived after all, so that it must follow that. */
  async #asFirst(body: unknown, files: Files = []): Promise<boolean> {
    const taken = await this.#callback(body, files);
    this.#first = taken || !this.#perhapsDeferred ? 'sent' : 'deferred';
    return this.#first === 'sent';
  }

  async message(view: View, everyone = false): Promise<void> {
    if (this.#first === 'deferred') return this.#afterDeferral(view, everyone);
    const { body, files } = messagePayload(view, { ephemeral: !everyone });
    const message = { type: InteractionResponseType.ChannelMessageWithSource, data: body };
    if (!(await this.#asFirst(message, files))) await this.#afterDeferral(view, everyone);
  }

  /** In the place of the message that was pressed, where that is one's own. */
  async update(view: View): Promise<void> {
    if (!this.#to.replaceable) return this.message(view);
    if (this.#first === 'deferred') return this.#edit(view);
    const { body, files } = messagePayload(view, { ephemeral: true });
    if (!(await this.#asFirst({ type: InteractionResponseType.UpdateMessage, data: body }, files)))
      await this.#edit(view);
  }

  /** In the place of the screen from which a form was opened, an earlier refusal or a preview; else as a message of its own. */
  async refusal(view: View): Promise<void> {
    await (this.#to.v2 && view.v2 === true ? this.update(view) : this.message(view));
  }

  /** Only as the first answer; afterwards Discord takes no modal, and `tooLate` is said instead. */
  async form(form: Form, tooLate: string): Promise<void> {
    const modal = { type: InteractionResponseType.Modal, data: modalPayload(form) };
    if (this.#first === 'deferred' || !(await this.#asFirst(modal))) await this.message({ content: tooLate });
  }

  async suggest(choices: readonly { readonly name: string; readonly value: string }[]): Promise<void> {
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    await this.#asFirst({ type, data: { choices } });
  }

  async #edit(view: View): Promise<void> {
    const { body, files } = messagePayload(view, { ephemeral: true });
    const route = Routes.webhookMessage(this.#to.application, this.#to.token, '@original');
    await this.#rest.patch(route, { body, files, auth: false });
    this.#first = 'sent';
  }

  async #afterDeferral(view: View, everyone: boolean): Promise<void> {
    // The deferral decided that the first message is private, or that it replaces one: all else follows up.
    if (!everyone && !this.#to.replaceable) return this.#edit(view);
    const { body, files } = messagePayload(view, { ephemeral: !everyone });
    const route = Routes.webhook(this.#to.application, this.#to.token);
    await this.#rest.post(route, { body, files, auth: false });
    this.#first = 'sent';
  }
}
