/** Replaces the times in a sentence with placeholders, so that its shape can be matched. */
import { anyOf, either } from './pattern.js';

/** Source of a number, in figures or in words. */
export const NUMBER = anyOf(
  '\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen',
  'twenty(?:-four)?|thirty|forty(?:-eight)?|fifty|sixty|seventy(?:-two)?|ninety|(?:one |a )?hundred',
);
const COUNTED = new RegExp(
  `\\b(?:${NUMBER}(?: ?(?:to|or|-|–) ?${NUMBER})?[ -](?:calendar |working |business )?(?:minute|hour|day|week|month|year)s?|a fortnight|(?<=\\bwithin (?:the )?)(?:hour|day|week|fortnight|month|year))\\b(?: from (?:now|today)\\b)?`,
  'gi',
);

const MONTH = anyOf(
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?',
  'aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?',
);
const PLACE = anyOf(
  'local|eastern|central|pacific|gmt|moscow|kyiv|washington|london|paris|berlin|brussels|israel',
  'jerusalem|tehran|beijing|delhi|ankara|baghdad|damascus|tokyo|european|uk|us',
);
const ZONE = anyOf(
  `,? ${PLACE}(?: (?:standard|daylight|summer|european))?(?:,? d\\.?c\\.?,?)? time`,
  ' ?(?:e[sd]?t|gmt|utc|ces?t|bst|p[sd]?t|msk)\\b',
);
const HALF = '(?:a\\.?m\\b\\.?|p\\.?m\\b\\.?)';
const CLOCK = `${anyOf(
  `(?:[a-z]+ \\()?\\d{1,2}(?:[:.]\\d{2})?\\)? ?${HALF}`,
  `\\d{1,2}(?:[:.]\\d{2})? ?${HALF}`,
  '\\d{1,2}[:.]\\d{2}',
  '\\d{4}(?= ?(?:gmt|utc|hours))(?: hours)?',
  "\\d{1,2} o['’]?clock",
  'noon|midday|midnight|close of business',
)}${ZONE}?`;
const WEEKDAY = '(?:next |this |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const DAY = either(
  `(?:${WEEKDAY}|tomorrow)(?: (?:morning|noon|afternoon|evening|night))?\\b`,
  'tonight|(?<!from )today|(?:the|this) weekend|(?<=\\b(?:by|before|until|till) )weekend',
  '(?<=\\b(?:by|before|until|till) )(?:dawn|daybreak|sunrise|first light|sunset|sundown|dusk|nightfall)\\b',
  `(?<=\\b(?:by|before|until|till) )(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= (?:or|on|tomorrow|tonight|today)\\b|[,.;]|$)`,
);
const DATE = either(
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?`,
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:\\b|(?<=\\.))(?:,? \\d{4})?`,
  '\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}|the \\d{1,2}(?:st|nd|rd|th)',
);
const PERIOD = either(
  `(?:the )?end of (?:the |this |next )?(?:day|week|weekend|month|quarter|year|business|${MONTH}|(?:19|20)\\d{2})(?: \\d{4})?`,
  `(?:early|mid|late)[- ]${MONTH}`,
  "(?:(?:the|this|next) )?(?:week|month|quarter|year)['’]s end",
  '(?:the )?(?:first|second) half of (?:the year|(?:19|20)\\d{2})|q[1-4](?: (?:of )?(?:19|20)\\d{2})?',
  '(?<=\\b(?:by|before|until|till|in) (?:the )?)(?:spring|summer|autumn|fall|winter)',
  '(?<=\\b(?:by|before|until|till|in) )(?:19|20)\\d{2}(?![\\d:])',
  "(?<=\\b(?:by|before|until|till) )(?:easter|halloween|ramadan|passover|diwali|hanukkah|eid|new year['’]?s?(?: eve| day)?)",
  'next (?:week|month|year)|(?:year|month)[- ]end|end[- ]of[- ](?:year|month)|labou?r day|thanksgiving|christmas(?: eve)?',
  `(?<=\\b(?:by|before|until|till|in|from) )${MONTH}(?= \\d{4}|\\b)(?: \\d{4})?`,
);
const NAMED = new RegExp(`(?<![\\w/:.-])(?:${CLOCK}|${DATE}|${PERIOD}|${DAY})(?![\\w/:])`, 'gi');

/** Each time named stands in the text as one of these, so that a rule about sentences has no calendar in it. */
const POINTS = 0xe100;
const DURATIONS = 0xe200;
const MOST = 0xff;
/** Source of a point in time: "Friday", "6 p.m. Washington, D.C. time on Sunday". */
export const POINT = '[\\uE100-\\uE1FE]';
/** Source of a duration: "50 days", "48-hour", "10 or 12 days". */
export const DURATION = '[\\uE200-\\uE2FE]';
const MARK = /[\uE100-\uE1FE\uE200-\uE2FE]/g;
const JOINED = new RegExp(
  `${POINT}(?:(?:,? (?:on|at|of) |, | )${POINT}){1,3}|${POINT}(?=,? or sooner\\b)`,
  'gi',
);

export interface Marked {
  readonly text: string;
  /** The words again, in whatever was made of the text. */
  readonly words: (text: string) => string;
}

/** A sentence with its times marked. */
export function marked(sentence: string): Marked {
  const kept = new Map<string, string>();
  const words = (text: string) => text.replaceAll(MARK, (mark) => kept.get(mark) ?? '');
  const keep = (base: number) => (found: string) => {
    const mark = String.fromCharCode(base + Math.min(kept.size, MOST - 1));
    if (!kept.has(mark)) kept.set(mark, words(found));
    return kept.get(mark) === words(found) ? mark : found;
  };
  // No mark of ours is in the text to begin with.
  const bare = sentence.replaceAll(MARK, '');
  const text = bare
    .replaceAll(NAMED, keep(POINTS))
    .replaceAll(COUNTED, keep(DURATIONS))
    .replaceAll(JOINED, keep(POINTS));
  return { text, words };
}

const ENDS = '(?:by|before|no later than|not later than|on or before|prior to)';

/** A deadline beside a demand: `by Friday`, `within 48 hours`. "Until" is not among them: "hold fire until Friday" is none. */
export const BY = `(?:${ENDS} (?:the )?${POINT}|(?:within|in) (?:the next |about |less than )?${DURATION})(?:,? or sooner)?`;

/** What is given to somebody: `50 days`, `until Friday`. */
export const GIVEN = `(?:(?:until|till|by) (?:the )?${POINT}|['’‘"“]?${DURATION}['’”"]?(?: at (?:the )?most| or so| from now)?)`;

/** When the threat bites: `from August 1`, `on Friday`. */
export const BITES = `(?:(?:from|starting|effective|on|in|at|as of|beginning)(?: on| at)? ${POINT}|${BY}|${POINT}$)`;

/** Stands before "deadline" or "ultimatum": `Friday`, `50-day`, `Aug. 8`. */
export const ADJECTIVE = `(?:${DURATION}|${POINT})`;
