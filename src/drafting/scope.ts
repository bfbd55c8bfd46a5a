/** For which targets a draft is, and who did what it says. */
import type { Draft } from '../codec/draft.js';
import type { Scoped } from '../domain/entry.js';
import { findName } from '../domain/names.js';
import type { Chain, Ultimatum } from '../domain/ultimatum.js';
import { namesIn } from './names.js';

/** The names, spelt as the targets of this very ultimatum where they are among them. */
export function asTargetsOf(ultimatum: Ultimatum | null, names: readonly string[]): readonly string[] {
  return names.map((name) => findName(ultimatum?.targets ?? [], name) ?? name);
}

/** The targets that were typed; null for all. Of new terms `target` is the list from now on. */
function typedTargets({ verb, typed }: Draft): readonly string[] | null {
  const text = verb === 'terms' ? typed.for : typed.target;
  return text === undefined ? null : namesIn(text);
}

interface Drafted {
  readonly draft: Draft;
  readonly ultimatum: Ultimatum | null;
}

/** The targets a draft is for and who did it; the issuer goes without saying (rules 27, 28). */
export function scopeOf({ draft, ultimatum }: Drafted): Scoped {
  const targets = typedTargets(draft);
  const { by } = draft.typed;
  const actor = by !== undefined && findName(ultimatum?.issuers ?? [], by) === null ? { actor: by } : {};
  return { ...(targets === null ? {} : { scope: asTargetsOf(ultimatum, targets) }), ...actor };
}

/** The deadlines that a draft is about: those of the first target it is for, else of the whole ultimatum. */
export function deadlinesFor({ draft, ultimatum }: Drafted): Pick<Chain, 'versions'> | null {
  const [first] = scopeOf({ draft, ultimatum }).scope ?? [];
  const chain = ultimatum?.chains.find(({ targets }) => first !== undefined && targets.includes(first));
  return chain ?? ultimatum;
}
