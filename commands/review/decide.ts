import type { Context } from '../../src/discord/command.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import { decide } from '../../src/domain/decide/index.js';
import { ok, refuse, type Refusal, type Result } from '../../src/domain/refusal.js';
import { parseProposed } from '../../src/codec/command.js';

/** Trouble of the moment and faults of the text leave a proposal open; against these it can never be accepted again. */
const STALE: ReadonlySet<Refusal['why']> = new Set([
  'not-found',
  'hidden',
  'same-deadline',
  'wrong-state',
  'stated-before-last',
  'has-outcome',
  'unknown-target',
  'nothing-to-change',
]);

export function isStale(refusal: Refusal): boolean {
  return STALE.has(refusal.why);
}

const gone = (id: number): Refusal => ({ why: 'not-found', what: 'draft', given: String(id) });

/**
 * Records a proposal and ends it as accepted, in one transaction: decided again, against the present (rules 21). The value
 * says what was done.
 */
export async function accept(id: number, context: Context): Promise<Result<string>> {
  const { people, now } = context;
  const proposal = await people.proposal(id);
  const command = parseProposed(proposal?.command);
  if (proposal === null || command === null) return refuse(gone(id));
  const by = await context.person();
  const { number } = proposal;
  const deciding = { now, by, ...(number === null ? {} : { number }) };
  const changed = await context.accept(id, by, (entries) => decide(entries, command, deciding));
  if (changed.ok) return ok(`Accepted and recorded: ${ultimatumId(changed.value.number)}.`);
  const { refusal } = changed;
  if (isStale(refusal)) await people.endProposal(id, 'stale', refusal.why, by, now);
  return changed;
}

export async function decline(id: number, reason: string, context: Context): Promise<Result<string>> {
  const { people, now } = context;
  if (reason.trim() === '') return refuse({ why: 'missing', field: 'reason' });
  const by = await context.person();
  const first = await people.endProposal(id, 'declined', reason.trim(), by, now);
  return first
    ? { ok: true, value: 'Declined. The proposal and the reason are kept.' }
    : refuse({ why: 'already-pressed', done: { kind: 'decided' } });
}
