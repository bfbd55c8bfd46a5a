/** "Before the election on November 5": what leads from a word for "before" to an event on a day, in all languages. */

/** Words that stand for a time themselves: "before the end of", "before noon on". */
const TIMES_EN =
  'end|beginning|start|close|noon|midday|midnight|dawn|sunset|dusk|daybreak|sunrise|nightfall|morning|evening|night|afternoon|deadline|date|day|week|month|year|quarter';
const WORD = "[\\p{L}'’.]+";

/** "Before the year ends on September 30": before its end, and so by that day. */
const ENDS =
  "(?<!(?<!\\p{L})(?:ends?|expires?|closes|lapses|runs out|endet|abläuft|ausläuft|expire|finit|s'achève|acab[ae]|termin[ae]|venc[ea]|закінчується|спливає|заканчивается|истекает) (?:on |am |le |el |у |в )?)";

/** One to seven words of the event, and what leads to its day; the day stands behind `«` (`clause.ts`). */
const event = (befores: string, not: string, links: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])(?:${befores}) (?!(?:\\p{L}+ )?(?:${not})(?![\\p{L}]))(?:${WORD} ){1,7}?${ENDS}(?:${links})?«(?:${links})?[^»]*»`,
    'u',
  );

/** By the language (BCP 47) of the text. */
export const BEFORE_EVENT: Readonly<Record<string, RegExp>> = {
  en: event('before|ahead of|prior to|in advance of', TIMES_EN, 'on |in |of |set for |scheduled for |, '),
  de: event(
    'vor|bevor',
    'ende|beginn|anfang|mittag|mitternacht|ablauf|schluss|tag|woche|monat|frist|allem|tagen|wochen|jahren',
    'am |im |vom ',
  ),
  fr: event(
    "avant|d'ici(?: à)?",
    'fin|début|midi|minuit|jour|semaine|mois|échéance',
    'du |de |le |en |prévue?s? le ',
  ),
  es: event(
    'antes de(?:l| la| las| los| que)?',
    'fin|finales|final|principios|mediados|mediodía|medianoche|día|semana|mes|plazo',
    'del |de |el |en ',
  ),
  uk: event(
    'до|перед',
    'кінця|початку|середини|обіду|полудня|півночі|ранку|вечора|ночі|дня|тижня|місяця|року|строку|терміну',
    'у |в |на ',
  ),
  ru: event(
    'до|перед',
    'конца|начала|середины|обеда|полудня|полуночи|утра|вечера|ночи|дня|недели|месяца|года|срока',
    'в |во |на ',
  ),
};
