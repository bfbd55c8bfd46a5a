/** Ukrainian words for time. */
import { halfDays, holidays, type Lexicon, named, nights } from './lexicon.js';
import {
  age,
  beside,
  countedBack,
  dayBehind,
  dottedDate,
  dottedTime,
  endings,
  leadingTo,
  rewritten,
  uncounted,
  yearWord,
} from './token-rewrites.js';
import { hourHalves, spans } from './slavic.js';
import { makeLexicon } from './lexicon-factory.js';
import { UKRAINIAN_HOLIDAYS } from './ukrainian-holidays.js';
import { isNumber, UKRAINIAN_NUMBERS } from './ukrainian-numbers.js';
import { UKRAINIAN_PHRASES } from './ukrainian-phrases.js';

const WEEKDAYS = named({
  monday: 'понеділ/ок/ка/ку/ком/ки пн',
  tuesday: 'вівтор/ок/ка/ку/ком/ки вт',
  wednesday: 'серед/а/и/і/у/ою ср',
  thursday: 'четвер/-/га/гу/гом/зі чт',
  friday: "п'ятниц/я/і/ю/ею пт",
  saturday: 'субот/а/и/і/у/ою сб',
  sunday: 'неділ/я/і/ю/ею нд',
});

const MONTHS = named({
  january: 'січ/ень/ня/ню/нем/ні січ',
  february: 'лют/ий/ого/ому/им лют',
  march: 'берез/ень/ня/ню/нем/ні бер',
  april: 'квіт/ень/ня/ню/нем/ні квіт',
  may: 'трав/ень/ня/ню/нем/ні трав',
  june: 'черв/ень/ня/ню/нем/ні черв',
  july: 'лип/ень/ня/ню/нем/ні лип',
  august: 'серп/ень/ня/ню/нем/ні серп',
  september: 'верес/ень/ня/ню/нем/ні вер',
  october: 'жовт/ень/ня/ню/нем/ні жовт',
  november: 'листопад/-/а/у/ом/і лист',
  december: 'груд/ень/ня/ню/нем/ні груд',
});

const UNITS = named({
  second: 'секунд/-/а/и/у/і/ами/ах',
  minute: 'хвилин/-/а/и/у/і/ам/ами/ах хв',
  hour: 'годин/-/а/и/у/і/ам/ами/ах/ний/ного/ною год',
  day: 'день дня дні днів дню днем днями днях дням доб/а/и/у/і/ою діб денний денного денну',
  week: 'тиж/день/ня/ню/нем/ні/нів/нями/нях/невий/невого',
  month: 'місяц/ь/я/і/ів/ю/ем/ям/ях місячний місячного',
  quarter: 'квартал/-/а/у/и/ів/ом/і/ах',
  year: 'рік року роки років році роком рокам роках',
  decade: 'десятиліт/тя/ь',
  weekend: 'вихідн/і/их/им/ими вікенд',
});

const HALVES = hourHalves('година години годин годині годину', {
  ранку: 'am',
  ночі: 'am',
  дня: 'pm',
  вечора: 'pm',
});

/** "Три дні тому": "тому" alone is "therefore". */
const AGO = Object.fromEntries(Object.entries(UNITS).map(([name, unit]) => [`${name} тому`, `${unit} ago`]));

const SPANS = spans(
  "одно дво три чотири п'яти шести семи восьми десяти дванадцяти чотирнадцяти п'ятнадцяти двадцяти двадцятичотирьох тридцяти сорокавосьми шістдесяти сімдесятидвох дев'яносто сто",
  { day: 'денн добов', week: 'тижнев', month: 'місячн', hour: 'годинн' },
  'ий ого ому им а у ої ій і их',
);

const WORDS = {
  ...WEEKDAYS,
  ...MONTHS,
  ...UNITS,
  ...SPANS,
  ...named({
    every: 'кожен кожн/ий/а/е/ого/ої/ому/у/і щодня щотижня щомісяця щороку',
    in: 'в у через',
    'in a': 'через·один',
    'within a': 'за·один',
    at: 'о об в·час',
    on: 'на',
    for: 'для',
    and: 'і й та',
    or: 'або чи',
    until: 'до',
    through: 'по включно',
    within: 'протягом упродовж впродовж за',
    from: 'з із зі від',
    after: 'після',
    since: 'вже·давно',
    before: 'перед до·перед',
    between: 'між',
    'at-latest': 'максимум щонайпізніше найпізніше',
    'at-least': 'мінімум щонайменше принаймні',
    earliest: 'щонайраніше найраніше',
    next: 'наступн/ий/ого/ому/им/а/ої/у/ій/е',
    coming: 'найближч/ий/ого/ому/ої/у/ій/і/их прийдешн/ій/ього/ю',
    this: 'цим цей цього цьому ця цю цієї цій ці цих це',
    current: 'поточн/ий/ого/ому/ої/у',
    last: 'минул/ий/ого/ої/у/ому останн/ій/нього/ю/ньої/я/ьому/ього/ьої',
    today: 'сьогодні',
    tomorrow: 'завтра',
    overmorrow: 'післязавтра позавтра',
    yesterday: 'вчора учора',
    now: 'зараз тепер',
    later: 'пізніше',
    noon: 'полудень полудня полудню опівдні південь',
    midnight: 'опівночі північ півночі',
    morning: 'ранок ранком вранці уранці зранку ранку',
    afternoon: 'удень вдень',
    evening: 'вечір вечора вечором ввечері увечері',
    night: 'ніч вночі уночі',
    'end of': 'кінець кінця кінцю кінці наприкінці закінчення',
    early: 'початок початку початком',
    mid: 'середин/а/і/и/у',
    half: 'половин/а/і/у',
    'half of': 'половини',
    spring: 'весна весни весні навесні весною',
    summer: 'літо літа влітку улітку',
    autumn: 'осінь осені восени',
    winter: 'зима зими зимі взимку узимку',
    deadline: 'термін терміну строк строку дедлайн ультиматум',
    time: 'час часу часом',
    'local-time': 'місцевим',
    not: 'не',
    moscow: 'московським москвою москви',
    kyiv: 'київським києвом києва',
    washington: 'вашингтонським вашингтоном вашингтона',
    london: 'лондонським лондоном лондона',
    brussels: 'брюссельським брюсселем',
    berlin: 'берлінським берліном',
    paris: 'паризьким',
    beijing: 'пекінським',
    jerusalem: 'єрусалимським ізраїльським',
    minsk: 'мінським',
    warsaw: 'варшавським',
    eastern: 'східноамериканським',
    cet: 'центральноєвропейським',
    eet: 'східноєвропейським',
    greenwich: 'гринвічем ґрінвічем',
    '': 'за·часом близько приблизно орієнтовно рівно точно р',
  }),
  мск: 'мск',
};

const PHRASES = {
  ...holidays(UKRAINIAN_HOLIDAYS),
  ...HALVES,
  ...nights('ночі'),
  ...halfDays({ ранку: 'am', вечора: 'pm' }),
  ...AGO,
  ...UKRAINIAN_PHRASES,
};

const SINGLE = /^(?:годину|години|день|дня|добу|доби|тиждень|тижня|місяць|місяця|рік|року|квартал|кварталу)$/;
const isSingle = (word: string) => SINGLE.test(word);
const PLURAL = /^(?:дні|днів|години|годин|тижні|тижнів|місяці|місяців|роки|років)$/;

export const UKRAINIAN: Lexicon = makeLexicon({
  language: 'uk',
  words: WORDS,
  phrases: PHRASES,
  numbers: UKRAINIAN_NUMBERS,
  letters: /[іїєґ]/,
  rewriteTokens: rewritten(
    leadingTo(/^(?:за|по)$/, /^часом$/, 'за·часом'),
    countedBack(/^за$/, /^до$/, UNITS, 'до·перед'),
    beside(/^через$/, isSingle, 'через·один'),
    beside(/^(?:протягом|упродовж|впродовж)$/, isSingle, 'за·один'),
    beside(
      /^за$/,
      (next, later) => isSingle(next) && (later === 'до' || !/^(?:рік|добу|квартал)$/.test(next)),
      'за·один',
    ),
    dayBehind(/^числ[ао]$/),
    beside(/^(?:вже|уже)$/, (next, later) => isNumber(next) && Object.hasOwn(UNITS, later), 'вже·давно'),
    age(/^(?:років|роки)$/, /^(?:через|за|протягом|упродовж|впродовж|строк|термін|до)$/),
    yearWord(/^(?:рік|року|році|роком|рр?)$/),
    endings(/^(?:го|е|ого|й|ій|ї|а|му|та|ю|я)$/),
    dottedTime(/^(?:о|об|в|у)$/),
    dottedDate(/^(?:до|з|із|по|на|пізніше|термін|строк|дедлайн)$/),
    uncounted(/^(?:найближчі|найближчих|наступні|наступних)$/, PLURAL, isNumber),
    beside(/^[ув]$/, (next) => /^\d{1,2}(?::|$|th)/.test(next), 'в·час'),
  ),
  marks:
    'що це як якщо не із буде має мають повинен повинна повинні росія україна проти вимагає сша він вона вони їх його її для при без вже інакше заявив повідомив щоб',
});
