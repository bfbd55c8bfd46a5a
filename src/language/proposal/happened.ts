/** What a post says became of an ultimatum. */
import { DENIALS, ENDED, MOVED, PLANS, RESUMED, SUSPENDED, WITHDRAWN } from './event-signs.js';

/** What a post says became of an ultimatum. `source`: nothing that is recognised. */
export type ReportedEvent = 'move' | 'outcome' | 'suspend' | 'resume' | 'withdraw' | 'source';

interface Sign {
  readonly happened: Exclude<ReportedEvent, 'source'>;
  readonly pattern: RegExp;
  /** Words before it that make it something that did not happen, or not yet. */
  readonly unless: RegExp;
}

/** What makes a sign something that did not happen stands within this many characters before it. */
const NEARBY = 120;
const DENIED = new RegExp(`${DENIALS}\\b[^.;:]{0,40}$`, 'i');
/** What is only announced has no outcome yet. */
const AHEAD = new RegExp(`\\b${PLANS}\\b[^.;:]{0,25}$`, 'i');
const EITHER = new RegExp(`${DENIED.source}|${AHEAD.source}`, 'i');

const sign = (happened: Sign['happened'], source: string, unless = DENIED): Sign => ({
  happened,
  pattern: new RegExp(`(?<![\\wа-яіїєґ])(?:${source})(?![\\wа-яіїєґ])`, 'gi'),
  unless,
});

/** The more telling first: who "drops the threat after a deal was signed" withdrew it. */
const SIGNS: readonly Sign[] = [
  sign('resume', RESUMED),
  sign('withdraw', WITHDRAWN),
  sign('suspend', SUSPENDED),
  sign('move', MOVED),
  sign('outcome', ENDED, EITHER),
];

/** What happened, by the first sign that is neither denied nor only threatened. */
export function happenedIn(sentences: readonly string[]): ReportedEvent {
  for (const { happened, pattern, unless } of SIGNS) {
    const seen = sentences.some((sentence) =>
      [...sentence.matchAll(pattern)].some(
        ({ index }) => !unless.test(sentence.slice(Math.max(0, index - NEARBY), index)),
      ),
    );
    if (seen) return happened;
  }
  return 'source';
}
