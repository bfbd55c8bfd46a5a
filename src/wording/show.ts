/** An ultimatum whole: its headline, each deadline ever set, the outcome, the sources. */
import type { TargetOutcome, Ultimatum } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import { demandText, partiesText, targetsText, threatText, yearOf, zonesOf, type About } from './about.js';
import { bareHeadline, headlineMoves, headlineText } from './headline.js';
import { dateOf, longDay, onDay, shortDay, stamp, zonesNote } from './dates.js';
import { undatedText } from './correction.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { bothSides, sameOutcomes, sideTexts } from './outcome.js';
import { head, joinTexts, plain, small, strong, title, type Line, type Text } from './parts.js';
import { distinctSources, seenInText, sourceText } from './sources.js';
import { FULL } from './text-budget.js';
import { overallText, timelineLines } from './timeline.js';
import type { RecordInstant } from '../domain/instant.js';

/** An ultimatum as it was known at an instant. */
export interface AsOf {
  /** ms UTC. */
  readonly instant: RecordInstant;
  /** What this server had recorded then; null for nothing. `About.ultimatum` is what the world knew. */
  readonly recorded: Ultimatum | null;
}

/** Lines of which a surface shows as many as fit: the last ones where `keep` is `last`, then says how many are missing. */
export interface Shortened {
  readonly lines: readonly Line[];
  readonly more: (count: number) => Line;
}

/** The blocks of the screen, in their order. */
export interface ShowLines {
  readonly head: readonly Line[];
  readonly terms: readonly Line[];
  readonly deadlinesHead: Line;
  /** The oldest first; where they are too many the newest are the ones one looks for. */
  readonly deadlines: Shortened;
  readonly deadlinesEnd: readonly Line[];
  readonly outcome: readonly Line[];
  readonly sourcesHead: Line;
  readonly sources: Shortened;
  readonly cite: Line;
}

const present = (texts: readonly (Text | null)[]): readonly Line[] =>
  texts.flatMap((text) => (text === null ? [] : [plain(text)]));

/** `**Not met, partly carried out** (after 1 move). Disputed.` */
function headlineSentence(words: Words, { headline, disputed }: Ultimatum): Text {
  const { show } = words.screens;
  const result = strong(bareHeadline(words, headline));
  const moves = headlineMoves(words, headline);
  const sentence = moves === null ? show.headline(result) : show.headlineAfter(result, moves);
  return disputed ? show.withDisputed(sentence) : sentence;
}

function tagsText({ screens, lists }: Words, { tags }: Ultimatum): Text | null {
  if (tags.length === 0) return null;
  return screens.show.tags(lists.and(tags.slice(0, 5).map((tag): Text => [typed(tag, 40)])));
}

function stateText(words: Words, ultimatum: Ultimatum): Text {
  const last = ultimatum.versions.at(-1);
  const headline = headlineText(words, ultimatum.headline);
  if (last === undefined) return headline;
  return words.screens.show.state(dateOf(words, last.reading), headline);
}

/** What `stateText` says, as facts that can be compared. */
function stateKey({ versions, headline }: Ultimatum): string {
  const reading = versions.at(-1)?.reading;
  return JSON.stringify([reading?.earliest, reading?.latest, reading?.precision, reading?.bound, headline]);
}

/** That it is shown as it was known then, and where this server's record differed from what the world knew. */
function asOfTexts(words: Words, { ultimatum }: About, asOf: AsOf | null): readonly Text[] {
  if (asOf === null) return [];
  const { show } = words.screens;
  const { recorded } = asOf;
  const heading = show.asOf(longDay(words, asOf.instant, ultimatum.zone));
  const here = recorded === null ? show.nothingYet : stateText(words, recorded);
  const same = recorded !== null && stateKey(recorded) === stateKey(ultimatum);
  return same ? [heading] : [heading, show.recordedThen(here)];
}

function deadlinesEnd(words: Words, ultimatum: Ultimatum): readonly Line[] {
  const { show } = words.screens;
  const { undated, versions } = ultimatum;
  const noDate = undated === null ? null : show.noDate(undatedText(words, undated, FULL));
  if (versions.length === 0) return present([noDate ?? show.noDeadline]);
  return present([noDate, overallText(words, ultimatum)]);
}

/** The rest is in the log. */
const MOST_OUTCOMES = 3;
const MOST_DISPUTES = 2;
const MOST_LINKS = 5;

/** What an outcome was before it was corrected; null where it never was, or only its sources were. */
function outcomeBefore(
  words: Words,
  { entries, zone }: Ultimatum,
  { entry, outcome }: TargetOutcome,
): Text | null {
  const { correctedFrom, correctedNote } = words.screens.timeline;
  const event = entries.find(({ seq }) => seq === entry)?.event;
  if (event?.kind !== 'outcome') return null;
  const was = event.outcome;
  const [before, today] = [bothSides(words, was, zone), bothSides(words, outcome, zone)];
  if (JSON.stringify(before) !== JSON.stringify(today)) return correctedFrom(before);
  if (was.note === outcome.note) return null;
  return was.note === null ? null : correctedNote(typed(was.note, FULL.text));
}

function outcomeLines(words: Words, ultimatum: Ultimatum): readonly Line[] {
  return sameOutcomes(ultimatum.outcomes)
    .slice(0, MOST_OUTCOMES)
    .flatMap((group) => {
      const [first] = group;
      const day = shortDay(words, first.recorded, ultimatum.zone, yearOf(ultimatum));
      const targets = group.map(({ target }) => target);
      const sides = sideTexts(words, ultimatum, targets, first, FULL);
      return [
        head(words.screens.show.outcome(day)),
        ...present([...sides, outcomeBefore(words, ultimatum, first)]),
      ];
    });
}

/** Open disputes first: those are what a reader has to know. */
function disputeLines(words: Words, { disputes }: Ultimatum): readonly Line[] {
  const { show } = words.screens;
  const { disputeClosed } = words.posts.annotations;
  const open = disputes.filter(({ closed }) => closed === null);
  const ended = disputes.filter(({ closed }) => closed !== null);
  const texts = [...open, ...ended].slice(0, MOST_DISPUTES).map(({ reason, closed }) => {
    const disputed = show.disputed(typed(reason, FULL.text));
    if (closed === null) return disputed;
    return show.disputeClosed(disputed, disputeClosed[closed.how], typed(closed.reason, FULL.text));
  });
  const more = disputes.length - MOST_DISPUTES;
  return present(more > 0 ? [...texts, show.moreDisputes(more)] : texts);
}

/** What was undone later; one line for the targets of one entry. */
function reversalLines(words: Words, ultimatum: Ultimatum): readonly Line[] {
  const { reversals, targets, zone } = ultimatum;
  const entries = [...new Set(reversals.map(({ entry }) => entry))];
  return present(
    entries.flatMap((entry) => {
      const same = reversals.filter((reversal) => reversal.entry === entry);
      return same.slice(0, 1).map(({ what, extent, when, actor }) => {
        const on = onDay(words, when, zone, yearOf(ultimatum));
        const { by } = words.screens.timeline;
        const done = actor === undefined ? on : by(on, typed(actor, FULL.name));
        const text = words.screens.show.reversed(words.posts.reversed[what][extent], done);
        const names = same.map(({ target }) => target);
        if (names.length === targets.length) return text;
        return words.posts.outcome.side(targetsText(words, names, FULL), text);
      });
    }),
  );
}

/** How it belongs to others, and others to it. */
function linkTexts(words: Words, { ultimatum, incoming = [] }: About): readonly Text[] {
  const { linked, linkedFrom } = words.posts.annotations;
  return [
    ...ultimatum.links.map(({ to, as }) => linked[as](subject(to))),
    ...incoming.map(({ from, as }) => linkedFrom[as](subject(from))),
  ];
}

function sourceLines(words: Words, { statements }: Ultimatum): readonly Line[] {
  const { show } = words.screens;
  const sources = distinctSources(statements);
  if (sources.length === 0) return present([show.noSources, seenInText(words, statements)]);
  return present(sources.map((cited, index) => show.numbered(index + 1, sourceText(words, cited, FULL))));
}

function citeLine(words: Words, { number, ultimatum, now }: About): Line {
  const { show } = words.screens;
  const { lastSeq, corrections } = ultimatum;
  const cite = show.cite(subject(number), lastSeq, stamp(words, now));
  const corrected = corrections.length === 0 ? show.noCorrections : show.corrections(corrections.length);
  const note = zonesNote(words, zonesOf(ultimatum));
  return small(joinTexts([cite, corrected, note], words.space));
}

/** Everything about an ultimatum, block by block. */
export function showLines(words: Words, about: About, asOf: AsOf | null): ShowLines {
  const { number, ultimatum } = about;
  const { show } = words.screens;
  const { withdrawn, zone, threat } = ultimatum;
  const on = withdrawn === null ? null : onDay(words, withdrawn, zone, yearOf(ultimatum));
  return {
    head: [
      title(show.head(subject(number), partiesText(words, ultimatum, FULL))),
      ...present([...asOfTexts(words, about, asOf), headlineSentence(words, ultimatum)]),
    ],
    terms: present([
      demandText(words, ultimatum, FULL),
      threatText(words, threat, FULL.text),
      on === null ? null : show.withdrawn(on),
      tagsText(words, ultimatum),
      ...linkTexts(words, about).slice(0, MOST_LINKS),
    ]),
    deadlinesHead: head(show.deadlines),
    deadlines: {
      lines: timelineLines(words, about),
      more: (count) => plain(show.earlierDeadlines(count)),
    },
    deadlinesEnd: deadlinesEnd(words, ultimatum),
    outcome: [
      ...outcomeLines(words, ultimatum),
      ...reversalLines(words, ultimatum),
      ...disputeLines(words, ultimatum),
    ],
    sourcesHead: head(show.sources),
    sources: {
      lines: sourceLines(words, ultimatum),
      more: (count) => plain(show.moreSources(count)),
    },
    cite: citeLine(words, about),
  };
}
