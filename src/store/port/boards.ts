/** The port for boards. */
import type { Board } from '../../domain/guild.js';
import type { Result } from '../../domain/refusal.js';
import type { RecordInstant } from '../../domain/instant.js';

/** The boards of a server. */
export interface BoardStore {
  /** Those that were removed included, until their message is taken away and after. */
  boards(guild: string): Promise<readonly Board[]>;
  /** A new one is to be posted; one that stands there already gives way to it. */
  setBoard(guild: string, channel: string, now: RecordInstant): Promise<Result<null>>;
  /** Its message is to be taken away; false where there is none. */
  removeBoard(guild: string, channel: string, now: RecordInstant): Promise<boolean>;
  /** What became of it; false, and nothing is written, where it was set anew or removed meanwhile. */
  saveBoard(guild: string, board: Board): Promise<boolean>;
}
