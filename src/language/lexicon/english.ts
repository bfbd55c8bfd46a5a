import { ENGLISH_HOLIDAYS } from './english-holidays.js';
import { counted, holidays, named, type Lexicon } from './lexicon.js';

const WEEKDAYS = named({
  monday: 'monday mondays mon',
  tuesday: 'tuesday tuesdays tue tues',
  wednesday: 'wednesday wednesdays wed weds wednes',
  thursday: 'thursday thursdays thu thur thurs',
  friday: 'friday fridays fri',
  saturday: 'saturday saturdays sat',
  sunday: 'sunday sundays sun',
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
  workday: 'workday workdays',
  week: 'week weeks wk wks',
  fortnight: 'fortnight fortnights',
  month: 'month months mth mths',
  quarter: 'quarter quarters qtr qtrs',
  year: 'year years yr yrs',
  decade: 'decade decades',
  weekend: 'weekend weekends',
});

const WORDS = {
  ...WEEKDAYS,
  ...MONTHS,
  ...UNITS,
  ...named({
    noon: 'noon midday noontime noonday',
    midnight: 'midnight',
    tomorrow: 'tomorrow tmrw tmr tomorrows',
    tonight: 'tonight tonite',
    until: 'until till til',
    through: 'through thru',
    coming: 'upcoming coming forthcoming',
    autumn: 'autumn fall',
    beginning: 'beginning start',
    middle: 'middle',
    'end of day': 'eod',
    'end of week': 'eow',
    'end of month': 'eom',
    'end of quarter': 'eoq',
    'end of year': 'eoy',
    'close-of-business': 'cob',
    before: 'before',
    deadline: 'deadline deadlines ultimatum ultimatums cutoff',
    next: 'next',
    following: 'following',
    ahead: 'ahead',
    '': 'about around approximately roughly approx circa exactly precisely sharp exact approximate',
  }),
};

const KEPT =
  'a an the at on in of by to from for or and this that last past other half quarter today yesterday now ago later hence ' +
  'am pm oclock time morning afternoon evening night within after since between early mid late spring summer winter ' +
  'current end beginning effective starting sooner earlier latest earliest prior no not than least day date more further additional ' +
  'each every be as out away before z q1 q2 q3 q4 h1 h2 due';

const PHRASES = {
  ...holidays(ENGLISH_HOLIDAYS),
  'a couple of': '2',
  'a couple': '2',
  'couple of': '2',
  'to day': 'today',
  'to morrow': 'tomorrow',
  'to night': 'tonight',
  'week end': 'weekend',
  'week ends': 'weekend',
  'day after tomorrow': 'overmorrow',
  'the day after tomorrow': 'overmorrow',
  'close of business': 'close-of-business',
  'close of play': 'close-of-business',
  'end of business day': 'close-of-business',
  'end of business': 'close-of-business',
  'end of the business day': 'close-of-business',
  'close of trading': 'close-of-business',
  'business day': 'workday',
  'business days': 'workday',
  'working day': 'workday',
  'working days': 'workday',
  'in the middle of the night': 'night',
  'middle of': 'mid',
  'the middle of': 'mid',
  'the beginning of': 'early',
  'beginning of': 'early',
  'the start of': 'early',
  'start of': 'early',
  'early in': 'early',
  'late in': 'late',
  'mid of': 'mid',
  'latter part of': 'late',
  'the latter part of': 'late',
  'on or before': 'by',
  'no later than': 'by',
  'not later than': 'by',
  'not after': 'by',
  'at the latest by': 'by',
  'latest by': 'by',
  'up to': 'until',
  'up until': 'until',
  'prior to': 'before',
  'ahead of': 'before',
  'in advance of': 'before',
  'earlier than': 'before',
  'as of': 'effective',
  'taking effect': 'effective',
  'takes effect': 'effective',
  'take effect': 'effective',
  'to take effect': 'effective',
  'effective from': 'effective',
  'effective as of': 'effective',
  'starting from': 'effective',
  'starting on': 'effective',
  'beginning on': 'effective',
  'starting in': 'effective',
  'beginning in': 'effective',
  'as early as': 'earliest',
  'as soon as': 'earliest',
  'no earlier than': 'earliest',
  'not earlier than': 'earliest',
  'no sooner than': 'earliest',
  'not before': 'earliest',
  'not until': 'earliest',
  'at the earliest': 'earliest',
  'at least': 'at-least',
  'no less than': 'at-least',
  'more than': 'at-least',
  'no more than': 'within',
  'not more than': 'within',
  'less than': 'within',
  'at most': 'within',
  'later than': 'after',
  'or sooner': 'or-sooner',
  'or earlier': 'or-sooner',
  'or before': 'or-sooner',
  'if not sooner': 'or-sooner',
  'at the latest': 'at-latest',
  'local time': 'local-time',
  'a m': 'am',
  'p m': 'pm',
};

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

export const ENGLISH: Lexicon = {
  language: 'en',
  words: { ...Object.fromEntries(KEPT.split(' ').map((word) => [word, word])), ...WORDS },
  phrases: PHRASES,
  numbers: NUMBERS,
  marks: new Set(
    'the by of on within until before and or is are will must if not in at to they his their has have for'.split(
      ' ',
    ),
  ),
};
