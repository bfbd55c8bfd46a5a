/** English words for time. */
import { IDIOMS } from './english-idioms.js';
import { ENGLISH_HOLIDAYS } from './english-holidays.js';
import { ENGLISH_PHRASES } from './english-phrases.js';
import { rewritten } from './token-rewrites.js';
import { withoutWeekends } from './without-weekends.js';
import { counted, holidays, named, type Lexicon } from './lexicon.js';
import { spelling } from './spelling.js';

const WEEKDAYS = named({
  monday: 'monday mon',
  tuesday: 'tuesday tue tues',
  wednesday: 'wednesday wed weds wednes',
  thursday: 'thursday thu thur thurs',
  friday: 'friday fri',
  saturday: 'saturday sat',
  sunday: 'sunday sun',
  mondays: 'mondays',
  tuesdays: 'tuesdays',
  wednesdays: 'wednesdays',
  thursdays: 'thursdays',
  fridays: 'fridays',
  saturdays: 'saturdays',
  sundays: 'sundays',
});

const MONTHS = named({
  january: 'january jan',
  february: 'february feb',
  march: 'march mar',
  april: 'april apr',
  may: 'may',
  june: 'june jun',
  july: 'july jul',
  august: 'august aug',
  september: 'september sep sept',
  october: 'october oct',
  november: 'november nov',
  december: 'december dec',
});

const UNITS = named({
  second: 'seconds sec secs',
  minute: 'minute minutes min mins minuet',
  hour: 'hour hours hr hrs h',
  day: 'day days',
  workday: 'workday workdays weekday',
  week: 'week weeks wk wks',
  fortnight: 'fortnight fortnights',
  month: 'month months mth mths mos',
  quarter: 'quarter quarters qtr qtrs',
  year: 'year years yr yrs',
  decade: 'decade decades',
  century: 'century',
  rest: 'remainder',
  weekend: 'weekend weekends',
});

const WORDS = {
  ...WEEKDAYS,
  ...MONTHS,
  ...UNITS,
  ...named({
    every: 'every each daily nightly weekly monthly yearly annually hourly',
    at: '@',
    noon: 'noon midday noontime noonday',
    midnight: 'midnight',
    tomorrow: 'tomorrow tmrw tmr tomorrows',
    tonight: 'tonight tonite',
    until: 'until till til untill',
    through: 'through thru',
    coming: 'upcoming coming forthcoming',
    autumn: 'autumn fall',
    beginning: 'beginning start',
    middle: 'middle',
    dawn: 'dawn daybreak sunrise sunup',
    sunset: 'sunset sundown nightfall dusk',
    '2th last': 'penultimate',
    'end of day': 'eod',
    'end of week': 'eow',
    'end of month': 'eom',
    'end of quarter': 'eoq',
    'end of year': 'eoy',
    'close-of-business': 'cob eob',
    before: 'before',
    deadline: 'deadline deadlines ultimatum ultimatums cutoff',
    next: 'next',
    following: 'following',
    ahead: 'ahead',
    about: 'about around approximately roughly approx circa',
    additional: 'extra',
    '': 'exactly precisely sharp exact approximate ish',
  }),
};

const KEPT =
  'same a an the at on in of by to from for or and this that last past other half quarter today yesterday now ago later hence ' +
  'am pm oclock time morning afternoon evening night within after since between early mid late spring summer winter ' +
  'current end beginning effective starting sooner earlier latest earliest prior no not than least day date more further additional ' +
  'rest lunch lunchtime be as out away before z q1 q2 q3 q4 h1 h2 due';

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';

const NUMBERS = new Map([
  ...counted(ONES, 1),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...counted(ORDINALS, 1, 1, 'th'),
  ...counted('twentieth thirtieth', 20, 10, 'th'),
  ['hundred', '100'] as const,
  ['dozen', '12'] as const,
]);

/** Misspelt in another way than by a vowel or a double letter. */
const SLIPS = named({
  wednesday: 'wensday wendsday wenesday',
  thursday: 'thurday thrusday thirsday',
  tuesday: 'teusday',
  saturday: 'satruday satudray',
  february: 'feburary',
});

export const ENGLISH: Lexicon = {
  language: 'en',
  words: {
    ...Object.fromEntries(KEPT.split(' ').map((word) => [word, word])),
    ...WORDS,
    'work·day': 'workday',
  },
  phrases: { ...holidays(ENGLISH_HOLIDAYS), ...ENGLISH_PHRASES, ...IDIOMS },
  numbers: NUMBERS,
  guess: spelling({ ...WEEKDAYS, ...MONTHS, tomorrow: 'tomorrow' }, SLIPS),
  rewriteTokens: rewritten(
    withoutWeekends(
      /^days?$/,
      '(?:excluding|not counting|not including|without|exclusive of|except(?: for)?|minus) (?:the )?(?:weekends?|saturdays and sundays)(?: and (?:public |bank )?holidays)?',
    ),
  ),
  marks: new Set(
    "o'clock the by of on within until before and or is are will must if not in at to they his their has have for".split(
      ' ',
    ),
  ),
};
