/** Hears what processes tell each other through PostgreSQL, on whichever session is there. */
import { escapeIdentifier, type Client } from 'pg';
import { isConnectionLost } from './errors.js';

type Heard = (payload: string) => void;

/** Notifications, over the sessions that follow one another. What is told while there is none is lost. */
export class Notifications {
  readonly #heard = new Map<string, Heard>();
  #session: Client | null = null;

  /** Goes on with a session that has just begun. */
  async follow(session: Client): Promise<void> {
    this.#session = session;
    session.on('notification', ({ channel, payload = '' }) => this.#heard.get(channel)?.(payload));
    for (const [channel, heard] of this.#heard) {
      await this.#listen(channel);
      // Something may have been told meanwhile.
      heard('');
    }
  }

  /** Calls `heard` with what is told on a channel from now on, and with '' after every silence. */
  async hear(channel: string, heard: Heard): Promise<void> {
    this.#heard.set(channel, heard);
    await this.#listen(channel);
  }

  /** The session that follows a lost one listens as well. */
  async #listen(channel: string): Promise<void> {
    try {
      await this.#session?.query(`listen ${escapeIdentifier(channel)}`);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
    }
  }
}
