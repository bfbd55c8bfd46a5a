import type { Pending, Person, Proposal } from './port.js';
import type { PendingRow, Queries, Schema } from './schema.js';

const DAY = 86_400_000;
/** How long an unfinished record is kept. */
const KEPT = 7 * DAY;

interface Seen {
  readonly key: string;
  readonly name: string;
  readonly curator: boolean;
}

/** The key of somebody of whom nothing has changed, so that a press costs no write; else null. */
export async function knownAs(db: Queries, user: string, seen: Seen): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('key')
    .where('user', '=', user)
    .where('name', '=', seen.name)
    .where('curator', '=', seen.curator ? 1 : 0)
    .executeTakeFirst();
  return row?.key ?? null;
}

export async function personOf(db: Queries, user: string, seen: Seen): Promise<string> {
  const curator = seen.curator ? 1 : 0;
  const row = await db
    .insertInto('person')
    .values({ key: seen.key, user, name: seen.name, curator })
    .onConflict((conflict) => conflict.column('user').doUpdateSet({ name: seen.name, curator }))
    .returning('key')
    .executeTakeFirstOrThrow();
  return row.key;
}

export async function peopleOf(db: Queries, keys: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['key', 'name', 'curator'])
    .where('key', 'in', [...new Set(keys)])
    .execute();
  return new Map(rows.map((row) => [row.key, { ...row, curator: row.curator !== 0 }]));
}

/** The entries keep a key that now leads nowhere; a schedule goes on without an author to be told when it breaks. */
export async function forgetIn(db: Queries, user: string): Promise<boolean> {
  await db.deleteFrom('pending').where('user', '=', user).execute();
  await db.updateTable('schedule').set({ author: '' }).where('author', '=', user).execute();
  await db.updateTable('closed').set({ author: null }).where('author', '=', user).execute();
  const gone = await db.deleteFrom('person').where('user', '=', user).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

function toPending({ state, ...row }: PendingRow): Pending {
  const value: unknown = JSON.parse(state);
  return { ...row, state: value };
}

/** Also clears away what nobody came back to. One that was used stays used. */
export async function writePending(db: Queries, pending: Pending): Promise<void> {
  const row = { ...pending, state: JSON.stringify(pending.state) };
  await db
    .deleteFrom('pending')
    .where('created', '<', pending.created - KEPT)
    .execute();
  await db
    .insertInto('pending')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ state: row.state, done: row.done })
        .where('pending.done', 'is', null),
    )
    .execute();
}

export async function pendingOf(db: Queries, key: string): Promise<Pending | null> {
  const row = await db.selectFrom('pending').selectAll().where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : toPending(row);
}

export async function finishIn(db: Queries, key: string, done: string): Promise<boolean> {
  const used = await db
    .updateTable('pending')
    .set({ done })
    .where('key', '=', key)
    .where('done', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export async function unfinishedOf(
  db: Queries,
  guild: string,
  user: string,
  flow: string,
): Promise<Pending | null> {
  const row = await db
    .selectFrom('pending')
    .selectAll()
    .where('guild', '=', guild)
    .where('user', '=', user)
    .where('flow', '=', flow)
    .where('done', 'is', null)
    .orderBy('created', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toPending(row);
}

function proposalsIn(db: Queries, guild: string) {
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
  const value: unknown = JSON.parse(command);
  // Whoever was forgotten has no id any more.
  return { ...row, command: value, status: status ?? 'proposed', user: user ?? '' };
}

export async function proposalsOf(
  db: Queries,
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

export async function proposalOf(db: Queries, guild: string, id: number): Promise<Proposal | null> {
  const row = await proposalsIn(db, guild).where('proposal.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toProposal(row);
}

export async function proposeIn(
  db: Queries,
  { user, ...proposal }: Omit<Proposal, 'id' | 'status' | 'reason'>,
): Promise<Proposal> {
  const { id } = await db
    .insertInto('proposal')
    .values({ ...proposal, command: JSON.stringify(proposal.command) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...proposal, id, user, status: 'proposed', reason: null };
}

/** Two at once: the key lets one of them in, and the other runs again and finds it ended. */
export async function endProposalIn(db: Queries, end: Schema['proposal_end']): Promise<void> {
  await db.insertInto('proposal_end').values(end).execute();
}
