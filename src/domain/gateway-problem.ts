/** Why no interactions come in from Discord, as codes. */
import type { WallInstant } from './instant.js';

/** A close after which Discord does not take the same client again. `code` is Discord's. */
export interface FinalClose {
  readonly kind: 'closed-for-good';
  readonly why:
    | 'wrong-token'
    | 'wrong-shard'
    | 'too-many-servers'
    | 'old-version'
    | 'invalid-intents'
    | 'disallowed-intents';
  readonly code: number;
}

/** Why the bot does not identify yet. */
export type HoldReason =
  /** What Discord allows for a day is nearly used up, and the rest is kept in reserve. */
  | { readonly kind: 'reserve'; readonly total: number; readonly remaining: number }
  /** It identified `made` times in the last 24 hours. */
  | { readonly kind: 'often'; readonly made: number };

export type GatewayProblem =
  | { readonly kind: 'not-connected' }
  /** Discord closes every connection; the next attempt is in `wait` ms. */
  | { readonly kind: 'closes-all'; readonly wait: number }
  | { readonly kind: 'held-back'; readonly until: WallInstant; readonly reason: HoldReason }
  /** Discord does not say where its gateway is. */
  | { readonly kind: 'no-address' }
  | FinalClose;
