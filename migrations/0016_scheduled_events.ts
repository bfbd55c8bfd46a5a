/** The events of servers that show deadlines. */
import type { Kysely, Migration } from 'kysely';

export const scheduledEvents: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('scheduled_event')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      // Stands in the event's description, so that it is found again.
      .addColumn('marker', 'text', (column) => column.notNull())
      // Discord's id; null while it is being made, or once somebody deleted it.
      .addColumn('event', 'text')
      // A hash of what it shows.
      .addColumn('shown', 'text')
      // As Discord was told, the record's ms UTC.
      .addColumn('starts', 'bigint')
      // The delivery that makes it.
      .addColumn('maker', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('scheduled_event_key', ['guild', 'number'])
      .execute();
  },
};
