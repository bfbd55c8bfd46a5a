import type { Context } from '../../src/discord/command.js';
import { subjectOf } from '../../src/discord/views/about.js';
import { decide } from '../../src/domain/decide.js';
import { refuse, type Refusal, type Result } from '../../src/domain/refusal.js';
import { parseProposed, type Proposable } from './command.js';

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

interface Accepting {
  readonly id: number;
  readonly number: number | null;
  readonly command: Proposable;
  /** Person key of the curator. */
  readonly by: string;
}

/**
 * Marked before it is recorded: of two curators who press at once one is told so, and nothing is recorded twice. What
 * the record then refuses is proposed again.
 */
async function record(accepting: Accepting, context: Context): Promise<Result<string>> {
  const { id, number, command, by } = accepting;
  const { store, guild, now } = context;
  const proposal = await store.proposal(guild, id);
  if (proposal === null || !(await store.endProposal(guild, id, 'accepted', null, by, now))) {
    return refuse({ why: 'already-pressed', what: 'Somebody decided this proposal.' });
  }
  const changed = await context.change(number, (entries) =>
    decide(entries, command, { now, by, ...(number === null ? {} : { number }) }),
  );
  if (!changed.ok) {
    const { user, by: member, channel, recorded } = proposal;
    await store.propose({ guild, user, by: member, number, command, channel, recorded });
    return changed;
  }
  return { ok: true, value: `Accepted and recorded: ${subjectOf(changed.value.number)}.` };
}

/** Accepts a proposal: decided again, against the present (rules 21). The value says what was done. */
export async function accept(id: number, context: Context): Promise<Result<string>> {
  const { store, guild, now } = context;
  const proposal = await store.proposal(guild, id);
  const command = parseProposed(proposal?.command);
  if (proposal === null || command === null) return refuse(gone(id));
  const by = await context.person();
  const { number } = proposal;
  const entries = number === null ? [] : await context.entries(number);
  const decided = decide(entries, command, { now, by, ...(number === null ? {} : { number }) });
  if (decided.ok) return record({ id, number, command, by }, context);
  if (isStale(decided.refusal)) await store.endProposal(guild, id, 'stale', decided.refusal.why, by, now);
  return decided;
}

export async function decline(id: number, reason: string, context: Context): Promise<Result<string>> {
  const { store, guild, now } = context;
  if (reason.trim() === '') return refuse({ why: 'missing', field: 'reason' });
  const by = await context.person();
  const first = await store.endProposal(guild, id, 'declined', reason.trim(), by, now);
  return first
    ? { ok: true, value: 'Declined. The proposal and the reason are kept.' }
    : refuse({ why: 'already-pressed', what: 'Somebody decided this proposal.' });
}
