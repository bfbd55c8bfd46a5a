import { holidays, named, type Lexicon } from './lexicon.js';
import {
  beside,
  countedBack,
  dottedDate,
  dottedTime,
  endings,
  leadingTo,
  rewritten,
  uncounted,
  yearWord,
} from './retoken.js';
import { RUSSIAN_HOLIDAYS } from './russian-holidays.js';
import { isNumber, RUSSIAN_NUMBERS } from './russian-numbers.js';
import { RUSSIAN_PHRASES } from './russian-phrases.js';
import { tongue } from './tongue.js';

const WEEKDAYS = named({
  monday: 'понедельник/-/а/у/ом/е/и/ам пн',
  tuesday: 'вторник/-/а/у/ом/е/и/ам вт',
  wednesday: 'сред/а/ы/е/у/ой/ам ср',
  thursday: 'четверг/-/а/у/ом/е/и/ам чт',
  friday: 'пятниц/а/ы/е/у/ей/ам пт',
  saturday: 'суббот/а/ы/е/у/ой/ам сб',
  sunday: 'воскресень/е/я/ю/ем/и/ям вс',
});

const MONTHS = named({
  january: 'январ/ь/я/ю/ем/е янв',
  february: 'феврал/ь/я/ю/ем/е фев',
  march: 'март/-/а/у/ом/е мар',
  april: 'апрел/ь/я/ю/ем/е апр',
  may: 'ма/й/я/ю/ем/е',
  june: 'июн/ь/я/ю/ем/е',
  july: 'июл/ь/я/ю/ем/е',
  august: 'август/-/а/у/ом/е авг',
  september: 'сентябр/ь/я/ю/ем/е сен сент',
  october: 'октябр/ь/я/ю/ем/е окт',
  november: 'ноябр/ь/я/ю/ем/е ноя нояб',
  december: 'декабр/ь/я/ю/ем/е дек',
});

const UNITS = named({
  second: 'секунд/-/а/ы/у/е/ами/ах сек',
  minute: 'минут/-/а/ы/у/е/ам/ами/ах мин',
  hour: 'час/-/а/у/ы/ов/ам/ами/ах/ом/е ч часовой часового часовый',
  day: 'день дня дней дню днями днях дням дни днём днем сутки суток суткам дневный дневной дневного дневный',
  week: 'недел/я/и/ю/е/ь/ей/ям/ями/ях недельный недельного',
  month: 'месяц/-/а/ы/ев/у/ем/е/ам/ах месячный месячного',
  quarter: 'квартал/-/а/ы/ов/у/ом/е/ам/ах',
  year: 'год/-/а/у/ы/ом/е/ам/ах лет',
  decade: 'десятилети/е/я/й',
  weekend: 'выходн/ые/ых/ым/ыми',
});

/** "Дня", "днём" of the clock and of the day: what behind a number of hours says which half of the day it is. */
const HALVES = Object.fromEntries(
  ['час', 'часа', 'часов', 'часам'].flatMap((hour) =>
    Object.entries({ утра: 'am', ночи: 'am', дня: 'pm', вечера: 'pm' }).map(([half, mark]) => [
      `${hour} ${half}`,
      `clock-hour ${mark}`,
    ]),
  ),
);

const WORDS = {
  ...WEEKDAYS,
  ...MONTHS,
  ...UNITS,
  ...named({
    in: 'в во через спустя',
    'in a': 'через·один',
    'within a': 'за·один',
    at: 'в·час',
    on: 'на',
    for: 'для',
    and: 'и',
    or: 'или либо',
    until: 'до',
    by: 'к ко',
    through: 'по включительно',
    within: 'за',
    from: 'с со от',
    after: 'после',
    before: 'перед до·перед',
    between: 'между',
    ago: 'назад',
    'at-latest': 'максимум',
    'at-least': 'минимум',
    next: 'следующ/ий/его/ему/им/ем/ая/ую/ей/ее',
    coming:
      'ближайш/ий/его/ему/ую/ей/ее/ие/их будущ/ий/его/ей/ую предстоящ/ий/ую/их/ие грядущ/ий/ую наступающ/ий/ую',
    this: 'этот этого этому эта эту этой эти этих это',
    current: 'текущ/ий/его/ему/ем/ей/ую нынешн/ий/его/ей/ем',
    last: 'прошл/ый/ого/ой/ую/ом минувш/ий/его/ую/ей последн/ий/его/юю/ей',
    today: 'сегодня',
    tomorrow: 'завтра',
    overmorrow: 'послезавтра',
    yesterday: 'вчера',
    now: 'сейчас теперь',
    later: 'позже позднее спустя',
    noon: 'полдень полдня полудня полудню полднем',
    midnight: 'полночь полночи полуночи',
    morning: 'утро утром утру',
    afternoon: 'днём днем',
    evening: 'вечер вечером вечеру',
    night: 'ночь ночью',
    'end of': 'конец конца концу конце исход исходе исходу окончания окончанию',
    early: 'начало начале начала началу',
    mid: 'середин/а/е/ы/у',
    half: 'половин/а/е/у',
    'half of': 'половины',
    spring: 'весна весны весне весной весну',
    summer: 'лето лета лету летом',
    autumn: 'осень осени осенью',
    winter: 'зима зимы зиме зимой зиму',
    deadline: 'срок срока дедлайн ультиматум',
    time: 'время времени',
    'local-time': 'местному',
    not: 'не',
    moscow: 'московскому московского москве москвы',
    kyiv: 'киевскому киевского киеву киева',
    washington: 'вашингтонскому вашингтона вашингтону',
    'new york': 'нью-йоркскому',
    london: 'лондонскому лондона лондону',
    brussels: 'брюссельскому брюсселя брюсселю',
    berlin: 'берлинскому',
    paris: 'парижскому',
    beijing: 'пекинскому пекина',
    jerusalem: 'иерусалимскому израильскому',
    minsk: 'минскому минска минску',
    istanbul: 'стамбульскому',
    tehran: 'тегеранскому',
    eastern: 'восточноамериканскому',
    'central european': 'центральноевропейскому среднеевропейскому',
    greenwich: 'гринвичу',
    utc: 'мск·нет',
    '': 'по·времени около примерно приблизительно ровно точно г го',
  }),
  мск: 'мск',
};

const PHRASES = {
  ...holidays(RUSSIAN_HOLIDAYS),
  ...HALVES,
  ...RUSSIAN_PHRASES,
};

const SINGLE = /^(?:час|часа|день|дня|сутки|суток|неделю|недели|месяц|месяца|год|года|квартал)$/;
const isSingle = (word: string) => SINGLE.test(word);
const PLURAL = /^(?:дни|дней|часы|часов|недели|недель|месяцы|месяцев|годы|лет)$/;

export const RUSSIAN: Lexicon = tongue({
  language: 'ru',
  words: WORDS,
  phrases: PHRASES,
  numbers: RUSSIAN_NUMBERS,
  letters: /[ыэъё]/,
  retoken: rewritten(
    leadingTo(/^по$/, /^времени$/, 'по·времени'),
    countedBack(/^за$/, /^до$/, UNITS, 'до·перед'),
    beside(/^(?:через|спустя)$/, isSingle, 'через·один'),
    beside(/^(?:за|течение|течении)$/, (next) => isSingle(next) && !next.startsWith('год'), 'за·один'),
    yearWord(/^(?:год[ауе]?|годом|гг?)$/),
    endings(/^(?:го|е|ое|ого|й|му|ю|я)$/),
    dottedTime(/^(?:в|во)$/),
    dottedDate(/^(?:до|к|ко|с|со|по|на|позднее|позже)$/),
    uncounted(/^(?:ближайшие|ближайших|предстоящие|следующие|следующих)$/, PLURAL, isNumber),
    beside(/^во?$/, (next) => /^\d{1,2}(?::|$|th)/.test(next) || /^(?:полдень|полночь)$/.test(next), 'в·час'),
    beside(/^(?:ч|час)$/, (next) => /^\d\d$/.test(next), 'час'),
  ),
  marks:
    'что это как если не из за иначе будет должны должна должен обязан россия украина против требует потребовал сообщил заявил сша он она они её их его для при без уже будут ввести введет',
});
