/** An outcome: what each side did, and the headline that is worked out from it. */
import { HOUR } from '../domain/durations.js';
import type { FollowThrough, Outcome } from '../domain/entry.js';
import type { DatedReading } from '../domain/reading.js';
import type { CitedStatement, TargetOutcome, Ultimatum } from '../domain/ultimatum.js';
import { isDayKnown, isInterval, type When } from '../domain/when.js';
import { recordedText, issuersText, targetsText, yearOf, type About } from './about.js';
import { headlineText } from './headline.js';
import { dateOf, isSpan, longDay, onDay, shortDay, shownEnd } from './dates.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { headText, type PostText } from './post.js';
import { sourcesText } from './sources.js';
import { moreTargets, targetLines } from './targets.js';
import type { TextBudget } from './text-budget.js';

const ACTED: readonly FollowThrough[] = ['full', 'partial', 'substitute'];

type DayTiming = 'sameDay' | 'dayUnknown' | 'atDeadline' | 'late' | 'early' | 'between';

/** Whether it is known to have been done within an hour of the end (rules 4). */
function isAtEnd(done: When, { latest }: DatedReading): boolean {
  return !isInterval(done) && done.start >= latest && done.start < latest + HOUR;
}

/** Where a day lies to the deadline; `between` is neither early nor late. */
function timingOf(done: When, reading: DatedReading, late: boolean): DayTiming {
  if (isInterval(done) && done.start < reading.latest && reading.latest < done.end)
    return isDayKnown(done) ? 'sameDay' : 'dayUnknown';
  if (late) return isAtEnd(done, reading) ? 'atDeadline' : 'late';
  return done.end <= reading.earliest && !reading.openBeginning ? 'early' : 'between';
}

/** `did not meet the demand (leave) by Fri 8 Aug 2025`. */
function unmetText(words: Words, what: Text, reading: DatedReading): Text {
  const { outcome } = words.posts;
  const date = dateOf(words, reading);
  if (reading.bound === 'before') return outcome.before(what, date);
  if (!isSpan(reading)) return outcome.by(what, date);
  return outcome.byWindow(what, longDay(words, shownEnd(reading), reading.zone), date);
}

function complianceText(
  words: Words,
  ultimatum: Ultimatum,
  recorded: TargetOutcome,
  budget: TextBudget,
): Text {
  const { posts, outcomes } = words;
  const { compliance, complied } = recorded.outcome;
  const reading = recorded.against;
  const what = posts.outcome.demand(outcomes.compliance[compliance], typed(recorded.demand, budget.text));
  if (compliance === 'none') return reading === null ? what : unmetText(words, what, reading);
  if (complied === null) return what;
  const dated = posts.outcome.on(what, onDay(words, complied, ultimatum.zone, yearOf(ultimatum)));
  if (reading === null) return dated;
  const timing = timingOf(complied, reading, recorded.late);
  return posts.outcome.timing[timing === 'between' ? 'inTime' : timing](dated);
}

function followThroughText(
  words: Words,
  ultimatum: Ultimatum,
  recorded: TargetOutcome,
  budget: TextBudget,
): Text {
  const { posts, outcomes } = words;
  const { acted, note, followThrough } = recorded.outcome;
  const what = outcomes.followThrough[followThrough];
  if (acted === null) return what;
  const reading = recorded.against;
  const dated = posts.outcome.on(what, onDay(words, acted, ultimatum.zone, yearOf(ultimatum)));
  const timing = reading === null ? 'between' : timingOf(acted, reading, acted.start >= reading.latest);
  const timed = timing === 'between' ? dated : posts.outcome.timing[timing](dated);
  return note === null ? timed : posts.outcome.withNote(timed, typed(note, budget.text));
}

/** What the sides did, one text each. */
export function sideTexts(
  words: Words,
  ultimatum: Ultimatum,
  targets: readonly string[],
  recorded: TargetOutcome,
  budget: TextBudget,
): readonly Text[] {
  const { side } = words.posts.outcome;
  const { note, followThrough } = recorded.outcome;
  const apart = note !== null && !ACTED.includes(followThrough);
  const { actor } = recorded;
  const issuer: Text =
    actor === undefined ? issuersText(words, ultimatum.issuers, budget) : [typed(actor, budget.name)];
  return [
    side(targetsText(words, targets, budget), complianceText(words, ultimatum, recorded, budget)),
    side(issuer, followThroughText(words, ultimatum, recorded, budget)),
    ...(apart ? [words.posts.note(typed(note, budget.text))] : []),
  ];
}

/** `met the demand, on Wed 6 Aug 2025; did not carry out the threat`: what was recorded of both sides. */
export function bothSides(
  words: Words,
  { compliance, complied, followThrough, acted }: Outcome,
  zone: string,
): Text {
  const { screens, outcomes } = words;
  const { log } = screens;
  const dated = (what: Text, when: When | null) =>
    when === null ? what : log.on(what, onDay(words, when, zone));
  return log.sides(
    dated(outcomes.compliance[compliance], complied),
    dated(outcomes.followThrough[followThrough], acted),
  );
}

/** The sources of an outcome first, then what was added since the last deadline was stated (rules 17). */
function outcomeSources({ versions, statements }: Ultimatum, entry: number): readonly CitedStatement[] {
  const since = versions.at(-1)?.entry ?? 0;
  const added = statements.filter((statement) => statement.entry > since && statement.entry < entry);
  return [...statements.filter((statement) => statement.entry === entry), ...added];
}

/** Targets of whom the same is said: one outcome can be in time for some and late for others. */
export function sameOutcomes(
  recorded: readonly TargetOutcome[],
): readonly (readonly [TargetOutcome, ...TargetOutcome[]])[] {
  const groups: [TargetOutcome, ...TargetOutcome[]][] = [];
  const keyOf = ({ entry, headline, against, late, demand }: TargetOutcome) =>
    JSON.stringify([entry, headline, against, late, demand]);
  for (const outcome of recorded) {
    const group = groups.find(([first]) => keyOf(first) === keyOf(outcome));
    if (group === undefined) groups.push([outcome]);
    else group.push(outcome);
  }
  return groups;
}

/** What both sides did, of targets of whom the same is said. */
function groupTexts(
  words: Words,
  ultimatum: Ultimatum,
  group: readonly [TargetOutcome, ...TargetOutcome[]],
  budget: TextBudget,
): readonly Text[] {
  const [first] = group;
  const targets = group.map(({ target }) => target);
  return sideTexts(words, ultimatum, targets, first, budget);
}

/** Two lines for each group; where a post has no room for all of them the targets left over are counted. */
function sidesOfGroups(
  words: Words,
  ultimatum: Ultimatum,
  groups: ReturnType<typeof sameOutcomes>,
  budget: TextBudget,
): readonly Text[] {
  const room = Math.ceil(budget.lines / 2);
  const sides = groups.slice(0, room).flatMap((group) => groupTexts(words, ultimatum, group, budget));
  const more = groups.slice(room).flat().length;
  return more === 0 ? sides : [...sides, moreTargets(words, more, budget)];
}

/** An outcome that an entry recorded, for one target or for all that had none. */
export function outcomeText(words: Words, about: About, entry: number, budget: TextBudget): PostText {
  const { ultimatum } = about;
  const { posts } = words;
  const recorded = ultimatum.outcomes.filter((outcome) => outcome.entry === entry);
  const [outcome] = recorded;
  const others = ultimatum.targets.filter((name) => recorded.every(({ target }) => target !== name));
  const groups = sameOutcomes(recorded);
  const single = groups.length < 2 && others.length === 0;
  const day = shortDay(words, outcome?.recorded ?? 0, ultimatum.zone, yearOf(ultimatum));
  return {
    head: headText(words, posts.outcome.head, about, budget),
    body: [
      headlineText(words, ultimatum.headline),
      ...sidesOfGroups(words, ultimatum, groups, budget),
      ...targetLines(words, about, others, budget),
      sourcesText(words, outcomeSources(ultimatum, entry), budget),
    ],
    small: [
      recordedText(words, about, outcome?.by ?? null, budget, (author) => posts.recordedByOn(author, day)),
      single ? posts.outcome.method : posts.outcome.methodEach,
    ],
  };
}
