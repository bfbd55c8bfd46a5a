/** A curator's decision about a proposal. */
import { parseProposed } from '../../codec/entry.js';
import type { Context } from '../../discord/command.js';
import { decide } from '../../domain/decide/index.js';
import { namedBy } from '../../domain/decide/reference.js';
import { TAKEN_BACK } from '../../wording/own-proposals.js';
import { ok, refuse, type Refusal, type Result } from '../../domain/refusal.js';

/** With one of these a proposal can never be accepted; trouble of the moment and faults of the text leave it open. */
const STALE: ReadonlySet<Refusal['why']> = new Set([
  'not-found',
  'hidden',
  'same-deadline',
  'wrong-state',
  'stated-before-last',
  'has-outcome',
  'unknown-target',
  'nothing-to-change',
  'bad-reference',
  'nothing-to-reverse',
]);

/** Whether a proposal that is refused for this reason can never be accepted. */
export function isStale(refusal: Refusal): boolean {
  return STALE.has(refusal.why);
}

const gone = (id: number): Refusal => ({ why: 'not-found', what: 'draft', given: String(id) });

/**
 * Records a proposal and ends it as accepted, in one transaction: it is decided again, against the present. The value is
 * the number of the ultimatum. A proposal that the present contradicts is ended as stale.
 */
export async function accept(id: number, context: Context): Promise<Result<number>> {
  const { people, now } = context;
  const proposal = await people.proposal(id);
  const command = parseProposed(proposal?.command);
  if (proposal === null || command === null) return refuse(gone(id));
  const by = await context.person();
  const { number } = proposal;
  const decision = { now, by, ...(number === null ? {} : { number }) };
  const changed = await context.accept(
    id,
    by,
    (entries, others) => decide(entries, command, { ...decision, others }),
    { names: namedBy(command) },
  );
  if (changed.ok) return ok(changed.value.number);
  const { refusal } = changed;
  if (isStale(refusal)) await people.endProposal(id, 'stale', refusal.why, by, now);
  return changed;
}

/** Ends a proposal of this very member, who takes it back. */
export async function takeBack(id: number, context: Context): Promise<Result<null>> {
  const { people, member, now } = context;
  const proposal = await people.proposal(id);
  if (proposal === null) return refuse(gone(id));
  if (proposal.user !== member.id) return refuse({ why: 'not-yours' });
  const ended = await people.endProposal(id, 'stale', TAKEN_BACK, await context.person(), now);
  return ended ? ok(null) : refuse({ why: 'already-pressed', done: { kind: 'decided' } });
}

/** Ends a proposal as declined and keeps the reason. */
export async function decline(id: number, given: string, context: Context): Promise<Result<null>> {
  const { people, now } = context;
  const reason = given.trim();
  if (reason === '') return refuse({ why: 'missing', field: 'reason' });
  const by = await context.person();
  const ended = await people.endProposal(id, 'declined', reason, by, now);
  return ended ? ok(null) : refuse({ why: 'already-pressed', done: { kind: 'decided' } });
}
