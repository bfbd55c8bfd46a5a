/** Sends interactions over HTTP, signed as Discord signs them, where the application has named an address for them. */
import { generateKeyPairSync, sign } from 'node:crypto';

/** One request as Discord sends it. */
interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The last 32 bytes of a public key in the form that Node writes are the key. */
const RAW_KEY_BYTES = 32;
/** Discord waits no longer for a first answer. */
const ANSWER_WITHIN_MS = 3000;

/** The Interactions Endpoint URL of an application, and the key that its interactions are signed with. */
export class InteractionsEndpoint {
  readonly #keys = generateKeyPairSync('ed25519');
  #url: string | null = null;

  /** As the application's page shows it, 64 hexadecimal digits. */
  get publicKey(): string {
    const spki = this.#keys.publicKey.export({ format: 'der', type: 'spki' });
    return spki.subarray(-RAW_KEY_BYTES).toString('hex');
  }

  get url(): string | null {
    return this.#url;
  }

  signed(payload: unknown): SignedRequest {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = sign(null, Buffer.from(timestamp + body), this.#keys.privateKey).toString('hex');
    return {
      body,
      headers: {
        'content-type': 'application/json',
        'x-signature-ed25519': signature,
        'x-signature-timestamp': timestamp,
      },
    };
  }

  /** Takes an address once it answers a PING, and refuses one that is signed wrongly. @throws where it does not */
  async use(url: string | null): Promise<void> {
    if (url !== null) {
      const ping = this.signed({ type: 1 });
      const pong = await post(url, ping);
      const answered = pong.status === 200 && /"type":\s*1\b/.test(await pong.text());
      const forged = { ...ping.headers, 'x-signature-timestamp': '1' };
      const refusal = await post(url, { ...ping, headers: forged });
      if (!answered || refusal.status !== 401)
        throw new Error('The specified interactions endpoint URL could not be verified.');
    }
    this.#url = url;
  }

  /**
   * Sends an event, if it is an interaction and there is an address; false where it is one for the gateway. Answers are
   * expected at the callback, not in the response: where the bot does not take it, the person hears nothing.
   */
  deliver(event: string, payload: unknown): boolean {
    if (this.#url === null || event !== 'INTERACTION_CREATE') return false;
    post(this.#url, this.signed(payload)).catch(() => undefined);
    return true;
  }
}

const post = (url: string, { headers, body }: SignedRequest) =>
  fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
