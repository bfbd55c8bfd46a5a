/** What is true of each verb: who may use it, whether it can be proposed, what it records, what its form asks. */
import type { Command } from './command.js';
import type { CommandKind } from './command-kind.js';
import type { EventKind } from './entry.js';

/** A field of a form; `parties` and `when` hold two answers each. */
export type FormFieldId =
  | 'parties'
  | 'demand'
  | 'threat'
  | 'deadline'
  | 'quote'
  | 'source'
  | 'stated'
  | 'zone'
  | 'reason'
  | 'compliance'
  | 'follow-through'
  | 'when'
  | 'note';

interface VerbFacts {
  /** Who may begin it. `member`: what a member drafts is a proposal; `clock`: nobody types it. */
  readonly by: 'member' | 'curator' | 'manager' | 'clock';
  /** Whether a member's may wait for a curator. */
  readonly proposable: boolean;
  /** The kind of entry it makes. */
  readonly makes: EventKind;
  /** The form that holds its texts, at most five fields; empty where it has none of its own. */
  readonly form: readonly FormFieldId[];
}

const PROPOSED = { by: 'member', proposable: true } as const;

/** A verb without facts does not compile. */
export const VERBS = {
  record: {
    ...PROPOSED,
    makes: 'recorded',
    form: ['parties', 'demand', 'threat', 'quote', 'source'],
  },
  move: { ...PROPOSED, makes: 'revised', form: ['quote', 'source'] },
  suspend: { ...PROPOSED, makes: 'suspended', form: ['quote', 'source', 'stated'] },
  resume: { ...PROPOSED, makes: 'revised', form: ['quote', 'source'] },
  withdraw: { ...PROPOSED, makes: 'withdrawn', form: ['quote', 'source', 'stated'] },
  replace: { ...PROPOSED, makes: 'superseded', form: ['quote', 'source', 'stated'] },
  outcome: {
    ...PROPOSED,
    makes: 'outcome',
    form: ['compliance', 'follow-through', 'when', 'source', 'note'],
  },
  terms: { ...PROPOSED, makes: 'terms', form: ['demand', 'threat', 'quote', 'source', 'stated'] },
  source: { ...PROPOSED, makes: 'sourced', form: ['source', 'quote', 'stated'] },
  archive: { ...PROPOSED, makes: 'archived', form: [] },
  dispute: { ...PROPOSED, makes: 'disputed', form: ['reason', 'source'] },
  correct: {
    by: 'curator',
    proposable: false,
    makes: 'corrected',
    form: ['reason', 'demand', 'threat', 'quote', 'source'],
  },
  hide: { by: 'manager', proposable: false, makes: 'hidden', form: ['reason'] },
  unhide: { by: 'manager', proposable: false, makes: 'unhidden', form: ['reason'] },
  lapse: { by: 'clock', proposable: false, makes: 'passed', form: [] },
} as const satisfies Readonly<Record<CommandKind & Command['verb'], VerbFacts>>;

type ProposableKind = {
  [V in keyof typeof VERBS]: (typeof VERBS)[V]['proposable'] extends true ? V : never;
}[keyof typeof VERBS];
/** A command that a member may propose. */
export type Proposable = Extract<Command, { readonly verb: ProposableKind }>;

export function isProposable(command: Command): command is Proposable {
  return VERBS[command.verb].proposable;
}
