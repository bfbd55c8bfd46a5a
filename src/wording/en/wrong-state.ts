/** Why a verb does not fit the state an ultimatum is in, and which verb does. */
import type { Refusal } from '../../domain/refusal.js';
import type { State } from '../../domain/state.js';
import { command, type Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';

type WrongState = Extract<Refusal, { why: 'wrong-state' }>;

/** `U-1`, or `it` where its number is not known. */
const itself = (number: number | undefined): Text => (number === undefined ? t`It` : subject(number));

const STATES: Readonly<Record<State, (number: number | undefined) => Text>> = {
  open: (number) => t`${itself(number)} is running.`,
  passed: (number) =>
    t`The deadline of ${number === undefined ? t`this ultimatum` : subject(number)} has passed.`,
  suspended: (number) => t`${itself(number)} is paused.`,
  withdrawn: (number) => t`${itself(number)} was withdrawn.`,
  superseded: (number) => t`${itself(number)} was replaced by another ultimatum.`,
  resolved: (number) =>
    t`The outcome of ${number === undefined ? t`this ultimatum` : subject(number)} is already on record.`,
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
  const { verb, state, number } = refusal;
  if (verb === 'resume' && (state === 'open' || state === 'passed'))
    return t`${itself(number)} is not paused. ${advice(refusal)}`;
  return t`${STATES[state](number)} ${state === 'open' || state === 'passed' || state === 'suspended' ? advice(refusal) : CORRECT}`;
}
