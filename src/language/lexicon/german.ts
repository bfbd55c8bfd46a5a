/** German words for time. */
import { GERMAN_HOLIDAYS } from './german-holidays.js';
import { GERMAN_NUMBERS, isNumber, spans } from './german-numbers.js';
import { GERMAN_PHRASES } from './german-phrases.js';
import { holidays, type Lexicon, named, nights } from './lexicon.js';
import {
  age,
  beside,
  dottedDate,
  halfHour,
  notBefore,
  rewritten,
  uncounted,
  zoneAlone,
} from './token-rewrites.js';
import { withoutWeekends } from './without-weekends.js';
import { ordinal, sinceThen } from './german-rewrites.js';
import { makeLexicon } from './lexicon-factory.js';

const WEEKDAYS = {
  monday: 'montag',
  tuesday: 'dienstag',
  wednesday: 'mittwoch',
  thursday: 'donnerstag',
  friday: 'freitag',
  saturday: 'samstag sonnabend',
  sunday: 'sonntag',
};
const PARTS = {
  morning: 'morgen früh vormittag',
  noon: 'mittag',
  afternoon: 'nachmittag',
  evening: 'abend',
  night: 'nacht',
};

/** "Freitag", "freitags", "Freitagabend". */
function weekdays(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(WEEKDAYS).flatMap(([canonical, names]) =>
      names
        .split(' ')
        .flatMap((name): [string, string][] => [
          [name, canonical],
          [`${name}s`, canonical],
          [`${name}es`, canonical],
          ...Object.entries(PARTS).flatMap(([part, ends]) =>
            ends.split(' ').map((end): [string, string] => [`${name}${end}`, `${canonical} ${part}`]),
          ),
        ]),
    ),
  );
}

const MONTHS = named({
  january: 'januar/-/s jänner jan',
  february: 'februar/-/s feber feb',
  march: 'märz/-/es mär mrz',
  april: 'april/-/s apr',
  may: 'mai/-/s',
  june: 'juni/-/s jun',
  july: 'juli/-/s jul',
  august: 'august/-/s/es aug',
  september: 'september/-/s sep sept',
  october: 'oktober/-/s okt',
  november: 'november/-/s nov',
  december: 'dezember/-/s dez',
});

const UNITS = named({
  second: 'sekunde/-/n',
  minute: 'minute/-/n min',
  hour: 'stunde/-/n std h stündige/-/n/s/r/m',
  day: 'tag/-/e/en/es tägige/-/n/s/r/m',
  workday: 'werktag/-/e/en/es arbeitstag/-/e/en/es geschäftstag/-/e/en',
  week: 'woche/-/n wöchige/-/n/s/r/m',
  month: 'monat/-/e/en/s/es monatige/-/n/s/r/m',
  quarter: 'quartal/-/e/en/s',
  year: 'jahr/-/e/en/s/es',
  decade: 'jahrzehnt/-/e/en/s/es',
  weekend: 'wochenende/-/n/s',
});

const WORDS = {
  ...UNITS,
  ...MONTHS,
  ...weekdays(),
  ...named({
    the: 'der die das dem den',
    'of the': 'des',
    'in the': 'beim',
    'to the': 'zur',
    a: 'ein eine einen einem einer eines',
    on: 'am an',
    in: 'in im',
    of: 'von',
    at: 'um gegen zu',
    to: 'zum',
    for: 'für auf',
    from: 'ab',
    by: 'per',
    and: 'und sowie',
    or: 'oder beziehungsweise bzw',
    until: 'bis',
    before: 'vor bevor',
    after: 'nach seit nachdem',
    within: 'innerhalb binnen innert',
    between: 'zwischen',
    through: 'einschließlich',
    effective: 'beginnend',
    earliest: 'frühestens frühest frühestmöglich nicht·vor',
    is: 'ist',
    ist: 'ist·zone',
    'at-latest': 'spätestens',
    'at-least': 'mindestens wenigstens',
    ago: 'vor·zeit',
    every: 'jede/-/n/s/r/m täglich wöchentlich monatlich jährlich pro alle·zahl',
    next: 'nächste/-/n/r/s/m folgende/-/n/r/s/m darauffolgende/-/n/r/s/m',
    coming: 'kommende/-/n/r/s/m bevorstehende/-/n/r/s/m',
    this: 'diese/-/n/r/s/m',
    current: 'laufende/-/n/r/s/m aktuelle/-/n/r/s/m',
    last: 'letzte/-/n/r/s/m vergangene/-/n/r/s/m vorige/-/n/r/s/m',
    further: 'weitere/-/n/r/s/m',
    other: 'andere/-/n/r/s/m',
    half: 'halbe/-/n/r/s/m',
    today: 'heute',
    tomorrow: 'morgen',
    overmorrow: 'übermorgen',
    yesterday: 'gestern',
    now: 'jetzt nun sofort',
    later: 'später',
    noon: 'mittag/-/s',
    midnight: 'mitternacht',
    morning: 'morgens vormittag/-/s frühmorgens früh',
    afternoon: 'nachmittag/-/s',
    evening: 'abend/-/s',
    night: 'nacht nachts',
    'clock-hour': 'uhr',
    dawn: 'morgengrauen tagesanbruch sonnenaufgang morgendämmerung',
    sunset: 'sonnenuntergang abenddämmerung',
    end: 'ende',
    early: 'anfang anfangs',
    mid: 'mitte',
    late: 'spät',
    'end of month': 'monatsende',
    'end of year': 'jahresende',
    'end of week': 'wochenschluss',
    'end of quarter': 'quartalsende',
    'close-of-business': 'geschäftsschluss dienstschluss büroschluss börsenschluss handelsschluss',
    spring: 'frühling/-/s frühjahr/-/s',
    summer: 'sommer/-/s',
    autumn: 'herbst/-/es',
    winter: 'winter/-/s',
    deadline: 'frist deadline ultimatum stichtag',
    due: 'fällig',
    not: 'nicht',
    no: 'kein keine keinen',
    time: 'zeit sommerzeit winterzeit',
    mez: 'mitteleuropäische/-/r/n',
    old: 'alt',
    'local-time': 'ortszeit lokalzeit',
    'eastern time': 'ostküstenzeit',
    moscow: 'moskauer',
    kyiv: 'kiewer kyjiwer kyiver',
    washington: 'washingtoner',
    london: 'londoner',
    paris: 'pariser',
    berlin: 'berliner',
    vienna: 'wiener',
    brussels: 'brüsseler brüssel',
    geneva: 'genfer genf',
    beijing: 'pekinger',
    york: 'yorker',
    israeli: 'israelische/-/r/n',
    '1.5': 'eineinhalb anderthalb',
    '2.5': 'zweieinhalb',
    '2': 'beide/-/n',
    '': 'etwa zirka schätzungsweise herum circa ca ungefähr rund genau punkt exakt spätester',
  }),
};

const IN_A_WEEK = Object.fromEntries(
  Object.entries(WEEKDAYS).flatMap(([canonical, names]) =>
    names.split(' ').map((name) => [`${name} in einer woche`, `${canonical} week`]),
  ),
);

const PHRASES = {
  ...holidays(GERMAN_HOLIDAYS),
  ...IN_A_WEEK,
  ...nights('uhr nachts'),
  ...nights('uhr in der nacht'),
  ...GERMAN_PHRASES,
};

export const GERMAN: Lexicon = makeLexicon({
  language: 'de',
  words: { ...WORDS, ...spans() },
  phrases: PHRASES,
  numbers: GERMAN_NUMBERS,
  letters: /ß|\b\d{1,2}\. ?(?:[–-] ?\d|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/,
  rewriteTokens: rewritten(
    withoutWeekends(
      /^tagen?$/,
      '(?:ohne|ausgenommen|außer|exklusive) (?:die |der )?(?:wochenenden?|samstagen? und sonntagen?)|(?:die |das )?wochenenden? (?:nicht (?:mitgerechnet|mitgezählt|eingerechnet)|ausgenommen)',
    ),
    dottedDate(/^(?:am|zum|dem|den|vom|bis|ab|vor|spätestens|frist|stichtag)$/),
    ordinal(MONTHS),
    age(/^jahren?$/, /^(?:in|innerhalb|binnen|innert|frist|bis|nächsten|kommenden)$/),
    halfHour([/^halb$/, /^\p{L}+$/u], ([, hour = '']) => {
      const value = Number(GERMAN_NUMBERS.get(hour));
      return value >= 1 && value <= 12 ? `${value - 1}:30` : null;
    }),
    uncounted(/^(?:nächsten|kommenden|folgenden)$/, /^(?:stunden|tagen?|wochen|monaten?|jahren?)$/, isNumber),
    notBefore(/^nicht$/, /^vor$/, /^(?:wenn|falls|sofern|sollten?)$/, 'nicht·vor'),
    zoneAlone(/^ist$/, 'ist·zone'),
    sinceThen(WORDS),
    beside(/^vor$/, (next, later) => isNumber(next) && Object.hasOwn(UNITS, later), 'vor·zeit'),
    beside(/^aller?$/, (next, later) => isNumber(next) && Object.hasOwn(UNITS, later), 'alle·zahl'),
  ),
  marks:
    'ist sind war wird werden wurde hat haben muss müssen soll sollen will wollen sich nicht auch mit bei aus als wenn wie sie wir ihr ihre seine sein ' +
    'russland deutschland regierung präsident sonst andernfalls frist fordert forderte dass über gegenüber',
});
