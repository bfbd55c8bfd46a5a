/** The deadline of a draft: as it is read, as it was picked, or without a date where a person agreed to that. */
import type { Draft } from '../codec/draft.js';
import type { Command } from '../domain/entry.js';
import { isDated, type Reading, type ReadResult } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import { isDayKnown, type When } from '../domain/when.js';
import { readDeadline, readUndated, type ReadingContext } from '../language/index.js';
import type { Question } from '../wording/preview.js';
import type { DraftContext } from './draft-context.js';
import { deadlineBefore } from './in-force.js';
import { momentOf, readingContextOf } from './moment.js';
import { deadlinesFor } from './scope.js';

export interface Deadline {
  /** Null where a person says that none was stated, in no words at all. */
  readonly reading: Reading | null;
  /** Set where the words have several readings; `reading` is the first of them. */
  readonly question: Question | null;
}

/** A command beside the deadline it holds, if any. */
export interface DatedCommand {
  readonly command: Command;
  readonly deadline: Deadline | null;
}

/** Verbs that can leave a deadline without a date. */
const mayBeUndated = ({ verb }: Draft) => verb === 'record' || verb === 'correct';

/** By this word a person says that no deadline was stated, or only words without a date: "none: when the talks fail". */
const NONE = /^none(?:\s*[:,;(–—-]\s*(?<words>.+?)\)?)?$/i;

/** What was said in place of a deadline, where a person says that no date was; null where they do not say so. */
function saidToBeNone(words: string, draft: Draft, reading: ReadingContext): Deadline | null {
  const none = mayBeUndated(draft) ? NONE.exec(words.trim()) : null;
  if (none === null) return null;
  const said = none.groups?.['words'];
  return { reading: said === undefined ? null : readUndated(said, reading), question: null };
}

/** The deadline of words that name none: a new record may go without, where the person agreed. */
function undatedDeadline(
  words: string,
  { verb, undated }: Draft,
  { undated: reading, reason, why }: Extract<ReadResult, { kind: 'not-a-deadline' }>,
): Result<Deadline> {
  if (verb === 'record' && undated)
    return ok({ reading: reason.kind === 'none-stated' ? null : reading, question: null });
  return refuse({ why: 'not-a-deadline', given: words, reason, lowerBound: why === 'lower-bound' });
}

/** The readings that can be picked: nothing is moved to no date. */
function askedDeadline(
  words: string,
  draft: Draft,
  { candidates, reason }: Extract<ReadResult, { kind: 'ambiguous' }>,
): Result<Deadline> {
  const offered = mayBeUndated(draft) ? candidates : candidates.filter(isDated);
  const [reading] = offered;
  return reading === undefined
    ? refuse({ why: 'not-a-deadline', given: words, reason: { kind: 'vague' }, lowerBound: false })
    : ok({ reading, question: { words, reason, candidates: offered } });
}

/** When the event happened from which a deadline is counted; null where nobody said so. Its day has to be known. */
function eventOf({ draft, zoneChoice, context }: DraftContext): Result<When | null> {
  const given = draft.typed.event;
  if (given === undefined) return ok(null);
  const moment = momentOf('event', given, zoneChoice.zone, context);
  if (!moment.ok) return moment;
  if (isDayKnown(moment.value.when)) return ok(moment.value.when);
  return refuse({ why: 'unreadable-date', field: 'event', given, reason: { kind: 'not-a-date', given } });
}

/** What of a draft is read anew: when the words were said, and the entry that is corrected by them. */
interface Restated {
  readonly stated: When;
  readonly entry: number | null;
}

/** The typed deadline as it is read, or as it was picked. */
export function deadlineOf(
  draftContext: DraftContext,
  { stated, entry }: Restated = { stated: draftContext.statedAt.when, entry: null },
): Result<Deadline> {
  const { draft, zoneChoice, context } = draftContext;
  const words = draft.typed.deadline ?? '';
  if (words === '') return refuse({ why: 'missing', field: 'deadline' });
  if (draft.picked !== null) return ok({ reading: draft.picked, question: null });
  const event = eventOf(draftContext);
  if (!event.ok) return event;
  const inForce = deadlineBefore(deadlinesFor(draftContext), stated, entry);
  const reading = readingContextOf(stated, zoneChoice, context, { inForce, event: event.value });
  const none = saidToBeNone(words, draft, reading);
  if (none !== null) return ok(none);
  const result = readDeadline(words, reading);
  if (result.kind === 'read') return ok({ reading: result.reading, question: null });
  if (result.kind === 'not-a-deadline') return undatedDeadline(words, draft, result);
  return askedDeadline(words, draft, result);
}
