/** What each kind of entry means for posts, corrections and the order of what was stated. */
import type { CorrectedFields, EventKind } from './entry.js';

type CorrectableField = keyof CorrectedFields;

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

const STATEMENT: readonly CorrectableField[] = ['stated', 'quote', 'url'];

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
    correctable: [...STATEMENT, 'deadline', 'issuer', 'targets', 'demand', 'threat'],
  },
  revised: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    revises: true,
    removable: true,
    correctable: [...STATEMENT, 'deadline'],
  },
  suspended: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    revises: true,
    removable: true,
    correctable: STATEMENT,
  },
  withdrawn: {
    ...SILENT,
    announced: true,
    ...SHOWN,
    revises: true,
    removable: true,
    correctable: STATEMENT,
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
    correctable: [...STATEMENT, 'compliance', 'followThrough'],
  },
  terms: {
    ...SILENT,
    ...SHOWN,
    removable: true,
    correctable: [...STATEMENT, 'targets', 'demand', 'threat'],
  },
  sourced: { ...SILENT, removable: true, correctable: STATEMENT },
  archived: { ...SILENT, ours: true, removable: true, correctable: [] },
  disputed: { ...SILENT, announced: true, onCard: true, removable: true, correctable: STATEMENT },
  corrected: { ...SILENT, ...SHOWN, removable: true, correctable: [] },
  hidden: { ...SILENT, ...FLAG, ...SHOWN, ours: true },
  unhidden: { ...SILENT, ...FLAG, ...SHOWN, ours: true },
};
