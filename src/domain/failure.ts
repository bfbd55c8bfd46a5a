/** Why something was not posted or does not run, as codes. People read them in the words of the catalogue. */
import type { Permission } from './permission.js';
import type { RecordInstant } from './instant.js';

/** Why nothing can be posted in a channel. `words` are Discord's own. */
export type ChannelProblem =
  | {
      readonly kind:
        | 'channel-gone'
        | 'bot-removed'
        | 'other-kind'
        | 'no-history'
        | 'cannot-see'
        | 'cannot-post'
        | 'cannot-reply'
        | 'thread-archived'
        | 'thread-locked';
    }
  | { readonly kind: 'discord-said'; readonly words: string };

/** What would mend a closed channel. */
export type Remedy =
  | {
      readonly kind:
        | 'choose-channel'
        | 'choose-postable'
        | 'invite'
        | 'check-permissions'
        | 'no-permission-missing'
        | 'open-thread'
        | 'unlock-thread'
        | 'wait-for-limit'
        | 'check-settings';
    }
  | { readonly kind: 'give-permissions'; readonly permissions: readonly Permission[] };

/** Nothing can be posted in the channel of a post. */
interface ChannelClosed {
  readonly kind: 'closed';
  readonly why: ChannelProblem;
  readonly remedy: Remedy | null;
}

export type Failure =
  | ChannelClosed
  /** Nothing was wrong: there was nothing to post, or something else said it. */
  | {
      readonly kind:
        | 'nothing-to-edit'
        | 'nothing-to-say'
        | 'listed'
        | 'listed-soon'
        | 'board-replaced'
        | 'board-deleted'
        | 'board-unchanged'
        | 'board-stopped'
        | 'board-paced'
        | 'board-not-posted'
        | 'nothing-to-publish'
        | 'event-unchanged'
        | 'event-deleted'
        | 'event-being-made'
        | 'not-published-here';
    }
  /** It was too late, or a later post took its place. `earlier`: what had kept it from being posted in time. */
  | { readonly kind: 'expired'; readonly earlier: Failure | null }
  | { readonly kind: 'overtaken'; readonly earlier: Failure | null }
  /** Fires of a countdown that were not posted: how many, why, and whether a newer list was posted instead. */
  | {
      readonly kind: 'missed';
      readonly count: number;
      readonly because: 'bot' | 'channel';
      readonly replaced: boolean;
    }
  /** Discord did not take it, or not yet. */
  | {
      readonly kind:
        | 'automod'
        | 'too-many-edits'
        | 'too-many-published'
        | 'too-many-events'
        | 'cannot-create-events'
        | 'published-edits'
        | 'rate-limit'
        | 'invalid-requests'
        | 'unreachable'
        | 'token'
        | 'slot-missed'
        | 'database';
    }
  | { readonly kind: 'wait-until'; readonly until: RecordInstant }
  | { readonly kind: 'discord-said'; readonly words: string }
  | { readonly kind: 'discord-status'; readonly status: number }
  | { readonly kind: 'not-from-discord'; readonly status: number }
  /** The bot's own fault, or a row that can't be read. `error` is for the operator. */
  | { readonly kind: 'mistake'; readonly error: string | null }
  | { readonly kind: 'row-damaged'; readonly error: string }
  | { readonly kind: 'record-damaged'; readonly error: string }
  /**
   * The list says that a deadline has passed, and it can't be recorded. `why` is the code of the refusal; null where the
   * entries say that the deadline has not passed.
   */
  | { readonly kind: 'passing-refused'; readonly why: string | null }
  /** A countdown that can't fire as it is. */
  | { readonly kind: 'unreadable-scope' }
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'unreadable-cron'; readonly cron: string }
  /** Prose of a release that stored sentences. */
  | { readonly kind: 'text'; readonly text: string };

/** Something that the people who manage a server should know. */
export type AdminNotice =
  | UntoldNotice
  | ({ readonly channel: string } & StuckNotice)
  | { readonly kind: 'passing-failed'; readonly number: number };

/** About a post that Discord did not take; kept where nobody can be told yet. */
export type UntoldNotice = { readonly channel: string } & (
  | { readonly kind: 'automod' | 'board-deleted' | 'cannot-create-events' | 'left-unpublished' }
  | { readonly kind: 'refused'; readonly code: number; readonly words: string }
  /** Discord takes no posts there before this instant, ms UTC. */
  | { readonly kind: 'wait'; readonly until: RecordInstant }
  /** Prose of a release that stored sentences. */
  | { readonly kind: 'text'; readonly text: string }
);

type StuckNotice =
  | { readonly kind: 'post-stuck' | 'post-failed' | 'board-failed' }
  | { readonly kind: 'countdown-stopped'; readonly id: number; readonly reason: Failure };
