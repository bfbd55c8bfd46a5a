/** "Three days before the ultimatum of 20 August the talks collapsed": a deadline by which the time of something else is told. */
import { spanOf } from '../clause.js';
import type { Phrase } from '../phrase.js';
import type { ReadInput } from '../read-input.js';
import { ASKS } from './asks.js';
import { tenseWordsOf } from './foreign-tense.js';

/** What leads to the date between `«` and `»`, and the date itself, in a clause (`clause.ts`). */
const beside = (befores: string, deadline: string, links: string): RegExp =>
  new RegExp(
    [
      `(?<!\\p{L})(?:${befores}) ?(?:\\p{L}+ ){0,2}?(?:${deadline})(?: \\p{L}+)? ?(?:(?:${links}) ?)?«[^»]*»`,
      `(?:(?<!\\p{L})(?:${befores}) (?:\\p{L}+ )?«|«(?:${befores}) )[^»]*»(?:'s)? (?:\\p{L}+ )?(?:${deadline})(?!\\p{L})`,
    ].join('|'),
    'u',
  );

/** By the language (BCP 47) of the text. */
const BESIDE: Readonly<Record<string, RegExp>> = {
  en: beside(
    'before|after|ahead of|prior to|following|since',
    'ultimatums?|deadlines?|cut off|due date',
    'of|on|set for',
  ),
  de: beside('vor|nach|seit', 'ultimatums?|frist|stichtag|fristende|fristablauf', 'vom|am|bis zum|bis'),
  fr: beside(
    "avant (?:l'|la |le )?|après (?:l'|la |le )?|depuis (?:l'|la |le )?",
    'ultimatum|échéance|délai|date limite',
    'du|au|le|fixée? au',
  ),
  es: beside('antes|después|tras|desde', 'ultimátum|plazo|fecha límite', 'del|de|el'),
  uk: beside('до|перед|після', 'ультиматум\\p{L}*|строк\\p{L}*|термін\\p{L}*|дедлайн\\p{L}*', 'від'),
  ru: beside('до|перед|после', 'ультиматум\\p{L}*|срок\\p{L}*|дедлайн\\p{L}*', 'от'),
};

/** A word for a deadline, in any of the languages. */
const NAMED =
  /deadline|ultim[aá]t|cut off|due date|frist|stichtag|échéance|délai|date limite|plazo|fecha límite|строк|термін|дедлайн|срок|ультиматум/;

/** Only told beside the deadline is what asks for nothing itself. */
export function isBesideDeadline(phrase: Phrase, { normalized, clauses }: ReadInput): boolean {
  const { language } = normalized;
  const span = spanOf(phrase, normalized);
  if (span === null) return false;
  const clause = clauses.clauseAround(span);
  if (!NAMED.test(clause)) return false;
  const found = BESIDE[language]?.exec(clause)?.[0];
  if (found === undefined) return false;
  const rest = clause.replace(found, ' ');
  const asks = language === 'en' ? ASKS : tenseWordsOf(language)?.asks;
  return /\p{L}{3,} .*\p{L}{3,}/u.test(rest) && asks?.test(rest) !== true;
}
