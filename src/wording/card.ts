/** The card of an ultimatum: the one public text about it that is kept current. */
import type { Ultimatum } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import {
  demandText,
  partiesText,
  recordedText,
  statementsOf,
  threatText,
  yearOf,
  type About,
} from './about.js';
import { headlineText } from './headline.js';
import { deadlineText, onDay, relative, shownEnd } from './dates.js';
import { undatedText } from './correction.js';
import { linkTexts } from './links.js';
import { quotation } from './quotation.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import type { PostText } from './post.js';
import { isSource, seenInText, sourcesText } from './sources.js';
import { differingLines } from './targets.js';
import type { TextBudget } from './text-budget.js';

/** A deadline that is over by a word and not by the clock must not be counted down to. */
const STOPPED: readonly Ultimatum['state'][] = ['suspended', 'withdrawn', 'superseded', 'resolved'];

function cardDeadline(words: Words, { ultimatum, now }: About, budget: TextBudget): Text {
  const { undated, state } = ultimatum;
  const { posts } = words;
  if (undated !== null) return posts.noDate(undatedText(words, undated, budget));
  const reading = ultimatum.versions.at(-1)?.reading;
  if (reading === undefined) return posts.noDeadline;
  const text = deadlineText(words, reading);
  if (STOPPED.includes(state)) return text;
  return words.dates.countdown(text, [relative(words, shownEnd(reading), now)]);
}

/** One deadline, or what stands for each target where they differ. */
function deadlineLines(words: Words, about: About, budget: TextBudget): readonly Text[] {
  const differing = differingLines(words, about, budget);
  return differing.length > 0 ? differing : [words.posts.deadline(cardDeadline(words, about, budget))];
}

/** The words in which the present deadline, or the demand without one, was stated. */
function statedText(words: Words, ultimatum: Ultimatum, entry: number, budget: TextBudget): Text | null {
  const version = ultimatum.versions.find((candidate) => candidate.entry === entry);
  const stated = version?.stated ?? ultimatum.stated;
  const quote = statementsOf(ultimatum, entry).find((statement) => statement.quote !== null)?.quote;
  const spoken = quote ?? version?.reading.words ?? '';
  if (spoken === '') return null;
  const on = onDay(words, stated, ultimatum.zone, yearOf(ultimatum));
  return words.posts.asStated(on, quotation(words, spoken, budget.quote));
}

function cardSources(words: Words, ultimatum: Ultimatum, entry: number, budget: TextBudget): Text {
  const statements = statementsOf(ultimatum, entry);
  const seen = statements.some(isSource) ? null : seenInText(words, statements);
  return seen === null ? sourcesText(words, statements, budget) : words.sources.noneAndSeenIn(seen);
}

/** What became of it so far; null while it runs for all of its targets, which the deadline says. */
function nowText(words: Words, { state, headline }: Ultimatum): Text | null {
  if (state === 'open' && headline.kind !== 'incomplete') return null;
  return words.posts.card.now(headlineText(words, headline));
}

/** Others are named in Details. */
const MOST_LINKS = 3;

function cardLinks(words: Words, about: About): readonly Text[] {
  const links = linkTexts(words, about);
  const more = links.length - MOST_LINKS;
  const shown = links.slice(0, MOST_LINKS);
  return more > 0 ? [...shown, words.posts.annotations.moreLinks(more)] : shown;
}

export interface CardOptions {
  /** The date is not picked yet: nothing is said that depends on it. */
  readonly undecided?: boolean;
}

/** The card as it stands today: new, or kept current after what came later. */
export function cardText(
  words: Words,
  about: About,
  budget: TextBudget,
  { undecided = false }: CardOptions = {},
): PostText {
  const { number, ultimatum } = about;
  const { posts } = words;
  const record = ultimatum.entries.find(({ event }) => event.kind === 'recorded')?.seq ?? 1;
  const last = ultimatum.undated === null ? ultimatum.versions.at(-1) : undefined;
  const entry = last?.entry ?? record;
  const fresh = ultimatum.state === 'open' && entry === record;
  const head = fresh ? posts.card.newHead : posts.card.head;
  const smallPrint = [
    recordedText(words, about, ultimatum.recordedBy, budget),
    posts.movesSentence(ultimatum.moves),
    ultimatum.disputed ? posts.disputed : null,
  ];
  return {
    head: head(subject(number), partiesText(words, ultimatum, budget)),
    body: [
      undecided ? null : nowText(words, ultimatum),
      demandText(words, ultimatum, budget),
      threatText(words, ultimatum.threat, budget.text),
      ...(undecided ? [] : deadlineLines(words, about, budget)),
      ...cardLinks(words, about),
      statedText(words, ultimatum, entry, budget),
      cardSources(words, ultimatum, entry, budget),
    ],
    small: undecided ? [] : smallPrint,
  };
}
