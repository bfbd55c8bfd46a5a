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
    'witnesses|aides?|insiders?|diplomats?|papers?|newspapers?|agency',
  )}\\b`,
  'i',
);
const WHEN =
  '(?: (?:on|late on|late|early on) \\w+day| today| yesterday| (?:in|on) .{3,60}| at .{3,60}| to .{3,40})?';

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
const COLON = new RegExp(`^(\\p{Lu}${WHO}): (.{8,})$`, 'u');

function speakerIn(words: string | undefined): string | null {
  return words === undefined || TELLER.test(words) ? null : nameIn(words);
}

/** Who said it, and what; `by` null where a sentence is nobody's. */
export function attributed(sentence: string): Attributed {
  const told = TOLD.exec(sentence);
  if (told?.[1] !== undefined) return { by: nameIn(told[2]), to: nameIn(told[3]), body: unquoted(told[1]) };
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
