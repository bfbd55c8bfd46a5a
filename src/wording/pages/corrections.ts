/** A correction in the list of those that a server made. */
import type { RecordInstant } from '../../domain/instant.js';
import { dayAndYear } from '../dates.js';
import type { Words } from '../index.js';
import { link, type Text } from '../parts.js';
import { subject } from '../subject.js';
import { typed } from '../typed.js';
import { LISTED } from './budget.js';

interface ListedCorrection {
  readonly number: number;
  /** Record's ms UTC. */
  readonly recorded: RecordInstant;
  readonly reason: string;
}

/** `U-12, 11 Aug 2025: the quotation had left out "about"`, leading to `url`. */
export function correctionLink(
  words: Words,
  { number, recorded, reason }: ListedCorrection,
  url: string,
): Text {
  const page = link(url, subject(number), '');
  return words.pages.rules.correction(page, dayAndYear(words, recorded, 'UTC'), typed(reason, LISTED.text));
}
