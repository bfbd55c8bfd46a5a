/** `/ultimatum dispute close:`: which dispute is closed, and how. */
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { DatedCommand } from './deadline.js';
import type { DraftContext } from './draft-context.js';

/** The dispute that was named, else the only one that is open (rules 35). */
function disputeIn({ draft, ultimatum }: DraftContext): Result<number> {
  const { entry } = draft.typed;
  if (entry !== undefined) return ok(Number(entry));
  const open = (ultimatum?.disputes ?? []).filter(({ closed }) => closed === null);
  const [only, other] = open;
  if (only === undefined) return refuse({ why: 'no-open-dispute', entry: null });
  return other === undefined ? ok(only.entry) : refuse({ why: 'missing', field: 'entry' });
}

/** The closing of a draft; refused where several disputes are open and none was named. */
export function closingOf(draftContext: DraftContext): Result<DatedCommand> {
  const { close, reason = '' } = draftContext.draft.typed;
  const dispute = disputeIn(draftContext);
  if (!dispute.ok) return dispute;
  const upheld = close === 'upheld';
  return ok({
    command: { verb: 'close-dispute', dispute: dispute.value, upheld, reason },
    deadline: null,
  });
}
