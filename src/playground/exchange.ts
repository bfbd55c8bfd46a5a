/** What tests see of the bot's HTTP requests, and the faults they can ask for. */

/** One HTTP request of the bot and what it was answered, for tests that check every call. */
export interface Exchange {
  readonly method: string;
  /** The path below `/api/v10`, decoded, without the query. */
  readonly path: string;
  /** The route it met, as `/channels/{channel_id}/messages`; undefined where there is none. */
  readonly route: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; of a multipart body its `payload_json`. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly status: number;
  readonly response: unknown;
  /** Real time at which the answer went out. */
  readonly at: number;
}

export interface UploadedFile {
  /** The `n` of `files[n]`. */
  readonly index: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Which requests a fault is for; without a field, any. A string path must be equal, below `/api/v10`. */
export interface FaultMatch {
  readonly method?: string;
  readonly path?: string | RegExp;
}

/**
 * What goes wrong. `drop` carries the request out and then ends the socket without an answer; `status` and `raw` answer
 * without carrying it out, unless `afterStoring`.
 */
export type HttpFault =
  | {
      /** A refusal in Discord's JSON. */
      readonly kind: 'status';
      readonly status: number;
      readonly code?: number;
      /** Discord's own words of a known code where none are given. */
      readonly message?: string;
      /** Of a 429: the seconds to wait. */
      readonly retryAfter?: number;
      /** Of a 429: the whole bot has to wait. */
      readonly global?: boolean;
      readonly afterStoring?: boolean;
    }
  | {
      /** An answer that is not Discord's: a page of a proxy, JSON of another shape, nothing at all. */
      readonly kind: 'raw';
      readonly status: number;
      /** `text/html` where none is given. */
      readonly contentType?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterStoring?: boolean;
    }
  | {
      readonly kind: 'drop';
      readonly beforeStoring?: boolean;
      /** Resets the connection instead of closing it. */
      readonly reset?: boolean;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'delay'; readonly ms: number };

/** Faults on demand. `next` is for one request (or `times`), in the order they were asked for. */
export interface Faults {
  next(match: FaultMatch, fault: HttpFault, times?: number): void;
  /** For every request while it holds, until the result is called; those of `next` come first. */
  during(match: FaultMatch, fault: HttpFault, holds?: () => boolean): () => void;
  /** Faults asked for and not met yet. */
  readonly pending: number;
  /** Forget the faults not met yet and let hanging requests go. */
  clear(): void;
  readonly gateway: GatewayFaults;
}

export interface GatewayFaults {
  /** Op 7: please connect again and resume. */
  reconnect(): void;
  /** Op 9: the session is gone, or (`resumable`) is not. */
  invalidate(resumable?: boolean): void;
  /** Close every connection with a code; 4004 and 4010–4014 are fatal to a client. */
  close(code: number): void;
  /** Cut the sockets without a close frame. */
  cut(): void;
  /** Close each new connection at once with this code until called with `undefined`. */
  refuse(code: number | undefined): void;
  /** Close with this code at each identify, as 4013 or 4014, until called with `undefined`. */
  refuseIdentify(code: number | undefined): void;
}
