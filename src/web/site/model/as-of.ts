/** The lists of a server as the world knew them at an instant: every ledger is folded up to there. */
import { setImmediate } from 'node:timers/promises';
import { asKnownInWorld } from '../../../domain/as-of.js';
import { DAY } from '../../../domain/durations.js';
import type { RecordInstant } from '../../../domain/instant.js';
import { foldName } from '../../../domain/names.js';
import type { Ultimatum } from '../../../domain/ultimatum.js';
import type { Numbered } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';
import type { ServerCounts } from '../pages/server.js';
import { wasMoved, type ListPage, type Narrowing, type Section, type ServerLists } from './lists.js';

/** Folded at a time; the process answers others in between. */
const AT_ONCE = 50;
/** More are not folded for one page. */
const MOST = 5000;
const LATELY_MS = 7 * DAY;

/** The clock had let these deadlines pass by then, whether or not that was written down. */
function passedBy(ultimatum: Ultimatum, instant: RecordInstant): boolean {
  const reading = ultimatum.inForce?.reading;
  return ultimatum.state === 'passed' || (reading !== undefined && reading.latest <= instant);
}

async function knownAt(context: ServerContext, instant: RecordInstant): Promise<readonly Numbered[]> {
  const { store, page } = context;
  const known: Numbered[] = [];
  let last = 0;
  while (known.length < MOST) {
    const numbers = await store.shownNumbers(page.guild, last, AT_ONCE);
    if (numbers.length === 0) break;
    last = numbers.at(-1) ?? last;
    for (const { number, entries } of await store.shownEntries(page.guild, numbers)) {
      const ultimatum = worldAt(entries, instant);
      if (ultimatum !== null) known.push({ number, ultimatum });
    }
    await setImmediate();
  }
  return known;
}

/** A ledger that cannot be folded is left out. */
function worldAt(entries: Parameters<typeof asKnownInWorld>[0], instant: RecordInstant): Ultimatum | null {
  try {
    return asKnownInWorld(entries, instant);
  } catch {
    return null;
  }
}

const holds = (names: readonly string[], wanted: string | undefined): boolean =>
  wanted === undefined || names.some((name) => foldName(name) === foldName(wanted));

function matches({ ultimatum }: Numbered, { text, issuer, target, tag }: Narrowing): boolean {
  const { issuers, targets, tags, demand, threat } = ultimatum;
  const all = foldName([...issuers, ...targets, ...tags, demand, threat ?? ''].join(' '));
  const words = foldName(text ?? '').split(' ');
  return (
    holds(issuers, issuer) &&
    holds(targets, target) &&
    holds(tags, tag) &&
    words.every((word) => all.includes(word))
  );
}

const whole = (items: readonly Numbered[]): ListPage => ({ items, total: items.length, next: null });
const NOTHING = whole([]);

/** The section of an ultimatum, or that it has no date. */
function sectionOf({ ultimatum }: Numbered, instant: RecordInstant): Section | 'undated' {
  const { state, inForce } = ultimatum;
  if (state === 'suspended') return 'paused';
  if (state !== 'open' && state !== 'passed') return 'closed';
  if (passedBy(ultimatum, instant)) return 'passed';
  return inForce === null ? 'undated' : 'running';
}

const soonest = (a: Numbered, b: Numbered): number =>
  (a.ultimatum.inForce?.reading.latest ?? 0) - (b.ultimatum.inForce?.reading.latest ?? 0);

/** The lists and the counts as known at `instant` (record's ms UTC). */
export async function listsAt(
  context: ServerContext,
  narrowing: Narrowing,
  only: Section | null,
  instant: RecordInstant,
): Promise<{ readonly lists: ServerLists; readonly counts: ServerCounts }> {
  const known = await knownAt(context, instant);
  const inSection = (section: Section | 'undated', items: readonly Numbered[]) =>
    items.filter((item) => sectionOf(item, instant) === section);
  const count = (section: Section | 'undated') => inSection(section, known).length;
  const counts = {
    dated: count('running'),
    undated: count('undated'),
    passed: count('passed'),
    paused: count('paused'),
    closed: count('closed'),
    since: known[0]?.ultimatum.recorded ?? null,
  };
  const found = known.filter((item) => matches(item, narrowing));
  const section = (name: Section | 'undated') => {
    const asked = only === null || only === name || (only === 'running' && name === 'undated');
    return asked ? whole(inSection(name, found)) : NOTHING;
  };
  const lately = found.filter((item) => {
    const last = item.ultimatum.versions.at(-1);
    return wasMoved(item) && last !== undefined && last.stated.start >= instant - LATELY_MS;
  });
  const lists = {
    running: whole(section('running').items.toSorted(soonest)),
    undated: section('undated'),
    moved: only === null ? lately : [],
    paused: section('paused'),
    passed: section('passed'),
    closed: whole(section('closed').items.toReversed()),
  };
  return { lists, counts };
}
