/** How each verb is decided, and the command behind each kind of entry. */
import type { CommandByVerb, CommandKind, Entry } from '../entry.js';
import type { DecisionContext } from '../decision.js';
import { replay, type Effective } from '../corrections.js';
import { foldOrNull } from '../fold.js';
import { ok, refuse } from '../refusal.js';
import type { State } from '../state.js';
import { addSource, archive, changeTerms, dispute, hideOrUnhide } from './annotate.js';
import { lapse } from './clock.js';
import { withAdded, type VerbContext, type Decision } from './context.js';
import { recordOutcome } from './outcome.js';
import { record } from './record.js';
import { moveOrResume, revise, suspend } from './revise.js';

/** Everything but corrections, which need all of these to replay the history. */
type PlainVerb = Exclude<CommandKind, 'correct'>;
type PlainCommand = CommandByVerb[PlainVerb];

/** From which states the issuer can end an ultimatum. */
const RUNNING: readonly State[] = ['open', 'suspended', 'passed'];

/** How each verb is decided on an ultimatum that exists: a verb without a decision does not compile. */
const DECISIONS: {
  readonly [V in PlainVerb]: (command: CommandByVerb[V], context: VerbContext) => Decision;
} = {
  record: (_command, { ultimatum: { state } }) =>
    refuse({ why: 'wrong-state', verb: 'record', state, allowed: [] }),
  move: moveOrResume,
  resume: moveOrResume,
  suspend,
  withdraw: (command, context) => revise(command, context, RUNNING, { kind: 'withdrawn' }),
  replace: (command, context) =>
    command.by === command.self
      ? refuse({ why: 'supersedes-itself' })
      : revise(command, context, RUNNING, { kind: 'superseded', by: command.by }),
  outcome: recordOutcome,
  terms: changeTerms,
  source: addSource,
  archive,
  dispute,
  hide: hideOrUnhide,
  unhide: hideOrUnhide,
  lapse: () => ok([]),
};

function onExisting<V extends PlainVerb>(verb: V, command: CommandByVerb[V], context: VerbContext): Decision {
  return DECISIONS[verb](command, context);
}

/** The command that an entry came of, to decide it again; null for what no correction can break. */
export function commandBehind({ stated, statements, event }: Effective): PlainCommand | null {
  const evidence = { stated, statements };
  switch (event.kind) {
    case 'recorded': {
      const { kind: _kind, ...terms } = event;
      return { verb: 'record', ...terms, ...evidence };
    }
    case 'revised':
      return {
        verb: event.revision === 'resumed' ? 'resume' : 'move',
        deadline: event.deadline,
        ...evidence,
      };
    case 'suspended':
      return { verb: 'suspend', ...evidence };
    case 'withdrawn':
      return { verb: 'withdraw', ...evidence };
    case 'superseded':
      return { verb: 'replace', by: event.by, self: 0, ...evidence };
    case 'outcome':
      return { verb: 'outcome', target: event.target, outcome: event.outcome, ...evidence };
    case 'terms':
      return {
        verb: 'terms',
        demand: event.demand,
        threat: event.threat,
        targets: event.targets,
        ...evidence,
      };
    case 'sourced':
      return { verb: 'source', ...evidence };
    case 'disputed':
      return { verb: 'dispute', reason: event.reason, ...evidence };
    case 'passed':
    case 'archived':
    case 'corrected':
    case 'hidden':
    case 'unhidden':
      return null;
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
  const present = withAdded(entries, passed);
  const decision = verb(contextOf(present, request));
  if (!decision.ok) return decision;
  if (decision.value.length === 0) return ok(passed);
  const after = lapse(withAdded(present, decision.value), request.now);
  return ok([...passed, ...decision.value, ...after]);
}

/** Decides a command that is no correction. */
export function decidePlain(
  entries: readonly Entry[],
  command: PlainCommand,
  request: DecisionContext,
): Decision {
  return betweenLapses(entries, request, (context) => {
    if (context !== null) return onExisting(command.verb, command, context);
    if (command.verb === 'record') return record(command, request);
    return command.verb === 'lapse' ? ok([]) : refuse({ why: 'not-found', what: 'ultimatum', given: '' });
  });
}
