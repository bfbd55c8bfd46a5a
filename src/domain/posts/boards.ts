/** Plans the edits of boards. */
import type { PlannedDelivery } from '../delivery.js';
import { MINUTE } from '../durations.js';
import { EVENT_RULES } from '../verbs.js';
import type { Board } from '../guild.js';
import type { BoardPost, EntryId } from '../post.js';
import type { PlanInput } from './plan.js';
import type { RecordInstant } from '../instant.js';

/** Between two edits of one board, ms. */
export const BOARD_GAP = 5 * MINUTE;

/** A post about a board as it was set this time: it is posted, removed, or edited because of an entry. */
export function boardPost(
  { channel, version }: Pick<Board, 'channel' | 'version'>,
  act: 'post' | 'remove' | EntryId,
  due: RecordInstant,
): PlannedDelivery {
  const post: BoardPost =
    typeof act === 'string'
      ? { kind: 'board', version, slot: act }
      : { kind: 'board', version, slot: 'edit', cause: act };
  return { post, channel, due, expires: null };
}

/** From when on a board may be edited, ms UTC. */
export function editableFrom({ edited }: Board): RecordInstant {
  return edited === null ? 0 : edited + BOARD_GAP;
}

/**
 * An edit for each board that shows what has changed. The store leaves it out where one waits already: that one shows
 * the record as it is when its turn comes.
 */
export function boardEdits(planning: PlanInput): readonly PlannedDelivery[] {
  const { boards = [], appended, number, now, announceDelay } = planning;
  const cause = appended.findLast(({ event }) => EVENT_RULES[event.kind].onBoard);
  if (cause === undefined) return [];
  const due = now + (cause.by === null || cause.event.kind === 'hidden' ? 0 : announceDelay);
  return boards
    .filter(({ status }) => status === 'running')
    .map((board) => boardPost(board, { number, entry: cause.seq }, Math.max(due, editableFrom(board))));
}
