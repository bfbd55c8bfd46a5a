/** The port for channels in which the bot can't post. */
import type { ChannelProblem, Failure, Remedy } from '../../domain/failure.js';
import type { RecordInstant } from '../../domain/instant.js';

/** A channel in which the bot cannot post, for now or for good. */
export interface ChannelClosure {
  readonly guild: string;
  readonly channel: string;
  readonly why: ChannelProblem;
  readonly remedy: Remedy;
  /** Gone for good: its pending posts are cancelled. */
  readonly gone: boolean;
  /** ms UTC of the record's clock. */
  readonly now: RecordInstant;
}

export interface ClosedChannel {
  readonly guild: string;
  readonly channel: string;
  /** Why, and what would mend it. */
  readonly reason: Failure;
  /** When posting there is tried again, ms UTC of the record's clock; null where it is gone. */
  readonly until: RecordInstant | null;
  /** Discord id of whoever set up a countdown there; null where nobody did. */
  readonly author: string | null;
  /** Whether somebody who can mend it has been told. */
  readonly told: boolean;
}

/** Channels in which the bot cannot post, and who was told. */
export interface ChannelStore {
  /** Closes a channel: stops its countdowns and postpones its posts, longer each time, or cancels them if it is gone. */
  closeChannel(closing: ChannelClosure): Promise<ClosedChannel>;
  closed(guild: string, channel: string): Promise<ClosedChannel | null>;
  /** Reopens a channel: its postponed posts are due and its countdowns run again. Returns false if it was open. */
  reopenChannel(guild: string, channel: string): Promise<boolean>;
  /** The channels of a server in which the bot cannot post. */
  closedChannels(guild: string): Promise<readonly ClosedChannel[]>;
  /** Closed channels of which nobody could be told. */
  untold(guild: string): Promise<readonly ClosedChannel[]>;
  /** Notes that somebody was told. Returns false if somebody was told before. */
  told(guild: string, channel: string): Promise<boolean>;
}
