/** What waits for a curator: proposals, oldest first, then deadlines that passed and have no outcome. */
import { parseProposed } from '../../codec/entry.js';
import type { Proposable } from '../../domain/verbs.js';
import type { Context } from '../../discord/command.js';
import type { Proposal } from '../../store/port/index.js';
import type { ProposalAbout } from '../../wording/proposal.js';
import type { PassedUltimatum } from '../../wording/review.js';

interface ProposalBase {
  readonly kind: 'proposal';
  readonly id: number;
  /** Who proposed it; null for a person who was forgotten. */
  readonly name: string | null;
}

export interface OpenProposal extends ProposalBase {
  readonly state: 'open';
  readonly command: Proposable;
  readonly proposal: ProposalAbout;
}

/** Only an open proposal can be accepted; the others can be declined. */
export type WaitingProposal =
  | OpenProposal
  /** The ultimatum that it is about is hidden. */
  | (ProposalBase & { readonly state: 'hidden'; readonly number: number })
  | (ProposalBase & { readonly state: 'unreadable' });

/** `imported`: how many that came from a file have passed, in one line. */
export type WaitingItem =
  | WaitingProposal
  | { readonly kind: 'passed'; readonly passed: PassedUltimatum }
  | { readonly kind: 'imported'; readonly count: number };

const MOST_PASSED = 100;

/** A proposal as it can be shown: `name` is that of its author, null for a person who was forgotten. */
export async function shownProposal(
  { id, number, recorded, command: stored }: Proposal,
  name: string | null,
  { record, settings }: Context,
): Promise<WaitingProposal> {
  const base = { kind: 'proposal', id, name } as const;
  const about = number === null ? null : await record.ultimatum(number);
  if (number !== null && about?.hidden !== null) return { ...base, state: 'hidden', number };
  const command = parseProposed(stored);
  if (command === null) return { ...base, state: 'unreadable' };
  const proposal = { number, recorded, name, about, zone: settings.zone };
  return { ...base, state: 'open', command, proposal };
}

async function proposals(context: Context): Promise<readonly WaitingProposal[]> {
  const open = await context.people.proposals('proposed');
  const people = await context.people.byKeys(open.map(({ by }) => by));
  return Promise.all(
    open.map((proposal) => shownProposal(proposal, people.get(proposal.by)?.name ?? null, context)),
  );
}

async function passed({ record, imports }: Context): Promise<readonly WaitingItem[]> {
  const imported = new Set(await imports.importedToReview());
  const { rows } = await record.list({ states: ['passed'], limit: MOST_PASSED + imported.size });
  const own = rows.filter(({ hidden, number }) => !hidden && !imported.has(number)).slice(0, MOST_PASSED);
  const waiting = own.map((row) => ({ kind: 'passed', passed: row }) as const);
  return imported.size === 0 ? waiting : [...waiting, { kind: 'imported', count: imported.size }];
}

/**
 * All open proposals, oldest first, then at most 100 ultimatums whose deadline has passed. Hidden ones of these are
 * left out, and those that came from a file are one item.
 */
export async function loadQueue(context: Context): Promise<readonly WaitingItem[]> {
  return [...(await proposals(context)), ...(await passed(context))];
}
