/** What is only arranged for a day, or foreseen by it, in other languages than English. */
import { anyWord } from './patterns.js';

/** Patterns over a sentence in lower case with the date as `§`. */
interface Harmless {
  /** "Est fixé au", "doit débattre": arranged for the day, and no demand though its words are those of one. */
  readonly arranged: RegExp;
  /** "Atteindra 70 millions": comes about by the date, and is owed to nobody. */
  readonly foreseen: RegExp;
}

const all = (pattern: RegExp): RegExp => new RegExp(pattern.source, 'gu');

/** A term of office runs out on a day: "ihre Amtszeit endet am Freitag". */
const termEnds = (terms: string, ends: string): string => `(?<=(?:${terms})(?: [^\\s,;]+){0,4} )(?:${ends})`;

/** Something ends on a day that nobody has to act by: "die Ferien enden am 15. September". */
const endsWithout = (binding: string, ends: string): string =>
  `(?<!(?<!\\p{L})(?:${binding}).*)(?:${ends})(?!.*(?<!\\p{L})(?:${binding}))`;

const BENIGN_FR =
  "se tenir|avoir lieu|débattre|se réunir|s'exprimer|se rendre|rencontrer|examiner|arriver|commencer|débuter|s'ouvrir|ouvrir|rouvrir|reprendre|se prononcer|durer|atteindre|accueillir|recevoir|assister|prendre la parole|voter|se poursuivre|coûter|sortir|naître|être (?:présenté|publié|inauguré|dévoilé|jugé|achevé|terminé|prêt|lancé|diffusé)e?s?";

/** By the language (BCP 47). */
const HARMLESS: Readonly<Record<string, Harmless>> = {
  de: {
    arranged: anyWord(
      'soll(?:en)?(?= .*(?:beginnen|starten|stattfinden|eröffnen|eröffnet werden|anfangen|reisen|treffen|sprechen|erscheinen|entstehen|wachsen|steigen|sinken|tagen|eintreffen|ankommen|landen|spielen|auftreten|fertig sein)(?!\\p{L}))',
      'zu (?:sehen|besichtigen|hören|erleben|erwarten|lesen)',
      termEnds('amtszeit|legislaturperiode|wahlperiode|mandat', 'enden?t?|(?:läuft|laufen)(?= .*aus)'),
      endsWithout(
        '\\p{L}*frist|ultimat|\\p{L}*angebot|waffen|feuer|moratorium|aufschub|\\p{L}*verhandlung|\\p{L}*vertrag|abkommen|\\p{L}*zeit|amnestie|countdown|geduld|\\p{L}*streik|blockade|\\p{L}*pause|visum|erlaubnis|genehmigung|option|gespräch|besatzung|belagerung|krieg|duldung',
        'enden?t?',
      ),
    ),
    foreseen: anyWord(
      '(?:steigt|steigen|sinkt|sinken|klettert|klettern|fällt|fallen|wächst|wachsen)(?= .*(?:grad|prozent|meter|euro|dollar|millionen|milliarden)(?!\\p{L}))',
      '(?:wird|werden|soll|sollen|dürften?|will|wollen)(?! .*feuer)(?= .*(?:erreichen|übersteigen|wachsen|steigen|sinken|entstehen|verdoppeln|fertig (?:sein|werden)|fertiggestellt|eröffne[nt]|abbauen|schaffen|investieren|ausbauen|schrumpfen|kosten|wiedereröffnen)(?!\\p{L}))',
    ),
  },
  fr: {
    arranged: anyWord(
      '(?:est|sont|reste|restent|a été|ont été|était|étaient) (?:prévu|fixé|programmé|planifié|attendu)e?s?',
      `(?:doit|doivent) (?:${BENIGN_FR})`,
      termEnds('mandats?|mandature|législature', "(?:expire|s'achève|prend fin|se termine)(?:nt|ra)?"),
    ),
    foreseen: anyWord(
      `devrai(?:t|ent) (?:${BENIGN_FR}|dépasser|doubler|compter|augmenter|baisser)`,
      '(?:atteind|dépasse|compte|double|(?:r?ouvri)|coûte|grimpe|augmente|diminue|baisse|deviend|accueille|emploie|crée)r(?:a|ont)(?! le feu)',
      'ser(?:a|ont) (?:achevé|terminé|prêt|opérationnel|inauguré)l?e?s?',
    ),
  },
  es: {
    arranged: anyWord(
      '(?:está|están|estaba|estaban|ha sido|quedó) (?:previst|programad|fijad|agendad)[oa]s?',
      termEnds('mandato|legislatura', '(?:expira|termina|vence|acaba|finaliza|concluye)(?:rá)?'),
    ),
    foreseen: anyWord(
      '(?:alcanza|llega|supera|crece|(?:re)?abri|duplica|costa|emplea|crea|aumenta|baja|subi)(?:rá|rán)(?! fuego| las? tarifas?| los aranceles)',
      'contar(?:á|án) con',
      'estar(?:á|án) (?:list|terminad|operativ)[oa]s?',
    ),
  },
  uk: {
    arranged: anyWord(
      '(?:запланован|призначен|намічен)\\p{L}* на|термін(?= повноважень)',
      endsWithout(
        'ультиматум|термін|строк|перемир|мораторі|відстрочк|амністі|пропозиці|переговор|догов[оі]р|угод|контракт|страйк|терп|час|блокад|пауз|віз|дозв|прийом|війн|облог',
        'закінч\\p{L}+|заверш\\p{L}+ся',
      ),
      termEnds('повноважен\\p{L}+|каденція|мандат', 'сплива\\p{L}+|(?:закінчу|завершу)\\p{L}+ться'),
    ),
    foreseen: anyWord(
      '(?:підні|опуст|впад|зрост|досягн|перевищ|скорот|подво|збільш|зниз|здорожча|подешевша)\\p{L}*(?:е|є|ить|иться|ться|уть|ють)',
      '(?:відкриють|збудують|добудують|запустять|запрацю(?:є|ють)|планують (?:відкрити|збудувати|запустити|завершити))(?! вогонь)',
    ),
  },
  ru: {
    arranged: anyWord(
      '(?:запланирован|назначен|намечен)\\p{L}* на|срок(?= полномочий)',
      endsWithout(
        'ультиматум|срок|перемири|моратори|отсроч|амнисти|предложен|переговор|договор|соглашен|контракт|забастов|терпен|врем|блокад|пауз|виз|разрешен|при[её]м|войн|осад',
        'законч\\p{L}+|заканчива\\p{L}+|заверш\\p{L}+ся',
      ),
      termEnds('полномочи\\p{L}+|мандат', 'истека\\p{L}+|(?:заканчива|заверша)\\p{L}+тся'),
    ),
    foreseen: anyWord(
      '(?:подни|опуст|упад|вырас|достигн|превыс|сократ|удво|увелич|сниз|подорожа|подешеве)\\p{L}*(?:ет|ёт|ит|ится|ется|ут|ят|ятся)',
      '(?:откроют|построят|достроят|запустят|заработа(?:ет|ют)|планируют (?:открыть|построить|запустить|завершить))(?! огонь)',
    ),
  },
};

/** A sentence without the words that only arrange something, and whether there are such. `low`: in lower case. */
export function withoutArranged(
  low: string,
  language: string,
): { readonly rest: string; readonly arranged: boolean } {
  const pattern = HARMLESS[language]?.arranged;
  if (pattern?.test(low) !== true) return { rest: low, arranged: false };
  return { rest: low.replaceAll(all(pattern), ' '), arranged: true };
}

/** A sentence without what is foreseen in it; null where nothing is. */
export function withoutForeseen(low: string, language: string): string | null {
  const pattern = HARMLESS[language]?.foreseen;
  return pattern?.test(low) === true ? low.replaceAll(all(pattern), ' ') : null;
}
