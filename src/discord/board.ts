/** Posts, edits and removes boards. */
import { createHash } from 'node:crypto';
import { DiscordAPIError, Routes } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import type { Board } from '../domain/guild.js';
import type { BoardPost } from '../domain/post.js';
import { BOARD_GAP, editableFrom } from '../domain/posts/boards.js';
import type { BoardStore, RecordStore, Settlement } from '../store/port/index.js';
import { recordOf } from '../store/port/guild.js';
import type { View } from './command.js';
import { editPayload } from './payload.js';
import { edited } from './response.js';
import { tellRefused, type NotifyDeps } from './notify-admins.js';
import { postFailureOf } from './post-retry.js';
import type { Words } from '../wording/index.js';
import { boardView } from './views/index.js';
import { boardOf } from '../posting/running.js';
import type { RestClient } from './rest-client.js';
import { HOUR, MINUTE } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

export interface BoardKeeping extends NotifyDeps {
  readonly store: NotifyDeps['store'] & BoardStore & RecordStore;
  readonly words: Words;
  /** For the one request that the row has a place for in the send budget. */
  readonly rest: Pick<RestClient, 'patch'>;
  /** For what it needs beside that. */
  readonly more: Pick<RestClient, 'delete' | 'patch'>;
  /** Posts it at most once, found again by its marker. */
  readonly post: (delivery: Delivery, view: View, role: null) => Promise<Settlement>;
}

const GONE = 10008;
/** Edits of messages older than an hour are counted by Discord, and this one was too many. */
const TOO_MANY_EDITS = 30046;
const LONGEST_WAIT = HOUR;
type BoardSkip = 'board-replaced' | 'board-deleted' | 'board-unchanged' | 'board-stopped';
const skipped = (kind: BoardSkip): Settlement => ({ kind: 'skipped', reason: { kind } });
const hasCode = (error: unknown, code: number) =>
  error instanceof DiscordAPIError && Number(error.code) === code;
const isGone = (error: unknown) => hasCode(error, GONE);

function hashOf(view: View): string {
  return createHash('sha256').update(JSON.stringify(view.components)).digest('base64url').slice(0, 22);
}

async function takeAway({ more }: BoardKeeping, channel: string, message: string): Promise<void> {
  try {
    await more.delete(Routes.channelMessage(channel, message));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

async function drawn(
  { store, words }: BoardKeeping,
  guild: string,
  now: RecordInstant,
  marker: string,
): Promise<View> {
  return boardView(words, await boardOf(recordOf(store, guild)), now, marker);
}

/**
 * What an earlier attempt may have posted says how the record stood then: a repeat gets that message, not a new one.
 * @throws what Discord answers
 */
async function broughtUp(
  { more }: BoardKeeping,
  { channel, attempts }: Delivery,
  message: string,
  view: View,
) {
  const route = Routes.channelMessage(channel, message);
  if (attempts > 1) edited(await more.patch(route, { body: editPayload(view) }));
}

/** Posted first, then the one that stood before is taken away: killed in between, it is found and goes on. */
async function post(keeping: BoardKeeping, delivery: Delivery, board: Board, now: RecordInstant) {
  const { guild, channel, nonce: marker } = delivery;
  const view = await drawn(keeping, guild, now, marker);
  const settlement = board.message === null ? await keeping.post(delivery, view, null) : null;
  const message = settlement?.kind === 'sent' ? settlement.message : board.message;
  // Also where it stands already: what changed since found this row waiting, and left the edit to it.
  if (message !== null) await broughtUp(keeping, delivery, message, view);
  const posted: Board = { ...board, message, marker, shown: hashOf(view), edited: now };
  if (!(await keeping.store.saveBoard(guild, posted))) {
    // Set anew or removed while it was being posted: nobody else knows of this message.
    if (message !== null) await takeAway(keeping, channel, message);
    return skipped('board-replaced');
  }
  if (board.previous !== null) {
    await takeAway(keeping, channel, board.previous);
    await keeping.store.saveBoard(guild, { ...posted, previous: null });
  }
  return { kind: 'sent', message } as const;
}

/** Said once, and not posted again by itself. */
async function wasDeleted(keeping: BoardKeeping, delivery: Delivery, board: Board, now: RecordInstant) {
  await keeping.store.saveBoard(delivery.guild, { ...board, status: 'deleted', message: null, marker: null });
  await tellRefused(delivery, { kind: 'board-deleted', channel: delivery.channel }, now, keeping);
  return skipped('board-deleted');
}

async function edit(keeping: BoardKeeping, delivery: Delivery, board: Board, now: RecordInstant) {
  const { guild, channel } = delivery;
  const { message, marker } = board;
  const from = editableFrom(board);
  if (now < from) return { kind: 'again', due: from, reason: { kind: 'board-paced' } } as const;
  // It is being posted: by then it may have been drawn already, so what has changed since is not lost.
  if (message === null || marker === null)
    return { kind: 'again', due: now + MINUTE, reason: { kind: 'board-not-posted' } } as const;
  const view = await drawn(keeping, guild, now, marker);
  const shown = hashOf(view);
  if (shown === board.shown) return skipped('board-unchanged');
  // Until Discord answers, nobody knows what it shows: an edit that is answered with an error may have been made.
  if (board.shown !== null) await keeping.store.saveBoard(guild, { ...board, shown: null });
  try {
    const route = Routes.channelMessage(channel, message);
    edited(await keeping.rest.patch(route, { body: editPayload(view) }));
  } catch (error) {
    if (isGone(error)) return wasDeleted(keeping, delivery, board, now);
    if (!hasCode(error, TOO_MANY_EDITS)) throw error;
    const due = now + Math.min(LONGEST_WAIT, BOARD_GAP * delivery.attempts);
    return { kind: 'again', due, reason: { kind: 'too-many-edits' } } as const;
  }
  await keeping.store.saveBoard(guild, { ...board, shown, edited: now });
  return { kind: 'sent', message } as const;
}

async function remove(keeping: BoardKeeping, { guild, channel }: Delivery, board: Board) {
  for (const message of [board.message, board.previous]) {
    if (message !== null) await takeAway(keeping, channel, message);
  }
  await keeping.store.saveBoard(guild, { ...board, message: null, previous: null });
  return { kind: 'sent', message: null } as const;
}

async function settled(
  keeping: BoardKeeping,
  delivery: Delivery,
  { slot }: BoardPost,
  board: Board,
  now: RecordInstant,
) {
  if (slot === 'remove') return remove(keeping, delivery, board);
  if (board.status !== 'running') return skipped('board-stopped');
  return slot === 'post' ? post(keeping, delivery, board, now) : edit(keeping, delivery, board, now);
}

/** Whether it cannot be kept any more, whatever becomes of the channel. */
function isLost(error: unknown, { attempts }: Delivery): boolean {
  const trouble = postFailureOf(error, attempts, 0);
  return trouble.kind === 'refused' || (trouble.kind === 'closed' && trouble.gone);
}

/**
 * Posts, edits or takes away a board. An edit is made at least once and only where it changes something. What Discord
 * refuses for good stops the board until it is set again; the error is thrown on, as that of every post.
 */
export async function keepBoard(
  keeping: BoardKeeping,
  delivery: Delivery,
  wanted: BoardPost,
  now: RecordInstant,
): Promise<Settlement> {
  const { guild, channel, attempts } = delivery;
  const board = (await keeping.store.boards(guild)).find((one) => one.channel === channel);
  if (board === undefined || board.version !== wanted.version) return skipped('board-replaced');
  try {
    return await settled(keeping, delivery, wanted, board, now);
  } catch (error) {
    if (postFailureOf(error, attempts, 0).kind === 'posted') return wasDeleted(keeping, delivery, board, now);
    if (board.status === 'running' && isLost(error, delivery))
      await keeping.store.saveBoard(guild, { ...board, status: 'broken' });
    throw error;
  }
}
