/** Calls reminder plans and the steps in them by today's names. */
import { sql, type Kysely, type Migration } from 'kysely';

export const reminderPlans: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('ladder').renameTo('reminder_plan').execute();
    // A quotation mark within a text is escaped, so this is a key and nothing else.
    await sql`update reminder_plan set value = replace(value, ${'"rungs":['}, ${'"offsets":['})`.execute(db);
  },
};
