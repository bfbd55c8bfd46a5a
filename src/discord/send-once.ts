/** Posts a delivery at most once, whatever happened to earlier attempts. */
import { DiscordAPIError, Routes } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import type { Settlement } from '../store/port/index.js';
import type { Channels, View } from './command.js';
import { messagePayload } from './payload.js';
import { findMarker } from './read-back.js';
import { messageIdIn } from './response.js';
import { ChannelClosedError } from './post-retry.js';
import type { RestClient } from './rest-client.js';
import { MINUTE } from '../domain/durations.js';
import { msBetween, type RecordInstant, type WallInstant } from '../domain/instant.js';

export interface SendOptions {
  /** Without repeats of its own: the rows are the queue. */
  readonly rest: RestClient;
  readonly channels: Channels;
  /** For the send budget and for the age of nonces. */
  readonly wallNow: () => WallInstant;
  /** As `Clock.wallOf`. */
  readonly wallOf: (instant: RecordInstant) => WallInstant | null;
}

/** For how long Discord is trusted to remember a nonce: it says "a few minutes". */
const NONCE_MS = MINUTE;
interface SendOnceDeps extends SendOptions {
  /** For whatever is not the row's own request. */
  readonly more: RestClient;
  /** As `ClaimStore.readBackBefore`. */
  readonly readBackBefore: () => Promise<number | null>;
}

const ARCHIVED = 50083;

export interface SendOnce {
  /**
   * Looks for the message of this delivery, where it may have been posted longer ago than Discord remembers a nonce: by
   * an earlier attempt, or before the database was restored from a backup. Null where there is none.
   */
  readonly found: (delivery: Delivery) => Promise<string | null>;
  /** Posts it as drawn. Call `found` first. @throws what Discord answers otherwise. */
  readonly post: (delivery: Delivery, view: View, role: string | null) => Promise<Settlement>;
}

/** The two steps of posting at most once: look for the message, then post it. */
export function createSendOnce(deps: SendOnceDeps): SendOnce {
  const { rest, more, channels, wallNow, wallOf, readBackBefore } = deps;

  /** It was not posted before this; null where only the record's clock says when it was due. */
  function postedSince(due: RecordInstant, attempted: WallInstant | null): WallInstant | null {
    const wall = wallOf(due);
    // The first attempt of which this database knows need not be the first.
    return wall === null || attempted === null || wall < attempted ? wall : attempted;
  }

  /** The message of this delivery, if an attempt posted it and crashed before it was stored. */
  async function readBack({ channel, nonce, due, attempted }: Delivery): Promise<string | null> {
    const search = { channel, marker: nonce, since: postedSince(due, attempted) };
    let result = await findMarker(more, search);
    if (result.kind === 'no-messages') {
      // Without the right to read, Discord answers with an empty list and no error. Asking for the bot's rights takes three
      // more requests, so it is done only here. A right may have been given in between, so the search is made again.
      await mustBeReadable(channel);
      result = await findMarker(more, search);
    }
    return result.kind === 'found' ? result.message : null;
  }

  /** @throws ChannelClosedError where the bot cannot read what was posted in the channel. */
  async function mustBeReadable(channel: string): Promise<void> {
    const missing = await channels.missingPermissions(channel);
    const blind = missing?.some((permission) => permission === 'view' || permission === 'read-history');
    if (missing === null || blind === true) throw new ChannelClosedError(missing);
  }

  async function mayBePosted({ attempts, attempted, due }: Delivery): Promise<boolean> {
    if (attempts > 1 && attempted !== null && msBetween(attempted, wallNow()) > NONCE_MS) return true;
    // Also on a second attempt: the first one may have been killed before it looked.
    const before = await readBackBefore();
    return before !== null && due <= before;
  }

  async function found(delivery: Delivery): Promise<string | null> {
    return (await mayBePosted(delivery)) ? readBack(delivery) : null;
  }

  async function post({ channel, nonce }: Delivery, view: View, role: string | null): Promise<Settlement> {
    const { body, files } = messagePayload(view, { role });
    const request = { body: { ...body, nonce, enforce_nonce: true }, files };
    const send = async (wire: RestClient) => {
      const answer = await wire.post(Routes.channelMessages(channel), request);
      return { kind: 'sent', message: messageIdIn(answer) } as const;
    };
    try {
      return await send(rest);
    } catch (error) {
      if (!(error instanceof DiscordAPIError && error.code === ARCHIVED)) throw error;
      await reopened(more, channel, error);
      return send(more);
    }
  }
  return { found, post };
}

/** Opens an archived thread again. @throws the first error where the bot may not. */
async function reopened(wire: RestClient, thread: string, first: DiscordAPIError): Promise<void> {
  try {
    await wire.patch(Routes.channel(thread), { body: { archived: false } });
  } catch (error) {
    throw error instanceof DiscordAPIError ? first : error;
  }
}
