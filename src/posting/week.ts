/** The post about the last week: what moved, passed and was closed, and what was corrected. */
import type { RecordInstant } from '../domain/instant.js';
import type { Chain, Ultimatum, Version } from '../domain/ultimatum.js';
import { isMove } from '../domain/versions.js';
import { localTime } from '../domain/zone.js';
import type { GuildRecord } from '../store/port/guild.js';
import type { Numbered } from '../wording/about.js';
import type { Words } from '../wording/index.js';
import type { Line } from '../wording/parts.js';
import { FULL, type TextBudget } from '../wording/text-budget.js';
import { weekLines, type CorrectedInWeek, type MovedInWeek, type Week } from '../wording/week.js';
import type { Fits, PostDescription } from './post-description.js';
import { folds } from './running.js';

/** More are not looked at; a post names far fewer. */
const MOST_CHANGED = 300;

type Within = (instant: RecordInstant) => boolean;

const recordedIn = ({ entries }: Ultimatum, isWithin: Within, kinds: readonly string[]): boolean =>
  entries.some(({ event, recorded }) => kinds.includes(event.kind) && isWithin(recorded));

/** The moves of some targets that were recorded within the week. */
function movesOf({ versions }: Chain, { entries }: Ultimatum, isWithin: Within): readonly number[] {
  const recorded = new Map(entries.map((entry) => [entry.seq, entry.recorded]));
  return versions.flatMap(({ entry, revision, reading }, index) => {
    const at = recorded.get(entry);
    const moved = isMove(versions[index - 1]?.reading ?? null, revision, reading);
    return moved && at !== undefined && isWithin(at) ? [index] : [];
  });
}

const between = (versions: readonly Version[], moves: readonly number[]) => {
  const [first, last] = [moves[0], moves.at(-1)];
  const before = first === undefined ? undefined : versions[first - 1];
  const after = last === undefined ? undefined : versions[last];
  return before === undefined || after === undefined ? null : { before, after };
};

function movedIn(numbered: Numbered, isWithin: Within): readonly MovedInWeek[] {
  const { ultimatum } = numbered;
  const all = ultimatum.chains.flatMap((chain) => {
    const moved = between(chain.versions, movesOf(chain, ultimatum, isWithin));
    return moved === null ? [] : [{ ...numbered, ...moved }];
  });
  return all.slice(0, 1);
}

const isClosed = ({ state }: Ultimatum): boolean =>
  state === 'resolved' || state === 'withdrawn' || state === 'superseded';

function correctedIn(numbered: Numbered, isWithin: Within): readonly CorrectedInWeek[] {
  return numbered.ultimatum.corrections.flatMap(({ event, recorded }) =>
    event.kind === 'corrected' && isWithin(recorded) ? [{ ...numbered, reason: event.reason }] : [],
  );
}

/** What was recorded in the seven days of `zone` before `on` (record's ms UTC), as it stands now. */
export async function weekOf(
  record: Pick<GuildRecord, 'ultimatum' | 'changedBetween'>,
  zone: string,
  on: RecordInstant,
): Promise<Week> {
  const from = localTime(on, zone).minus({ days: 7 }).toMillis();
  const isWithin = (instant: RecordInstant) => instant >= from && instant < on;
  const all = await folds(record, await record.changedBetween(from, on, MOST_CHANGED));
  return {
    from,
    on,
    zone,
    moved: all.flatMap((numbered) => movedIn(numbered, isWithin)),
    passed: all.filter(
      ({ ultimatum }) => ultimatum.state === 'passed' && recordedIn(ultimatum, isWithin, ['passed']),
    ),
    closed: all.filter(
      ({ ultimatum }) =>
        isClosed(ultimatum) && recordedIn(ultimatum, isWithin, ['outcome', 'withdrawn', 'superseded']),
    ),
    corrected: all.flatMap((numbered) => correctedIn(numbered, isWithin)),
  };
}

const MOST_LINES = 5;
const WIDE: TextBudget = { ...FULL, name: 50, names: 60, text: 80 };
const NARROW: TextBudget = { ...FULL, name: 30, names: 30, text: 40 };

/** Shortens the texts first, then drops lines; the counts are left in any case. */
function fittingWeek(words: Words, week: Week, fits: Fits): readonly Line[] {
  for (let lines = MOST_LINES; lines > 0; lines -= 1) {
    const written = [WIDE, NARROW].map((budget) => weekLines(words, week, { lines, budget }));
    const fitting = written.find(fits);
    if (fitting !== undefined) return fitting;
  }
  return weekLines(words, week, { lines: 0, budget: NARROW });
}

/** One silent post for a week; null where nothing happened in it. */
export function weekPost(words: Words, week: Week): PostDescription | null {
  const { moved, passed, closed, corrected } = week;
  if (moved.length + passed.length + closed.length + corrected.length === 0) return null;
  return {
    lines: (fits) => fittingWeek(words, week, fits),
    buttons: ['all'],
    subject: 'countdown',
    silent: true,
  };
}
