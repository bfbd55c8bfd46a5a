/** How long it takes until something happens, where for some cases it has not happened yet: Kaplan and Meier's estimate. */
import { Z_95, type ConfidenceInterval } from './proportion.js';

/** How long one case was watched, and whether what was waited for happened at the end of it. */
export interface WatchedTime {
  readonly days: number;
  readonly happened: boolean;
}

/** The share of cases for which it has not happened after so many days, from this step on. */
export interface SurvivalStep extends ConfidenceInterval {
  readonly days: number;
  /** Cases still watched just before. */
  readonly atRisk: number;
  readonly events: number;
  readonly share: number;
  /** Greenwood's standard error. */
  readonly error: number;
}

/** What holds from one step to the next. */
interface CurvePiece extends ConfidenceInterval {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  /** One for each number of days on which it happened, the fewest first. */
  readonly steps: readonly SurvivalStep[];
  /** Days after which it has happened for half of them; null where it has not come to that. */
  readonly median: number | null;
}

/** Greenwood's band on the logarithm of the share, as survival packages draw it unless told otherwise. */
function bandOf(share: number, error: number): ConfidenceInterval {
  if (share === 0) return { low: 0, high: 0 };
  const factor = Math.exp((Z_95 * error) / share);
  return { low: share / factor, high: Math.min(1, share * factor) };
}

/** How many were watched for exactly so many days, and for how many of them it happened then; the fewest days first. */
function byDays(times: readonly WatchedTime[]) {
  const groups = new Map<number, { watched: number; events: number }>();
  for (const { days, happened } of times) {
    const group = groups.get(days) ?? { watched: 0, events: 0 };
    group.watched += 1;
    if (happened) group.events += 1;
    groups.set(days, group);
  }
  return [...groups].toSorted(([a], [b]) => a - b);
}

/** The curve of these times; cases that were watched no longer than an event takes count as at risk for it. */
export function survivalOf(times: readonly WatchedTime[]): SurvivalCurve {
  const steps: SurvivalStep[] = [];
  let [share, variance, atRisk] = [1, 0, times.length];
  for (const [days, { watched, events }] of byDays(times)) {
    if (events > 0) {
      share *= 1 - events / atRisk;
      if (atRisk > events) variance += events / (atRisk * (atRisk - events));
      const error = share * Math.sqrt(variance);
      steps.push({ days, atRisk, events, share, error, ...bandOf(share, error) });
    }
    atRisk -= watched;
  }
  const median = steps.find((step) => step.share <= 0.5 + Number.EPSILON)?.days ?? null;
  return { n: times.length, events: times.filter(({ happened }) => happened).length, steps, median };
}

/** The curve piece by piece, up to a day a little after its last step; before the first nothing has happened. */
export function curvePieces({ steps }: SurvivalCurve): {
  readonly end: number;
  readonly pieces: readonly CurvePiece[];
} {
  const end = Math.max(1, Math.ceil((steps.at(-1)?.days ?? 1) * 1.05));
  const all = [{ days: 0, share: 1, low: 1, high: 1 }, ...steps];
  const pieces = all.map(({ days, share, low, high }, index) => ({
    from: days,
    to: all[index + 1]?.days ?? end,
    share,
    low,
    high,
  }));
  return { end, pieces };
}
