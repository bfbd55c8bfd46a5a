/** Loads the lists of a server's page: running, just moved, passed, paused and closed, whole or narrowed. */
import { DAY } from '../../../domain/durations.js';
import type { State } from '../../../domain/state.js';
import { exactly, type Total } from '../../../domain/total.js';
import type { ListCursor, ListFilter } from '../../../store/port/index.js';
import type { Numbered } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';

/** The sections of a server's page that can be asked for alone. */
export const SECTIONS = ['running', 'paused', 'passed', 'closed'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the lists are narrowed to. */
export interface Narrowing {
  readonly text?: string;
  readonly issuer?: string;
  readonly target?: string;
  readonly tag?: string;
}

/** One page of a list. */
export interface ListPage {
  readonly items: readonly Numbered[];
  readonly total: Total;
  /** Where the next page begins; null on the last one. */
  readonly next: ListCursor | null;
}

export interface ServerLists {
  readonly running: ListPage;
  readonly undated: ListPage;
  readonly moved: readonly Numbered[];
  readonly paused: ListPage;
  readonly passed: ListPage;
  readonly closed: ListPage;
}

const NOTHING: ListPage = { items: [], total: exactly(0), next: null };
/** How many are shown at once. */
export const LIST_SIZES = { running: 50, others: 25, moved: 10 } as const;
const LATELY_MS = 7 * DAY;

/** The states of what a section lists. */
export const SECTION_STATES: Readonly<Record<Section, readonly State[]>> = {
  running: ['open'],
  paused: ['suspended'],
  passed: ['passed'],
  closed: ['resolved', 'withdrawn', 'superseded'],
};

async function pageOf(context: ServerContext, filter: ListFilter): Promise<ListPage> {
  const { guild } = context.page;
  const { rows, total } = await context.store.list(guild, { ...filter, limit: filter.limit + 1 });
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last !== undefined ? cursorOf(last) : null;
  return { items: await context.folds.of(guild, shown), total, next };
}

/** The cursor after a row. */
export const cursorOf = ({ latest, number }: ListCursor): ListCursor => ({ latest, number });

/** A cursor as it stands in an address. */
export const cursorText = ({ latest, number }: ListCursor): string => `${latest ?? ''}.${number}`;

/** The cursor that an address holds; null for anything else. */
export function cursorIn(text: string | undefined): ListCursor | null {
  const [, latest = '', number = ''] = /^(-?\d{0,16})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  if (number === '' || latest === '-') return null;
  return { latest: latest === '' ? null : Number(latest), number: Number(number) };
}

const NO_MOVE: ReadonlySet<string> = new Set(['set', 'clarified']);

/** Whether its last deadline was a move: a narrowed one is not (rules 6). */
export function wasMoved({ ultimatum: { versions } }: Numbered): boolean {
  const last = versions.at(-1);
  return versions.length > 1 && last !== undefined && !NO_MOVE.has(last.revision);
}

async function movedLately(context: ServerContext): Promise<readonly Numbered[]> {
  const { store, folds, page, now } = context;
  const numbers = await store.lastMoved(page.guild, now - LATELY_MS, LIST_SIZES.moved);
  const shown = await store.shownEntries(page.guild, numbers);
  const rows = shown.map(({ number, entries }) => ({
    number,
    lastSeq: entries.at(-1)?.seq ?? 0,
    recorded: entries[0]?.recorded ?? 0,
  }));
  return (await folds.of(page.guild, rows)).filter(wasMoved);
}

/**
 * The lists of a server. `only` asks for one section, from `past` on; what was just moved is not shown where anything is
 * narrowed.
 */
export async function loadLists(
  context: ServerContext,
  narrowing: Narrowing,
  only: Section | null,
  past: ListCursor | null,
): Promise<ServerLists> {
  const wanted = (section: Section) => only === null || only === section;
  const from = only === null || past === null ? {} : { past };
  const section = async (name: Section, more: Omit<ListFilter, 'limit'>, limit: number) =>
    wanted(name) ? pageOf(context, { ...narrowing, states: SECTION_STATES[name], ...more, limit }) : NOTHING;
  const narrowed = only !== null || Object.values(narrowing).some((value) => value !== undefined);
  const running = await section('running', { undated: false, ...from }, LIST_SIZES.running);
  const undated = past === null ? await section('running', { undated: true }, LIST_SIZES.running) : NOTHING;
  return {
    running,
    undated,
    moved: narrowed ? [] : await movedLately(context),
    paused: await section('paused', from, LIST_SIZES.others),
    passed: await section('passed', from, LIST_SIZES.others),
    closed: await section('closed', { newest: true, ...from }, LIST_SIZES.others),
  };
}
