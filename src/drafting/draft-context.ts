/** What a draft speaks of: the ultimatum, whose time zone holds, when it was said, and the deadline that was typed. */
import type { Draft } from '../codec/draft.js';
import type { Context } from '../discord/command.js';
import type { Command, Entry } from '../domain/entry.js';
import { foldOrNull } from '../domain/fold.js';
import type { Reading, ReadResult } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { dayOf, type When } from '../domain/when.js';
import { readDeadline } from '../language/index.js';
import type { Question } from '../wording/preview.js';
import { deadlineBefore } from './in-force.js';
import { momentOf, readingContextOf, type StatedAt } from './moment.js';
import { deadlinesFor } from './scope.js';
import { chooseZone, type ZoneChoice } from './zone.js';

export interface DraftContext {
  readonly draft: Draft;
  readonly context: Context;
  /** Those of the ultimatum it is about; none for a new record. */
  readonly entries: readonly Entry[];
  readonly ultimatum: Ultimatum | null;
  readonly zoneChoice: ZoneChoice;
  readonly statedAt: StatedAt;
}

/** When it was said: as typed, else when the post was published, else today. */
function statedAtOf({ typed, posted }: Draft, zone: string, context: Context): Result<StatedAt> {
  if (typed.stated !== undefined) return momentOf('stated', typed.stated, zone, context);
  if (posted !== null) return ok({ when: posted, clock: true, from: 'post' });
  return ok({ when: dayOf(context.now, zone), clock: false, from: 'today' });
}

/** Loads what a draft speaks of; refused where there is no such ultimatum, zone or day. */
export async function draftContextOf(draft: Draft, context: Context): Promise<Result<DraftContext>> {
  const entries = draft.number === null ? [] : await context.entries(draft.number);
  const ultimatum = foldOrNull(entries);
  if (draft.number !== null && ultimatum === null)
    return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(draft.number) });
  const { zone: typed, issuer: issuers } = draft.typed;
  const zoneChoice = await chooseZone({ typed, ultimatum, issuers }, context);
  if (!zoneChoice.ok) return zoneChoice;
  const statedAt = statedAtOf(draft, zoneChoice.value.zone, context);
  if (!statedAt.ok) return statedAt;
  return ok({
    draft,
    context,
    entries,
    ultimatum,
    zoneChoice: zoneChoice.value,
    statedAt: statedAt.value,
  });
}

export interface Deadline {
  readonly reading: Reading;
  /** Set where the words have several readings; `reading` is the first of them. */
  readonly question: Question | null;
}

/** A command beside the deadline it holds, if any. */
export interface DatedCommand {
  readonly command: Command;
  readonly deadline: Deadline | null;
}

/** The word by which a person says that no deadline was stated. */
const NONE = /^\s*none\s*$/i;

/** The deadline of words that name none: a new record may go without, where the person said so. */
function undatedDeadline(
  words: string,
  { verb, undated }: Draft,
  result: Extract<ReadResult, { kind: 'not-a-deadline' }>,
): Result<Deadline> {
  const agreed = verb === 'record' && (undated || NONE.test(words));
  if (agreed) return ok({ reading: result.undated, question: null });
  const { reason, why } = result;
  return refuse({ why: 'not-a-deadline', given: words, reason, lowerBound: why === 'lower-bound' });
}

/** What of a draft is read anew: when the words were said, and the entry that is corrected by them. */
interface Restated {
  readonly stated: When;
  readonly entry: number | null;
}

/** The typed deadline as it is read, or as it was picked. */
export function deadlineOf(
  { draft, zoneChoice, statedAt, context, ultimatum }: DraftContext,
  { stated, entry }: Restated = { stated: statedAt.when, entry: null },
): Result<Deadline> {
  const words = draft.typed.deadline ?? '';
  if (words === '') return refuse({ why: 'missing', field: 'deadline' });
  if (draft.picked !== null) return ok({ reading: draft.picked, question: null });
  const inForce = deadlineBefore(deadlinesFor({ draft, ultimatum }), stated, entry);
  const result = readDeadline(words, readingContextOf(stated, zoneChoice, context, inForce));
  if (result.kind === 'read') return ok({ reading: result.reading, question: null });
  if (result.kind === 'not-a-deadline') return undatedDeadline(words, draft, result);
  const { candidates, reason } = result;
  const [reading] = candidates;
  return reading === undefined
    ? refuse({ why: 'not-a-deadline', given: words, reason: { kind: 'vague' }, lowerBound: false })
    : ok({ reading, question: { words, reason, candidates } });
}
