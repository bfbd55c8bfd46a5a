/** An ultimatum whole: its headline, each deadline ever set, the outcome, the sources. */
import type { Ultimatum } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import {
  allNamed,
  demandText,
  issuersText,
  partiesText,
  targetsText,
  threatText,
  yearOf,
  zonesOf,
  type About,
} from './about.js';
import { bareHeadline, headlineMoves, headlineReversed, headlineText } from './headline.js';
import { dateOf, longDay, onDay, stamp, zonesNote } from './dates.js';
import { undatedText } from './correction.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { head, joinTexts, present, small, strong, title, type Line, type Text } from './parts.js';
import { resultLines } from './show-outcome.js';
import { distinctSources, seenInText, sourceText } from './sources.js';
import { linkTexts } from './links.js';
import { differingLines } from './targets.js';
import { FULL, type TextBudget } from './text-budget.js';
import { overallText, timelineLines } from './timeline.js';
import type { RecordInstant } from '../domain/instant.js';

/** An ultimatum as it was known at an instant. */
export interface AsOf {
  /** ms UTC. */
  readonly instant: RecordInstant;
  /** What this server had recorded then; null for nothing. `About.ultimatum` is what the world knew. */
  readonly recorded: Ultimatum | null;
}

/** The blocks of the screen. A surface goes on with the next page where they do not fit on one. */
export interface ShowLines {
  /** The first lines of every page, also as of when it is shown; `page` counts from 0. */
  readonly title: (page: number, pages: number) => readonly Line[];
  /** In their order, none empty: what it is, the deadlines, the outcome, the sources. */
  readonly blocks: readonly (readonly Line[])[];
  /** The last line of every page. */
  readonly cite: Line;
}

/** `**Not met, partly carried out** (after 1 move); later lifted. Disputed.` */
function headlineSentence(words: Words, { headline, disputed }: Ultimatum): Text {
  const { show } = words.screens;
  const result = strong(bareHeadline(words, headline));
  const moves = headlineMoves(words, headline);
  const counted: Text = moves === null ? [result] : words.headlines.withMoves([result], moves);
  const sentence = show.headline(headlineReversed(words, counted, headline));
  return disputed ? show.withDisputed(sentence) : sentence;
}

function tagsText({ screens, lists }: Words, { tags }: Ultimatum): Text | null {
  if (tags.length === 0) return null;
  return screens.show.tags(lists.and(tags.map((tag): Text => [typed(tag, FULL.name)])));
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

function sourceLines(words: Words, { statements }: Ultimatum): readonly Line[] {
  const { show } = words.screens;
  const sources = distinctSources(statements);
  if (sources.length === 0) return present([show.noSources, seenInText(words, statements)]);
  return present(sources.map((cited, index) => show.numbered(index + 1, sourceText(words, cited, FULL))));
}

/** A title has two lines of names at most; the others follow below it. */
const TITLE: TextBudget = { ...FULL, names: 160 };

function citeLine(words: Words, { number, ultimatum, now }: About): Line {
  const { show } = words.screens;
  const { lastSeq, corrections } = ultimatum;
  const cite = show.cite(subject(number), lastSeq, stamp(words, now));
  const corrected = corrections.length === 0 ? show.noCorrections : show.corrections(corrections.length);
  const note = zonesNote(words, zonesOf(ultimatum));
  return small(joinTexts([cite, corrected, note], words.space));
}

/** The parties where the title has no room for all of them. */
function partiesTexts(words: Words, { issuers, targets }: Ultimatum): readonly Text[] {
  const { show } = words.screens;
  return [
    ...(allNamed(issuers, TITLE) ? [] : [show.issuers(issuersText(words, issuers, FULL))]),
    ...(allNamed(targets, TITLE) ? [] : [words.posts.demandedOf(targetsText(words, targets, FULL))]),
  ];
}

/** What it is, and what stands for each target where they differ. */
function termsLines(words: Words, about: About): readonly Line[] {
  const { ultimatum } = about;
  const { withdrawn, zone, threat } = ultimatum;
  const on = withdrawn === null ? null : onDay(words, withdrawn, zone, yearOf(ultimatum));
  return present([
    headlineSentence(words, ultimatum),
    ...differingLines(words, about, FULL),
    ...partiesTexts(words, ultimatum),
    demandText(words, ultimatum, FULL),
    threatText(words, threat, FULL.text),
    on === null ? null : words.screens.show.withdrawn(on),
    tagsText(words, ultimatum),
    ...linkTexts(words, about),
  ]);
}

/** Everything about an ultimatum, block by block. */
export function showLines(words: Words, about: About, asOf: AsOf | null): ShowLines {
  const { number, ultimatum } = about;
  const { show } = words.screens;
  const heading = show.head(subject(number), partiesText(words, ultimatum, TITLE));
  const results = resultLines(words, ultimatum);
  return {
    title: (page, pages) => [
      title(pages < 2 ? heading : show.page(heading, page + 1, pages)),
      ...present(asOfTexts(words, about, asOf)),
    ],
    blocks: [
      termsLines(words, about),
      [head(show.deadlines), ...timelineLines(words, about), ...deadlinesEnd(words, ultimatum)],
      ...(results.length === 0 ? [] : [results]),
      [head(show.sources), ...sourceLines(words, ultimatum)],
    ],
    cite: citeLine(words, about),
  };
}
