/** Spanish words for time. */
import { holidays, named, type Lexicon } from './lexicon.js';
import {
  age,
  beside,
  dayAlone,
  dottedDate,
  dottedTime,
  endings,
  halfHour,
  hourAlone,
  notBefore,
  rewritten,
  uncounted,
} from './token-rewrites.js';
import { withoutWeekends } from './without-weekends.js';
import { SPANISH_HOLIDAYS } from './spanish-holidays.js';
import { isNumber, SPANISH_NUMBERS } from './spanish-numbers.js';
import { SPANISH_PHRASES } from './spanish-phrases.js';
import { makeLexicon } from './lexicon-factory.js';

const WEEKDAYS = named({
  monday: 'lunes lun',
  tuesday: 'martes',
  wednesday: 'miércoles miercoles mié',
  thursday: 'jueves jue',
  friday: 'viernes vie',
  saturday: 'sábado/-/s sabado sáb',
  sunday: 'domingo/-/s dom',
});

const MONTHS = named({
  january: 'enero ene',
  february: 'febrero feb',
  march: 'marzo',
  april: 'abril abr',
  may: 'mayo',
  june: 'junio jun',
  july: 'julio jul',
  august: 'agosto ago',
  september: 'septiembre setiembre sept sep',
  october: 'octubre oct',
  november: 'noviembre nov',
  december: 'diciembre dic',
});

const UNITS = named({
  second: 'segundo segundos',
  minute: 'minuto/-/s min',
  hour: 'hora/-/s h hrs hs',
  day: 'día/-/s dia/-/s',
  week: 'semana/-/s',
  month: 'mes meses',
  quarter: 'trimestre/-/s',
  year: 'año/-/s',
  decade: 'década/-/s',
});

/** "Antes de las 2": of the morning or of the afternoon. */
const HOURS = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`hora·${index + 1}`, `at ${index + 1}`]),
);

const WORDS = {
  ...WEEKDAYS,
  ...MONTHS,
  ...UNITS,
  ...HOURS,
  ...named({
    the: 'el la los las',
    a: 'un una',
    of: 'de',
    'of the': 'del',
    to: 'a',
    'to the': 'al',
    in: 'en',
    for: 'para por durante',
    dawn: 'amanecer alba',
    sunset: 'anochecer atardecer',
    and: 'y e',
    or: 'o u',
    until: 'hasta',
    after: 'tras después despues',
    from: 'desde',
    before: 'antes',
    between: 'entre',
    every: 'cada',
    next: 'siguiente/-/s',
    coming: 'próximo/-/s próxima/-/s proximo proxima venidero/-/s venidera entrante/-/s',
    this: 'este esta estos estas',
    current: 'corriente presente',
    last: 'pasado pasada último última',
    further: 'más adicional/-/es',
    half: 'medio media',
    today: 'hoy',
    tomorrow: 'mañana',
    yesterday: 'ayer anoche',
    now: 'ahora',
    noon: 'mediodía mediodia',
    midnight: 'medianoche',
    afternoon: 'tarde',
    night: 'noche',
    early: 'principios comienzos inicios',
    mid: 'mediados',
    late: 'finales',
    end: 'fin final',
    spring: 'primavera',
    summer: 'verano',
    autumn: 'otoño',
    winter: 'invierno',
    deadline: 'plazo plazos ultimátum',
    not: 'no',
    moscow: 'moscú',
    london: 'londres',
    york: 'york',
    beijing: 'pekín',
    geneva: 'ginebra',
    brussels: 'bruselas',
    paris: 'parís',
    berlin: 'berlín',
    tehran: 'teherán',
    mexico: 'méxico',
    bogota: 'bogotá',
    israel: 'israel',
    '': 'día·número aproximadamente unos unas punto exactamente mismo misma',
  }),
};

const PHRASES = {
  ...holidays(SPANISH_HOLIDAYS),
  ...SPANISH_PHRASES,
};

const PLURAL = /^(?:horas|días|semanas|meses|años)$/;

export const SPANISH: Lexicon = makeLexicon({
  language: 'es',
  words: WORDS,
  phrases: PHRASES,
  numbers: SPANISH_NUMBERS,
  letters: /[¿¡]/,
  rewriteTokens: rewritten(
    withoutWeekends(
      /^días$/,
      '(?:sin (?:contar|incluir)|excluyendo|excluidos|salvo) (?:los )?(?:fines de semana|sábados y domingos)(?: (?:y|ni) (?:los )?festivos)?',
    ),
    dottedTime(/^las$/),
    hourAlone(/^las$/, /^(?:|del?|[.,;:!?)]|en|hora)$/),
    dottedDate(/^(?:el|al|del|hasta|antes)$/),
    endings(/^(?:o|º|ro|er)$/),
    notBefore(/^no$/, /^antes$/, /^si$/, 'no·antes'),
    beside(/^día$/, (next) => /^\d{1,2}$/.test(next), 'día·número'),
    dayAlone(/^(?:el|al|del|día)$/, /^(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)$/),
    age(/^años$/, /^(?:en|dentro|plazo|próximos|aquí)$/),
    halfHour([/^\p{L}+$|^\d{1,2}$/u, /^y$/, /^(?:media|cuarto)$/], ([hour = '', , part]) => {
      const value = Number(SPANISH_NUMBERS.get(hour) ?? hour);
      return value >= 1 && value <= 24 ? `${value}:${part === 'media' ? '30' : '15'}` : null;
    }),
    uncounted(/^próxim[oa]s$/, PLURAL, isNumber),
    uncounted(PLURAL, /^(?:próxim[oa]s|siguientes|venider[oa]s)$/, isNumber),
  ),
  marks:
    'es son fue será serán ha han había debe deben deberá si que con sin se su sus lo le les como pero cuando ' +
    'aquí contrario gobierno presidente rusia ucrania exige ultimátum',
});
