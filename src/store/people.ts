/** People, drafts and proposals: the queries. */
import { CAPS } from '../domain/caps.js';
import { ok, refuse, type Refusal, type Result } from '../domain/refusal.js';
import { editNamed } from './outbox.js';
import type { Person, Proposal } from './port/index.js';
import { touchPages } from './publish.js';
import { rewriteLater } from './rewrite.js';
import { parsedOr } from './rows.js';
import type { Db, Schema } from './schema.js';
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

interface PersonSeen {
  readonly key: string;
  readonly name: string;
  readonly curator: boolean;
}

/** The key of somebody of whom nothing has changed, so that a press costs no write; else null. */
export async function knownAs(db: Db, user: string, seen: PersonSeen): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('key')
    .where('user', '=', user)
    .where('name', '=', seen.name)
    .where('curator', '=', seen.curator ? 1 : 0)
    .executeTakeFirst();
  return row?.key ?? null;
}

/**
 * The key of a person by Discord id. Adds the person under `seen.key` on first use; else refreshes the name and the
 * role.
 */
export async function personOf(db: Db, user: string, seen: PersonSeen): Promise<string> {
  const curator = seen.curator ? 1 : 0;
  const row = await db
    .insertInto('person')
    .values({ key: seen.key, user, name: seen.name, curator })
    .onConflict((conflict) => conflict.column('user').doUpdateSet({ name: seen.name, curator }))
    .returning('key')
    .executeTakeFirstOrThrow();
  return row.key;
}

/** People by key. Those who were forgotten are missing. */
export async function peopleOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['key', 'name', 'curator'])
    .where('key', 'in', [...new Set(keys)])
    .execute();
  return new Map(rows.map((row) => [row.key, { ...row, curator: row.curator !== 0 }]));
}

/** The names that these people chose for the public pages, by key; others are missing. */
export async function publicNamesOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['key', 'public_name'])
    .where('key', 'in', [...new Set(keys)])
    .where('public_name', 'is not', null)
    .execute();
  return new Map(rows.map(({ key, public_name }) => [key, public_name ?? '']));
}

/** Whether it was another name; the pages with entries of this person then change at `now`, record's ms UTC. */
export async function setPublicNameIn(
  db: Db,
  user: string,
  name: string | null,
  now: RecordInstant,
): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .select(['key', 'public_name'])
    .where('user', '=', user)
    .executeTakeFirst();
  if (person === undefined || person.public_name === name) return false;
  await db.updateTable('person').set({ public_name: name }).where('user', '=', user).execute();
  const pages = await db
    .selectFrom('public_page')
    .select('guild')
    .where((of) =>
      of.exists(
        of
          .selectFrom('entry')
          .select('seq')
          .whereRef('entry.guild', '=', 'public_page.guild')
          .where('entry.by', '=', person.key),
      ),
    )
    .execute();
  for (const { guild } of pages) await touchPages(db, guild, now);
  return true;
}

/**
 * Deletes a person. The entries keep a key that no longer leads to anybody; their countdowns go on without an author, and
 * the posts that name them are edited as of `now`, record's ms UTC.
 */
export async function forgetIn(db: Db, user: string, now: RecordInstant): Promise<boolean> {
  await editNamed(db, user, now);
  await setPublicNameIn(db, user, null, now);
  await db.deleteFrom('pending').where('user', '=', user).execute();
  await db.updateTable('schedule').set({ author: '' }).where('author', '=', user).execute();
  await db.updateTable('closed').set({ author: null }).where('author', '=', user).execute();
  const known = db.selectFrom('person').select('key').where('user', '=', user);
  await db.deleteFrom('proposal_news').where('by', 'in', known).execute();
  const gone = await db.deleteFrom('person').where('user', '=', user).executeTakeFirst();
  await rewriteLater(db);
  return gone.numDeletedRows > 0n;
}

function proposalsIn(db: Db, guild: string) {
  return db
    .selectFrom('proposal')
    .leftJoin('proposal_end', 'proposal_end.proposal', 'proposal.id')
    .leftJoin('person', 'person.key', 'proposal.by')
    .select(['proposal.id', 'proposal.guild', 'proposal.by', 'proposal.number', 'proposal.command'])
    .select(['proposal.channel', 'proposal.recorded', 'proposal_end.status', 'proposal_end.reason'])
    .select('person.user')
    .where('proposal.guild', '=', guild)
    .orderBy('proposal.id');
}

type ProposalJoined = Awaited<ReturnType<ReturnType<typeof proposalsIn>['execute']>>[number];

function toProposal({ command, status, user, ...row }: ProposalJoined): Proposal {
  // Whoever was forgotten has no id any more.
  return { ...row, command: parsedOr(command, null), status: status ?? 'proposed', user: user ?? '' };
}

/** The proposals of a server in one status, oldest first. */
export async function proposalsOf(
  db: Db,
  guild: string,
  status: Proposal['status'],
): Promise<readonly Proposal[]> {
  const all = proposalsIn(db, guild);
  const rows = await (
    status === 'proposed'
      ? all.where('proposal_end.status', 'is', null)
      : all.where('proposal_end.status', '=', status)
  ).execute();
  return rows.map(toProposal);
}

/** How many of somebody's proposals are listed. */
const MOST_OWN = 20;

/** The proposals of a Discord id in a server, the newest first, at most 20. */
export async function ownProposals(db: Db, guild: string, user: string): Promise<readonly Proposal[]> {
  const rows = await proposalsIn(db, guild)
    .where('person.user', '=', user)
    .clearOrderBy()
    .orderBy('proposal.id', 'desc')
    .limit(MOST_OWN)
    .execute();
  return rows.map(toProposal);
}

/** The oldest decided proposal of a Discord id that the person has not been told of; null where there is none. */
export async function proposalNewsOf(db: Db, guild: string, user: string): Promise<Proposal | null> {
  const row = await db
    .selectFrom('proposal_news')
    .innerJoin('person', 'person.key', 'proposal_news.by')
    .select('proposal_news.proposal')
    .where('proposal_news.guild', '=', guild)
    .where('person.user', '=', user)
    .orderBy('proposal_news.proposal')
    .executeTakeFirst();
  return row === undefined ? null : proposalOf(db, guild, row.proposal);
}

/** Takes note that somebody was told of a proposal; false if they were told before. */
export async function proposalToldIn(db: Db, guild: string, id: number): Promise<boolean> {
  const told = await db
    .deleteFrom('proposal_news')
    .where('proposal', '=', id)
    .where('guild', '=', guild)
    .executeTakeFirst();
  return told.numDeletedRows > 0n;
}

/** The proposal of that id; null where this server has none. */
export async function proposalOf(db: Db, guild: string, id: number): Promise<Proposal | null> {
  const row = await proposalsIn(db, guild).where('proposal.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toProposal(row);
}

type NewProposal = Omit<Proposal, 'id' | 'status' | 'reason'>;

/** Why one more proposal can't wait; null where it can. Counted in the transaction that adds it. */
async function tooMany(db: Db, { guild, by }: NewProposal): Promise<Refusal | null> {
  const waiting = await proposalsOf(db, guild, 'proposed');
  const own = waiting.filter((proposal) => proposal.by === by);
  if (own.length >= CAPS.proposalsPerPerson)
    return { why: 'too-many-proposals', waiting: own.map(({ number }) => number) };
  const full = waiting.length >= CAPS.proposalsPerServer;
  return full ? { why: 'server-full', of: 'proposals', max: CAPS.proposalsPerServer } : null;
}

/** Adds a proposal that waits for a curator. Refused if its author or the server has too many waiting. */
export async function proposeIn(db: Db, proposal: NewProposal): Promise<Result<Proposal>> {
  const refusal = await tooMany(db, proposal);
  if (refusal !== null) return refuse(refusal);
  const { user, ...row } = proposal;
  const { id } = await db
    .insertInto('proposal')
    .values({ ...row, command: JSON.stringify(row.command) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok({ ...row, id, user, status: 'proposed', reason: null });
}

/** The proposal while it waits; else why nobody can decide it. */
export async function openProposal(db: Db, guild: string, id: number): Promise<Result<Proposal>> {
  const proposal = await proposalOf(db, guild, id);
  if (proposal === null) return refuse({ why: 'not-found', what: 'draft', given: String(id) });
  if (proposal.status === 'proposed') return ok(proposal);
  return refuse({ why: 'already-pressed', done: { kind: 'decided' } });
}

/** How long a proposal that did not enter the record is kept. */
const ENDED_KEPT_MS = 30 * DAY;

/** Deletes proposals that were declined or went stale long enough before `now`, record's ms UTC. Returns how many. */
export async function eraseEnded(db: Db, now: RecordInstant): Promise<number> {
  const ended = await db
    .selectFrom('proposal_end')
    .select('proposal')
    .where('status', 'in', ['declined', 'stale'])
    .where('recorded', '<', now - ENDED_KEPT_MS)
    .execute();
  for (const { proposal } of ended) {
    await db.deleteFrom('proposal').where('id', '=', proposal).execute();
    await db.deleteFrom('proposal_end').where('proposal', '=', proposal).execute();
  }
  await db
    .deleteFrom('proposal_news')
    .where('recorded', '<', now - ENDED_KEPT_MS)
    .execute();
  return ended.length;
}

/**
 * Ends a proposal, of which its author is told unless they ended it themselves. Of two at once the primary key accepts
 * one; the other is retried and finds the proposal ended.
 */
export async function endProposalIn(
  db: Db,
  { guild, by: author }: Pick<Proposal, 'guild' | 'by'>,
  end: Schema['proposal_end'],
): Promise<void> {
  await db.insertInto('proposal_end').values(end).execute();
  const { proposal, by, recorded } = end;
  if (by === author) return;
  await db.insertInto('proposal_news').values({ proposal, guild, by: author, recorded }).execute();
}
