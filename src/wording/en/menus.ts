/** The message menus in English: their names under Apps, and the forms that they open. */

import type { Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';

/** What may have happened to an ultimatum, as a choice. */
const happened = {
  move: 'The deadline moved',
  outcome: 'It ended: record the outcome',
  suspend: 'It was paused',
  resume: 'It was resumed with a new deadline',
  withdraw: 'It was withdrawn',
  source: 'Nothing changed: only add a source',
};

export const menus = {
  record: { name: 'Record an ultimatum', title: 'Record an ultimatum' },
  update: {
    name: 'Update an ultimatum',
    title: 'Update an ultimatum',
    which: 'Which ultimatum',
    number: 'Its number, such as U-12.',
    /** At most four numbers. */
    numberOr: (numbers: readonly string[]): string =>
      `Its number, such as U-12. Possible matches: ${numbers.join(', ')}.`,
    what: 'What happened',
    deadline: 'New deadline, in the words used',
    quote: 'Quote',
    link: 'Link',
    next: (number: number): Text =>
      t`Next, say what each side did. What you gave is kept for the outcome of ${subject(number)}.`,
    toOutcome: 'Next: the outcome',
    happened,
  },
};
