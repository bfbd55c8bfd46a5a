/** Words that add a length of time to an earlier deadline, or take it away, in all languages. */

/** Patterns over a clause in which the count stands between `«` and `»` (`clause.ts`). */
export interface ExtensionWords {
  /** What moves the deadline later by it: "extended by", "a pause of". */
  readonly later: RegExp;
  /** What moves it earlier. */
  readonly earlier: RegExp;
  /** What moves it one way or the other: "moved forward by". */
  readonly either: RegExp;
  /** Added to the deadline or counted from now: "a final", "gave them 10 more". */
  readonly open: RegExp;
  /** Added to the deadline: "an additional". */
  readonly added: RegExp;
  /** The same where it is one of a unit, which may be counted from now: "another week". */
  readonly single: RegExp;
  /** A new length of the whole time: "extended to". It says nothing of when that began. */
  readonly total: RegExp;
  /** What stands between the marks is the date in whose place another is named: "instead of". */
  readonly replaced: RegExp;
  /** What stands between the marks begins with the date that a deadline is moved from, to another one. */
  readonly origin: RegExp;
}

const NEVER = /(?!)/u;
/** Whole words; `\b` knows only the letters of ASCII. */
const words = (source: string) => `(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`;
/** Words that begin so. */
const stems = (source: string) => `(?<![\\p{L}\\d])(?:${source})\\p{L}*`;
/** Some words between a verb and its count, within one part of the sentence. */
const between = (not: string) => `(?: (?!(?:${not})[ «])[^\\s,:;.!?«»]+){0,8}? ?`;
const anyOf = (...sources: readonly string[]) => new RegExp(sources.join('|'), 'u');

const EN_GAP = between('gives?|gave|giving|has|have|had|must|until|till|(?<!up )to|than|now');
const EN_VERBS = [
  'extend(?:s|ed|ing)?|prolong\\w*|lengthen\\w*|postpon\\w*|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|adjourn\\w*',
  'paus(?:es?|ed|ing)|suspend(?:s|ed|ing)?|renew(?:s|ed|ing)?|roll(?:s|ed|ing)? over|slip(?:s|ped|ping)?',
  '(?:put(?:s|ting)?|set(?:s|ting)?) (?:\\S+ ){0,4}?(?:off|back|on hold)|on hold',
  '(?:push|mov|kick)(?:es|e|s|ed|ing)? (?:\\S+ ){0,5}?(?:back|out|off)|h[oe]ld(?:s|ing)? (?:\\S+ ){0,4}?off|fr[eo]ez(?:es?|ing)|froze(?:n)?|stayed',
].join('|');
const EN_NOUNS =
  'extension|prolongation|postponement|delay|pause|reprieve|deferral|suspension|stay|adjournment|respite';
const EN_EARLIER = [
  '(?:push|mov)(?:es|e|s|ed|ing)? (?:\\S+ ){0,5}?up|br(?:ing|ings|inging|ought) (?:\\S+ ){0,5}?forward',
  'sp(?:eed(?:s|ed|ing)?|ed) (?:\\S+ )?up|shorten(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:es?|ed|ing)|advanc(?:es?|ed|ing)|accelerat\\w+|trim(?:s|med|ming)?',
].join('|');
const OLD = '(?:(?:old|current|original|existing|initial|first|previous|present|earlier) )?';
const EN_DEADLINE = `(?:the|its|this|that|their) ${OLD}(?:deadline|due date|cut ?off)`;
const EN_GIVES =
  'gives?|gave|given|giving|gets?|got|has|have|had|need(?:s|ed)?|grant\\w*|allow\\w*|offer\\w*';

const ENGLISH: ExtensionWords = {
  later: anyOf(
    `${words(EN_VERBS)}${EN_GAP}«`,
    `${words(`(?:${EN_NOUNS})s?`)}${EN_GAP}(?:by|of|for|another|lasting) (?:up to )?«|${words(`(?:${EN_NOUNS})s?`)}${EN_GAP}«for `,
    `»'?s? (?:\\w+ )?${words(EN_NOUNS)}`,
    `(?:»| (?:from|after)») ?(?:(?:from|after|past|beyond|following) )?${EN_DEADLINE}`,
    `(?:» | )later»? than (?:planned|scheduled|expected|intended|announced|first|originally)`,
  ),
  earlier: anyOf(
    `${words(EN_EARLIER)}${EN_GAP}«`,
    `» (?:earlier|sooner)|«[^»]* earlier»`,
    `(?:»| before») ?(?:before )?${EN_DEADLINE}`,
  ),
  open: anyOf(
    `${words('continu(?:e|es|ed|ing)|go(?:es)? on|carry on|keep going|stays? open')}(?: [^\\s,:;.!?«»]+){0,4}? ?(?:for )?«(?:for )?(?!(?:until|till|to|by|from) )`,
    `${words('final|last')} «|«[^»]*${words('final|last')}`,
    `» ${words('longer')}`,
    `«in [^»]*${words('more')}|${words('in (?:another|an additional)')} «|«in another`,
    `${words(EN_GIVES)}(?: [^\\s,:;.!?«»]+){0,6}? ?(?:«[^»]*${words('more')}|«[^»]*» more)`,
    `${words(EN_GIVES)}(?: [^\\s,:;.!?«»]+){0,6}? ?(?:another «|«another )`,
  ),
  added: anyOf(
    `${words('additional|further|extra|another')} «|«[^»]*${words('additional|further|extra|another|more')}`,
    `»,? ${words('extra|additional|further|more')}`,
  ),
  single: anyOf(`${words('another')} «|«[^»]*${words('another|more')}|» ${words('more')}`),
  origin: anyOf(
    `${words(`(?!suspend|paus|fr[eo]ez|froze|renew|stay)(?:${EN_VERBS}|${EN_EARLIER}|(?:mov|chang|reschedul|push)(?:es|e|ed|ing)?)`)}${EN_GAP}«from `,
  ),
  replaced: anyOf(
    `${words('(?:instead of|rather than|in place of)(?: the| its| on)?(?: \\w+)?')} «`,
    `${words(`${EN_VERBS}|${EN_EARLIER}|(?:mov|chang|reschedul|push|shift)(?:es|e|s|ed|ing)?`)}(?: [^\\s,:;.!?«»]+){0,6}? (?:to|until|till) [^,:;!?«»]{3,40}? ?(?:«from |from «)`,
    `«[^»]*»(?:'s)? (?:deadline|ultimatum|cut ?off|due date)(?: [^\\s,:;.!?«»]+){0,4}? ${words(`${EN_VERBS}|${EN_EARLIER}|(?:moved|changed|rescheduled|pushed|shifted)`)}(?: [^\\s,:;.!?«»]+){0,4}? (?:to|until|till) `,
    `${words(`${EN_VERBS}|${EN_EARLIER}|(?:mov|chang|reschedul|push|shift)(?:es|e|s|ed|ing)?`)}(?: (?!to |until |till )[^\\s,:;.!?«»]+){0,3}? «[^»]*»(?:'s)? (?:deadline|ultimatum|cut ?off|due date)(?: [^\\s,:;.!?«»]+){0,4}? (?:to|until|till) `,
  ),
  total: anyOf(
    `${words(`${EN_VERBS}|${EN_EARLIER}|(?:rais|increas|doubl|chang)(?:es?|ed|ing)`)}(?: (?!from[ «])[^\\s,:;.!?«»]+){0,8}? to (?:up to )?«(?!(?:the|a)? ?\\d+th)`,
  ),
  either: anyOf(`mov(?:es?|ed|ing) (?:\\S+ ){0,5}?forward${EN_GAP}«`),
};

const GERMAN_VERBS =
  'verlänger|verschob|verschieb|aufgeschob|aufschieb|vertag|hinausgeschob|hinausgezöger|verzöger|ausgesetz|aussetz|pausier|gestunde';
const GERMAN_GAP = between('bis|auf|binnen|innerhalb');
const GERMAN: ExtensionWords = {
  later: anyOf(
    `${stems(GERMAN_VERBS)}${GERMAN_GAP}«`,
    `(?:um|für|«um[^»]*|«für[^»]*) ?«?[^»]*»${GERMAN_GAP}${stems(GERMAN_VERBS)}`,
    `»(?: lang)? ${stems('ausgesetzt|pausiert|verschoben|verlängert')}`,
    `${words('\\p{L}*(?:verlängerung|aufschub|pause|verschiebung|nachfrist)')} (?:um|von|für) «`,
    `${words('\\p{L}*(?:verlängerung|aufschub|pause|verschiebung|nachfrist)')} «`,
    `» ${words('\\p{L}*(?:verlängerung|aufschub|pause|verschiebung|nachfrist)')}`,
  ),
  earlier: anyOf(
    `${stems('vorverleg|verkürz|vorgezog')}${GERMAN_GAP}«`,
    `»${GERMAN_GAP}${stems('vorverleg|verkürz|vorgezog|vorziehen')}`,
    `» früher`,
  ),
  open: anyOf(
    `${words('noch|nochmals|noch einmal')} «`,
    `${stems('letzte|allerletzte')} «|«[^»]*${stems('letzte')}`,
    `» (?:länger|mehr)`,
  ),
  added: anyOf(`${stems('weitere|zusätzliche')} «|«[^»]*${stems('weitere|zusätzliche')}`),
  single: anyOf(`${stems('weitere')} «|«[^»]*${stems('weitere')}`),
  replaced: anyOf(`${words('statt|anstatt|anstelle')}(?: \\S+){0,2} «|«(?:statt|anstatt) `),
  total: anyOf(
    `(?:auf «|«auf )[^»]*»${GERMAN_GAP}${stems(`${GERMAN_VERBS}|verkürz`)}`,
    `${stems(`${GERMAN_VERBS}|verkürz`)}${GERMAN_GAP}(?:auf «|«auf )`,
  ),
  either: NEVER,
  origin: anyOf(
    `${stems(`${GERMAN_VERBS}|vorverleg|verkürz|vorgezog|verleg`)}${GERMAN_GAP}«vo[nm] [^»]*»(?: \\S+)? (?:auf|zum)`,
    `«vo[nm] [^»]*»,?(?: \\S+)? (?:auf|zum|bis)(?: \\S+){1,6}? ${stems(`${GERMAN_VERBS}|vorverleg|verkürz|vorgezog|verleg|vorgezogen|verlegt`)}`,
  ),
};

const FRENCH_GAP = between("jusqu'à|jusqu'au|dans|sous");
const FRENCH_VERBS = 'prolong|proroge|repouss|report|étend|retard|décal|différ|ajourn|suspend|recul';
const FRENCH_NOUNS =
  'prolongation|prorogation|report|pause|sursis|répit|suspension|délai supplémentaire|nouveau sursis';
const FRENCH: ExtensionWords = {
  later: anyOf(
    `${stems(FRENCH_VERBS)}${FRENCH_GAP}«`,
    `${words(`(?:${FRENCH_NOUNS})s?`)}${FRENCH_GAP}(?:de |d')«`,
    `» (?:de |d')(?:${FRENCH_NOUNS})`,
  ),
  earlier: anyOf(`${stems('avanc|écourt|raccourc|rédui|anticip')}${FRENCH_GAP}«`, `» plus tôt`),
  open: anyOf(
    `${words('encore')} «|» encore`,
    `${stems('dernier|dernière|ultime')} «|«[^»]*${stems('dernier|dernière')}`,
  ),
  added: anyOf(
    `${stems('supplémentaire|additionnel')}»|» (?:${stems('supplémentaire|additionnel')}|de plus)`,
    `${words("d'autres|autres")} «`,
  ),
  single: anyOf('» de plus'),
  replaced: anyOf(`${words('au lieu|plutôt que')}(?: \\S+){0,2} «|${words('au lieu')} «`),
  total: anyOf(`${stems(`${FRENCH_VERBS}|port[eé]|écourt|raccourc|rédui`)}${FRENCH_GAP}(?:à «|«à )`),
  either: NEVER,
  origin: anyOf(`${stems(FRENCH_VERBS)}${FRENCH_GAP}(?:(?:du |de )«|«du )`),
};

const SPANISH_GAP = between('hasta|dentro');
const SPANISH_VERBS =
  'prorrog|aplaz|ampl[ií]|extend|exti[eé]nd|posterg|pospu|pospon|retras|suspend|paus|prolong|demor|difer';
const SPANISH: ExtensionWords = {
  later: anyOf(
    `${stems(SPANISH_VERBS)}${SPANISH_GAP}«`,
    `${words('prórroga|pausa|aplazamiento|extensión|ampliación|suspensión|retraso|demora|prolongación')}${SPANISH_GAP}(?:de|por) «`,
    `» de (?:prórroga|pausa|suspensión)`,
  ),
  earlier: anyOf(
    `${stems('adelant|acort|redu[cj]|anticip|recort')}${SPANISH_GAP}«`,
    `» antes de lo previsto`,
  ),
  open: anyOf(`${stems('últim')} «|«[^»]*${stems('últim')}`),
  added: anyOf(`${words('otr[oa]s?')} «|«otr[oa]s? `, `» (?:más|adicional|extra|suplementari)`),
  single: anyOf(`» más|${words('otr[oa]')} «|«otr[oa] `),
  replaced: anyOf(`${words('en (?:lugar|vez)')}(?: \\S+){0,2} «`),
  total: anyOf(`${stems(`${SPANISH_VERBS}|acort|redu[cj]|recort`)}${SPANISH_GAP}(?:a «|«a )`),
  either: NEVER,
  origin: anyOf(`${stems(SPANISH_VERBS)}${SPANISH_GAP}(?:(?:del |de |desde )«|«del )`),
};

const SLAVIC_GAP = between('до|протягом|впродовж|упродовж|в течение|через');
const UKRAINIAN_VERBS =
  'продовж|подовж|відклад|відкла|перенес|перенос|відстроч|відтермін|призупин|зупин|затрим';
const UKRAINIAN_NOUNS = 'пауз|відстрочк|продовженн|подовженн|перенесенн|призупиненн|затримк|відтермінуванн';
const UKRAINIAN: ExtensionWords = {
  later: anyOf(
    `${stems(UKRAINIAN_VERBS)}${SLAVIC_GAP}«`,
    `(?:на «|«на )[^»]*»${SLAVIC_GAP}${stems(UKRAINIAN_VERBS)}`,
    `${stems(UKRAINIAN_NOUNS)}${SLAVIC_GAP}«`,
    `» ${stems(UKRAINIAN_NOUNS)}`,
  ),
  earlier: anyOf(
    `${stems('скороч|зменш|пришвидш')}${SLAVIC_GAP}«`,
    `(?:на «|«на )[^»]*»${SLAVIC_GAP}${stems('скороч|зменш')}`,
    `» раніше`,
  ),
  open: anyOf(`${words('ще|іще')}(?: на)? «|«(?:ще|іще) `, `${stems('останн')} «`, `» довше`),
  added: anyOf(`${stems('додатков')} «|» ${stems('додатков')}`),
  single: NEVER,
  replaced: anyOf(`${words('замість')}(?: \\S+)? «`),
  total: anyOf(`${stems(`${UKRAINIAN_VERBS}|скоро|зменш`)}(?: [^\\s,:;.!?«»]+){0,4}? (?:до «|«до )`),
  either: NEVER,
  origin: anyOf(
    `${stems(`${UKRAINIAN_VERBS}|скоро|зсун|змін`)}${SLAVIC_GAP}(?:«(?:з|із|зі) |(?:з|із|зі) «)[^»]*» (?:на|до)`,
  ),
};

const RUSSIAN_VERBS = 'продл|продлё|отлож|отклад|перенес|перенёс|перенос|отсроч|приостан|задерж';
const RUSSIAN_NOUNS = 'пауз|отсрочк|продлени|перенос|приостановк|задержк|передышк';
const RUSSIAN: ExtensionWords = {
  later: anyOf(
    `${stems(RUSSIAN_VERBS)}${SLAVIC_GAP}«`,
    `(?:на «|«на )[^»]*»${SLAVIC_GAP}${stems(RUSSIAN_VERBS)}`,
    `${stems(RUSSIAN_NOUNS)}${SLAVIC_GAP}«`,
    `» ${stems(RUSSIAN_NOUNS)}`,
  ),
  earlier: anyOf(
    `${stems('сокра[тщ]|уменьш|ускор')}${SLAVIC_GAP}«`,
    `(?:на «|«на )[^»]*»${SLAVIC_GAP}${stems('сокра[тщ]|уменьш')}`,
    `» раньше`,
  ),
  open: anyOf(`${words('ещё|еще')}(?: на)? «|«(?:ещё|еще) `, `${stems('последни')} «`, `» дольше`),
  added: anyOf(`${stems('дополнительн')} «|» ${stems('дополнительн')}`),
  single: NEVER,
  replaced: anyOf(`${words('вместо')}(?: \\S+)? «`),
  total: anyOf(`${stems(`${RUSSIAN_VERBS}|сокра[тщ]|уменьш`)}(?: [^\\s,:;.!?«»]+){0,4}? (?:до «|«до )`),
  either: NEVER,
  origin: anyOf(
    `${stems(`${RUSSIAN_VERBS}|сокра|сдвин|измен`)}${SLAVIC_GAP}(?:«(?:с|со) |(?:с|со) «)[^»]*» (?:на|до)`,
  ),
};

/** Added to the deadline that is moved, or counted from now; of a new record they say nothing of an earlier one. */
export const OPEN_WHEN_MOVING =
  / later»|» (?:later|grace period|moratorium|später|plus tard|más tarde|пізніше|позже)(?![\p{L}])|(?:grace period|moratorium) of «/u;

/** "By two weeks", where a deadline is moved: nobody knows which way. */
export const EITHER_WHEN_MOVING = /^(?:(?:by|um|de|por|на) «|«(?:by|um|de|por|на) )[^»]*»[.!]?$/u;

/** By the language (BCP 47) of the text. */
export const EXTENSIONS: Readonly<Record<string, ExtensionWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  uk: UKRAINIAN,
  ru: RUSSIAN,
};
