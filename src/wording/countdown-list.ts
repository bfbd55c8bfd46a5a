/** The countdowns, boards and stopped channels of a server, each as a line with small print. */
import type { Failure } from '../domain/failure.js';
import type { Board, Schedule } from '../domain/guild.js';
import { scopeText, timingText } from './countdown.js';
import { relative } from './dates.js';
import type { Words } from './index.js';
import { joinTexts, mention, plain, small, type Line, type Part, type Text } from './parts.js';
import { capitalized } from './text.js';
import type { RecordInstant } from '../domain/instant.js';

/** The newest list of a countdown, where it was not posted. */
export interface HeldList {
  readonly status: 'failed' | 'waiting';
  readonly why: Failure;
}

/** A countdown with what became of it. */
export interface CountdownStatus {
  readonly schedule: Schedule;
  /** When its newest list was posted, ms UTC; null for none yet. */
  readonly posted: RecordInstant | null;
  /** Whether its channel is tried again by itself; false where it is gone for good. */
  readonly retried: boolean;
  /** Null where its newest list was posted, or there is none. */
  readonly held: HeldList | null;
}

/** A channel in which nothing can be posted. */
export interface StoppedChannel {
  readonly channel: string;
  /** Why, and what would help. */
  readonly reason: Failure;
  /** When it is tried again, ms UTC; null where it is not. */
  readonly until: RecordInstant | null;
}

/** Work that an error of the bot holds up. */
export interface HeldUpWork {
  readonly stage: 'expire' | 'fire' | 'claim' | 'send' | 'boards';
  /** Number of the ultimatum where a deadline is to pass, else the id of a row. */
  readonly item: number;
  /** Why, for the operator. */
  readonly reason: Failure;
  /** When it is tried again, ms UTC. */
  readonly until: RecordInstant;
}

/** One thing of the list. */
export type ListedItem = readonly Line[];

const sentences = ({ space }: Words, texts: readonly (Text | null)[]): Text => joinTexts(texts, space);

function statusText({ countdown: { overview } }: Words, { status }: Schedule): Part | null {
  if (status === 'running') return null;
  return status === 'paused' ? overview.isPaused : overview.isStopped;
}

function heldText(words: Words, { held }: CountdownStatus): Text | null {
  if (held === null) return null;
  const { newestFailed, newestWaits } = words.countdown.overview;
  return (held.status === 'failed' ? newestFailed : newestWaits)(words.delivery.reason(held.why));
}

/** Why a countdown has stopped, and what to do; each remedy once. */
function brokenTexts(words: Words, broken: Failure, retried: boolean): readonly Text[] {
  const { reason, retriedOrResumed, gone, keepsTrying } = words.countdown.overview;
  const why = reason(capitalized(words.delivery.reason(broken)));
  switch (broken.kind) {
    case 'closed':
    case 'text':
      if (retried) return [why, retriedOrResumed];
      return [reason(capitalized(words.delivery.cause(broken))), gone];
    case 'unknown-zone':
    case 'unreadable-cron':
    case 'unreadable-scope':
      return [why];
    default:
      return [why, keepsTrying];
  }
}

/** What, where, when, last and next post, and what stopped it. */
export function countdownItem(words: Words, listed: CountdownStatus, now: RecordInstant): ListedItem {
  const { overview } = words.countdown;
  const { schedule, posted, retried } = listed;
  const { id, channel, scope, status, broken, next } = schedule;
  const state = statusText(words, schedule);
  const details = [
    state === null ? null : [state],
    posted === null ? overview.notPosted : overview.lastPost(relative(words, posted, now)),
    status === 'running' ? overview.nextPost(relative(words, next, now)) : null,
    ...(broken === null ? [] : brokenTexts(words, broken, retried)),
    heldText(words, listed),
  ];
  const where = mention('channel', channel);
  return [
    plain(overview.countdown(id, scopeText(words, scope), where, timingText(words, schedule))),
    small(sentences(words, details)),
  ];
}

/** A channel in which nothing can be posted, though no countdown stands there. */
export function stoppedItem(words: Words, { channel, reason, until }: StoppedChannel): ListedItem {
  const { overview } = words.countdown;
  const why = overview.reason(capitalized(words.delivery.reason(reason)));
  return [
    plain(overview.closedChannel(mention('channel', channel))),
    small(sentences(words, [why, until === null ? null : overview.retries])),
  ];
}

/** What an error holds up; null for a countdown, which says so itself. */
export function heldUpItem(words: Words, work: HeldUpWork, now: RecordInstant): ListedItem | null {
  if (work.stage === 'fire') return null;
  const { passingHeldUp, postHeldUp, heldUp } = words.countdown.overview;
  return [
    plain(work.stage === 'expire' ? passingHeldUp(work.item) : postHeldUp),
    small(heldUp(capitalized(words.delivery.reason(work.reason)), relative(words, work.until, now))),
  ];
}

function boardDetails(words: Words, { status, edited }: Board, now: RecordInstant): Text | null {
  const { boardNotPosted, boardUpdated, boardDeleted, boardBroken } = words.countdown.overview;
  switch (status) {
    case 'running':
      return edited === null ? boardNotPosted : boardUpdated(relative(words, edited, now));
    case 'deleted':
      return boardDeleted;
    case 'broken':
      return boardBroken;
    case 'removed':
      return null;
  }
}

/** A board; null for one that was removed. */
export function boardItem(words: Words, board: Board, now: RecordInstant): ListedItem | null {
  const details = boardDetails(words, board, now);
  if (details === null) return null;
  return [plain(words.countdown.overview.board(mention('channel', board.channel))), small(details)];
}
