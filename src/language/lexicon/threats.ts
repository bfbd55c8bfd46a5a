/** Words by which somebody says what they will do on a day, in all languages. */

/** Patterns over a clause in which the day stands between `«` and `»` (`clause.ts`). */
const words = (source: string) => `(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`;
const stems = (source: string) => `(?<![\\p{L}\\d])(?:${source})\\p{L}*`;
/** Some words within one part of the sentence. */
const GAP = '(?: (?!(?:and|but|or|if|unless|when|after|then)[ «])[^\\s.,;:!?«»]+){0,10}? ?';
const anyOf = (...sources: readonly string[]) => new RegExp(sources.join('|'), 'u');

/** The day comes first in its clause: "If Iran does not sign on June 10 we will strike" is another matter. */
const FIRST = '(?:^|[,:] ?)(?:(?:and|but|then|so) )?';

const STRIKING =
  'impos|levy|levied|charg|slap|rais|hik|hit|strik|bomb|attack|invad|sanction|collect|deport|tax|launch|punish|retaliat|fire|expel|ban';
const ENGLISH_ACT = [
  `(?:begin|start|commence)(?:ning|ing)? ${stems(STRIKING)}`,
  stems('impos|levy|charge|slap|hike|strike|bomb|attack|invade|sanction|deport|retaliate'),
  `(?:raise|increase|launch|apply|place|put) (?:\\S+ ){0,4}?(?:tariff|dut|tax|lev|sanction|strike|attack|fee)`,
  `hit (?:\\S+ ){0,5}?with|walk out|go on strike`,
  `be (?:\\S+ )?(?:imposed|levied|charged|applied|raised|increased|fired|dismissed|expelled|sanctioned|cut off|shut off|hit with)`,
].join('|');
const FUTURE = `(?:${words("will|shall|going to|we'll|i'll|they'll|he'll|she'll")}|'ll)`;
const IN_EFFECT =
  '(?:(?:take|go|come|enter|kick|be)(?:s|es|ing)?|went|came|took) (?:\\S+ )?(?:effect|force|in)';

/** What somebody says to do to others on a day, in English; taking effect is no more than what a law does. */
const THREATENED = [
  `${FIRST}(?:on )?«[^»]*»,?${GAP}${FUTURE}(?: [^\\s.,;:!?«»]+)? (?:${ENGLISH_ACT})`,
  `${FUTURE}(?: [^\\s.,;:!?«»]+)? (?:${ENGLISH_ACT})${GAP}(?:on )?«`,
];
export const THREATENED_ON_DAY = anyOf(...THREATENED);

/** By the language (BCP 47) of the text. */
export const ACTS_ON_DAY: Readonly<Record<string, RegExp>> = {
  en: anyOf(
    ...THREATENED,
    `${FIRST}(?:on )?«[^»]*»,? [^.;:!?«»]{0,60}? (?:${FUTURE} )${IN_EFFECT}`,
    `${IN_EFFECT}(?: (?:on|at))? «`,
  ),
  de: anyOf(
    `»${GAP}${words('werden|wird|werde|wollen')}${GAP}${stems('verhäng|erheb|einführ|beleg|beschieß|angreif')}`,
    `${words('tritt|treten|trete')}${GAP}(?:am )?«[^»]*»${GAP}${words('in kraft')}`,
    `»${GAP}${words('tritt|treten')}${GAP}${words('in kraft')}`,
    `${words('werden|wird|werde')}${GAP}(?:am )?«[^»]*»${GAP}${stems('verhäng|erhoben|eingeführ|beleg|in kraft treten')}`,
  ),
  fr: anyOf(
    `»,?${GAP}${stems('impos(?:erai|era|erons|eront)|frapper(?:a|ons|ont)|instaurer(?:a|ons|ont)')}`,
    `${words('entr(?:era|eront|e|ent) en vigueur|prendr(?:a|ont) effet')}(?: le)? «`,
    `»,?${GAP}${words('entr(?:era|eront|e|ent) en vigueur|prendr(?:a|ont) effet')}`,
    `${words('(?:imposer(?:ai|a|ons|ont)|frapper(?:a|ons|ont))')}${GAP}(?:le )?«`,
  ),
  es: anyOf(
    `»,?${GAP}${stems('impondr|gravar(?:á|emos)|atacar(?:á|emos)')}`,
    `»,?${GAP}${words('entrar(?:á|án) en vigor|entran? en vigor')}`,
    `${words('entrar(?:á|án) en vigor|entran? en vigor')}(?: el)? «`,
    `${stems('impondr')}${GAP}(?:el )?«`,
  ),
  uk: anyOf(
    `»,?${GAP}${stems('запровад|введем|введе|введуть|накладе|завда')}`,
    `${stems('запровад|введем|введе|введуть|накладе')}${GAP}«`,
    `${words('набуд(?:е|уть) чинності|набува(?:є|ють) чинності|набирає чинності|набер(?:е|уть) чинності')}(?: (?:у|в|з|із|від))? «|»,?${GAP}${words('набуд(?:е|уть) чинності|набува(?:є|ють) чинності|набер(?:е|уть) чинності')}`,
  ),
  ru: anyOf(
    `»,?${GAP}${stems('введ[её]м|введут|введ[её]т|облож|нанес[её]м')}`,
    `${stems('введ[её]м|введут|введ[её]т|облож')}${GAP}«`,
    `${words('вступ(?:ит|ят|ает|ают) в силу')}(?: (?:в|во|с|со))? «|»,?${GAP}${words('вступ(?:ит|ят|ает|ают) в силу')}`,
  ),
};
