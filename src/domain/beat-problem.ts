/** What is wrong with the beat, as codes. Instants are real ms UTC. */

/** A part of the beat that can fail by itself. */
export type BeatPart =
  'look' | 'retry' | 'expire' | 'fire' | 'claim' | 'send' | 'renew' | 'tidy' | 'plan' | 'erase';

export type BeatProblem =
  /** A part has failed `times` times in a row since `since`; `reason` is the last error. */
  | {
      readonly kind: 'part-failed';
      readonly part: BeatPart;
      readonly times: number;
      readonly since: number;
      readonly reason: string;
    }
  /** The beat that began at `since` takes too long. */
  | { readonly kind: 'hangs'; readonly since: number }
  | { readonly kind: 'timer-failed'; readonly at: number; readonly reason: string };
