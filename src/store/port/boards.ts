/** The port for boards. */
import type { Board } from '../../domain/guild.js';
import type { Result } from '../../domain/refusal.js';
import type { RecordInstant } from '../../domain/instant.js';

/** The boards of a server. */
export interface BoardStore {
  /** All boards, removed ones too. */
  boards(guild: string): Promise<readonly Board[]>;
  /** Plans the post of a new board; one that stands in the channel is replaced. */
  setBoard(guild: string, channel: string, now: RecordInstant): Promise<Result<null>>;
  /** Plans the deletion of its message. Returns false if there is no board. */
  removeBoard(guild: string, channel: string, now: RecordInstant): Promise<boolean>;
  /** Saves the state of a board. Returns false, and writes nothing, if it was set again or removed in the meantime. */
  saveBoard(guild: string, board: Board): Promise<boolean>;
}
