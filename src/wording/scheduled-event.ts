/** What the event of a deadline says on Discord, as plain texts within Discord's limits. */
import type { About } from './about.js';
import type { Words } from './index.js';
import { pageTitle } from './pages/ultimatum.js';
import { plainText } from './plain-text.js';
import { subject } from './subject.js';
import { clipped, typed } from './typed.js';

const LONGEST_NAME = 100;
const LONGEST_TEXT = 300;

export interface ScheduledEventTexts {
  /** At most 100 characters. */
  readonly name: string;
  /** At most 1,000 characters; ends with the marker. */
  readonly description: string;
}

/** `U-12: Donald Trump to Russia`, with demand, threat and the marker by which the event is found again. */
export function eventTexts(words: Words, { number, ultimatum }: About, marker: string): ScheduledEventTexts {
  const { demand, threat } = ultimatum;
  const texts = words.scheduledEvents;
  const lines = [
    texts.demand([typed(demand, LONGEST_TEXT)]),
    ...(threat === null ? [] : [texts.threat([typed(threat, LONGEST_TEXT)])]),
    texts.kept(marker),
  ];
  return {
    name: clipped(plainText(texts.name(subject(number), pageTitle(words, ultimatum))), LONGEST_NAME),
    description: lines.map(plainText).join('\n'),
  };
}
