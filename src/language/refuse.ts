import type { ReadResult, Reading } from '../domain/reading.js';

type No = Extract<ReadResult, { kind: 'not-a-deadline' }>;

interface Why {
  readonly why: No['why'];
  readonly reason: string;
}

/** What people say instead of a deadline, the first that fits. `text` is in plain words. */
const SAYINGS: readonly (readonly [RegExp, Why])[] = [
  [
    /^(?:none|no|no deadline|no date|without (?:a )?(?:deadline|date)|open[- ]ended|n\/a|-)?$/,
    { why: 'no-date', reason: 'No deadline was stated.' },
  ],
  [
    /\b(?:as early as|as soon as|at the earliest|(?:no|not) (?:earlier|sooner) than|not before|not until)\b/,
    {
      why: 'lower-bound',
      reason: 'This says when it can happen at the earliest, not by when it must be done.',
    },
  ],
  [
    /\b(?:(?:in|over|within) the (?:coming|next few) (?:hours|days|weeks|months)|in (?:a few|several|some) (?:hours|days|weeks|months)|(?:very )?soon|shortly|at the right time|in due course|before long|sometime|one day|eventually|in the near future)\b/,
    { why: 'vague', reason: 'These words name no date.' },
  ],
  [
    /\b(?:immediate(?:ly)?|at once|right (?:away|now)|without delay|forthwith|now)$|\bimmediately\b/,
    { why: 'no-date', reason: '"Immediately" names no date by which it is over.' },
  ],
  [
    /\b(?:when|once|until|as long as) (?:it|they|he|she|we|the|this|that|all)\b/,
    { why: 'no-date', reason: 'This waits for an event, and an event has no date yet.' },
  ],
];

const undated = (base: Undated, precision: 'vague' | 'none'): Reading => ({
  ...base,
  earliest: null,
  latest: null,
  precision,
  bound: 'by',
  edtf: '..',
  orSooner: false,
  openBeginning: false,
  assumed: [],
});

export type Undated = Pick<Reading, 'words' | 'zone' | 'zoneFrom'>;

export function no(base: Undated, why: No['why'], reason: string): No {
  return {
    kind: 'not-a-deadline',
    why,
    reason,
    undated: undated(base, why === 'no-date' ? 'none' : 'vague'),
  };
}

/** A reasoned no for words that are known to name no deadline; null for all others. */
export function knownNo(text: string, base: Undated): No | null {
  const said = SAYINGS.find(([pattern]) => pattern.test(text))?.[1];
  return said === undefined ? null : no(base, said.why, said.reason);
}
