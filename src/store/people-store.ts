/** People, drafts and proposals, on an engine. */
import { ok } from '../domain/refusal.js';
import type { Database } from './database.js';
import { changeIn } from './ledger.js';
import * as people from './people.js';
import type { PeopleStore } from './port/index.js';
import * as press from './press.js';
import { transactionOrRefusal, inTransaction } from './transaction.js';
import { withPressOrRefusal } from './guild-lock.js';

/** People, what they have not finished and what they proposed, on an engine. */
export function peopleOn(database: Database): PeopleStore {
  const { read } = database;
  const transact = inTransaction(database);
  return {
    person: async (user, seen) =>
      (await people.knownAs(read, user, seen)) ?? transact((db) => people.personOf(db, user, seen)),
    people: (keys) => people.peopleOf(read, keys),
    setPublicName: (user, name, now) => transact((db) => people.setPublicNameIn(db, user, name, now)),
    forget: async (user, now) => {
      const wasKnown = await transact((db) => people.forgetIn(db, user, now));
      database.file?.checkpoint();
      return wasKnown;
    },
    ...pressesOn(database),
    ...proposalsOn(database),
  };
}

function pressesOn(database: Database) {
  const { read } = database;
  const orRefused = transactionOrRefusal(database);
  const transact = inTransaction(database);
  return {
    savePending: (pending, replaces) =>
      orRefused((db) =>
        press.consuming(
          db,
          replaces,
          () => press.keepIn(db, pending),
          () => 0,
        ),
      ),
    pending: (key) => press.pendingOf(read, key),
    finishPending: (key, done) => transact((db) => press.finishIn(db, key, done)),
    unfinished: (guild, user, flow) => press.unfinishedOf(read, guild, user, flow),
  } satisfies Partial<PeopleStore>;
}

function proposalsOn(database: Database) {
  const { read } = database;
  const transact = inTransaction(database);
  const inTurn = withPressOrRefusal(database);
  return {
    propose: (proposal, consumes) =>
      inTurn(proposal.guild, (db) =>
        press.consuming(
          db,
          consumes,
          () => people.proposeIn(db, proposal),
          ({ id }) => id,
        ),
      ),
    proposals: (guild, status) => people.proposalsOf(read, guild, status),
    ownProposals: (guild, user) => people.ownProposals(read, guild, user),
    proposalNews: (guild, user) => people.proposalNewsOf(read, guild, user),
    proposalTold: (guild, id) => transact((db) => people.proposalToldIn(db, guild, id)),
    proposal: (guild, id) => people.proposalOf(read, guild, id),
    acceptProposal: (guild, id, by, decide, options) =>
      inTurn(guild, async (db) => {
        const proposal = await people.openProposal(db, guild, id);
        if (!proposal.ok) return proposal;
        const changed = await changeIn(db, guild, proposal.value.number, decide, options);
        if (!changed.ok) return changed;
        const end = { proposal: id, status: 'accepted', reason: null, by, recorded: options.now } as const;
        await people.endProposalIn(db, proposal.value, end);
        return ok(changed.value);
      }),
    endProposal: (guild, id, status, reason, by, now) =>
      transact(async (db) => {
        const open = await people.openProposal(db, guild, id);
        if (!open.ok) return false;
        await people.endProposalIn(db, open.value, { proposal: id, status, reason, by, recorded: now });
        return true;
      }),
  } satisfies Partial<PeopleStore>;
}
