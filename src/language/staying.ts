/** "Any student still in the hall after Friday will be expelled": the day until which somebody may stay. */
import { CLAUSE_STEPS, spanOf } from './clause.js';
import type { Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';

const words = (source: string) => `(?<![\\p{L}])(?:${source})(?![\\p{L}])`;
/** Of whom a rule is made, by the languages: English, German, French, Spanish, Ukrainian and Russian. */
const WHOEVER = [
  'any|anyone|anybody|all|every|everyone|everybody|those|whoever|who|still|found|remaining|caught|staying|left behind',
  'wer|alle|jeder|jede|diejenigen',
  'quiconque|ceux|celles|tou(?:s|tes|t|te)',
  'quien|quienes|tod[oa]s?|cualquiera|los que',
  'хто|всі|усі|кожен|кожний',
  'кто|все|каждый|любой',
].join('|');
/** What becomes of them. */
const THEN = [
  'will|would|shall|face|faces|risk|risks|is to|are to',
  'wird|werden|muss|müssen',
  '\\p{L}+r(?:a|ont)|\\p{L}+r(?:á|án)',
  'буд(?:е|уть|ет|ут)|\\p{L}+(?:ють|уть|ать|ять|ить|ет|ут|ют|ат|ят|ит)',
].join('|');
const STAYS = new RegExp(
  `^["“„«]?(?:[^«,;:]{0,80}? )?${words(WHOEVER)}(?:[^«;:]{0,60} )?«[^»]*»(?: [\\p{L}']+){0,5}?,?(?: [\\p{L}']+){0,4}? ${words(THEN)}`,
  'u',
);

/** "They will walk out after Friday unless …": the threat takes effect then. */
const BITES_UNLESS = new RegExp(
  `^["“„«]?[^«;:]{2,120} «[^»]*»,? (?:unless|(?:if|wenn|falls|si|якщо|если) (?:[^«;:]{0,60} )?${words("not|isn't|aren't|hasn't|doesn't|don't|no|nicht|kein\\p{L}*|ne|pas|не")})`,
  'u',
);

/** A phrase such as "after Friday" as the limit that it is, where it stands in a rule for whoever is still there, or in a threat; else as it is. */
export function untilThen(phrase: Phrase, { normalized, clauses, steps }: ReadInput): Phrase {
  const span = phrase.lower ? spanOf(phrase, normalized) : null;
  if (span === null || !steps.take(CLAUSE_STEPS)) return phrase;
  const clause = clauses.clauseAround(span);
  if (!STAYS.test(clause) && !BITES_UNLESS.test(clause)) return phrase;
  return { ...phrase, lower: false, limits: true };
}
