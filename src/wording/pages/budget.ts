/** How much of everything a page shows: whole texts, and all names. */
import type { TextBudget } from '../text-budget.js';

/** Longer than any text that can be typed. */
const WHOLE = 3000;

/** On the page of an ultimatum nothing is cut. */
export const PAGE: TextBudget = {
  name: 300,
  names: Infinity,
  lines: Infinity,
  details: false,
  text: WHOLE,
  quote: WHOLE,
  words: WHOLE,
  sources: 1000,
  link: 1000,
  archive: true,
};

/** A heading names so many targets; of more it says how many they are. */
export const MOST_IN_HEADING = 3;

/** In a list a demand is cut; its page has it whole. */
export const LISTED: TextBudget = { ...PAGE, name: 120, names: 80, text: 200, words: 120 };
