/** What waits for a curator, besides proposals that can be read: hidden or unreadable ones, and passed deadlines. */
import { at } from '../domain/when.js';
import { partiesText } from './about.js';
import { onDay } from './dates.js';
import type { Words } from './index.js';
import { head, plain, type Line } from './parts.js';
import { proposerText } from './proposal.js';
import { FULL } from './text-budget.js';
import { typed } from './typed.js';
import type { RecordInstant } from '../domain/instant.js';

/** An ultimatum with a deadline that passed and no outcome yet. */
export interface PassedUltimatum {
  readonly number: number;
  readonly issuers: readonly string[];
  readonly targets: readonly string[];
  readonly demand: string;
  /** The end of its deadline, ms UTC. */
  readonly latest: RecordInstant | null;
  /** IANA, in which days are shown. */
  readonly zone: string;
}

/** Of a proposal about a hidden ultimatum only that it waits. `name` is null for a person who was forgotten. */
export function hiddenProposalLine(words: Words, number: number, name: string | null): Line {
  return plain(words.review.hidden(number, proposerText(words, name)));
}

/** A proposal of another release, in words that this one can't read. */
export function unreadableProposalLine(words: Words, name: string | null): Line {
  return plain(words.review.unreadable(proposerText(words, name)));
}

/** `now` in ms UTC. */
export function passedLines(words: Words, passed: PassedUltimatum, now: RecordInstant): readonly Line[] {
  const { heading, demand, on, undated } = words.review.passed;
  const { number, latest, zone } = passed;
  return [
    head(heading(number, partiesText(words, passed, { ...FULL, names: 300 }))),
    plain(demand(typed(passed.demand, FULL.text))),
    plain(latest === null ? undated : on(onDay(words, at(latest - 1), zone, now))),
  ];
}
