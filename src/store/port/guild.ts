/** The store as one server sees it: what a front door may use, bound to the server so that it cannot ask about another. */
import type { BoardStore } from './boards.js';
import type { ErasureStore } from './erasure.js';
import type { ExportStore, WholeRecord } from './export.js';
import type { ImportStore } from './import.js';
import type { PeopleStore } from './people.js';
import type { ChannelStore } from './channels.js';
import type { PostLog } from './posts.js';
import type { SetAsideStore } from './set-aside.js';
import type { FigureStore } from './figures.js';
import type { RecordStore } from './record.js';
import type { ServerStore } from './server.js';

type OfGuild = (guild: string, ...rest: never[]) => unknown;

/** Methods of a port without their first parameter, the server. */
type BoundToGuild<Port, Method extends keyof Port> = {
  readonly [Name in Method]: Port[Name] extends (guild: string, ...rest: infer Rest) => infer Answer
    ? (...rest: Rest) => Answer
    : never;
};

function boundTo<const Method extends PropertyKey, Port extends Record<Method, OfGuild>>(
  port: Port,
  guild: string,
  methods: readonly Method[],
): BoundToGuild<Port, Method> {
  const bound = methods.map((name) => [
    name,
    (...rest: unknown[]): unknown => Reflect.apply(port[name], port, [guild, ...rest]),
  ]);
  // What is built here has the very keys of `Method`, which `fromEntries` cannot express.
  return Object.fromEntries(bound) as BoundToGuild<Port, Method>;
}

/** The record of a server. */
export function recordOf(store: RecordStore, guild: string) {
  return boundTo(store, guild, [
    'entries',
    'ultimatum',
    'list',
    'names',
    'nextNumber',
    'others',
    'linkingTo',
    'changedBetween',
  ]);
}

/** What a server has set: settings, countdowns, reminder plans, boards, names of issuers. */
function serverOf(store: ServerStore & BoardStore & ErasureStore, guild: string) {
  const bound = boundTo(store, guild, [
    'reminderPlans',
    'saveReminderPlan',
    'schedules',
    'removeSchedule',
    'issuer',
    'issuers',
    'issuerZone',
    'boards',
    'setBoard',
    'removeBoard',
    'eraseServer',
  ]);
  const named: Pick<ServerStore, 'saveSettings' | 'addSchedule' | 'saveSchedule' | 'addAliases' | 'setUp'> = {
    saveSettings: (settings, now) => store.saveSettings(settings, now),
    addSchedule: (schedule, consumes) => store.addSchedule(schedule, consumes),
    saveSchedule: (schedule, consumes) => store.saveSchedule(schedule, consumes),
    addAliases: (aliases, consumes) => store.addAliases(aliases, consumes),
    setUp: (rows, now, consumes) => store.setUp(rows, now, consumes),
  };
  return { ...bound, ...named };
}

/** People, what they have not finished, and what they proposed. */
function peopleOf(store: PeopleStore, guild: string) {
  const bound = boundTo(store, guild, ['unfinished', 'proposals', 'ownProposals', 'proposal', 'endProposal']);
  const byKeys: PeopleStore['people'] = (keys) => store.people(keys);
  const named: Pick<PeopleStore, 'setPublicName' | 'forget' | 'pending' | 'finishPending' | 'propose'> = {
    setPublicName: (user, name, now) => store.setPublicName(user, name, now),
    forget: (user, now) => store.forget(user, now),
    pending: (key) => store.pending(key),
    finishPending: (key, done) => store.finishPending(key, done),
    propose: (proposal, consumes) => store.propose(proposal, consumes),
  };
  return { ...bound, ...named, byKeys };
}

/** What became of the posts of a server, to look at and not to change. */
function postsOf(store: PostLog & ChannelStore & SetAsideStore, guild: string) {
  return boundTo(store, guild, ['log', 'deliveries', 'digestsPosted', 'closed', 'closedChannels', 'asides']);
}

/** The record of a server as it leaves it, what is hidden included. */
export function wholeRecordOf(store: ExportStore, guild: string): WholeRecord {
  return { next: (after) => store.wholeRecord(guild, after), server: () => store.serverSetup(guild) };
}

const figuresFor = (store: FigureStore, guild: string) =>
  boundTo(store, guild, ['issuerCases', 'leaderboard']);

/** Takes in records from files. */
function importOf(store: ImportStore, guild: string) {
  const bound = boundTo(store, guild, [
    'importProgress',
    'beginImport',
    'runImport',
    'importedNumbers',
    'importedToReview',
  ]);
  const named: Pick<ImportStore, 'stageImport'> = { stageImport: (staged) => store.stageImport(staged) };
  return { ...bound, ...named };
}

export type GuildRecord = ReturnType<typeof recordOf>;

/** What the ports of a front door are made of. */
export interface GuildStore
  extends
    RecordStore,
    FigureStore,
    ServerStore,
    PeopleStore,
    BoardStore,
    ErasureStore,
    ExportStore,
    ImportStore,
    PostLog,
    ChannelStore,
    SetAsideStore {}

/** The ports of a front door. None of them can claim or settle a post, or reach another server's rows. */
export interface GuildPorts {
  readonly record: GuildRecord;
  readonly figures: ReturnType<typeof figuresFor>;
  readonly server: ReturnType<typeof serverOf>;
  readonly people: ReturnType<typeof peopleOf>;
  readonly posts: ReturnType<typeof postsOf>;
  readonly imports: ReturnType<typeof importOf>;
}

/** Binds the ports to a server. */
export function guildPorts(store: GuildStore, guild: string): GuildPorts {
  return {
    record: recordOf(store, guild),
    figures: figuresFor(store, guild),
    server: serverOf(store, guild),
    people: peopleOf(store, guild),
    posts: postsOf(store, guild),
    imports: importOf(store, guild),
  };
}
