/** The list of ultimatums that were searched for, item by item. */
import type { ListState } from '../domain/list-state.js';
import type { Total } from '../domain/total.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import { partiesText, zonesOf, type Numbered } from './about.js';
import { headlineText } from './headline.js';
import { dateOf, relative, shownEnd, zonesNote } from './dates.js';
import { demandSentence } from './digest.js';
import { differingLines } from './targets.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { head, joinTexts, plain, small, title, type Line, type Text } from './parts.js';
import { capitalized } from './text.js';
import type { TextBudget } from './text-budget.js';
import { tombstoneText } from './tombstone.js';
import type { RecordInstant } from '../domain/instant.js';

export interface SearchInput {
  /** How many there are on all pages. */
  readonly total: Total;
  /** From 0. */
  readonly page: number;
  /** null where nobody knows how many. */
  readonly pages: number | null;
  readonly state: ListState;
  /** What else narrows it, as typed: text, issuer, target, tag. */
  readonly narrowed: readonly string[];
}

function resultsText(words: Words, { total, narrowed }: SearchInput): Text {
  const { search } = words.overviews;
  const quoted = narrowed.slice(0, 4).map((text) => words.names.quotation(typed(text, 60)));
  const all = words.lists.and(quoted);
  return total.count === 0 ? search.noResults(all) : search.results(total, all);
}

/** `Running: 9, page 1 of 2`, `1 result for "tiktok"`. */
export function searchTitle(words: Words, input: SearchInput): Line {
  const { search } = words.overviews;
  const { total, page, pages, state, narrowed } = input;
  const label = search.states[state];
  const results = narrowed.length === 0 ? null : resultsText(words, input);
  const text =
    results === null ? search.head(label, total) : state === 'all' ? results : search.inState(label, results);
  return title(pages !== null && pages < 2 ? text : search.page(text, page + 1, pages));
}

/** Why nothing is listed, and what to do about it. */
export function emptyText({ overviews }: Words, { state, narrowed }: SearchInput): Text {
  const { search } = overviews;
  if (narrowed.length > 0) return state === 'all' ? search.fewerWords : search.fewerWordsOrAll;
  return state === 'running' ? search.noneRunning : search.none;
}

function deadlineSentence(words: Words, ultimatum: Ultimatum, now: RecordInstant): Text {
  // Where the targets have several, the one that ends first (rules 27).
  const running = ultimatum.inForce?.reading;
  const last = ultimatum.undated === null ? ultimatum.versions.at(-1)?.reading : undefined;
  if (running !== undefined)
    return words.dates.countdown(capitalized(dateOf(words, running)), [
      relative(words, shownEnd(running), now),
    ]);
  return last === undefined ? words.overviews.search.noDate : capitalized(dateOf(words, last));
}

export interface SearchItemOptions {
  /** The record's time, ms UTC. */
  readonly now: RecordInstant;
  readonly budget: TextBudget;
  /** Whether each target has a line where they differ; where there is no room, Open shows them. */
  readonly byTarget: boolean;
}

/** One of the list; of a hidden one no more than its tombstone. */
export function searchItem(
  words: Words,
  { number, ultimatum }: Numbered,
  { now, budget, byTarget }: SearchItemOptions,
): readonly Line[] {
  if (ultimatum.hidden !== null) return [plain(tombstoneText(words, { number, ultimatum, now }))];
  const { overviews, posts } = words;
  const { search } = overviews;
  const state = search.state(
    deadlineSentence(words, ultimatum, now),
    headlineText(words, ultimatum.headline),
  );
  const { moves } = ultimatum;
  const moved = moves === 0 ? state : overviews.withMoves(state, posts.moves(moves));
  const note = zonesNote(words, zonesOf(ultimatum));
  const differing = byTarget ? differingLines(words, { ultimatum, now }, budget) : [];
  return [
    head(search.item(subject(number), partiesText(words, ultimatum, budget))),
    plain(demandSentence(ultimatum, budget)),
    small(joinTexts([moved, ultimatum.disputed ? search.disputed : null, note], search.sentences)),
    ...differing.map(small),
  ];
}
