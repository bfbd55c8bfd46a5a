/** Scores how likely a date is the deadline, by the cues around it. */
import type { Clauses, Span } from './clause.js';
import { FOREIGN_REPORTED, FOREIGN_REPORTED_AFTER, FOREIGN_CUES } from './lexicon/cues.js';

/** What makes a date likely to be the deadline of a text. */
export type CueKind = 'demand' | 'deadline' | 'by' | 'or-else' | 'future';

interface Cue {
  readonly reason: Exclude<CueKind, 'by'>;
  readonly weight: number;
  readonly pattern: RegExp;
}

const anyWord = (...sources: readonly string[]) => new RegExp(`\\b(?:${sources.join('|')})\\b`, 'i');
const PUNISHED = 'hit|fired|considered|expelled|arrested|sanctioned';

/** Looked for in the sentence around a date. */
const CUES: readonly Cue[] = [
  {
    reason: 'deadline',
    weight: 3,
    pattern: anyWord(
      'deadline|ultimatum|cut-?off|expir(?:es?|y|ing)|due|at the latest|no later than|gives?|gave|given',
      '(?:has|have|had) (?:until|only|just|a|one|two|three|five|ten|\\d+)',
      'until|within',
    ),
  },
  {
    reason: 'or-else',
    weight: 2,
    pattern: anyWord(
      'or else|otherwise|or (?:face|be)|unless|if (?:not|no|the|they|he|she|it)',
      `will (?:hit|impose|face|be (?:${PUNISHED})|take|begin|resume|strike|suffer)`,
      'tariffs?|sanctions?|consequences?|threat\\w*',
    ),
  },
  {
    reason: 'demand',
    weight: 2,
    pattern:
      /\b(?:must|demand\w*|requir\w*|need(?:s|ed)? to|ha(?:s|ve|d) to|call(?:s|ed)? on|urg\w+|order(?:s|ed)|told|warn\w*|insist\w*)\b/i,
  },
  { reason: 'future', weight: 1, pattern: /\b(?:will|shall|going to|to be)\b/i },
];

/** What makes it unlikely: the day of the statement itself, of an event, of the past. */
const AGAINST =
  /\b(?:said|stated|announced|reported(?! as\b)|published|posted|wrote|spoke|told reporters|met|signed|since|born|dated|on record|earlier)\b[^.,;]{0,12}$/i;

/** "Expiring Saturday", "due on the 4th": the date named is the deadline, whatever else is counted beside it. */
const ENDING_BEFORE =
  /\b(?:expir(?:es?|ing)|ends?|ending|due|lapses?|lapsing|runs? out)(?: (?:on|at|by))? $/i;

/** Where a news agency puts the day of its report: "WASHINGTON, Aug 6 (Reuters)". */
const DATELINE = /^\s*\([A-Z][\w ]{1,20}\)/;

export interface DateScore {
  readonly reasons: readonly CueKind[];
  readonly score: number;
}

/** Weighs a date in a language (BCP 47). `limits`: a word such as "by" stands before it. */
export function scoreDate(clauses: Clauses, span: Span, limits: boolean, language: string): DateScore {
  const { before, after } = clauses.sentenceAround(span);
  const around = `${before} ${clauses.text.slice(...span)} ${after}`;
  const abroad = language !== 'en';
  const cues = CUES.filter(
    ({ pattern, reason }) => pattern.test(around) || (abroad && FOREIGN_CUES[reason].test(around)),
  );
  const reasons: CueKind[] = [...(limits ? (['by'] as const) : []), ...cues.map(({ reason }) => reason)];
  const isReported =
    AGAINST.test(before) ||
    DATELINE.test(after) ||
    (abroad && (FOREIGN_REPORTED.test(before) || FOREIGN_REPORTED_AFTER.test(after)));
  const against = isReported && !limits ? 4 : 0;
  const score =
    (limits || ENDING_BEFORE.test(before) ? 3 : 0) +
    cues.reduce((sum, { weight }) => sum + weight, 0) -
    against;
  return { reasons, score };
}
