/** Who said it: the speaker of a sentence. */
import { nameIn } from './names.js';
import { anyOf } from './pattern.js';
import { trimmed } from './text.js';

export interface Attributed {
  readonly by: string | null;
  /** To whom, where it was told to somebody. */
  readonly to: string | null;
  readonly body: string;
}

const SAYS = anyOf(
  'says?|said|warns?|warned|declares|declared|announces|announced|insists|insisted|writes|wrote',
  'posted|adds|added|tells reporters|told reporters|rules|ruled|has warned|has said',
);
const WHO = '[^,;:"“”]{2,60}?';
/** Somebody who tells of it, and is not who states it. */
const TELLER = new RegExp(
  `\\b${anyOf(
    'officials?|sources?|lawyers?|senators?|lawmakers?|analysts?|experts?|reports?|media',
    'witnesses|aides?|insiders?|diplomats?|papers?|newspapers?|agency|letter|memo|documents?|statement|email|filing|people|person|poll|data|spokes\\w+|commander|ministry',
  )}\\b`,
  'i',
);
/** Told to these it is told to the public. */
const OUTLET =
  /\b(?:news|times|post|tv|radio|channel|reuters|ap|afp|bbc|cnn|cbs|nbc|abc|fox|reporters|journalists|press|interview|podcast)\b/i;
const WHEN =
  '(?: (?:on|late on|late|early on) \\w+day| today| yesterday| (?:in|on) .{3,60}| at .{3,60}| to .{3,40}| of .{3,60}|, [^,]{3,80})?';

const TRAILING = new RegExp(
  `^(.{8,}?)[,”"’']{1,3}\\s*(?:(${WHO}) ${SAYS}|${SAYS} (${WHO}))${WHEN}\\.?$`,
  'u',
);
const TOLD = new RegExp(
  `^["“‘'](.{8,}?)[,”"’']{1,3}\\s*(${WHO}) (?:told|warned) (.{2,60}?)${WHEN}\\.?$`,
  'u',
);
const LEADING = new RegExp(
  `^(${WHO})(?:,[^,]{3,80},)? ${SAYS}(?: (?:on |late on |late |early on )?[\\uE100-\\uE1FE])?(?: that |[:,] ?| )(.{8,})$`,
  'u',
);
/** What a tail says only of where it is from: ", letter shows", ", a source says", ", according to two people". */
const SOURCE_TAIL = new RegExp(
  `^(.{12,}?),\\s*(?:according to .{3,120}|(?:${WHO}) (?:${SAYS}|shows?|showed|suggests?|reports?|reported|told (?:reporters|\\w+))(?: (?:on|in|at|to|of|during|aboard|late|early|after) .{2,80})?)\\.?$`,
  'u',
);
const SPEAKER = new RegExp(
  `,\\s*(?:(${WHO}) (?:${SAYS}|told reporters)|${SAYS} (${WHO}))(?: (?:on|in|at|to|during|aboard|late|early|after) .{2,80})?\\.?$`,
  'u',
);
/** ", Trump says, ": between the parts of the sentence. */
const ASIDE = new RegExp(
  `,["”’']?\\s*((?:the |an? )?\\p{Lu}?[\\p{L}.'’ -]{1,40}?) (?:${SAYS})(?: \\p{Lu}\\p{L}+day)?,\\s*["“‘']?`,
  'u',
);

/** A sentence without the words that only say who told it, and who that is; `by` null where it is nobody who could state it. */
export function withoutSource(sentence: string): { readonly text: string; readonly by: string | null } {
  const aside = ASIDE.exec(sentence);
  if (aside !== null && aside.index > 8) {
    const rest = `${sentence.slice(0, aside.index)}, ${sentence.slice(aside.index + aside[0].length)}`;
    return { text: rest, by: speakerIn(aside[1]) };
  }
  const tail = SOURCE_TAIL.exec(sentence)?.[1];
  if (tail === undefined || /["“”]$/.test(tail)) return { text: sentence, by: null };
  const [, before, behind] = SPEAKER.exec(sentence.slice(tail.length)) ?? [];
  return { text: trimmed(tail), by: speakerIn(before ?? behind) };
}

const COLON = new RegExp(`^(\\p{Lu}${WHO}): (.{8,})$`, 'u');

function speakerIn(words: string | undefined): string | null {
  return words === undefined || TELLER.test(words) ? null : nameIn(words);
}

/** Who said it, and what; `by` null where a sentence is nobody's. */
export function attributed(sentence: string): Attributed {
  const told = TOLD.exec(sentence);
  if (told?.[1] !== undefined) {
    const to = OUTLET.test(told[3] ?? '') ? null : nameIn(told[3]);
    return { by: nameIn(told[2]), to, body: unquoted(told[1]) };
  }
  const trailing = TRAILING.exec(sentence);
  if (trailing?.[1] !== undefined) {
    return { by: speakerIn(trailing[2] ?? trailing[3]), to: null, body: unquoted(trailing[1]) };
  }
  const leading = LEADING.exec(sentence) ?? COLON.exec(sentence);
  const by = speakerIn(leading?.[1]);
  if (leading?.[2] !== undefined && by !== null) return { by, to: null, body: unquoted(leading[2]) };
  return { by: null, to: null, body: unquoted(sentence) };
}

const unquoted = (text: string) => trimmed(text.replace(/^["“‘']/, '').replace(/["”’']$/, ''));
