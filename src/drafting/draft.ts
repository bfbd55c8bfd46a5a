/** Drafts: how one begins, how new texts take the place of old ones, how it is kept. */
import type { Draft, Typed } from '../codec/draft.js';
import { TYPED } from '../domain/field-name.js';
import type { DraftVerb } from '../domain/verbs.js';
import type { Context } from '../discord/command.js';
import type { Done } from '../domain/done.js';

/** The flow that continues a draft. */
export const DRAFT_FLOW = 'draft';

const DEADLINE_VERBS: ReadonlySet<DraftVerb> = new Set(['record', 'move', 'resume']);

/** Whether a verb sets a deadline, so that its words are read. */
export const setsDeadline = (verb: DraftVerb): boolean => DEADLINE_VERBS.has(verb);

/** A draft with these texts; `about` is the ultimatum and the last entry that was seen, null for a new record. */
export function newDraft(
  verb: DraftVerb,
  typed: Typed,
  about: { readonly number: number; readonly seen: number } | null,
): Draft {
  return {
    verb,
    number: about?.number ?? null,
    seen: about?.seen ?? null,
    typed: trimmed(typed),
    shown: {},
    picked: null,
    undated: false,
    primary: false,
    confirmed: [],
    kept: [],
    posted: null,
    said: null,
    seenIn: null,
    outlet: null,
  };
}

function trimmed(typed: Typed): Typed {
  const entries = TYPED.map((name) => [name, typed[name]?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

/** Other words of a deadline are not counted from the event of the old ones. */
function retypedTexts(before: Typed, typed: Typed): Typed {
  const merged = trimmed({ ...before, ...typed });
  const reworded = merged.deadline !== before.deadline && typed.event === undefined;
  return reworded ? trimmed({ ...merged, event: '' }) : merged;
}

/** New texts in place of the old ones; an empty one takes the old one away. */
export function retyped(draft: Draft, typed: Typed): Draft {
  const merged = retypedTexts(draft.typed, typed);
  const unchanged = (['deadline', 'event', 'stated', 'zone', 'target'] as const).every(
    (name) => merged[name] === draft.typed[name],
  );
  return {
    ...draft,
    typed: merged,
    // A pick answers one question; other words, another day, zone or target ask a new one.
    picked: unchanged ? draft.picked : null,
    undated: draft.undated && merged.deadline === draft.typed.deadline,
  };
}

/** What becomes of an older preview when a newer one takes its place. */
export interface Replaced {
  /** Key of the older one. */
  readonly press: string;
  readonly done: Done;
}

/** Keeps a draft under a new key, which it answers; an older preview is used up with it. */
export function keepDraft(draft: Draft, context: Context, replaces?: Replaced): Promise<string> {
  return context.keep(DRAFT_FLOW, draft, replaces === undefined ? {} : { replaces });
}
