/** All migrations in order. */
import type { Migration } from 'kysely';
import { record } from './0001_record.js';
import { budget } from './0002_budget.js';
import { boards } from './0003_boards.js';
import { setAside } from './0004_set_aside.js';
import { planning } from './0005_planning.js';
import { facts } from './0006_facts.js';
import { headline } from './0007_headline.js';
import { homeZone } from './0008_home_zone.js';
import { issuers } from './0009_issuers.js';
import { publicPages } from './0010_public_pages.js';
import { links } from './0011_links.js';
import { reminderPlans } from './0012_reminder_plans.js';
import { proposalNews } from './0013_proposal_news.js';
import { erasure } from './0014_erasure.js';
import { publicNames } from './0015_public_names.js';
import { scheduledEvents } from './0016_scheduled_events.js';
import { imports } from './0017_imports.js';
import { caseFigures } from './0018_case_figures.js';
import { interactions } from './0019_interactions.js';
import { shards } from './0020_shards.js';
import { dueSignal } from './0021_due_signal.js';
import { fewerIndexes } from './0022_fewer_indexes.js';
import { stateCounts } from './0023_state_counts.js';
import { sessions } from './0024_sessions.js';
import { guildKeys } from './0025_guild_keys.js';
import type { Engine, MigrationDialect } from './dialect.js';
import { postgres } from './postgres.js';
import { sqlite } from './sqlite.js';

export type { Engine } from './dialect.js';

const DIALECTS: Record<Engine, MigrationDialect> = { sqlite, postgres };

/** All steps in order, by name. Append only: what has run somewhere is never changed. */
export function migrations(engine: Engine): Record<string, Migration> {
  const dialect = DIALECTS[engine];
  return {
    '0001_record': record(dialect),
    '0002_budget': budget,
    '0003_boards': boards,
    '0004_set_aside': setAside,
    '0005_planning': planning(dialect),
    '0006_facts': facts(dialect),
    '0007_headline': headline,
    '0008_home_zone': homeZone,
    '0009_issuers': issuers(dialect),
    '0010_public_pages': publicPages,
    '0011_links': links,
    '0012_reminder_plans': reminderPlans,
    '0013_proposal_news': proposalNews,
    '0014_erasure': erasure(dialect),
    '0015_public_names': publicNames,
    '0016_scheduled_events': scheduledEvents,
    '0017_imports': imports,
    '0018_case_figures': caseFigures,
    '0019_interactions': interactions,
    '0020_shards': shards,
    '0021_due_signal': dueSignal(dialect),
    '0022_fewer_indexes': fewerIndexes,
    '0023_state_counts': stateCounts,
    '0024_sessions': sessions,
    '0025_guild_keys': guildKeys(dialect),
  };
}
