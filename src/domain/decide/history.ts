/** Decides a history again, entry by entry in the order of the world, to find what a change of it would break. */
import { replay, type Effective } from '../corrections.js';
import type { Entry, NewEntry } from '../entry.js';
import { foldOrNull } from '../fold.js';
import { ok, type Refusal } from '../refusal.js';
import { onExisting, type PlainCommand } from './by-verb.js';
import { lapse } from './clock.js';
import { commandBehind } from './command-behind.js';
import { withAdded, type Decision } from './context.js';
import { record } from './record.js';

/**
 * What was in order when it was recorded stays so: an older release took more links, another machine knows more zones.
 * The texts of a correction itself are checked on their own.
 */
const OLD_FAULTS = new Set<Refusal['why']>(['bad-link', 'bad-zone', 'missing']);

/** The first rule that an entry breaks, and that entry. */
export interface BrokenRule {
  readonly rule: Refusal;
  readonly entry: number;
}

function asItWas({ recorded, stated, by, statements, event }: Effective): NewEntry {
  return { recorded, stated, by, statements, event };
}

/** The history up to an entry, the clock let pass what was over when it was recorded. */
function untilRecorded(history: readonly Entry[], entry: Effective): readonly Entry[] {
  const earlier = lapse(history, entry.recorded).filter(({ stated }) => stated.start <= entry.stated.start);
  return withAdded(history, earlier);
}

function decideAgain(history: readonly Entry[], command: PlainCommand, entry: Effective): Decision {
  const { recorded: now, by } = entry;
  const ultimatum = foldOrNull(history);
  if (ultimatum !== null) {
    const context = { entries: history, effective: replay(history), ultimatum, now, by };
    return onExisting(command.verb, command, context);
  }
  return command.verb === 'record' ? record(command, { now, by }) : ok([asItWas(entry)]);
}

/** Every rule that today's history breaks. */
function brokenRules(entries: readonly Entry[]): readonly BrokenRule[] {
  const broken: BrokenRule[] = [];
  let history: readonly Entry[] = [];
  for (const entry of replay(entries)) {
    const command = commandBehind(entry);
    if (command === null) continue;
    history = untilRecorded(history, entry);
    const decision = decideAgain(history, command, entry);
    if (!decision.ok && !OLD_FAULTS.has(decision.refusal.why)) {
      broken.push({ rule: decision.refusal, entry: entry.seq });
    }
    history = withAdded(history, decision.ok ? decision.value : [asItWas(entry)]);
  }
  return broken;
}

/** The first rule that `after` breaks and `before` did not; null where the changed history holds (rules 9, 13). */
export function newlyBroken(before: readonly Entry[], after: readonly Entry[]): BrokenRule | null {
  const broken = brokenRules(after);
  if (broken.length === 0) return null;
  const old = new Set(brokenRules(before).map(({ rule, entry }) => `${String(entry)} ${rule.why}`));
  return broken.find(({ rule, entry }) => !old.has(`${String(entry)} ${rule.why}`)) ?? null;
}
