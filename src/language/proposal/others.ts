/** The shapes of a sentence in languages other than English. */
import { foreignOrder } from './foreign-orders.js';
import { DE_TO, dueBy, ES_TO, FR_TO, ISSUER, NAME, TARGET } from './foreign-parties.js';
import { DE_LENGTH, DE_TIME, ES_TIME, FR_TIME, RU_TIME, UK_TIME } from './foreign-times.js';
import { trimmed } from './text.js';
import { NOTHING, type Parts } from './tail.js';

/** Names there have case endings; these are known in the one that "gives somebody" takes, all others stay open. */
const GIVEN_TO: Readonly<Record<string, string>> = {
  Росії: 'Росія',
  Києву: 'Київ',
  Москві: 'Москва',
  Мінську: 'Мінськ',
  Варшаві: 'Варшава',
  Будапешту: 'Будапешт',
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

/** What follows where the demand is not met. */
const DE_ELSE = '(?:[,;]? (?:sonst|andernfalls|ansonsten)(?: droh(?:en|t))? (?<threat>.+))?';
const DE_DEMAND = '(?:um )?(?<demand>.{4,200}? (?:zu|zu\\p{Ll}+|\\p{L}+zu\\p{Ll}+)\\b(?: \\p{Ll}+)?)';
const DE_OF = 'von (?:\\d{1,3}|\\p{Ll}+) (?:Stunden|Tagen|Wochen|Monaten)';
const FR_ELSE = "(?:,? (?:sinon|faute de quoi|sous peine d(?:e(?= )|['’](?=\\p{L}))) ?(?<threat>.+))?";
const ES_ELSE = '(?:,? (?:o|de lo contrario|si no),? (?<threat>.+))?';
const UK_GIVES = '(?:дав|дала|дали|дає|висунув|висунула|поставив|поставила|оголосив)';
const UK_DEMAND = '(?:[,:]? (?:щоб|на те, щоб|аби|для|на) (?<demand>.+?))?';
const UK_ELSE = '(?:,? (?:інакше|в іншому разі|(?<=, )або) (?<threat>.+))?';
const RU_GIVES = '(?:дал|дала|дали|даёт|дает|выдвинул|выдвинула|поставил|поставила|объявил)';
const RU_DEMAND = '(?:[,:]? (?:чтобы|на то, чтобы|для|на) (?<demand>.+?))?';
const RU_ELSE = '(?:,? (?:иначе|в противном случае|(?<=, )или) (?<threat>.+))?';

const GERMAN = [
  `^(?<target>${NAME}) hat ${dueBy(DE_TIME)} Zeit, ${DE_DEMAND}${DE_ELSE}$`,
  `${ISSUER} droht mit (?<threat>\\p{Lu}\\p{L}+) ${dueBy('(?:ab|am) .{3,30}?')}, (?:wenn|falls|sofern) (?:die |der |das )?${TARGET} (?:nicht |k(?=ein))?(?<demand>.+)$`,
  `${ISSUER} (?:gibt|gab) ${DE_TO} (?:noch )?${dueBy(`${DE_TIME}|${DE_LENGTH}`)}(?: Zeit)?,? ${DE_DEMAND}${DE_ELSE}$`,
  `${ISSUER} (?:gibt|gab|lässt|ließ) ${DE_TO} (?:noch )?${dueBy(`${DE_TIME}|${DE_LENGTH}`)} Zeit (?<demand>(?:für|zur|zum) .{4,200}?)${DE_ELSE}$`,
  `${ISSUER} (?:stellt|stellte|setzt|setzte) ${DE_TO} (?:ein |eine )?(?:Ultimatum|Frist)(?: ${dueBy(`${DE_TIME}|${DE_OF}`)})?(?:[:,] (?!sonst)(?<demand>.+?))?(?:(?:[,;]| [–-]) (?:sonst|andernfalls)(?: droh(?:en|t))? (?<threat>.+))?$`,
  `${ISSUER} (?:droht|drohte) ${DE_TO} mit (?<threat>\\p{Lu}\\p{L}+) ${dueBy('(?:ab|am) .{3,30}?')}, (?:falls|wenn|sofern) (?:k(?=ein))?(?<demand>.+)$`,
  `${ISSUER} (?:droht|drohte) ${DE_TO} mit (?<threat>.{3,120}?), (?:falls|wenn|sollte) .*?${dueBy(DE_TIME)}`,
  `${ISSUER} (?:fordert|forderte|verlangt|verlangte) von ${DE_TO}(?:,|:)? ${dueBy(DE_TIME)} (?<demand>.{4,200}?)${DE_ELSE}$`,
  `${ISSUER} (?:droht|drohte) ${DE_TO} mit (?<threat>.{3,80}?) ${dueBy('ab (?:dem )?\\d{1,2}\\. \\p{L}+')}$`,
  `${ISSUER} (?:fordert|forderte) (?:die |das |den )?${TARGET} auf, ${dueBy(DE_TIME)} (?<demand>.{4,200}?)${DE_ELSE}$`,
  `${ISSUER} (?:fordert|forderte) (?:die |das |den )?${TARGET} auf, (?<what>[^,]{3,80}?) ${dueBy(DE_TIME)} (?<demand>(?:[^,]{1,120} )?(?:zu \\p{Ll}+|\\p{L}*zu\\p{Ll}+))${DE_ELSE}$`,
];
const FRENCH = [
  `${ISSUER} (?:donne|a donné|laisse|a laissé|accorde) ${FR_TO} ${dueBy(FR_TIME)} pour (?<demand>.{4,200}?)${FR_ELSE}$`,
  `${ISSUER} (?:donne|a donné|laisse|a laissé|accorde) ${dueBy(FR_TIME)} ${FR_TO} pour (?<demand>.{4,200}?)${FR_ELSE}$`,
  `${ISSUER} (?:lance|a lancé|adresse|a adressé|pose|fixe) un ultimatum (?:de ${dueBy(FR_TIME)} )?${FR_TO}(?:\\s?[:,] (?<demand>.+?)(?:,? (?:sinon|ou) (?<threat>.+))?)?$`,
  `${ISSUER} (?:ordonne|a ordonné|demande|a demandé|enjoint|a enjoint) ${FR_TO} (?:de |d['’])(?<demand>.{4,160}?),? ${dueBy(FR_TIME)}${FR_ELSE}$`,
  `${ISSUER} (?:somme|a sommé) (?:la |le |les |l['’])?${TARGET} (?:de |d['’])(?<demand>.{4,160}?),? ${dueBy(FR_TIME)}${FR_ELSE}$`,
  `${ISSUER} menace (?:la |le |les |l['’])?${TARGET} de (?<threat>.{3,120}?) (?:si|faute) .*?${dueBy(FR_TIME)}`,
];
const SPANISH = [
  `${ISSUER} (?:da|dio|ha dado|concede|concedió) (?:un plazo de )?${dueBy(ES_TIME)} (?:a los |a las |a la |al |a )(?<target>${NAME}|\\p{Ll}+(?: \\p{Ll}+)?) para (?<demand>.{4,200}?)${ES_ELSE}$`,
  `${ISSUER} (?:da|dio|ha dado|concede) ${ES_TO} (?:un plazo de )?${dueBy(ES_TIME)}(?: de plazo)? para (?<demand>.{4,200}?)${ES_ELSE}$`,
  `${ISSUER} (?:exige|exigió|ordena|ordenó|pide|pidió|reclama|reclamó) ${ES_TO} (?:que )?(?<demand>.{4,160}?),? ${dueBy(ES_TIME)}${ES_ELSE}$`,
  `${ISSUER} (?:lanza|lanzó|da|dio) un ultimátum (?:de ${dueBy(ES_TIME)} )?(?:a la |a los |a |al )${TARGET}(?:[:,] (?<demand>.+?)(?:,? (?:o|de lo contrario),? (?<threat>.+))?)?$`,
  `${ISSUER} (?:amenaza|amenazó) (?:a |al )${TARGET} con (?<threat>.{3,80}?) ${dueBy('(?:a partir del|desde el) \\d{1,2} de \\p{L}+')}(?: si (?:no )?(?<demand>.+))?$`,
  `${ISSUER} (?:amenaza|amenazó) (?:a |al )${TARGET} con (?<threat>.{3,120}?) si .*?${dueBy(ES_TIME)}`,
];
const TO_WHOM = "(?<target>[\\p{L}’'-]+(?: [\\p{L}’'-]+){0,2}?)";
const UKRAINIAN = `^(?<issuer>${NAME}) ${UK_GIVES} (?:ультиматум )?${TO_WHOM}(?: ультиматум)?:?(?: час)? ${dueBy(UK_TIME)}${UK_DEMAND}${UK_ELSE}$`;
const RUSSIAN = `^(?<issuer>${NAME}) ${RU_GIVES} (?:ультиматум )?${TO_WHOM}(?: ультиматум)?:?(?: время)? ${dueBy(RU_TIME)}${RU_DEMAND}${RU_ELSE}$`;

/** One shape of a sentence in another language: what its groups are called is what they are. */
const shapes = (...sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'u'));
const LATIN_SHAPES = shapes(...GERMAN, ...FRENCH, ...SPANISH);
/** "Польша требует от Минска освободить журналиста до пятницы, иначе …". */
const DEMANDS = [
  `^(?<issuer>${NAME}) (?:вимагає|вимагала?|зажадала?|зажадав) від (?<of>[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]*)?) (?<demand>.{4,160}?) ${dueBy(UK_TIME)}${UK_ELSE}$`,
  `^(?<issuer>${NAME}) (?:требует|требовала?|потребовала?) от (?<of>[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]*)?) (?<demand>.{4,160}?) ${dueBy(RU_TIME)}${RU_ELSE}$`,
];
const CYRILLIC_SHAPES = shapes(UKRAINIAN, RUSSIAN, ...DEMANDS);

const CYRILLIC = /\p{Script=Cyrillic}/u;

function named(words: string | undefined, dative: boolean): string | null {
  const name = trimmed(words ?? '');
  if (name === '') return null;
  // A name in capitals has no endings.
  if (/^\p{Lu}{3,}$/u.test(name)) return name;
  // What people are is said as it was written; a name would be another one.
  const isName = /^\p{Lu}/u.test(name);
  return dative && isName && CYRILLIC.test(name) ? (GIVEN_TO[name] ?? null) : name;
}

const given = (words: string | undefined) =>
  words === undefined || trimmed(words) === '' ? null : trimmed(words);

/** What a German, French, Spanish, Ukrainian or Russian sentence says; null for all others. */
export function foreign(sentence: string): Parts | null {
  const text = trimmed(sentence);
  const order = foreignOrder(text);
  if (order !== null) return { ...order, target: named(order.target ?? undefined, true) };
  for (const shape of CYRILLIC.test(text) ? CYRILLIC_SHAPES : LATIN_SHAPES) {
    const groups = shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const { what, demand, threat, deadline, length } = groups;
    const parts = {
      ...NOTHING,
      issuer: named(groups['issuer'], false),
      target: named(groups['target'], true),
      demand: given(what === undefined ? demand : `${what} ${demand ?? ''}`),
      threat: given(threat),
      deadline: given(deadline ?? length),
    };
    if (parts.issuer !== null || (parts.target !== null && parts.demand !== null)) return parts;
  }
  return null;
}
