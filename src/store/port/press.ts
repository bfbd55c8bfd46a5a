/** What an act uses up in its own transaction. */
import type { Done } from '../../domain/done.js';

/** A press that an act uses up in its own transaction: used before, the act is refused; refused, the press still works. */
export interface Consumes {
  /** Key of the pending row. */
  readonly press: string;
  /** What the press did, for whoever presses it again; `made` is the number of the ultimatum or the id of the countdown. */
  readonly done: (made: number) => Done;
}
