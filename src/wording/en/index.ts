/** Everything the bot says in English. One file a room; other languages have the same shape. */
import { choices, days, hours, listed } from './plural.js';

export const english = {
  language: 'en',
  lists: { and: listed, or: choices },
  counts: { days, hours },
} as const;
