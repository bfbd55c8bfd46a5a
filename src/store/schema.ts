/** The tables as kysely sees them. */
import type { Generated, Kysely, Transaction } from 'kysely';
import type { Delivery } from '../domain/delivery.js';
import type { CaseFacts } from '../domain/figures/case.js';
import type { Board, Schedule } from '../domain/guild.js';
import type { Relation } from '../domain/outgoing.js';
import type { PostKind } from '../domain/post.js';
import type { State } from '../domain/state.js';
import type { BeatStage } from '../domain/database-fault.js';
import type { Proposal, ScheduledEvent } from './port/index.js';
import type { RecordInstant, WallInstant } from '../domain/instant.js';

/** The tables as kysely sees them; instants are ms UTC, flags are 0/1, lists and objects are JSON text. */
export interface Schema {
  entry: EntryRow;
  ultimatum: UltimatumRow;
  /** Those that are shown; `undated` 0 or 1. */
  state_count: { guild: string; state: State; undated: number; count: number };
  name: { guild: string; field: string; folded: string; name: string };
  term: { guild: string; field: string; term: string; number: number };
  /** Which ultimatum leads to which today; nothing of a hidden one. */
  link: { guild: string; number: number; target: number; kind: Relation };
  case_figure: CaseFigureRow;
  /** Ultimatums of which an upgrade has to work out the rows above anew. */
  reindex: { guild: string; number: number };
  settings: { guild: string; value: string };
  reminder_plan: { guild: string; channel: string; value: string };
  schedule: ScheduleRow;
  alias_log: {
    id: Generated<number>;
    guild: string;
    folded: string;
    alias: string;
    name: string;
    by: string;
    recorded: RecordInstant;
  };
  fact: { name: string; value: string };
  person: { key: string; user: string; name: string; curator: number; public_name: string | null };
  pending: PendingRow;
  proposal: ProposalRow;
  proposal_end: {
    proposal: number;
    status: Exclude<Proposal['status'], 'proposed'>;
    reason: string | null;
    by: string;
    recorded: RecordInstant;
  };
  /** Decided proposals of which `by`, who made them, has not been told. */
  proposal_news: { proposal: number; guild: string; by: string; recorded: RecordInstant };
  delivery: DeliveryRow;
  /** `free` in microseconds of the clock that all processes share. */
  budget: { name: string; free: number };
  pace: { channel: string; recent: string; newest: number };
  closed: ClosedRow;
  board: Board & { guild: string };
  /** Servers whose posts are to be planned again: up to which number it is done, and from when on (record's ms UTC). */
  replan: { guild: string; last: number; since: RecordInstant };
  /** `listed` 0 or 1; `address` null while the page is off. */
  public_page: {
    guild: string;
    address: string | null;
    listed: number;
    revision: number;
    changed: RecordInstant;
  };
  /** Servers that the bot is no longer in: since when that is known, and when Discord last said so. */
  departed: { guild: string; since: RecordInstant; confirmed: RecordInstant };
  /** The server whose rows the transaction is deleting. */
  erasing: { guild: string };
  /** Of Discord's ids, which are larger than a double holds exactly: never selected. */
  interaction: { id: string };
  /** Instants in ms of the clock that all processes share. */
  gateway_process: {
    holder: string;
    wanted: number;
    joined: number;
    until: number;
    connection: string | null;
  };
  shard_lease: ShardLeaseRow;
  scheduled_event: ScheduledEventRow;
  gathered: { delivery: number; leader: number };
  set_aside: SetAsideRow;
  /** `created` the record's ms UTC; `reserved` the last number that the import takes. */
  import: {
    guild: string;
    id: string;
    status: 'staged' | 'running' | 'done';
    created: RecordInstant;
    reserved: number;
    server: string | null;
  };
  import_row: {
    guild: string;
    import: string;
    row: number;
    place: number | null;
    number: number | null;
    entries: string | null;
  };
}

export interface EntryRow {
  guild: string;
  number: number;
  seq: number;
  recorded: RecordInstant;
  stated_start: RecordInstant;
  stated_end: RecordInstant;
  by: string | null;
  statements: string;
  what: string;
}

export interface UltimatumRow {
  guild: string;
  number: number;
  state: State;
  issuer: string;
  targets: string;
  demand: string;
  threat: string | null;
  latest: RecordInstant | null;
  passing: RecordInstant | null;
  sort: number;
  precision: string | null;
  zone: string;
  home_zone: string | null;
  moves: number;
  tags: string;
  hidden: number;
  last_seq: number;
  recorded: RecordInstant;
  issuer_folded: string;
  targets_folded: string;
  tags_folded: string;
  search: string;
}

/** `CaseFacts` in columns; `issuers` are folded names, one a line. */
export interface CaseFigureRow {
  guild: string;
  number: number;
  issuers: string;
  left_out: CaseFacts['leftOut'];
  state: State;
  ended_as: CaseFacts['end'];
  stated: RecordInstant;
  first_latest: RecordInstant | null;
  last_latest: RecordInstant | null;
  first_move: RecordInstant | null;
  ended: RecordInstant | null;
  moves: number;
  shortened: number;
  extended: number;
  revived: number;
  slip: number | null;
  demand: CaseFacts['demand'];
  met_first: number;
  threat: CaseFacts['threat'];
  punished_anyway: number;
  timing: CaseFacts['timing'];
  lag: number | null;
  lifted: CaseFacts['lifted'];
  undone: CaseFacts['undone'];
  well_sourced: number;
  disputed: number;
}

export interface ScheduleRow {
  id: Generated<number>;
  guild: string;
  channel: string;
  cron: string;
  zone: string;
  scope: string;
  author: string;
  status: Schedule['status'];
  broken: string | null;
  next: RecordInstant;
  last: RecordInstant | null;
}

export interface PendingRow {
  key: string;
  guild: string;
  user: string;
  flow: string;
  state: string;
  created: RecordInstant;
  done: string | null;
}

interface ProposalRow {
  id: Generated<number>;
  guild: string;
  by: string;
  number: number | null;
  command: string;
  channel: string | null;
  recorded: RecordInstant;
}

/** What is known of the session is kept when the shard is given up. `until` in ms of the clock that all share. */
interface ShardLeaseRow {
  shard: number;
  count: number;
  /** Nobody's where it is empty. */
  holder: string;
  until: number;
  session: string | null;
  url: string | null;
  sequence: number | null;
}

export interface DeliveryRow {
  id: Generated<number>;
  guild: string;
  channel: string;
  kind: PostKind;
  rank: number;
  subject: string;
  number: number | null;
  version: string;
  slot: string;
  due: RecordInstant;
  expires: RecordInstant | null;
  status: Delivery['status'];
  nonce: string;
  attempts: number;
  attempted: WallInstant | null;
  lease: WallInstant | null;
  message: string | null;
  failure: string | null;
  settled: RecordInstant | null;
  first_due: RecordInstant | null;
}

export interface ClosedRow {
  guild: string;
  channel: string;
  reason: string;
  until: RecordInstant | null;
  tries: number;
  author: string | null;
  told: number;
}

type ScheduledEventRow = ScheduledEvent & { readonly guild: string };

export interface SetAsideRow {
  stage: BeatStage;
  guild: string;
  item: number;
  mark: number;
  reason: string;
  since: RecordInstant;
  tries: number;
  until: RecordInstant;
  waiting: number;
  told: number;
}

/** The database, or a transaction in it. */
export type Db = Kysely<Schema> | Transaction<Schema>;
