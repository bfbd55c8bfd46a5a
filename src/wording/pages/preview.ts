/** What a link to an ultimatum unfolds as: a card of a few lines. */
import { demandText, partiesText, threatText, type About } from '../about.js';
import { longDay } from '../dates.js';
import type { Words } from '../index.js';
import { head, plain, small, strong, type Line, type Text } from '../parts.js';
import { subject } from '../subject.js';
import type { TextBudget } from '../text-budget.js';
import { timelineLines } from '../timeline.js';
import { verdictText } from './ultimatum.js';

/** The blocks of the card, each a few lines. */
export interface PreviewLines {
  readonly head: readonly Line[];
  readonly terms: readonly Line[];
  readonly deadlines: readonly Line[];
  readonly small: Line;
}

/** `deadlines` of the newest ones are shown. */
export function previewLines(
  words: Words,
  about: About,
  budget: TextBudget,
  deadlines: number,
): PreviewLines {
  const { number, ultimatum, now } = about;
  const { preview, ultimatum: page } = words.pages;
  const verdict: Text = [strong(verdictText(words, about))];
  const lines = timelineLines(words, about);
  const shown = deadlines === 0 ? [] : lines.slice(-deadlines);
  const earlier = lines.length - shown.length;
  return {
    head: [
      head(words.screens.show.head(subject(number), partiesText(words, ultimatum, budget))),
      plain(ultimatum.disputed ? [...verdict, ...page.between, ...page.disputed] : verdict),
    ],
    terms: [
      plain(demandText(words, ultimatum, budget)),
      plain(threatText(words, ultimatum.threat, budget.text)),
    ],
    deadlines: [...(earlier > 0 && shown.length > 0 ? [small(preview.more(earlier))] : []), ...shown],
    small: small(preview.asRecorded(longDay(words, now, ultimatum.zone))),
  };
}
