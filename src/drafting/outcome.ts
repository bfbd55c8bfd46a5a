/** The outcome of a draft: what each side did, and when. */
import { COMPLIANCES, FOLLOW_THROUGHS, type Outcome } from '../domain/entry.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { When } from '../domain/when.js';
import type { DraftContext } from './draft-context.js';
import { momentOf } from './moment.js';

function dateOf(
  field: 'complied' | 'acted',
  { draft, zoneChoice, context }: DraftContext,
): Result<When | null> {
  const words = draft.typed[field];
  if (words === undefined) return ok(null);
  const moment = momentOf(field, words, zoneChoice.zone, context);
  return moment.ok ? ok(moment.value.when) : moment;
}

/** What each side did and when, as typed; the decision refuses what does not fit together. */
export function outcomeOf(draftContext: DraftContext): Result<Outcome> {
  const { typed } = draftContext.draft;
  const compliance = COMPLIANCES.find((code) => code === typed.compliance);
  const followThrough = FOLLOW_THROUGHS.find((code) => code === typed['follow-through']);
  if (compliance === undefined) return refuse({ why: 'missing', field: 'compliance' });
  if (followThrough === undefined) return refuse({ why: 'missing', field: 'follow-through' });
  const complied = dateOf('complied', draftContext);
  if (!complied.ok) return complied;
  const acted = dateOf('acted', draftContext);
  if (!acted.ok) return acted;
  const { note = null } = typed;
  return ok({ compliance, followThrough, complied: complied.value, acted: acted.value, note });
}
