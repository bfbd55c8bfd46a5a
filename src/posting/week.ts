/** The post about the last week: what moved, passed and was closed, and what was corrected. */
import { asRecordedBefore } from '../domain/as-of.js';
import type { RecordInstant } from '../domain/instant.js';
import { closedIn, isWithin, movedIn, passedIn, weekBefore, type WeekSpan } from '../domain/week.js';
import type { GuildRecord } from '../store/port/guild.js';
import type { Numbered } from '../wording/about.js';
import type { Words } from '../wording/index.js';
import type { Line } from '../wording/parts.js';
import { weekCorrectedNote } from '../wording/rectification.js';
import { FULL, type TextBudget } from '../wording/text-budget.js';
import { weekLines, type CorrectedInWeek, type MovedInWeek, type Week } from '../wording/week.js';
import { withSmallPrint } from './notes.js';
import type { Fits, PostDescription } from './post-description.js';
import { folds } from './running.js';

/** More are not looked at; a post names far fewer. */
const MOST_CHANGED = 300;

/** Each as it was when the week ended, with the corrections known today. */
function asPosted(all: readonly Numbered[], on: RecordInstant): readonly Numbered[] {
  return all.flatMap(({ number, ultimatum }) => {
    const then = asRecordedBefore(ultimatum.entries, on);
    return then === null ? [] : [{ number, ultimatum: then }];
  });
}

function movedOf(numbered: Numbered, week: WeekSpan): readonly MovedInWeek[] {
  const moved = movedIn(numbered.ultimatum, week);
  return moved === null ? [] : [{ ...numbered, ...moved }];
}

function correctedIn(numbered: Numbered, week: WeekSpan): readonly CorrectedInWeek[] {
  return numbered.ultimatum.corrections.flatMap(({ event, recorded }) =>
    event.kind === 'corrected' && isWithin(week, recorded) ? [{ ...numbered, reason: event.reason }] : [],
  );
}

/** What was recorded in the seven days of `zone` before `on` (record's ms UTC), with the corrections known today. */
export async function weekOf(
  record: Pick<GuildRecord, 'ultimatum' | 'changedBetween'>,
  zone: string,
  on: RecordInstant,
): Promise<Week> {
  const week = weekBefore(on, zone);
  const changed = await folds(record, await record.changedBetween(week.from, on, MOST_CHANGED));
  const all = asPosted(changed, on);
  return {
    ...week,
    zone,
    changed,
    moved: all.flatMap((numbered) => movedOf(numbered, week)),
    passed: all.filter(({ ultimatum }) => passedIn(ultimatum, week)),
    closed: all.filter(({ ultimatum }) => closedIn(ultimatum, week)),
    corrected: all.flatMap((numbered) => correctedIn(numbered, week)),
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

const described = (lines: PostDescription['lines']): PostDescription => ({
  lines,
  buttons: ['all'],
  subject: 'countdown',
  silent: true,
});

/** One silent post for a week; null where nothing happened in it. */
export function weekPost(words: Words, week: Week): PostDescription | null {
  const { moved, passed, closed, corrected } = week;
  if (moved.length + passed.length + closed.length + corrected.length === 0) return null;
  return described((fits) => fittingWeek(words, week, fits));
}

/** The post of a week that was posted: what corrections since then set right stands in its small print. */
export function weekAgain(words: Words, week: Week): PostDescription {
  const note = weekCorrectedNote(words, week.changed, week);
  return described((fits) => {
    const lines = fittingWeek(words, week, fits);
    return note === null ? lines : withSmallPrint(words, lines, note);
  });
}
