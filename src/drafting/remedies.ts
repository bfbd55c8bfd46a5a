/** What helps with a refused draft: buttons that go on from there, the one that helps most first. */
import type { Draft } from '../codec/draft.js';
import type { Act } from '../discord/views/index.js';
import { replay } from '../domain/corrections.js';
import type { FieldName } from '../domain/field-name.js';
import type { Refusal } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { VERBS } from '../domain/verbs.js';
import type { Words } from '../wording/index.js';
import { clipped } from '../wording/typed.js';
import { setsDeadline } from './draft.js';
import { namesIn } from './names.js';
import { linksOf } from './statements.js';

/** What was refused, and who may do what about it. */
export interface RefusedDraft {
  readonly draft: Draft;
  /** Null for a new record. */
  readonly ultimatum: Ultimatum | null;
  readonly curator: boolean;
  readonly words: Words;
}

/** What a draft can become where it can't be saved as it is. */
export const INSTEAD = ['source', 'suspend', 'resume', 'move', 'outcome', 'dispute'] as const;
export type InsteadVerb = (typeof INSTEAD)[number];

const MOST_TARGETS = 3;
const MOST_ENTRIES = 3;
const MOST_LABEL = 60;

/** Whether a deadline is read in the draft: then another reading of it can be asked for. */
export function readsDeadline({ verb, typed }: Draft): boolean {
  return setsDeadline(verb) || (verb === 'correct' && typed.deadline !== undefined);
}

/** Whether its texts can be edited; of a correction the form follows from what the entry says. */
export const hasForm = ({ verb, shown }: Draft): boolean =>
  VERBS[verb].form.length > 0 || (verb === 'correct' && Object.keys(shown).length > 0);

const edit = ({ draft, words }: RefusedDraft): readonly Act[] =>
  hasForm(draft) ? [{ action: 'edit', label: words.drafts.buttons.edit }] : [];

/** The form that holds when it was said, and the zone. */
const change = ({ draft, words }: RefusedDraft): readonly Act[] =>
  readsDeadline(draft)
    ? [{ action: 'change', label: words.drafts.buttons.changeDeadline }]
    : edit({ draft, words, ultimatum: null, curator: false });

function instead(verb: InsteadVerb, { words }: RefusedDraft): Act {
  const { buttons } = words.drafts;
  return {
    action: `instead.${verb}`,
    label: verb === 'source' ? buttons.asSource : words.verbs.confirm[verb],
  };
}

/** A curator corrects the entry that stands in the way; a member disputes what the record says. */
function correcting(entry: number | undefined, refused: RefusedDraft): readonly Act[] {
  if (refused.ultimatum === null) return [];
  if (!refused.curator) return [instead('dispute', refused)];
  const { buttons } = refused.words.drafts;
  return entry === undefined ? [] : [{ action: `correct.${entry}`, label: buttons.correctEntry(entry) }];
}

const CLOSING = ['outcome', 'withdrawn', 'superseded'];

/** The entry by which an ultimatum ended. */
function closingEntry({ ultimatum }: RefusedDraft): number | undefined {
  return replay(ultimatum?.entries ?? []).findLast(({ event }) => CLOSING.includes(event.kind))?.seq;
}

function ofState(
  { verb, state }: Extract<Refusal, { why: 'wrong-state' }>,
  refused: RefusedDraft,
): readonly Act[] {
  if (state === 'suspended' && verb === 'move') return [instead('resume', refused)];
  if (state === 'suspended' && verb === 'suspend') return [instead('source', refused)];
  if (verb === 'resume' && (state === 'open' || state === 'passed')) return [instead('move', refused)];
  if (state === 'passed') return edit(refused);
  return state === 'open' ? [] : correcting(closingEntry(refused), refused);
}

/** The targets that there are, in the place of the one that there is not. */
function targets(names: readonly string[], { draft }: RefusedDraft): readonly Act[] {
  if (namesIn(draft.typed.target).length !== 1) return [];
  return names
    .slice(0, MOST_TARGETS)
    .map((name, index) => ({ action: `target.${index}`, label: clipped(name, MOST_LABEL) }));
}

/** Words that name no date: nothing is moved without one. */
function undated(refused: RefusedDraft): readonly Act[] {
  const { verb } = refused.draft;
  const { buttons } = refused.words.drafts;
  if (verb === 'record') return [{ action: 'undated', label: buttons.undated }];
  return verb === 'move' ? [instead('source', refused), instead('suspend', refused)] : [];
}

function ofEntry(
  refusal: Extract<Refusal, { why: 'cannot-correct' }>,
  refused: RefusedDraft,
): readonly Act[] {
  const { buttons } = refused.words.drafts;
  if (refusal.holder !== null)
    return [{ action: `entry.${refusal.holder}`, label: buttons.correctEntry(refusal.holder) }];
  const removable =
    refusal.field === 'entry' && !['recorded', 'passed', 'hidden', 'unhidden'].includes(refusal.kind);
  return removable ? [{ action: 'remove', label: buttons.remove }] : [];
}

function reports(refused: RefusedDraft): readonly Act[] {
  const { draft, words } = refused;
  const primary = { action: 'primary', label: words.drafts.buttons.primary };
  return linksOf(draft).length > 0 && !draft.primary ? [primary, ...edit(refused)] : edit(refused);
}

function ofDate(field: FieldName, refused: RefusedDraft): readonly Act[] {
  if (field === 'event') return [{ action: 'event', label: refused.words.drafts.buttons.datedEvent }];
  return field === 'stated' ? change(refused) : edit(refused);
}

/** The latest entries that there are, in the place of the one that there is not. */
function entries(last: number | undefined, { words }: RefusedDraft): readonly Act[] {
  const latest = Array.from({ length: Math.min(last ?? 0, MOST_ENTRIES) }, (_, index) => (last ?? 0) - index);
  return latest.map((entry) => ({
    action: `entry.${entry}`,
    label: words.drafts.buttons.correctEntry(entry),
  }));
}

/** The buttons that go on from a refusal; none where nothing but other words helps. */
export function remediesOf(refusal: Refusal, refused: RefusedDraft): readonly Act[] {
  const { buttons } = refused.words.drafts;
  switch (refusal.why) {
    case 'not-found':
      return refusal.what === 'entry' ? entries(refusal.last, refused) : [];
    case 'several':
      return refusal.refusals.flatMap((one) => remediesOf(one, refused));
    case 'not-a-deadline':
      return undated(refused);
    case 'same-deadline':
      return [instead('source', refused)];
    case 'nothing-to-change':
      return refusal.of.what === 'deadline' ? [instead('source', refused)] : edit(refused);
    case 'wrong-state':
      return ofState(refusal, refused);
    case 'has-outcome': {
      const outcome = refused.ultimatum?.outcomes.find(({ target }) => target === refusal.target);
      return correcting(outcome?.entry, refused);
    }
    case 'breaks-history':
      return correcting(refusal.entry, refused);
    case 'before-record':
      return [...edit(refused), ...correcting(1, refused)];
    case 'unknown-target':
      return targets(refusal.targets, refused);
    case 'nothing-to-reverse':
      return [instead('outcome', refused)];
    case 'cannot-correct':
      return ofEntry(refusal, refused);
    case 'needs-deadline':
      return [{ action: 'remove', label: buttons.remove }];
    case 'removes-alone':
      return [
        { action: 'remove', label: buttons.remove },
        { action: 'keep', label: refused.words.verbs.confirm.correct },
      ];
    case 'needs-reports':
      return reports(refused);
    case 'bad-zone':
    case 'stated-before-last':
      return change(refused);
    case 'unreadable-date':
    case 'ambiguous-date':
    case 'stated-in-future':
      return ofDate(refusal.field, refused);
    case 'missing':
      return refusal.field === 'deadline' ? change(refused) : edit(refused);
    case 'bad-link':
    case 'needs-statement':
    case 'needs-date':
    case 'before-reversed':
    case 'date-without-axis':
    case 'impossible-outcome':
    case 'too-long':
      return edit(refused);
    default:
      return [];
  }
}
