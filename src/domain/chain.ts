/** The deadlines of targets that share them, while the entries are walked. Only the fold sees it. */
import type { Effective } from './corrections.js';
import type { Revision, Scoped } from './entry.js';
import { daysBetween } from './calendar-days.js';
import type { MeasuredVersion, Pause } from './measure.js';
import type { DatedReading, Reading } from './reading.js';
import type { VersionOutcome, Version } from './ultimatum.js';
import type { State } from './state.js';
import { isMove, revisionOf } from './versions.js';
import type { When } from './when.js';

/** A version while the entries are walked: the lines still grow. */
interface GrowingVersion extends Version, MeasuredVersion {
  readonly became: VersionOutcome[];
}

/** The demand and the threat as they were from one statement on. */
export interface Terms {
  readonly stated: When | null;
  readonly demand: string;
  readonly threat: string | null;
}

/** What holds for its targets alone; an entry for some of them splits it. */
export interface GrowingChain {
  targets: readonly string[];
  state: State;
  /** At least one: the terms of the record. */
  readonly terms: Terms[];
  undated: Reading | null;
  readonly versions: GrowingVersion[];
  readonly pauses: Pause[];
  suspended: When | null;
  withdrawn: { readonly stated: When; readonly late: boolean } | null;
}

export function beginChain(targets: readonly string[], terms: Terms): GrowingChain {
  return {
    targets,
    state: 'open',
    terms: [terms],
    undated: null,
    versions: [],
    pauses: [],
    suspended: null,
    withdrawn: null,
  };
}

/** The same history for other targets; what either lives through later, the other does not. */
export function cloneChain(chain: GrowingChain, targets: readonly string[]): GrowingChain {
  return {
    ...chain,
    targets,
    terms: [...chain.terms],
    versions: chain.versions.map((version) => ({ ...version, became: [...version.became] })),
    pauses: [...chain.pauses],
  };
}

/** Adds a line to the deadline that stands. */
function closeVersion(chain: GrowingChain, became: VersionOutcome): void {
  chain.versions.at(-1)?.became.push(became);
}

const doneBy = ({ actor }: Scoped): Pick<Scoped, 'actor'> => (actor === undefined ? {} : { actor });

/** What was stated before `latest` and recorded after it shows the passing as lifted (rules 8). */
function lift(chain: GrowingChain, stated: When): void {
  const last = chain.versions.at(-1);
  if (last === undefined || stated.start >= last.reading.latest) return;
  for (const [index, became] of last.became.entries()) {
    if (became.kind === 'passed') last.became[index] = { ...became, lifted: true };
  }
}

/**
 * The clock let the deadline pass. Where a correction has since moved `latest` beyond the recorded passing, or where it
 * is known today that the deadline no longer stood, it passed in this record only: the line stays, lifted.
 */
export function passChain(chain: GrowingChain, entry: Effective): void {
  const last = chain.versions.at(-1);
  if (last === undefined || chain.state === 'passed') return;
  const meant = chain.versions.findLast(({ reading }) => reading.latest === entry.stated.start) ?? last;
  if (chain.state !== 'open' || entry.recorded < last.reading.latest) {
    const ending = meant === last && chain.state === 'open' ? 0 : 1;
    const place = Math.max(0, meant.became.length - ending);
    meant.became.splice(place, 0, { kind: 'passed', at: entry.stated.start, lifted: true });
    return;
  }
  last.became.push({ kind: 'passed', at: last.reading.latest, lifted: false });
  chain.state = 'passed';
}

/** What the deadline that stood became when another took its place; its kind is derived from the instants (rules 6). */
function replaceVersion(chain: GrowingChain, entry: Effective, next: GrowingVersion, by: Scoped): void {
  const last = chain.versions.at(-1);
  if (last === undefined) return;
  const { stated } = entry;
  const { revision, number: to, reading } = next;
  lift(chain, stated);
  if (revision === 'clarified') return closeVersion(chain, { kind: 'made-exact', to, stated });
  const zone = chain.versions[0]?.reading.zone ?? reading.zone;
  const days = daysBetween(last.reading, reading, zone);
  closeVersion(chain, { kind: 'moved', revision, to, stated, days, ...doneBy(by) });
}

/** A new deadline. Its kind is derived again, so that a correction of an earlier one reaches it (rules 6, 13). */
export function addVersion(
  chain: GrowingChain,
  entry: Effective,
  { reading, number, by }: { readonly reading: DatedReading; readonly number: number; readonly by: Scoped },
): void {
  const old = chain.versions.at(-1)?.reading ?? null;
  const derived = revisionOf(old, chain.state === 'suspended', reading, entry.stated);
  const stored: Revision = entry.event.kind === 'revised' ? entry.event.revision : 'set';
  const revision = derived.ok ? derived.value : stored;
  const version: GrowingVersion = {
    number,
    entry: entry.seq,
    revision,
    reading,
    stated: entry.stated,
    delivery: entry.delivery,
    correctedFrom: entry.correctedFrom,
    became: [],
    targets: null,
    moved: isMove(old, revision, reading),
    fromRecord: entry.event.kind === 'recorded',
  };
  replaceVersion(chain, entry, version, by);
  chain.versions.push(version);
  endPause(chain, entry.stated);
  chain.state = 'open';
}

function endPause(chain: GrowingChain, until: When): void {
  const last = chain.pauses.at(-1);
  if (last?.until === null) chain.pauses[chain.pauses.length - 1] = { ...last, until };
  chain.suspended = null;
}

export function suspendChain(chain: GrowingChain, { stated }: Effective, by: Scoped): void {
  lift(chain, stated);
  closeVersion(chain, { kind: 'suspended', stated, ...doneBy(by) });
  chain.pauses.push({ from: stated, until: null });
  chain.state = 'suspended';
  chain.suspended = stated;
}

export function withdrawChain(chain: GrowingChain, { stated }: Effective, by: Scoped): void {
  const last = chain.versions.at(-1);
  const late = chain.state !== 'suspended' && last !== undefined && stated.start >= last.reading.latest;
  lift(chain, stated);
  closeVersion(chain, { kind: 'withdrawn', stated, ...doneBy(by) });
  chain.state = 'withdrawn';
  chain.withdrawn = { stated, late };
}

export function supersedeChain(chain: GrowingChain, { stated }: Effective, by: number): void {
  lift(chain, stated);
  closeVersion(chain, { kind: 'superseded', by, stated });
  chain.state = 'superseded';
}
