import {
  COMPLIANCES,
  FOLLOW_THROUGHS,
  type Compliance,
  type FollowThrough,
  type Outcome,
} from '../domain/entry.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { When } from '../domain/when.js';
import { momentOf, type DraftContext } from './draft-context.js';

const isCompliance = (text: string | undefined): text is Compliance =>
  COMPLIANCES.some((one) => one === text);
const isFollowThrough = (text: string | undefined): text is FollowThrough =>
  FOLLOW_THROUGHS.some((one) => one === text);

/** Which dates an outcome needs (rules 15). */
export const needsComplied = (compliance: string | undefined): boolean =>
  compliance === 'full' || compliance === 'partial' || compliance === 'negotiated';
export const needsActed = (followThrough: string | undefined): boolean =>
  followThrough === 'full' || followThrough === 'partial' || followThrough === 'substitute';

function dateOf(field: 'complied' | 'acted', ground: DraftContext): Result<When | null> {
  const words = ground.draft.typed[field];
  if (words === undefined) return ok(null);
  const moment = momentOf(field, words, ground.place.zone, ground.context);
  return moment.ok ? ok(moment.value.when) : moment;
}

/** Both axes and their dates as typed; what does not fit together is refused by the decision. */
export function outcomeOf(ground: DraftContext): Result<Outcome> {
  const { typed } = ground.draft;
  const compliance = typed.compliance;
  const followThrough = typed['follow-through'];
  if (!isCompliance(compliance)) return refuse({ why: 'missing', field: 'compliance' });
  if (!isFollowThrough(followThrough)) return refuse({ why: 'missing', field: 'follow-through' });
  const complied = dateOf('complied', ground);
  if (!complied.ok) return complied;
  const acted = dateOf('acted', ground);
  if (!acted.ok) return acted;
  return ok({
    compliance,
    followThrough,
    complied: complied.value,
    acted: acted.value,
    note: typed.note ?? null,
  });
}
