/** How German, French, Spanish, Ukrainian and Russian posts say when: sources of regular expressions. */
import { anyOf } from './pattern.js';

const DE_DAY = 'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Woche|Monats|Jahres';
const DE_END = `${anyOf(
  `(?:Ende (?:der|des) )?(?:nächsten? )?(?:${DE_DAY})(?:(?:mittag|abend|morgen|nachmittag)(?!\\p{L}))?(?:, (?:dem |den )?\\d{1,2}\\. \\p{L}+)?`,
  '\\d{1,2}\\. \\p{L}+(?: \\d{4})?',
  '(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?: \\d{4})?(?!\\p{L})',
  'Ende \\p{Lu}\\p{L}+|Jahresende|Monatsende|morgen(?: früh| Mittag| Abend)?|Mitternacht',
)}(?:,? (?:um )?\\d{1,2}(?:[.:]\\d{2})? Uhr)?`;
const DE_NUMBER = 'zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf|vierzehn|zwanzig|dreißig|einen|eine';
/** "Zwei Monate", as it is given to somebody. */
export const DE_LENGTH = `(?:\\d{1,3}|${DE_NUMBER}) (?:Stunden?|Tage?|Wochen?|Monate?)`;
export const DE_TIME = anyOf(
  `(?:bis|vor)(?: zum| spätestens| zu)? ${DE_END}`,
  '(?:innerhalb von|binnen|in) (?:\\d{1,3}|\\p{L}+) (?:Stunden|Tagen|Wochen|Monaten)',
);
const FR_DAY = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|minuit';
const FR_END = `${anyOf(
  `(?:${FR_DAY})(?: \\d{1,2} \\p{L}+)?`,
  'demain(?: soir| midi| matin)?|ce soir|(?:la )?fin \\p{L}+',
  "la fin (?:du mois|de la semaine|de l['’]année)",
  '\\d{1,2}(?:er)? \\p{L}+(?: \\d{4})?',
  '\\d{1,3} (?:heures|jours|semaines)',
)}(?: (?:à )?(?:midi|minuit|\\d{1,2} ?h(?:eures|\\d{2})?(?!\\p{L})))?`;
const FR_BY = "(?:jusqu['’]à|jusqu['’]au|avant(?: le)?|d['’]ici(?: à| au| le)?)";
const FR_NUMBER = '(?:\\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente)';
export const FR_TIME = anyOf(
  `${FR_BY} ?${FR_END}`,
  `(?:dans(?: les)?|sous|en) ${FR_NUMBER} (?:heures?|jours?|semaines?|mois)`,
  `${FR_NUMBER} (?:heures?|jours?|semaines?|mois)`,
);
const ES_END = `${anyOf(
  '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: \\d{1,2} de \\p{L}+)?|medianoche|mañana',
  '(?:fin|finales) de \\p{L}+',
  'fin(?:al)? de (?:mes|semana|año)',
  '\\d{1,2} de \\p{L}+(?: de \\d{4})?',
)}(?: a las? \\d{1,2}(?:[.:]\\d{2})?| al mediodía)?`;
const ES_NUMBER = '(?:\\d{1,3}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|veinte|treinta)';
export const ES_TIME = anyOf(
  `(?:hasta|antes)(?: del?)?(?: el| la)? ${ES_END}`,
  `(?:(?:en|dentro de|en un plazo de) )?${ES_NUMBER} (?:horas?|días?|semanas?|mes(?:es)?)`,
);
const UK_END = anyOf(
  "понеділка|вівторка|середи|четверга|п['’ʼ]ятниці|суботи|неділі",
  'кінця (?:тижня|місяця|року)',
  '\\d{1,2} \\p{L}+',
);
export const UK_TIME = anyOf(
  `до ${UK_END}`,
  "(?:за |протягом |упродовж )?(?:\\d{1,3}|один|одну|два|дві|три|чотири|п['’ʼ]ять|шість|сім|десять|чотирнадцять|двадцять|тридцять) (?:годин[аиу]?|дні|днів|тижні|тижнів|місяці|місяців|добу|доби)",
  'тиждень|місяць|добу',
);
const RU_END = anyOf(
  'понедельника|вторника|среды|четверга|пятницы|субботы|воскресенья',
  'конца (?:недели|месяца|года)',
  '\\d{1,2} \\p{L}+',
);
export const RU_TIME = anyOf(
  `до ${RU_END}`,
  '(?:за |в течение )?(?:\\d{1,3}|один|одну|два|две|три|четыре|пять|шесть|семь|десять|четырнадцать|двадцать|тридцать) (?:час(?:а|ов)?|дня|дней|недел[иь]|месяц(?:а|ев)|сут(?:ки|ок))',
  'неделю|месяц|сутки',
);
