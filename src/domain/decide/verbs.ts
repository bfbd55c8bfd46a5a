/** Calls the decision of each verb but correction, between two looks at the clock. */
import type { Command, DecisionContext } from '../command.js';
import { replay } from '../corrections.js';
import type { Entry } from '../entry.js';
import { foldOrNull } from '../fold.js';
import { ok, refuse } from '../refusal.js';
import { addSource, archive, changeTerms, dispute, hideOrUnhide } from './annotate.js';
import { lapse } from './clock.js';
import { numbered, type CommandOf, type VerbContext, type Decision } from './context.js';
import { recordOutcome } from './outcome.js';
import { record } from './record.js';
import { moveOrResume, replace, suspend, withdraw } from './revise.js';

/** Everything but corrections, which need all of these to replay the history. */
export type PlainCommand = Exclude<Command, CommandOf<'correct'>>;

/** One verb on an ultimatum that exists. */
function onExisting(command: PlainCommand, context: VerbContext): Decision {
  switch (command.verb) {
    case 'record': {
      const { state } = context.ultimatum;
      return refuse({ why: 'wrong-state', verb: 'record', state, allowed: [] });
    }
    case 'move':
    case 'resume':
      return moveOrResume(command, context);
    case 'suspend':
      return suspend(command, context);
    case 'withdraw':
      return withdraw(command, context);
    case 'replace':
      return replace(command, context);
    case 'outcome':
      return recordOutcome(command, context);
    case 'terms':
      return changeTerms(command, context);
    case 'source':
      return addSource(command, context);
    case 'archive':
      return archive(command, context);
    case 'dispute':
      return dispute(command, context);
    case 'hide':
    case 'unhide':
      return hideOrUnhide(command, context);
    case 'lapse':
      return ok([]);
  }
}

/** What a verb may look at; null where nothing was recorded yet. */
function contextOf(entries: readonly Entry[], request: DecisionContext): VerbContext | null {
  const ultimatum = foldOrNull(entries);
  if (ultimatum === null) return null;
  return { entries, effective: replay(entries), ultimatum, now: request.now, by: request.by };
}

/** Lapses, lets `verb` decide, lapses again (rules 10). A refusal appends nothing, not even the passing. */
export function betweenLapses(
  entries: readonly Entry[],
  request: DecisionContext,
  verb: (context: VerbContext | null) => Decision,
): Decision {
  const passed = lapse(entries, request.now);
  const present = numbered(entries, passed);
  const decision = verb(contextOf(present, request));
  if (!decision.ok) return decision;
  if (decision.value.length === 0) return ok(passed);
  const after = lapse(numbered(present, decision.value), request.now);
  return ok([...passed, ...decision.value, ...after]);
}

/** Decides a command that is no correction. */
export function decidePlain(
  entries: readonly Entry[],
  command: PlainCommand,
  request: DecisionContext,
): Decision {
  return betweenLapses(entries, request, (context) => {
    if (context !== null) return onExisting(command, context);
    if (command.verb === 'record') return record(command, request);
    return command.verb === 'lapse' ? ok([]) : refuse({ why: 'not-found', what: 'ultimatum', given: '' });
  });
}
