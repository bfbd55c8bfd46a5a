/** The shapes of a sentence in languages other than English. */
import { trimmed } from './text.js';
import { NOTHING, type Parts } from './tail.js';

/** One shape of a sentence in another language: what its groups are called is what they are. */
type Shape = RegExp;

const DE_TIME =
  '(?:(?:bis|vor)(?: zum| spätestens| zu)? (?:(?:Ende (?:der|des) )?(?:nächsten? )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Woche|Monats|Jahres)(?:, (?:dem|den) \\d{1,2}\\. \\p{L}+)?|\\d{1,2}\\. \\p{L}+(?: \\d{4})?|morgen|Mitternacht)|(?:innerhalb von|binnen|in) (?:\\d{1,3}|\\p{L}+) (?:Stunden|Tagen|Wochen|Monaten))';
const FR_TIME =
  "(?:(?:jusqu['’]à|jusqu['’]au|avant(?: le)?|d['’]ici(?: à| au| le)?) ?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|minuit|la fin (?:du mois|de la semaine|de l['’]année)|\\d{1,2}(?:er)? \\p{L}+(?: \\d{4})?|\\d{1,3} (?:heures|jours|semaines))|(?:dans(?: les)?|sous|en) \\d{1,3} (?:heures|jours|semaines|mois)|(?:\\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente) (?:heures|jours|semaines|mois))";
const ES_TIME =
  '(?:(?:hasta|antes)(?: del?)?(?: el| la)? (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|medianoche|fin(?:al)? de (?:mes|semana|año)|\\d{1,2} de \\p{L}+(?: de \\d{4})?)|(?:en|dentro de|en un plazo de) \\d{1,3} (?:horas|días|semanas|meses)|\\d{1,3} (?:horas|días|semanas|meses))';
const UK_TIME =
  "(?:до (?:понеділка|вівторка|середи|четверга|п['’ʼ]ятниці|суботи|неділі|кінця (?:тижня|місяця|року)|\\d{1,2} \\p{L}+)|(?:за|протягом|упродовж) \\d{1,3} (?:годин|днів|тижнів)|\\d{1,3} (?:годин|днів|тижнів))";
const RU_TIME =
  '(?:до (?:понедельника|вторника|среды|четверга|пятницы|субботы|воскресенья|конца (?:недели|месяца|года)|\\d{1,2} \\p{L}+)|(?:за|в течение) \\d{1,3} (?:часов|дней|недель)|\\d{1,3} (?:часов|дней|недель))';

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
};

const NAME = '\\p{Lu}[\\p{L}’-]*(?: \\p{Lu}[\\p{L}’-]*){0,3}';
const issuer = `^(?:(?:[Dd]er|[Dd]ie|[Dd]as|[Ll]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ll]as) )?(?<issuer>${NAME})`;

const SHAPES: readonly Shape[] = [
  // German
  new RegExp(
    `${issuer} (?:gibt|gab) (?:der |dem |den )?(?<target>${NAME}) (?:noch )?(?<deadline>${DE_TIME}|\\d{1,3} (?:Stunden|Tage|Wochen))(?: Zeit)?,? (?:um )?(?<demand>.{4,200}? (?:zu|zu\\p{Ll}+|\\p{L}+zu\\p{Ll}+)\\b(?: \\p{Ll}+)?)(?:[,;]? (?:sonst|andernfalls|ansonsten) (?<threat>.+))?$`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:stellt|stellte|setzt|setzte) (?:der |dem |den )?(?<target>${NAME}) (?:ein Ultimatum|eine Frist)(?: (?<deadline>${DE_TIME}|von (?:\\d{1,3}|\\p{Ll}+) (?:Stunden|Tagen|Wochen|Monaten)))?(?:[:,] (?<demand>.+?)(?:[,;] (?:sonst|andernfalls) (?<threat>.+))?)?$`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:droht|drohte) (?:der |dem |den )?(?<target>${NAME}) mit (?<threat>.{3,120}?), (?:falls|wenn|sollte) .*?(?<deadline>${DE_TIME})`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:fordert|forderte|verlangt|verlangte) von (?:der |dem |den )?(?<target>${NAME})(?:,|:)? (?<deadline>${DE_TIME}) (?<demand>.{4,200})$`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:droht|drohte) (?:der |dem |den )?(?<target>${NAME}) mit (?<threat>.{3,80}?) (?<deadline>ab (?:dem )?\\d{1,2}\\. \\p{L}+)$`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:fordert|forderte) (?:die |das |den )?(?<target>${NAME}) auf, (?<deadline>${DE_TIME}) (?<demand>.{4,200})$`,
    'u',
  ),
  // French
  new RegExp(
    `${issuer} (?:donne|a donné|laisse|a laissé|accorde) (?<deadline>${FR_TIME}) (?:à la |à l['’]|à |au |aux )(?<target>${NAME}) pour (?<demand>.{4,200}?)(?:,? (?:sinon|faute de quoi|sous peine de) (?<threat>.+))?$`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:lance|a lancé|adresse|a adressé|pose|fixe) un ultimatum (?:de (?<deadline>${FR_TIME}) )?(?:à la |à l['’]|à |au |aux )(?<target>${NAME})(?:\\s?[:,] (?<demand>.+?)(?:,? (?:sinon|ou) (?<threat>.+))?)?$`,
    'u',
  ),
  new RegExp(
    `${issuer} menace (?:la |le |les |l['’])?(?<target>${NAME}) de (?<threat>.{3,120}?) (?:si|faute) .*?(?<deadline>${FR_TIME})`,
    'u',
  ),
  // Spanish
  new RegExp(
    `${issuer} (?:da|dio|ha dado|concede) (?:a |al )(?<target>${NAME}) (?:un plazo de )?(?<deadline>${ES_TIME})(?: de plazo)? para (?<demand>.{4,200}?)(?:,? (?:o|de lo contrario|si no),? (?<threat>.+))?$`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:lanza|lanzó|da|dio) un ultimátum (?:de (?<deadline>${ES_TIME}) )?(?:a la |a los |a |al )(?<target>${NAME})(?:[:,] (?<demand>.+?)(?:,? (?:o|de lo contrario),? (?<threat>.+))?)?$`,
    'u',
  ),
  new RegExp(
    `${issuer} (?:amenaza|amenazó) (?:a |al )(?<target>${NAME}) con (?<threat>.{3,120}?) si .*?(?<deadline>${ES_TIME})`,
    'u',
  ),
  // Ukrainian
  new RegExp(
    `^(?<issuer>${NAME}) (?:дав|дала|дали|дає|висунув|висунула|поставив|поставила|оголосив) (?:ультиматум )?(?<target>${NAME})(?: ультиматум)?:? (?<deadline>${UK_TIME})(?:[,:]? (?:щоб|на те, щоб|аби|для|на) (?<demand>.+?))?(?:,? (?:інакше|в іншому разі) (?<threat>.+))?$`,
    'u',
  ),
  // Russian
  new RegExp(
    `^(?<issuer>${NAME}) (?:дал|дала|дали|даёт|дает|выдвинул|выдвинула|поставил|поставила|объявил) (?:ультиматум )?(?<target>${NAME})(?: ультиматум)?:? (?<deadline>${RU_TIME})(?:[,:]? (?:чтобы|на то, чтобы|для|на) (?<demand>.+?))?(?:,? (?:иначе|в противном случае) (?<threat>.+))?$`,
    'u',
  ),
];

const CYRILLIC = /\p{Script=Cyrillic}/u;

function named(words: string | undefined, dative: boolean): string | null {
  const name = trimmed(words ?? '');
  if (name === '') return null;
  return dative && CYRILLIC.test(name) ? (GIVEN_TO[name] ?? null) : name;
}

const given = (words: string | undefined) =>
  words === undefined || trimmed(words) === '' ? null : trimmed(words);

/** What a German, French, Spanish, Ukrainian or Russian sentence says; null for all others. */
export function foreign(sentence: string): Parts | null {
  const text = trimmed(sentence);
  for (const shape of SHAPES) {
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
