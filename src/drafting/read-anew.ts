/** Reads the words of a deadline anew, where a correction says that they were said on another day or meant elsewhere. */
import type { Entry } from '../domain/entry.js';
import { fieldsOf } from '../domain/entry-fields.js';
import { isDated, type Reading } from '../domain/reading.js';
import type { When } from '../domain/when.js';
import { datesOf } from './dates-of-words.js';
import type { Deadline } from './deadline.js';
import type { DraftContext } from './draft-context.js';
import { deadlineBefore } from './in-force.js';

const isSame = (a: Reading, b: Reading) => a.earliest === b.earliest && a.latest === b.latest;

/**
 * The deadline of an entry, read as said at `stated`: null where it has none or its words come to the same date. Else
 * it is a question whose first answer keeps the date on record. Of several readings the one that was meant before is
 * meant again.
 */
export function readAnew(draftContext: DraftContext, entry: Entry, stated: When): Deadline | null {
  const { draft, zoneChoice } = draftContext;
  const { deadline } = fieldsOf(entry);
  if (deadline === null || !isDated(deadline)) return null;
  if (draft.picked !== null) return { reading: draft.picked, question: null };
  const { words } = deadline;
  const zoneThen = { zone: deadline.zone, from: deadline.zoneFrom };
  const zone = draft.typed.zone === undefined ? zoneThen : zoneChoice;
  const { ultimatum, context } = draftContext;
  const before = (when: When) => deadlineBefore(ultimatum, when, entry.seq);
  const then = datesOf(words, entry.stated, zoneThen, before(entry.stated), context);
  const now = datesOf(words, stated, zone, before(stated), context).filter(isDated);
  const meant = then.findIndex((reading) => isSame(reading, deadline));
  const again = then.length === now.length ? now[meant] : undefined;
  const others = (again === undefined ? now : [again]).filter((reading) => !isSame(reading, deadline));
  if (others.length === 0) return null;
  const candidates = [deadline, ...others];
  return { reading: deadline, question: { words, reason: { kind: 'said-otherwise' }, candidates } };
}
