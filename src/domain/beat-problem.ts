/** What is wrong with the beat, as codes. */
import type { WallInstant } from './instant.js';

/** A part of the beat that can fail by itself. */
export type BeatPart =
  'look' | 'retry' | 'expire' | 'fire' | 'replan' | 'claim' | 'send' | 'renew' | 'tidy' | 'plan' | 'erase';

export type BeatProblem =
  /** A part has failed `times` times in a row since `since`; `reason` is the last error. */
  | {
      readonly kind: 'part-failed';
      readonly part: BeatPart;
      readonly times: number;
      readonly since: WallInstant;
      readonly reason: string;
    }
  /** The beat that began at `since` takes too long. */
  | { readonly kind: 'hangs'; readonly since: WallInstant }
  | { readonly kind: 'timer-failed'; readonly at: WallInstant; readonly reason: string };
