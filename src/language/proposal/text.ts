/** The sentences of a post, without its markup. */
import { MAX_POST_LENGTH } from '../steps.js';

const MOST_SENTENCE = 600;
const MOST_SENTENCES = 40;

const SHOUT =
  /^(?:[^\p{L}\p{N}"“«„‘']+|(?:breaking(?: news)?|just in|new|update|updated|urgent|developing|exclusive|alert|live|watch|flash|thread|ultimatum|eilmeldung|eil|urgente?|última hora|último momento|dernière minute|alerte(?: info)?|терміново|срочно|молния|rt)\s*(?:[:|!]+|\s[-–—])\s*)+/iu;
const AGENCIES =
  'reuters|ap|afp|bbc|cnn|dpa|tass|interfax|kyodo|yonhap|xinhua|bloomberg|politico|axios|ft|financial times|wsj|nyt|new york times|washington post|guardian|al jazeera|sky news|abc news|cbs news|nbc news|fox news|npr|dw|efe|ansa|pa|upi|ukrinform|unian|kyiv independent';
/** "KYIV, April 13 (Reuters) - ", "PHILADELPHIA (AP) — ": where and when it was reported, and by whom. */
const PLACE_WORD = "\\p{Lu}[\\p{L}.'’-]{0,25}";
const DATELINE = new RegExp(
  `^${PLACE_WORD}(?:(?:, ?|/| )${PLACE_WORD}){0,5}(?:,? (?:on )?(?:\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{L}{2,8}\\.?)(?:, \\d{4})?)?,? ?\\(\\p{Lu}[\\w ./]{1,30}\\) ?(?:--?|[–—:])\\s*`,
  'u',
);
/** "SEOUL — ", "LONDON, July 3 - ": the same without the agency, in capitals. */
const PLACE_LINE =
  /^\p{Lu}{3,25}(?:[ ,.'’/-]{1,2}\p{Lu}{2,25}){0,3}(?:, (?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8}\.?))? (?:--?|[–—]) /u;
/** "Reuters: ", "UPDATE 2-", "Exclusive-", "Subject: …": who reports it, and how often. */
const REPORTER = new RegExp(
  `^(?:(?:${AGENCIES})(?: reports| says)?: |(?:update|wrapup|refile|corrected|exclusive|factbox|explainer|analysis|insight|timeline)(?: \\d+)? ?[-–:] ?|(?:subject|betreff|objet|asunto|re|fw|fwd): [^.!?\\n]{2,80}[.!?] )+`,
  'i',
);
/** A sentence without what a news desk puts before it. */
const unheaded = (sentence: string): string =>
  sentence.replace(DATELINE, '').replace(PLACE_LINE, '').replace(REPORTER, '').trim();

/** The name of the outlet at the end of a title. */
const OUTLET = /\s(?:\||[-–—]|·)\s\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,3}\s?$/u;

/** "#BREAKING Iran must": a word of the news desk. */
const SHOUTED_TAG =
  /^#(?:breaking(?:news)?|justin|urgent|alert|update|developing|eil(?:meldung)?|urgente)(?!\p{L})[:!]? */gimu;

/** A post without Discord's and the web's own marks: links, mentions, emphasis, quotation lines. */
export function unmarked(text: string): string {
  return text
    .slice(0, MAX_POST_LENGTH)
    .replaceAll(/\[([^\]]{1,300})\]\(<?https?:[^)\s]{1,600}\)/g, '$1')
    .replaceAll(/(<?https?:\/\/[^\s>]+>?)(?: #[\p{L}\p{N}_]+)+ ?$/gmu, '$1')
    .replaceAll(/<?https?:\/\/[^\s>]+>?/g, ' ')
    .replaceAll(/(?<=[.!?…]["”»’']?|["”»])(?: #[\p{L}\p{N}_]+)+ ?$|(?: #[\p{L}\p{N}_]+){2,} ?$/gmu, '')
    .replaceAll(/<(?:a?:\w+:|@[!&]?|#|t:)[\w:-]*>/g, ' ')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/^ ?(?:>{1,3}|#{1,3}|-#|[-*•])(?: |$)/gm, '')
    .replaceAll(/\*{1,3}|_{2,3}|~~|\|\||`+/g, '')
    .replaceAll(SHOUTED_TAG, '')
    .replaceAll(/(^|\s)#(\p{L})/gu, '$1$2')
    .replaceAll(/ @\w{2,30}(?=[:\s])/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** The dot of "U.S." and "6 p.m." ends no sentence. */
const ABBREVIATED =
  /\b(U\.S|U\.K|U\.N|E\.U|D\.C|Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Lt|Col|St|No|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|bzw|ca|z\.B|M|Mme|Sr|Sra|(?<=\s)\p{Lu})\.(?=\s)|(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December) )\b(\d{1,2})\.(?=\s\p{L})/gu;
const HELD = '\uE000';

/** The sentences of a post in order, each without shouted prefixes and the outlet's name; at most 40. */
export function sentencesOf(text: string): readonly string[] {
  const held = unmarked(text).replaceAll(ABBREVIATED, (_, word, day) => `${word ?? day}${HELD}`);
  return held
    .split(/\n+|(?<=[.!?…]["”»’']?)\s+(?=[\p{Lu}\d"“«„‘'])/u)
    .map((sentence) => sentence.replaceAll(HELD, '.').trim())
    .map((sentence) => sentence.slice(0, MOST_SENTENCE).replace(SHOUT, '').replace(OUTLET, '').trim())
    .map(unheaded)
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
    .slice(0, MOST_SENTENCES);
}

const QUOTES = /“([^“”]{2,1000})”|"([^"\n]{2,1000})"|«([^«»]{2,1000})»|„([^„“”]{2,1000})[“”]/gu;

/** What stands between quotation marks, in order. Of an apostrophe nobody knows whether it is one. */
export function quotesOf(text: string): readonly string[] {
  return [...text.matchAll(QUOTES)].map((match) =>
    (match.slice(1).find((one) => one !== undefined) ?? '').trim(),
  );
}

/** The same words without the marks around them and without loose ends. */
export function trimmed(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+/, '')
    .replace(/[\s,;:.!?–—-]+$/, '')
    .trim();
}
