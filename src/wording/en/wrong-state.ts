/** Why a verb does not fit the state an ultimatum is in, and which verb does. */
import type { Refusal } from '../../domain/refusal.js';
import type { State } from '../../domain/state.js';
import { command, type Text } from '../parts.js';
import { t } from '../text.js';

type WrongState = Extract<Refusal, { why: 'wrong-state' }>;

const STATES: Readonly<Record<State, Text>> = {
  open: t`It is running.`,
  passed: t`Its deadline has passed.`,
  suspended: t`It is paused.`,
  withdrawn: t`It was withdrawn.`,
  superseded: t`It was replaced by another one.`,
  resolved: t`Its outcome is on record.`,
};

const CORRECT = t`If an entry is wrong, correct it with ${command('ultimatum correct')}.`;

/** What to do instead. */
function advice({ verb, state }: WrongState): Text {
  if (verb === 'resume') return t`To set a new deadline, use ${command('ultimatum move')}.`;
  if (state === 'suspended' && verb === 'suspend')
    return t`To record what was said about it since, use ${command('ultimatum source')}.`;
  if (state === 'suspended') return t`To set a new deadline, use ${command('ultimatum resume')}.`;
  if (state === 'passed' && verb === 'suspend')
    return t`If it was paused before the deadline, give the day that was said.`;
  return CORRECT;
}

/** Says what state the ultimatum is in, and what can be done in it instead. */
export function wrongState(refusal: WrongState): Text {
  const { verb, state } = refusal;
  if (verb === 'resume' && (state === 'open' || state === 'passed'))
    return t`It is not paused. ${advice(refusal)}`;
  return t`${STATES[state]} ${state === 'open' || state === 'passed' || state === 'suspended' ? advice(refusal) : CORRECT}`;
}
