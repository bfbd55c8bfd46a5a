/** The lists of a server as the world knew them at an instant: what has changed since is folded again up to there. */
import { setImmediate } from 'node:timers/promises';
import { asKnownInWorld } from '../../../domain/as-of.js';
import { DAY } from '../../../domain/durations.js';
import type { Entry } from '../../../domain/entry.js';
import type { RecordInstant } from '../../../domain/instant.js';
import { foldName } from '../../../domain/names.js';
import type { State } from '../../../domain/state.js';
import { exactly } from '../../../domain/total.js';
import type { Ultimatum } from '../../../domain/ultimatum.js';
import type { ListCursor, ListRow, StatedRow } from '../../../store/port/index.js';
import type { Numbered } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';
import type { ServerCounts } from '../pages/server.js';
import {
  cursorOf,
  LIST_SIZES,
  wasMoved,
  type ListPage,
  type Narrowing,
  type Section,
  type ServerLists,
} from './lists.js';

/** Read at a time; the process answers others in between. */
const AT_ONCE = 250;
/** More are not looked at for one page. */
const MOST = 5000;
const LATELY_MS = 7 * DAY;
/** Looked at for what was moved lately. */
const MOST_LATELY = 100;

/** What sorts and finds an ultimatum as known then. */
interface Known extends Omit<ListRow, 'precision' | 'zone' | 'moves' | 'hidden'> {
  readonly lastStated: RecordInstant;
  /** As known then; null where that is what is known today. */
  readonly world: Ultimatum | null;
}

/** A ledger that cannot be folded is left out. */
function worldAt(entries: readonly Entry[], instant: RecordInstant): Ultimatum | null {
  try {
    return asKnownInWorld(entries, instant);
  } catch {
    return null;
  }
}

function knownThen(row: StatedRow, world: Ultimatum | null): readonly Known[] {
  if (world === null) return [];
  const { number, lastSeq, recorded } = row;
  const { state, issuers, targets, tags, demand, threat, inForce, versions } = world;
  const latest = inForce?.reading.latest ?? null;
  const lastStated = versions.at(-1)?.stated.start ?? world.stated.start;
  const same = { number, lastSeq, recorded, state, issuers, targets, tags, demand, threat };
  return [{ ...same, latest, lastStated, world }];
}

async function knownAt({ store, page }: ServerContext, instant: RecordInstant): Promise<readonly Known[]> {
  const known: Known[] = [];
  let after: number | null = 0;
  while (after !== null && known.length < MOST) {
    const { rows, last } = await store.statedBy(page.guild, instant, after, AT_ONCE);
    const changed = rows.filter(({ same }) => !same).map(({ number }) => number);
    const read = await store.shownEntries(page.guild, changed);
    const folds = new Map(read.map(({ number, entries }) => [number, worldAt(entries, instant)]));
    known.push(
      ...rows.flatMap((row) =>
        row.same ? [{ ...row, world: null }] : knownThen(row, folds.get(row.number) ?? null),
      ),
    );
    after = last;
    await setImmediate();
  }
  return known;
}

const holds = (names: readonly string[], wanted: string | undefined): boolean =>
  wanted === undefined || names.some((name) => foldName(name) === foldName(wanted));

function matches(known: Known, { text, issuer, target, tag }: Narrowing): boolean {
  const { issuers, targets, tags, demand, threat } = known;
  if (!holds(issuers, issuer) || !holds(targets, target) || !holds(tags, tag)) return false;
  if (text === undefined) return true;
  const all = foldName([...issuers, ...targets, ...tags, demand, threat ?? ''].join(' '));
  return foldName(text)
    .split(' ')
    .every((word) => all.includes(word));
}

/** The state by then. A deadline may have passed without that being written down. */
function stateAt({ state, latest }: Known, instant: RecordInstant): State {
  return state === 'open' && latest !== null && latest <= instant ? 'passed' : state;
}

/** The section of an ultimatum, or that it has no date. */
function sectionOf(known: Known, instant: RecordInstant): Section | 'undated' {
  const state = stateAt(known, instant);
  if (state === 'open') return known.latest === null ? 'undated' : 'running';
  if (state === 'passed') return 'passed';
  return state === 'suspended' ? 'paused' : 'closed';
}

/** The ultimatums as they were known, in their order. */
async function resolved(
  { folds, page }: ServerContext,
  known: readonly Known[],
): Promise<readonly Numbered[]> {
  const today = await folds.of(
    page.guild,
    known.filter(({ world }) => world === null),
  );
  const found = new Map(today.map(({ number, ultimatum }) => [number, ultimatum]));
  return known.flatMap(({ number, world }) => {
    const ultimatum = world ?? found.get(number);
    return ultimatum === undefined ? [] : [{ number, ultimatum }];
  });
}

/** The deadline that ends first before the others. */
export const soonest = (a: ListCursor, b: ListCursor): number =>
  (a.latest ?? 0) - (b.latest ?? 0) || a.number - b.number;
/** The largest number first. */
export const newest = (a: ListCursor, b: ListCursor): number => b.number - a.number;

interface KnownPageOptions {
  readonly order: (a: ListCursor, b: ListCursor) => number;
  readonly past: ListCursor | null;
  readonly limit: number;
}

async function pageOf(
  context: ServerContext,
  known: readonly Known[],
  { order, past, limit }: KnownPageOptions,
): Promise<ListPage> {
  const sorted = known.filter((one) => past === null || order(past, one) < 0).toSorted(order);
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  const next = sorted.length > shown.length && last !== undefined ? cursorOf(last) : null;
  return { items: await resolved(context, shown), total: exactly(known.length), next };
}

/** What had been moved in the days before, the newest first. */
async function movedLately(
  context: ServerContext,
  known: readonly Known[],
  since: RecordInstant,
): Promise<readonly Numbered[]> {
  const candidates = known.filter(({ lastStated }) => lastStated >= since);
  const last = candidates.toSorted((a, b) => b.lastStated - a.lastStated).slice(0, MOST_LATELY);
  const found = (await resolved(context, last)).filter(
    (one) => wasMoved(one) && (one.ultimatum.versions.at(-1)?.stated.start ?? 0) >= since,
  );
  return found.slice(0, LIST_SIZES.moved);
}

/** What one list is asked for. */
export interface PageQuery extends KnownPageOptions {
  readonly narrowing: Narrowing;
  /** null for all. */
  readonly states: readonly State[] | null;
  /** Only those that have a date. */
  readonly dated: boolean;
}

/** One list as known at `instant` (record's ms UTC), with the state that each had by then. */
export async function pageAt(
  context: ServerContext,
  { narrowing, states, dated, ...options }: PageQuery,
  instant: RecordInstant,
): Promise<ListPage & { readonly states: ReadonlyMap<number, State> }> {
  const known = await knownAt(context, instant);
  const then = new Map(known.map((one) => [one.number, stateAt(one, instant)]));
  const found = known.filter((one) => {
    const state = then.get(one.number);
    const wanted = states === null || (state !== undefined && states.includes(state));
    return wanted && (!dated || one.latest !== null) && matches(one, narrowing);
  });
  return { ...(await pageOf(context, found, options)), states: then };
}

/** What the lists are asked for. */
export interface ListQuery {
  readonly narrowing: Narrowing;
  readonly only: Section | null;
  /** Where the one section that is asked for goes on. */
  readonly past: ListCursor | null;
}

/** The lists and the counts as known at `instant` (record's ms UTC). */
export async function listsAt(
  context: ServerContext,
  { narrowing, only, past: given }: ListQuery,
  instant: RecordInstant,
): Promise<{ readonly lists: ServerLists; readonly counts: ServerCounts }> {
  const known = await knownAt(context, instant);
  const inSection = (section: Section | 'undated', items: readonly Known[]) =>
    items.filter((item) => sectionOf(item, instant) === section);
  const count = (section: Section | 'undated') => inSection(section, known).length;
  const [first] = await resolved(context, known.slice(0, 1));
  const counts = {
    dated: count('running'),
    undated: count('undated'),
    passed: count('passed'),
    paused: count('paused'),
    closed: count('closed'),
    since: first?.ultimatum.recorded ?? null,
  };
  const found = known.filter((item) => matches(item, narrowing));
  const past = only === null ? null : given;
  const section = (name: Section | 'undated', limit: number, order = soonest) => {
    const asked =
      only === null || only === name || (only === 'running' && name === 'undated' && past === null);
    return pageOf(context, asked ? inSection(name, found) : [], { order, past, limit });
  };
  const lists = {
    running: await section('running', LIST_SIZES.running),
    undated: await section('undated', LIST_SIZES.running),
    moved: only === null ? await movedLately(context, found, instant - LATELY_MS) : [],
    paused: await section('paused', LIST_SIZES.others),
    passed: await section('passed', LIST_SIZES.others),
    closed: await section('closed', LIST_SIZES.others, newest),
  };
  return { lists, counts };
}
