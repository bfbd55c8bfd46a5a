/** What is true of each verb and of each kind of entry: who may use it, what it records, what it changes. */
import type { Command, CommandByVerb, CommandKind, EventKind } from './entry.js';
import type { CorrectableField } from './entry-fields.js';

/** A field of a form; `parties` and `when` hold two answers each, `targets` names that semicolons separate. */
export type FormFieldId =
  | 'parties'
  | 'target'
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
  | 'event'
  | 'note'
  | 'targets'
  | 'by'
  | 'tag'
  | 'grade'
  | 'complied'
  | 'acted';

interface VerbFacts {
  /** Who may begin it. `member`: what a member drafts is a proposal; `clock`: nobody types it. */
  readonly by: 'member' | 'curator' | 'manager' | 'clock';
  /** Whether a member's may wait for a curator. */
  readonly proposable: boolean;
  /** Whether it has a command and a draft of its own; the others follow from one, or from the clock. */
  readonly drafted: boolean;
  /** The kind of entry it makes. */
  readonly makes: EventKind;
  /** The form that holds its texts, at most five fields; empty where it has none, or one for each kind of entry. */
  readonly form: readonly FormFieldId[];
}

const PROPOSED = { by: 'member', proposable: true, drafted: true } as const;

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
  reverse: { ...PROPOSED, makes: 'reversed', form: ['when', 'quote', 'source'] },
  terms: { ...PROPOSED, makes: 'terms', form: ['demand', 'threat', 'quote', 'source', 'stated'] },
  source: { ...PROPOSED, makes: 'sourced', form: ['source', 'quote', 'stated'] },
  archive: { ...PROPOSED, drafted: false, makes: 'archived', form: [] },
  dispute: { ...PROPOSED, makes: 'disputed', form: ['reason', 'source'] },
  'close-dispute': {
    by: 'curator',
    proposable: false,
    drafted: true,
    makes: 'dispute-closed',
    form: ['reason'],
  },
  link: { by: 'curator', proposable: false, drafted: true, makes: 'linked', form: [] },
  correct: {
    by: 'curator',
    proposable: false,
    drafted: true,
    makes: 'corrected',
    form: [],
  },
  hide: { by: 'manager', proposable: false, drafted: true, makes: 'hidden', form: ['reason'] },
  unhide: {
    by: 'manager',
    proposable: false,
    drafted: false,
    makes: 'unhidden',
    form: ['reason'],
  },
  lapse: { by: 'clock', proposable: false, drafted: false, makes: 'passed', form: [] },
} as const satisfies Readonly<Record<CommandKind, VerbFacts>>;

type VerbWith<Fact extends 'proposable' | 'drafted'> = {
  [V in CommandKind]: (typeof VERBS)[V][Fact] extends true ? V : never;
}[CommandKind];

/** A verb that a member may propose. */
export type ProposableVerb = VerbWith<'proposable'>;
/** A command that a member may propose. */
export type Proposable = CommandByVerb[ProposableVerb];
/** What a person can draft. */
export type DraftVerb = VerbWith<'drafted'>;

const isCommandKind = (verb: string): verb is CommandKind => Object.hasOwn(VERBS, verb);
const isDraftVerb = (verb: CommandKind): verb is DraftVerb => VERBS[verb].drafted;

export const COMMAND_KINDS: readonly CommandKind[] = Object.keys(VERBS).filter(isCommandKind);
export const DRAFT_VERBS: readonly DraftVerb[] = COMMAND_KINDS.filter(isDraftVerb);

/** Whether a member who may not record this can propose it to the curators. */
export function isProposable(command: Command): command is Proposable {
  return VERBS[command.verb].proposable;
}

interface EventRules {
  /** Whether it makes a post of its own. */
  readonly announced: boolean;
  /** Whether it changes what a digest of running ultimatums shows. */
  readonly inDigest: boolean;
  /** Whether it changes what a board shows. */
  readonly onBoard: boolean;
  /** Whether it changes the public card. */
  readonly onCard: boolean;
  /** Whether it changes the deadline or ends it: such statements follow each other in time (rules 9). */
  readonly revises: boolean;
  /** Whether it is about this server's own record, not about the world: it holds at any time asked for. */
  readonly ours: boolean;
  /** Whether a correction may take it out of the fold whole. */
  readonly removable: boolean;
  /** What a correction may replace in it (rules 13). */
  readonly correctable: readonly CorrectableField[];
}

const STATEMENT: readonly CorrectableField[] = ['stated', 'quote', 'url', 'grade'];
/** Of an entry that may be for some targets, or made by somebody else. */
const SCOPED: readonly CorrectableField[] = [...STATEMENT, 'targets', 'actor'];
const RECORDED: readonly CorrectableField[] = ['deadline', 'issuers', 'targets', 'demand', 'threat'];
const OUTCOME: readonly CorrectableField[] = ['compliance', 'complied', 'followThrough', 'acted', 'note'];

const SILENT = {
  announced: false,
  inDigest: false,
  onBoard: false,
  onCard: false,
  revises: false,
  ours: false,
};
/** It changes every post that shows the ultimatum. */
const SHOWN = { inDigest: true, onBoard: true, onCard: true };
const FLAG = { removable: false, correctable: [] };

/** A kind of entry without rules does not compile. */
export const EVENT_RULES: Readonly<Record<EventKind, EventRules>> = {
  recorded: {
    ...SILENT,
    announced: true,
    onBoard: true,
    revises: true,
    removable: false,
    correctable: [...STATEMENT, ...RECORDED, 'zone', 'tags'],
  },
  revised: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    revises: true,
    removable: true,
    correctable: [...SCOPED, 'deadline'],
  },
  suspended: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    revises: true,
    removable: true,
    correctable: SCOPED,
  },
  withdrawn: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    revises: true,
    removable: true,
    correctable: SCOPED,
  },
  superseded: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    revises: true,
    removable: true,
    correctable: STATEMENT,
  },
  passed: { ...SILENT, ...FLAG, onBoard: true, onCard: true },
  outcome: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    removable: true,
    correctable: [...SCOPED, ...OUTCOME],
  },
  reversed: {
    ...SILENT,
    announced: true,
    onCard: true,
    onBoard: true,
    removable: true,
    correctable: [...SCOPED, 'complied', 'acted'],
  },
  terms: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    removable: true,
    correctable: [...STATEMENT, 'targets', 'demand', 'threat'],
  },
  sourced: { ...SILENT, removable: true, correctable: STATEMENT },
  archived: { ...SILENT, ours: true, removable: true, correctable: [] },
  disputed: { ...SILENT, announced: true, onCard: true, removable: true, correctable: STATEMENT },
  'dispute-closed': { ...SILENT, onCard: true, ours: true, removable: true, correctable: [] },
  linked: { ...SILENT, onCard: true, ours: true, removable: true, correctable: [] },
  corrected: { ...SILENT, ...SHOWN, removable: true, correctable: [] },
  hidden: { ...SILENT, ...FLAG, ...SHOWN, ours: true },
  unhidden: { ...SILENT, ...FLAG, ...SHOWN, ours: true },
};
