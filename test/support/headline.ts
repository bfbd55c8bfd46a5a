import { plainText } from '../../src/wording/plain-text.js';
import type { Headline } from '../../src/domain/headline.js';
import { english } from '../../src/wording/index.js';
import { headlineText } from '../../src/wording/headline.js';

/** A headline as it is read in English. */
export const inEnglish = (headline: Headline): string => plainText(headlineText(english, headline));
