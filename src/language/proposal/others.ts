/** The shapes of a sentence in languages other than English. */
import { anyOf } from './pattern.js';
import { trimmed } from './text.js';
import { NOTHING, type Parts } from './tail.js';

/** Times as each language says them: an end by name or date, or a duration. */
const DE_DAY = 'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Woche|Monats|Jahres';
const DE_END = anyOf(
  `(?:Ende (?:der|des) )?(?:nächsten? )?(?:${DE_DAY})(?:, (?:dem|den) \\d{1,2}\\. \\p{L}+)?`,
  '\\d{1,2}\\. \\p{L}+(?: \\d{4})?',
  'morgen|Mitternacht',
);
const DE_TIME = anyOf(
  `(?:bis|vor)(?: zum| spätestens| zu)? ${DE_END}`,
  '(?:innerhalb von|binnen|in) (?:\\d{1,3}|\\p{L}+) (?:Stunden|Tagen|Wochen|Monaten)',
);
const FR_DAY = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|minuit';
const FR_END = anyOf(
  FR_DAY,
  "la fin (?:du mois|de la semaine|de l['’]année)",
  '\\d{1,2}(?:er)? \\p{L}+(?: \\d{4})?',
  '\\d{1,3} (?:heures|jours|semaines)',
);
const FR_BY = "(?:jusqu['’]à|jusqu['’]au|avant(?: le)?|d['’]ici(?: à| au| le)?)";
const FR_NUMBER = '(?:\\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente)';
const FR_TIME = anyOf(
  `${FR_BY} ?${FR_END}`,
  '(?:dans(?: les)?|sous|en) \\d{1,3} (?:heures|jours|semaines|mois)',
  `${FR_NUMBER} (?:heures|jours|semaines|mois)`,
);
const ES_END = anyOf(
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo|medianoche',
  'fin(?:al)? de (?:mes|semana|año)',
  '\\d{1,2} de \\p{L}+(?: de \\d{4})?',
);
const ES_TIME = anyOf(
  `(?:hasta|antes)(?: del?)?(?: el| la)? ${ES_END}`,
  '(?:en|dentro de|en un plazo de) \\d{1,3} (?:horas|días|semanas|meses)',
  '\\d{1,3} (?:horas|días|semanas|meses)',
);
const UK_END = anyOf(
  "понеділка|вівторка|середи|четверга|п['’ʼ]ятниці|суботи|неділі",
  'кінця (?:тижня|місяця|року)',
  '\\d{1,2} \\p{L}+',
);
const UK_TIME = anyOf(
  `до ${UK_END}`,
  "(?:за |протягом |упродовж )?(?:\\d{1,3}|один|одну|два|дві|три|чотири|п['’ʼ]ять|шість|сім|десять|чотирнадцять|двадцять|тридцять) (?:годин[аиу]?|дні|днів|тижні|тижнів|місяці|місяців|добу|доби)",
  'тиждень|місяць|добу',
);
const RU_END = anyOf(
  'понедельника|вторника|среды|четверга|пятницы|субботы|воскресенья',
  'конца (?:недели|месяца|года)',
  '\\d{1,2} \\p{L}+',
);
const RU_TIME = anyOf(
  `до ${RU_END}`,
  '(?:за |в течение )?(?:\\d{1,3}|один|одну|два|две|три|четыре|пять|шесть|семь|десять|четырнадцать|двадцать|тридцать) (?:час(?:а|ов)?|дня|дней|недел[иь]|месяц(?:а|ев)|сут(?:ки|ок))',
  'неделю|месяц|сутки',
);

/** Names there have case endings; these are known in the one that "gives somebody" takes, all others stay open. */
const GIVEN_TO: Readonly<Record<string, string>> = {
  Росії: 'Росія',
  Ірану: 'Іран',
  Ізраїлю: 'Ізраїль',
  Україні: 'Україна',
  Китаю: 'Китай',
  Путіну: 'Путін',
  Кремлю: 'Кремль',
  ХАМАС: 'ХАМАС',
  России: 'Россия',
  Ирану: 'Иран',
  Израилю: 'Израиль',
  Украине: 'Украина',
  Китаю́: 'Китай',
  Путину: 'Путин',
  Киеву: 'Киев',
  Москве: 'Москва',
  Тегерану: 'Тегеран',
  Білорусі: 'Білорусь',
  Польщі: 'Польща',
  Угорщині: 'Угорщина',
  Сербії: 'Сербія',
  Варшаве: 'Варшава',
  Минску: 'Минск',
  Белграду: 'Белград',
  Анкаре: 'Анкара',
  Еревану: 'Ереван',
  Баку: 'Баку',
  Польше: 'Польша',
  Сербии: 'Сербия',
  Грузии: 'Грузия',
  Грузії: 'Грузія',
};

const NAME = '\\p{Lu}[\\p{L}’-]*(?: \\p{Lu}[\\p{L}’-]*){0,3}';
const issuer = `^(?:(?:[Dd]er|[Dd]ie|[Dd]as|[Ll]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ll]as) |[Ll]['’])?(?<issuer>${NAME}(?: (?:européenne|africaine|arabe|unies|soviétique|Europea|Africana|Soviética))?)`;

const TARGET = `(?<target>${NAME})`;
const dueBy = (source: string): string => `(?<deadline>${source})`;

/** To whom. */
const DE_TO = `(?:der |dem |den )?${TARGET}`;
const FR_TO = `(?:à la |à l['’]|à |au |aux )${TARGET}`;
/** What follows where the demand is not met. */
const DE_ELSE = '(?:[,;]? (?:sonst|andernfalls|ansonsten)(?: droh(?:en|t))? (?<threat>.+))?';
const DE_DEMAND = '(?:um )?(?<demand>.{4,200}? (?:zu|zu\\p{Ll}+|\\p{L}+zu\\p{Ll}+)\\b(?: \\p{Ll}+)?)';
const DE_OF = 'von (?:\\d{1,3}|\\p{Ll}+) (?:Stunden|Tagen|Wochen|Monaten)';
const FR_ELSE = "(?:,? (?:sinon|faute de quoi|sous peine d(?:e(?= )|['’](?=\\p{L}))) ?(?<threat>.+))?";
const ES_ELSE = '(?:,? (?:o|de lo contrario|si no),? (?<threat>.+))?';
const UK_GIVES = '(?:дав|дала|дали|дає|висунув|висунула|поставив|поставила|оголосив)';
const UK_DEMAND = '(?:[,:]? (?:щоб|на те, щоб|аби|для|на) (?<demand>.+?))?';
const UK_ELSE = '(?:,? (?:інакше|в іншому разі) (?<threat>.+))?';
const RU_GIVES = '(?:дал|дала|дали|даёт|дает|выдвинул|выдвинула|поставил|поставила|объявил)';
const RU_DEMAND = '(?:[,:]? (?:чтобы|на то, чтобы|для|на) (?<demand>.+?))?';
const RU_ELSE = '(?:,? (?:иначе|в противном случае) (?<threat>.+))?';

const GERMAN = [
  `${issuer} (?:gibt|gab) ${DE_TO} (?:noch )?${dueBy(`${DE_TIME}|\\d{1,3} (?:Stunden|Tage|Wochen)`)}(?: Zeit)?,? ${DE_DEMAND}${DE_ELSE}$`,
  `${issuer} (?:stellt|stellte|setzt|setzte) ${DE_TO} (?:ein Ultimatum|eine Frist)(?: ${dueBy(`${DE_TIME}|${DE_OF}`)})?(?:[:,] (?<demand>.+?)(?:[,;] (?:sonst|andernfalls) (?<threat>.+))?)?$`,
  `${issuer} (?:droht|drohte) ${DE_TO} mit (?<threat>.{3,120}?), (?:falls|wenn|sollte) .*?${dueBy(DE_TIME)}`,
  `${issuer} (?:fordert|forderte|verlangt|verlangte) von ${DE_TO}(?:,|:)? ${dueBy(DE_TIME)} (?<demand>.{4,200}?)${DE_ELSE}$`,
  `${issuer} (?:droht|drohte) ${DE_TO} mit (?<threat>.{3,80}?) ${dueBy('ab (?:dem )?\\d{1,2}\\. \\p{L}+')}$`,
  `${issuer} (?:fordert|forderte) (?:die |das |den )?${TARGET} auf, ${dueBy(DE_TIME)} (?<demand>.{4,200}?)${DE_ELSE}$`,
];
const FRENCH = [
  `${issuer} (?:donne|a donné|laisse|a laissé|accorde) ${dueBy(FR_TIME)} ${FR_TO} pour (?<demand>.{4,200}?)${FR_ELSE}$`,
  `${issuer} (?:lance|a lancé|adresse|a adressé|pose|fixe) un ultimatum (?:de ${dueBy(FR_TIME)} )?${FR_TO}(?:\\s?[:,] (?<demand>.+?)(?:,? (?:sinon|ou) (?<threat>.+))?)?$`,
  `${issuer} menace (?:la |le |les |l['’])?${TARGET} de (?<threat>.{3,120}?) (?:si|faute) .*?${dueBy(FR_TIME)}`,
];
const SPANISH = [
  `${issuer} (?:da|dio|ha dado|concede|concedió) (?:un plazo de )?${dueBy(ES_TIME)} (?:a los |a las |a la |al |a )(?<target>${NAME}|\\p{Ll}+(?: \\p{Ll}+)?) para (?<demand>.{4,200}?)${ES_ELSE}$`,
  `${issuer} (?:da|dio|ha dado|concede) (?:a |al )${TARGET} (?:un plazo de )?${dueBy(ES_TIME)}(?: de plazo)? para (?<demand>.{4,200}?)${ES_ELSE}$`,
  `${issuer} (?:lanza|lanzó|da|dio) un ultimátum (?:de ${dueBy(ES_TIME)} )?(?:a la |a los |a |al )${TARGET}(?:[:,] (?<demand>.+?)(?:,? (?:o|de lo contrario),? (?<threat>.+))?)?$`,
  `${issuer} (?:amenaza|amenazó) (?:a |al )${TARGET} con (?<threat>.{3,80}?) ${dueBy('(?:a partir del|desde el) \\d{1,2} de \\p{L}+')}(?: si (?:no )?(?<demand>.+))?$`,
  `${issuer} (?:amenaza|amenazó) (?:a |al )${TARGET} con (?<threat>.{3,120}?) si .*?${dueBy(ES_TIME)}`,
];
const TO_WHOM = "(?<target>[\\p{L}’'-]+(?: [\\p{L}’'-]+){0,2}?)";
const UKRAINIAN = `^(?<issuer>${NAME}) ${UK_GIVES} (?:ультиматум )?${TO_WHOM}(?: ультиматум)?:?(?: час)? ${dueBy(UK_TIME)}${UK_DEMAND}${UK_ELSE}$`;
const RUSSIAN = `^(?<issuer>${NAME}) ${RU_GIVES} (?:ультиматум )?${TO_WHOM}(?: ультиматум)?:?(?: время)? ${dueBy(RU_TIME)}${RU_DEMAND}${RU_ELSE}$`;

/** One shape of a sentence in another language: what its groups are called is what they are. */
const shapes = (...sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'u'));
const LATIN_SHAPES = shapes(...GERMAN, ...FRENCH, ...SPANISH);
const CYRILLIC_SHAPES = shapes(UKRAINIAN, RUSSIAN);

const CYRILLIC = /\p{Script=Cyrillic}/u;

function named(words: string | undefined, dative: boolean): string | null {
  const name = trimmed(words ?? '');
  if (name === '') return null;
  // A name in capitals has no endings.
  if (/^\p{Lu}{3,}$/u.test(name)) return name;
  return dative && CYRILLIC.test(name) ? (GIVEN_TO[name] ?? null) : name;
}

const given = (words: string | undefined) =>
  words === undefined || trimmed(words) === '' ? null : trimmed(words);

/** What a German, French, Spanish, Ukrainian or Russian sentence says; null for all others. */
export function foreign(sentence: string): Parts | null {
  const text = trimmed(sentence);
  for (const shape of CYRILLIC.test(text) ? CYRILLIC_SHAPES : LATIN_SHAPES) {
    const groups = shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const { demand, threat, deadline, length } = groups;
    const parts = {
      ...NOTHING,
      issuer: named(groups['issuer'], false),
      target: named(groups['target'], true),
      demand: given(demand),
      threat: given(threat),
      deadline: given(deadline ?? length),
    };
    if (parts.issuer !== null) return parts;
  }
  return null;
}
