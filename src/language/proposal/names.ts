/** Names of issuers and targets in a sentence. */
import { anyOf } from './pattern.js';
import { trimmed } from './text.js';

const NATION = anyOf(
  String.raw`U\.?S\.?|UK|American`,
  'Russian|Ukrainian|Israeli|Iranian',
  'French|German|British|Turkish|Chinese|Polish|Indian|Pakistani|Hungarian|Serbian|Spanish|Italian|Canadian|Mexican|Brazilian',
  'South African|South Korean|North Korean|Japanese|Australian|Dutch|Greek|Egyptian|Saudi|Syrian|Iraqi|Lebanese|Venezuelan|Colombian|E\\.?U\\.?|European',
);
const TITLE = anyOf(
  'President-elect|(?:Vice |Deputy )?President|(?:Deputy )?Prime Minister|Chancellor',
  'Secretary(?: of State| of War| of Defense|-General)?',
  '(?:[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|[Jj]ustice|[Tt]rade|[Ee]conomy|[Ee]nergy|[Hh]ealth|[Ll]abou?r|[Hh]ome) (?:Minister|minister|Secretary|secretary)|(?:Commerce|Treasury|Trade) Secretary|[Pp]rime minister|[Oo]pposition leader|[Rr]ebel leader|[Cc]hancellor|[Pp]resident|Colonel|Col\\.|Judge',
  'Supreme Leader|King|Queen|Pope',
  String.raw`Governor|Gov\.|Senator|Sen\.|Gen\.|General|Mayor`,
  String.raw`Mr\.?|Mrs\.?|Ms\.?|Dr\.?|CEO|Speaker`,
);
const TITLES = new RegExp(String.raw`^(?:(?:(?:${NATION}|\p{Lu}\p{L}+['’]s)\s)?${TITLE}\s)(?=\p{Lu})`, 'u');
const LEADING = /^(?:the|an?|and|but|meanwhile|now|today|yesterday|however|so|then|as|after)[,]?\s+/i;
const TRAILING = new RegExp(
  String.raw`(?:\s+${anyOf(
    'has|have|had|is|are|was|were',
    'also|again|just|now|reportedly|formally|publicly|yesterday|earlier|this week',
    '(?:in|by|via) (?:an? |his |her |its |the )?(?:open )?(?:letter|statement|post|speech|phone call|call|message|note|e-?mail|interview|tweet|phone|memo)',
    String.raw`(?:(?:late|early) )?(?:(?:on|in) )?(?:late |early )?[\uE100-\uE1FE]`,
  )})+$`,
  'i',
);

/** Words that stand for somebody named elsewhere. */
const PRONOUN = anyOf(
  'he|she|it|they|we|you|i|him|her|them|us|me|who|which|what|that|this|those|these|there',
  'everyone|everybody|reporters|journalists|all$|both|sides?|if|unless|when',
);
/** Words that need a noun behind them. */
const ALONE = '(?:an?|the|final|new|stark|formal|fresh|another|urgent|public|secret|last)';
/** Words that no name has. */
const WITHIN = anyOf(
  'that|who|which|to|says?|said|will|would|has|have|must|should|could',
  'if|unless|or|because|while|when|after|with',
);
const NO_NAME = new RegExp(
  String.raw`^(?:${PRONOUN}\b|${ALONE}$|(?:his|its|their|our|my|your)\s)|\b(?:its|their|his|her)$|\b${WITHIN}\b`,
  'i',
);

const MOST_WORDS = 7;
/** "Residents of four villages". */
const PEOPLE_OF = /^(?:all )?\p{Ll}+s (?:of|in|at|from) (?:\p{Ll}+ ){0,2}\p{Ll}+$/u;
const ONE = String.raw`(?:the )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}`;
/** "Poland, Germany, France and UK". */
const LISTED = new RegExp(`^${ONE}(?:, ${ONE})+,? and ${ONE}$`, 'u');

/** Words as the name of somebody who demands or of whom it is demanded; null where they are more likely none. */
export function nameIn(words: string | undefined): string | null {
  const all = LISTED.test(words ?? '') ? (words ?? '') : ((words ?? '').split(/,(?!\d)/)[0] ?? '');
  const bare = trimmed(all)
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .replace(/['’]s?$/, '')
    .trim();
  const name = bare.replace(TITLES, '').trim();
  if ((name.length < 2 && name !== 'X') || name.length > 80) return null;
  // "Hungary blocks EU loan": a sentence.
  if (/^\p{Lu}\S+ \p{Ll}{2,}s \p{Lu}/u.test(name)) return null;
  // "US" is a name, "us" is none.
  if (NO_NAME.test(name.replace(/^(?:US|IT)\b/, 'X'))) return null;
  if (/["“”«»„:;()\uE100-\uE2FE]/.test(name) || name.split(' ').length > MOST_WORDS) return null;
  // Lower case throughout is a description ("rail unions", "trading partners"); a long one is a clause.
  const named = /\p{Lu}|\d/u.test(name);
  const short = name.split(' ').length <= 3 || PEOPLE_OF.test(name);
  return named || short ? name : null;
}

/** Of whom something is demanded: several, as the record takes them, with semicolons. */
export function namesIn(words: string | undefined): string | null {
  const text = trimmed(words ?? '');
  if (!LISTED.test(text)) return nameIn(text);
  const all = text.split(/,? and |, /).map(nameIn);
  return all.includes(null) ? null : all.join('; ');
}

/** "Trump" is "Donald Trump" where the text has one such whole name. */
export function wholeName(name: string | null, text: string): string | null {
  if (name === null || name.includes(' ')) return name;
  const escaped = name.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
  const before = new RegExp(String.raw`(?<![\p{L}])(\p{Lu}\p{Ll}+) ${escaped}(?![\p{L}])`, 'gu');
  const firsts = [...text.matchAll(before)].map((match) => match[1] ?? '');
  const [first, second] = new Set(firsts.filter((word) => !NO_FIRST.test(word)));
  return first === undefined || second !== undefined ? name : `${first} ${name}`;
}

/** Words before a name that are no first name. */
const NO_FIRST = new RegExp(
  `^${anyOf(
    'Der|Die|Das|Dem|Den|Le|La|Les|El|Los|Las',
    'President|Minister|Chancellor|Secretary|General|Senator|Governor|Mr|Mrs',
    'The|In|On|By|For|From|With|And|But|If|When|As|After|Says?|Said|To|Of|Why|How|New|Breaking',
    'Western|Eastern|Northern|Southern|While|Will|That|Against|Until|Since',
  )}$`,
  'i',
);
