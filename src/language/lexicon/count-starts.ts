/** Words that make a date the beginning of a count beside it, in all languages. */

/** Patterns over a clause in which the date stands between `«` and `»` (`clause.ts`). */
interface CountStartWords {
  /** "The clock started on": the count begins with the date. */
  readonly runs: RegExp;
  /** "In a letter dated": it may. */
  readonly dated: RegExp;
}

/** What may lead to the date, before the `«` or behind it. */
const before = (words: string, links: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])(?:(?:${words}) ?(?:(?:${links}) )?«(?:(?:${links}) )?|«(?:${words})(?![\\p{L}]))`,
    'u',
  );

/** Verbs of saying and of giving, in all languages: on the day beside them a count may begin. */
export const SAYING =
  /(?<!\p{L})(?:said|says|told|gave|given|gives|received|got|issued|handed|set|granted|delivered|served|announced|warned|sent|ordered|demanded|sagte|erklärte|gab|gaben|setzte|stellte|räumte|kündigte|forderte|a (?:dit|donné|lancé|accordé|fixé|annoncé|déclaré|prévenu)|ont donné|dijo|dio|dieron|concedió|fijó|anunció|lanzó|дав|дала|дали|заявив|заявила|оголосив|висунув|висунули|дал|дала|дали|заявил|заявила|объявил|предъявил|предъявили)(?!\p{L})/u;

/** By the language (BCP 47) of the text. */
export const COUNT_STARTS: Readonly<Record<string, CountStartWords>> = {
  en: {
    runs: before(
      '(?:clock|countdown|period|window|term|count|days?|weeks?|months?|deadline|it)(?: \\S+){0,3}? (?:start(?:s|ed)?(?: ticking| running)?|beg[aiu]ns?|r[ua]ns?|running|count(?:s|ed)?|counting|commenc\\S+|ticking|dates?)|starting|counting|counted|calculated|beginning|commencing|(?:after|from|following) (?:the|this|that|its|their|his|her|an?) (?:\\S+ )?(?:letter|notice|note|memo|order|ruling|decision|warning|resolution|decree|directive|summons|injunction|judge?ment)(?: (?:dated|issued|signed))?',
      'on|of|from|since|as of|with',
    ),
    dated: before(
      'dated|(?:letter|notice|note|memo|mail|order|ruling|decision|warning|notification|resolution|decree|directive|summons|injunction|judge?ment)s?(?:,? (?:sent|issued|delivered|served|handed (?:over|down)|published|dated|signed))?|(?:notified|served|informed)(?: \\S+){0,4}?',
      'of|on|from',
    ),
  },
  de: {
    runs: before(
      '(?:frist|uhr|countdown)(?: \\S+){0,4}? (?:läuft|beginnt|begann|startete|lief)(?: seit| ab)?|gerechnet|beginnend',
      'ab|vom|am|seit|ab dem|mit dem|dem',
    ),
    dated: before(
      '(?:schreiben|brief|note|bescheid|mitteilung|verfügung|mahnung|datiert|entscheidung|anordnung)(?: an \\S+)?',
      'vom|auf den|vom tag|datiert',
    ),
  },
  fr: {
    runs: before(
      'délai(?: \\S+){0,4}? (?:court|commence|a commencé|débute)|à compter|à partir|compté|commençant',
      'du|le|depuis le|depuis|à partir du|à compter du',
    ),
    dated: before(
      '(?:lettre|courrier|note|avis|décision|décret|notification|mise en demeure|datée?)(?: datée?| envoyée?| signée?)?',
      'du|le',
    ),
  },
  es: {
    runs: before(
      'plazo(?: \\S+){0,4}? (?:empezó|comenzó|corre|empieza|comienza)|a partir|a contar|contados?',
      'del|el|desde el|a partir del|desde',
    ),
    dated: before(
      '(?:carta|nota|aviso|decisión|notificación|escrito|requerimiento|fechad[oa])(?: fechad[oa]| enviad[oa])?',
      'del|el|de|el día',
    ),
  },
  uk: {
    runs: before(
      '(?:відлік|строк|термін)(?: \\S+){0,4}? (?:почався|починається|пішов|іде|йде)|рахуючи|починаючи',
      'з|від|із',
    ),
    dated: before(
      '(?:лист[іуа]?|листом|нот[іаи]|нотою|повідомленн[іям]+|рішенн[іям]+|наказ[іому]*|датован\\p{L}+|прип\\p{L}+)',
      'від|за',
    ),
  },
  ru: {
    runs: before(
      '(?:отсч[её]т|срок)(?: \\S+){0,4}? (?:начался|начинается|пош[её]л|ид[её]т)|считая|начиная',
      'с|со|от',
    ),
    dated: before(
      '(?:письм[оеа]|письмом|нот[еаы]|нотой|уведомлени[ием]+|решени[иеям]+|приказ[еом]*|датированн\\p{L}+|предписани[иеям]+)',
      'от|за',
    ),
  },
};
