import type { View } from '../command.js';
import type { TargetOutcome, Ultimatum } from '../../domain/ultimatum.js';
import { demandLine, parties, subjectOf, threatLine, yearOf, type About } from './about.js';
import { publicButton, row, type PublicButton } from './buttons.js';
import { cited, dateOf, longDay, onDay, shortDay } from './dates.js';
import { sideLines } from './outcome.js';
import { line, opened, text, within } from './parts.js';
import { FULL, type Line } from './text-budget.js';
import { isSource, seenIn, sourceText } from './sources.js';
import { counted, listed, quoted, safe, small } from './text.js';
import { slipLine, timelineLines } from './timeline.js';
import { tombstoneLine } from './tombstone.js';
import { zoneNote, zonesOf } from './zones.js';

/** An ultimatum as it was known at an instant. */
export interface AsOf {
  readonly instant: number;
  /** What this server had recorded then; null for nothing. `About.ultimatum` is what the world knew. */
  readonly recorded: Ultimatum | null;
}

export interface Show {
  /** The doors to offer, such as log and post; update for curators. At most five. */
  readonly buttons: readonly PublicButton[];
  readonly asOf: AsOf | null;
}

const TIMELINE_BUDGET = 1300;
const SOURCES_BUDGET = 1100;

/** `**Not met, partly carried out** (after 1 move). Disputed.` */
function headlineText({ headline, disputed }: Ultimatum): string {
  const [, bare = headline, after = ''] = /^(.*?)( \(after \d+ moves?\))?$/.exec(headline) ?? [];
  return `**${bare}**${after}.${disputed ? ' Disputed.' : ''}`;
}

function deadlineLines(ultimatum: Ultimatum): readonly Line[] {
  const lines = timelineLines(ultimatum);
  const { undated } = ultimatum;
  const bare = undated === null ? null : `No date was stated: ${quoted(undated.words, FULL.words)}`;
  if (lines.length === 0) return ['**Deadlines**', bare ?? 'None was stated.'];
  // The newest are the ones one looks for.
  const newest = within(
    TIMELINE_BUDGET,
    lines.toReversed(),
    (more) => `${counted(more, 'earlier one')}: see the full log.`,
  );
  return ['**Deadlines**', ...newest.toReversed(), bare, slipLine(ultimatum)];
}

/** The targets that share an outcome's entry, in the order of their recording. */
function byEntry(outcomes: readonly TargetOutcome[]): readonly (readonly TargetOutcome[])[] {
  const entries = [...new Set(outcomes.map(({ entry }) => entry))];
  return entries.map((entry) => outcomes.filter((one) => one.entry === entry));
}

function outcomeBlock(ultimatum: Ultimatum): readonly Line[] {
  const groups = byEntry(ultimatum.outcomes);
  return groups.slice(0, 3).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const day = shortDay(first.recorded, ultimatum.zone, yearOf(ultimatum));
    const targets = group.map(({ target }) => target);
    return [`**Outcome, recorded ${day}**`, ...sideLines(ultimatum, targets, first.outcome, FULL)];
  });
}

function sourcesBlock({ statements }: Ultimatum): readonly Line[] {
  const sources = statements.filter(isSource);
  if (sources.length === 0) {
    return ['**Sources**', 'None given, so it is left out of all figures.', seenIn(statements)];
  }
  const lines = sources.map((one, index) => `${index + 1}. ${sourceText(one, FULL)}`);
  return ['**Sources**', ...within(SOURCES_BUDGET, lines, (more) => `and ${more} more: see the full log.`)];
}

function disputesBlock({ disputes }: Ultimatum): readonly Line[] {
  const lines = disputes.slice(0, 2).map(({ reason }) => `Disputed: ${safe(reason, FULL.text)}`);
  return disputes.length > 2 ? [...lines, `and ${disputes.length - 2} more disputes`] : lines;
}

function correctionsText({ corrections }: Ultimatum): string {
  if (corrections.length === 0) return 'No corrections.';
  return `${counted(corrections.length, 'correction')}, see the full log.`;
}

function citeLine({ number, ultimatum, now }: About): string {
  const subject = subjectOf(number);
  const entry = ultimatum.lastSeq;
  const note = zoneNote(zonesOf(ultimatum));
  return small(
    `Entry ${entry} of ${subject}. Cite: "${subject}, entry ${entry}, ${cited(now)}". ${correctionsText(ultimatum)}${note === null ? '' : ` ${note}`}`,
  );
}

function stateText({ versions, headline }: Ultimatum): string {
  const last = versions.at(-1);
  return last === undefined ? headline : `${dateOf(last.reading)}, ${headline}`;
}

/** One line where what this server had recorded differs from what the world knew. */
function asOfLines({ ultimatum }: About, asOf: AsOf | null): readonly Line[] {
  if (asOf === null) return [];
  const head = `As it was known on ${longDay(asOf.instant, ultimatum.zone)}, with what was corrected since.`;
  const world = stateText(ultimatum);
  const here = asOf.recorded === null ? 'nothing yet' : stateText(asOf.recorded);
  return [head, here === world ? null : `This server had recorded by then: ${here}.`];
}

/** An ultimatum, opened: its headline, each deadline ever set, the outcome, the sources. */
export function showView(about: About, { buttons, asOf }: Show): View {
  const { ultimatum, number } = about;
  if (ultimatum.hidden !== null) return opened([text(tombstoneLine(about))]);
  const subject = subjectOf(number);
  const withdrawn =
    ultimatum.withdrawn === null
      ? null
      : `Withdrawn ${onDay(ultimatum.withdrawn, ultimatum.zone, yearOf(ultimatum))}.`;
  const outcome = [...outcomeBlock(ultimatum), ...disputesBlock(ultimatum)];
  const drawn = buttons.map((name) => publicButton(name, subject, 'show'));
  return opened([
    text(`### ${subject}: ${parties(ultimatum, FULL)}`, ...asOfLines(about, asOf), headlineText(ultimatum)),
    text(demandLine(ultimatum, FULL), threatLine(ultimatum, FULL), withdrawn, tagsLine(ultimatum)),
    line(),
    text(...deadlineLines(ultimatum)),
    line(),
    ...(outcome.length === 0 ? [] : [text(...outcome)]),
    text(...sourcesBlock(ultimatum), citeLine(about)),
    ...(drawn.length === 0 ? [] : [row(drawn)]),
  ]);
}

function tagsLine({ tags }: Ultimatum): Line {
  return tags.length === 0 ? null : `Tags: ${listed(tags.slice(0, 5).map((tag) => safe(tag, 40)))}`;
}
