/** What a failed send means beyond its row, and how the row ends. */
import type { Delivery } from '../domain/delivery.js';
import type { Failure, Remedy, UntoldNotice } from '../domain/failure.js';
import type { ChannelStore, RequestBudget, Settlement } from '../store/port/index.js';
import type { Words } from '../wording/index.js';
import { BoundedMap } from './bounded-map.js';
import type { Closure } from './closures.js';
import type { Channels } from './command.js';
import type { Log } from './log.js';
import { newReference, safeError } from './safe-error.js';
import { tellClosedChannel, tellRefused, type NotifyDeps } from './notify-admins.js';
import { pauseAfter, settlementOf, postFailureOf, type PostFailure } from './post-retry.js';
import { Outage } from './outage.js';
import { HOUR, MINUTE } from '../domain/durations.js';
import type { RecordInstant, WallInstant } from '../domain/instant.js';

export interface ConsequenceOptions {
  readonly store: NotifyDeps['store'] & ChannelStore & RequestBudget;
  readonly channels: Channels;
  readonly log: Log;
  readonly wallNow: () => WallInstant;
  /** 0 to 1. */
  readonly random: () => number;
  readonly words: Words;
  /** Discord hides a channel or its server: the bot may have been removed there. Never throws. */
  readonly hidden?: (guild: string) => Promise<void>;
  /** The token is no longer valid. */
  readonly fatal: () => void;
}

/** A wait of Discord's that is told, ms. */
const LONG_WAIT = 10 * MINUTE;
/** The longest slow mode there is, ms. */
const LONGEST_WAIT = 6 * HOUR;
/** How many rows and channels are remembered. */
const MOST_REMEMBERED = 10_000;

type Again = Extract<PostFailure, { kind: 'again' }>;

function waiting(until: RecordInstant): Settlement {
  return { kind: 'again', due: until, reason: { kind: 'wait-until', until } };
}

const MISTAKE: Failure = { kind: 'mistake', error: null };

/** Why a row is not posted in a channel that is closed. */
const failureOf = ({ why }: Pick<Closure, 'why'>): Failure => ({ kind: 'closed', why, remedy: null });

/** How a row ends where what its failure means could not be written down: what decides that is not known then. */
function afterwards(trouble: PostFailure, now: RecordInstant): Settlement {
  switch (trouble.kind) {
    case 'closed':
      return { kind: 'again', due: now + MINUTE, reason: failureOf(trouble) };
    case 'mistake':
      return { kind: 'again', due: now + MINUTE, reason: MISTAKE };
    case 'outage':
      return { kind: 'again', due: now + MINUTE, reason: trouble.reason };
    default:
      return settlementOf(trouble, now);
  }
}

/** What stands already is changed or handed on by it. */
const isEdit = ({ post }: Delivery): boolean =>
  post.kind === 'edit' || post.kind === 'board' || post.kind === 'publish';

export class Consequences {
  readonly #on: ConsequenceOptions;
  readonly #outage: Outage;
  /** Until when Discord lets nobody post in a channel, record's ms UTC. */
  readonly #waits = new BoundedMap<string, RecordInstant>(MOST_REMEMBERED);
  #stopped: Extract<PostFailure, { kind: 'fatal' }> | null = null;

  constructor(options: ConsequenceOptions) {
    this.#on = options;
    this.#outage = new Outage(options.random);
  }

  /** How a row ends without a request, where it is known what Discord would say; null where it is not. */
  known(delivery: Delivery, now: RecordInstant): Settlement | null {
    if (this.#stopped !== null) return settlementOf(this.#stopped, now);
    // Slow mode does not hold up edits.
    const until = isEdit(delivery) ? undefined : this.#waits.get(delivery.channel);
    // What lies further away was told while the clock was ahead.
    if (until === undefined || until <= now || until - now > LONGEST_WAIT) return null;
    return waiting(until);
  }

  /** Discord took a row. */
  sent({ channel }: Delivery): void {
    this.#outage.clear();
    this.#waits.delete(channel);
  }

  /** Never throws: where what follows cannot be written down, the row is tried again. */
  async of(error: unknown, delivery: Delivery, now: RecordInstant): Promise<Settlement> {
    const { log, random } = this.#on;
    const trouble = postFailureOf(error, delivery.attempts, random());
    const { id, guild } = delivery;
    if (trouble.kind !== 'mistake')
      log.warn({ err: safeError(error), delivery: id, guild, trouble: trouble.kind }, 'a post failed');
    try {
      return await this.#settle(trouble, error, delivery, now);
    } catch (second) {
      log.warn(
        { err: safeError(second), delivery: id, guild },
        'what a failed post means could not be written down',
      );
      return afterwards(trouble, now);
    }
  }

  async #settle(
    trouble: PostFailure,
    error: unknown,
    delivery: Delivery,
    now: RecordInstant,
  ): Promise<Settlement> {
    const { store, wallNow, fatal } = this.#on;
    switch (trouble.kind) {
      case 'fatal':
        this.#stopped ??= trouble;
        fatal();
        return settlementOf(trouble, now);
      case 'outage': {
        const pause = this.#outage.strike(wallNow(), trouble.pause);
        await store.rest(pause, wallNow());
        return settlementOf({ ...trouble, pause }, now);
      }
      case 'again':
        return this.#again(trouble, delivery, now);
      case 'refused':
        this.#outage.clear();
        await this.#tell(delivery, { ...trouble.tell, channel: delivery.channel }, now);
        return settlementOf(trouble, now);
      case 'closed':
        this.#outage.clear();
        return this.#close(trouble, delivery, now);
      case 'mistake':
        return this.#mistake(error, delivery, now);
      case 'posted':
        return settlementOf(trouble, now);
    }
  }

  /** Never throws: how the row ends does not depend on who could be told. */
  async #tell(delivery: Delivery, tell: UntoldNotice, now: RecordInstant): Promise<void> {
    try {
      await tellRefused(delivery, tell, now, this.#on);
    } catch (error) {
      this.#on.log.warn(
        { err: safeError(error), delivery: delivery.id, guild: delivery.guild },
        'nobody could be told of a failed post',
      );
    }
  }

  async #again(trouble: Again, delivery: Delivery, now: RecordInstant): Promise<Settlement> {
    const { store, wallNow } = this.#on;
    const { pause, everybody } = trouble;
    if (everybody === true) await store.rest(pause, wallNow());
    if (everybody === true || pause < LONG_WAIT) return settlementOf(trouble, now);
    await this.#wait(delivery, now + pause, now);
    return waiting(now + pause);
  }

  /** Nothing else is asked for there meanwhile, and those who can mend it are told. */
  async #wait(delivery: Delivery, until: RecordInstant, now: RecordInstant): Promise<void> {
    this.#waits.set(delivery.channel, until);
    await this.#tell(delivery, { kind: 'wait', channel: delivery.channel, until }, now);
  }

  async #close(closure: Closure, delivery: Delivery, now: RecordInstant): Promise<Settlement> {
    const { guild, channel, attempts } = delivery;
    const reason = failureOf(closure);
    // Too many edits are no reason to post nothing there.
    if (closure.limit === true && isEdit(delivery))
      return { kind: 'again', due: now + pauseAfter(attempts, this.#on.random()), reason };
    const remedy = await this.#remedy(closure, channel);
    const { why, gone } = closure;
    const closed = await this.#on.store.closeChannel({ guild, channel, why, remedy, gone, now });
    await tellClosedChannel(closed, this.#on);
    if (why.kind === 'bot-removed' || why.kind === 'cannot-see') await this.#on.hidden?.(guild);
    return closed.until === null ? { kind: 'failed', reason } : { kind: 'again', due: closed.until, reason };
  }

  /** Missing permissions by name, where they can be read. */
  async #remedy({ remedy }: Closure, channel: string): Promise<Remedy> {
    if (remedy.kind !== 'check-permissions') return remedy;
    try {
      const missing = await this.#on.channels.missingPermissions(channel);
      if (missing === null) return { kind: 'choose-channel' };
      if (missing.length > 0) return { kind: 'give-permissions', permissions: missing };
      return { kind: 'no-permission-missing' };
    } catch (error) {
      this.#on.log.warn({ err: safeError(error), channel }, 'the permissions there could not be read');
      return remedy;
    }
  }

  /** Tried again in a while: what it stumbled over may have changed. Who claimed the row sets it aside after a few. */
  #mistake(error: unknown, { id, guild, attempts }: Delivery, now: RecordInstant): Settlement {
    const reference = newReference();
    const { log, random } = this.#on;
    log.error(
      { err: safeError(error), delivery: id, guild, reference },
      'a post failed by an error of the bot',
    );
    const due = now + pauseAfter(attempts, random());
    // The same each time: a reason that changes would be told again.
    return { kind: 'again', due, reason: MISTAKE, mistake: true };
  }
}
