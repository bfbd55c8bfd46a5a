/** `/ultimatum reversed`: what was undone after an outcome, how far and when. */
import { EXTENTS, REVERSALS, type Evidence } from '../domain/entry.js';
import { reversalReportedAt } from '../domain/reported.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { DatedCommand } from './deadline.js';
import type { DraftContext } from './draft-context.js';
import { momentOf } from './moment.js';
import { scopeOf } from './scope.js';

/** The reversal of a draft; without an extent it was undone in full (rules 29). */
export function reversalOf(draftContext: DraftContext, evidence: Evidence): Result<DatedCommand> {
  const { draft, zoneChoice, context } = draftContext;
  const { typed } = draft;
  const what = REVERSALS.find((known) => known === typed.what);
  const extent = EXTENTS.find((known) => known === typed.extent) ?? 'full';
  if (what === undefined) return refuse({ why: 'missing', field: 'what' });
  if (typed.when === undefined) return refuse({ why: 'missing', field: 'when' });
  const when = momentOf('when', typed.when, zoneChoice.zone, context);
  if (!when.ok) return when;
  const reversal = { what, extent, when: when.value.when };
  const reported =
    draftContext.statedAt.from === 'today' ? reversalReportedAt(reversal.when, context.now) : null;
  const stated = reported ?? evidence.stated;
  return ok({
    command: { verb: 'reverse', ...reversal, ...scopeOf(draftContext), ...evidence, stated },
    deadline: null,
  });
}
