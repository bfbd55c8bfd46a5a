/** The port for what is shown. */
import type { Delivery, LogShown } from '../../domain/delivery.js';
import type { Board } from '../../domain/guild.js';
import type { Result } from '../../domain/refusal.js';

/** Rungs of one channel, due in `[from, until)`, ms UTC of the record's clock. */
export interface RungDay {
  readonly guild: string;
  readonly channel: string;
  readonly from: number;
  readonly until: number;
}

/** What is shown of the record and of its posts, and how posts are gathered. */
export interface BoardStore {
  /** Those that were removed included, until their message is taken away and after. */
  boards(guild: string): Promise<readonly Board[]>;
  /** A new one is to be posted; one that stands there already gives way to it. */
  setBoard(guild: string, channel: string, now: number): Promise<Result<null>>;
  /** Its message is to be taken away; false where there is none. */
  removeBoard(guild: string, channel: string, now: number): Promise<boolean>;
  /** What became of it; false, and nothing is written, where it was set anew or removed meanwhile. */
  saveBoard(guild: string, board: Board): Promise<boolean>;
  /** Rungs of a channel and a span of time that are to be posted and are told in no list. */
  unsentRungs(day: RungDay): Promise<readonly Delivery[]>;
  /** Has them told in one list, if they are too many; the first that is due posts it. */
  gatherRungs(day: RungDay): Promise<void>;
  /** The list that a rung is told in, the one that posts it first; empty where it is told in none. */
  rungList(rung: Delivery): Promise<readonly Delivery[]>;
  /** Gives up the list of a rung that will not post it. */
  scatterRungs(leader: number): Promise<void>;
  /** What became of the posts of a server, the newest first; of those that wait, what is due or was tried. */
  log(
    guild: string,
    look: {
      readonly shown: LogShown;
      readonly channel?: string;
      /** Record's ms UTC. */
      readonly now: number;
      readonly limit: number;
      readonly offset: number;
    },
  ): Promise<readonly Delivery[]>;
}
