/** An entry of the log in a feed, and a deadline in a calendar. */
import type { Entry } from '../../domain/entry.js';
import { demandText, partiesText, threatText, type About, type Numbered } from '../about.js';
import { deadlineText } from '../dates.js';
import { headlineText } from '../headline.js';
import type { Words } from '../index.js';
import type { Text } from '../parts.js';
import { subject } from '../subject.js';
import { LISTED } from './budget.js';
import { logRow, type LogRow } from './log.js';

/** What an entry says in a feed. */
export interface FeedEntry {
  readonly title: Text;
  readonly row: LogRow;
}

/** One entry, under a title that says whose it is. */
export function feedEntry(words: Words, about: About, entry: Entry): FeedEntry {
  const row = logRow(words, about, entry);
  const parties = partiesText(words, about.ultimatum, LISTED);
  return { title: words.pages.follow.entry(row.first, parties, subject(about.number)), row };
}

/** What the event of a deadline says. */
export interface EventTexts {
  readonly summary: Text;
  readonly lines: readonly Text[];
}

/** The event of the last deadline of an ultimatum. */
export function eventTexts(words: Words, { number, ultimatum }: Numbered): EventTexts {
  const reading = ultimatum.versions.at(-1)?.reading;
  return {
    summary: words.pages.follow.event(partiesText(words, ultimatum, LISTED), subject(number)),
    lines: [
      ...(reading === undefined ? [] : [words.posts.deadline(deadlineText(words, reading))]),
      demandText(words, ultimatum, LISTED),
      threatText(words, ultimatum.threat, LISTED.text),
      headlineText(words, ultimatum.headline),
    ],
  };
}
