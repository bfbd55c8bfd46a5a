/** Which decision belongs to each verb. */
import type { CommandByVerb, CommandKind } from '../entry.js';
import { ok, refuse } from '../refusal.js';
import type { State } from '../state.js';
import { addSource, archive, changeTerms, closeDispute, dispute, hideOrUnhide } from './annotate.js';
import { scopedFields, type VerbContext, type Decision } from './context.js';
import { recordOutcome } from './outcome.js';
import { link, replace } from './reference.js';
import { reverse } from './reverse.js';
import { moveOrResume, revise, suspend } from './revise.js';

/** Everything but corrections, which need all of these to replay the history. */
export type PlainVerb = Exclude<CommandKind, 'correct'>;
export type PlainCommand = CommandByVerb[PlainVerb];

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
  withdraw: (command, context) =>
    revise(command, context, RUNNING, { kind: 'withdrawn', ...scopedFields(command) }),
  replace,
  outcome: recordOutcome,
  reverse,
  terms: changeTerms,
  source: addSource,
  archive,
  dispute,
  'close-dispute': closeDispute,
  link,
  hide: hideOrUnhide,
  unhide: hideOrUnhide,
  lapse: () => ok([]),
};

/** Decides one verb on an ultimatum that exists. */
export function onExisting<V extends PlainVerb>(
  verb: V,
  command: CommandByVerb[V],
  context: VerbContext,
): Decision {
  return DECISIONS[verb](command, context);
}
