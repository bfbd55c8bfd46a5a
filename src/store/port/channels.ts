/** The port for channels in which the bot can't post. */
import type { ChannelProblem, Failure, Remedy } from '../../domain/failure.js';
import type { RecordInstant } from '../../domain/instant.js';

/** A channel in which the bot cannot post, for now or for good. */
export interface ChannelClosure {
  readonly guild: string;
  readonly channel: string;
  readonly why: ChannelProblem;
  readonly remedy: Remedy;
  /** Gone for good: what was to be posted there is given up. */
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
  /** The channel takes no posts; its countdowns are broken, its rows put off or given up. Longer each time. */
  closeChannel(closing: ChannelClosure): Promise<ClosedChannel>;
  closed(guild: string, channel: string): Promise<ClosedChannel | null>;
  /** It takes posts again: what was put off is due, its countdowns run on; false if it was open. */
  reopenChannel(guild: string, channel: string): Promise<boolean>;
  /** The channels of a server in which the bot cannot post. */
  closedChannels(guild: string): Promise<readonly ClosedChannel[]>;
  /** Closed channels of which nobody could be told. */
  untold(guild: string): Promise<readonly ClosedChannel[]>;
  /** Somebody was told; false if somebody was before. */
  told(guild: string, channel: string): Promise<boolean>;
}
