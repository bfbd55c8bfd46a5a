/** Unfolds the links of messages as they are posted and edited. */
import { messageFlags } from '../check/message.js';
import type { LocalMessage } from '../message.js';
import type { Messages } from '../messages.js';
import { Unfolder } from './unfold.js';

/** Unfolds links of the sites that were named, once for each text that a message shows. */
export class MessagePreviews {
  readonly #unfolder = new Unfolder();
  /** The text whose links were looked at last. */
  readonly #looked = new WeakMap<LocalMessage, string>();

  constructor(private readonly messages: Pick<Messages, 'unfold'>) {}

  /** Links of this origin are unfolded from now on. */
  allow(origin: string): void {
    this.#unfolder.allow(origin);
  }

  async unfold(message: LocalMessage): Promise<void> {
    const { content, face } = message;
    if (this.#looked.get(message) === content) return;
    this.#looked.set(message, content);
    const isWanted = !message.ephemeral && (face.flags & messageFlags.suppressEmbeds) === 0;
    const previews = isWanted ? await this.#unfolder.previews(content) : [];
    if (message.content !== content || (previews.length === 0 && message.previews.length === 0)) return;
    this.messages.unfold(message, previews);
  }
}
