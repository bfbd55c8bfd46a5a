/** What people type as it is kept: text that is drawn as what it is. Pure and idempotent. */

/** Line breaks of any kind, the page break included. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
const SPACES = /[\s\u0085\u2800]+/gu;

/** Drawn as nothing: control characters, invisible letters and signs, bidi controls, characters that are none. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{DI}\p{NChar}]/gu;
/** Signs of format that are drawn: Arabic number signs and their like. */
const DRAWN = '\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}';

/** Scripts in which a joiner between two letters decides how they are written. */
const JOINING = [
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Mand',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
]
  .concat(['Mlym', 'Sinh', 'Khmr', 'Mymr', 'Tibt', 'Thaa', 'Phag', 'Lepc', 'Limb', 'Bali', 'Java'])
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');
const JOINED = String.raw`(?=[${JOINING}])[\p{L}\p{M}]`;
/** A sign that kills a vowel: after it a joiner is wanted also at the end of a word. */
const VIRAMA = '[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA]';
const PICTURE = String.raw`(?:\p{ExtPict}|\p{Emoji_Modifier})`;
const VARIATION = '\\uFE00-\\uFE0F\\u180B-\\u180D\\u180F\\u{E0100}-\\u{E01EF}';

/** The invisible that changes what is drawn beside it, where it does. */
const KEPT = new RegExp(
  [
    `[${DRAWN}]`,
    // Joiners between letters of scripts that need them, and between the parts of an emoji.
    `(?<=${JOINED})[\\u200C\\u200D](?=${JOINED})`,
    `(?<=${VIRAMA})[\\u200C\\u200D]`,
    `(?<=${PICTURE}\\uFE0F?)\\u200D(?=\\p{ExtPict})`,
    // A variation of the sign before it.
    `(?<=[\\p{L}\\p{N}\\p{S}#*])[${VARIATION}]`,
    `(?<=\\p{sc=Mong})\\u180E(?=\\p{sc=Mong})`,
    // The flag of a part of a country: a black flag, letters as tags, and their end.
    `(?<=\\u{1F3F4}[\\u{E0061}-\\u{E007A}\\u{E0030}-\\u{E0039}]{0,6})[\\u{E0061}-\\u{E007A}\\u{E0030}-\\u{E0039}\\u{E007F}]`,
    // Marks of direction have no effect beyond their place; they are kept where the text has letters that go left.
    `[\\u200E\\u200F\\u061C]`,
  ].join('|'),
  'gu',
);
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const VISIBLE = /[^\p{M}\p{Cf}\p{Z}]/u;
const DIRECTION = /[\u200E\u200F\u061C]/gu;

/** More marks than any script puts on a letter. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** A mark that has nothing to stand on. */
const LOOSE_MARKS = /(^|[ \u200E\u200F\u061C])\p{M}+/gu;

function visibleOnly(text: string): string {
  // A look behind sees what stands there in the text as it was, so what is kept is decided on that.
  const places = new Set([...text.matchAll(KEPT)].map(({ index }) => index));
  const shown = text.replace(INVISIBLE, (sign: string, place: number) => (places.has(place) ? sign : ''));
  return RIGHT_TO_LEFT.test(shown) ? shown : shown.replace(DIRECTION, '');
}

/** Most texts: printable ASCII and nothing doubled at its ends or between its words. */
const ALREADY_CLEAN = /^[!-~]+(?: [!-~]+)*$/;

function cleanedOnce(text: string): string {
  const shown = visibleOnly(text.normalize('NFC').replace(SPACES, ' '));
  return shown.replace(LOOSE_MARKS, '$1').replace(PILED_MARKS, '$1').replaceAll(/ {2,}/g, ' ').trim();
}

/** What is taken away may leave something behind that stood on it; more rounds than these nobody needs. */
const MOST_ROUNDS = 8;

/**
 * One line of visible text: NFC, white space folded, halves of surrogate pairs replaced, controls and whatever is drawn
 * as nothing removed. Joiners stay between letters of scripts that need them and inside emoji. Empty where nothing
 * would be seen: such a name is missing.
 */
export function cleanLine(text: string): string {
  if (ALREADY_CLEAN.test(text)) return text;
  let line = text.replaceAll(/\p{Cs}/gu, '\uFFFD');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = cleanedOnce(line);
    if (next === line) break;
    line = next;
  }
  return VISIBLE.test(line) ? line : '';
}

/** Text that may have several lines: each is cleaned as one, with at most one empty line between two. */
export function cleanText(text: string): string {
  const lines = text.split(LINE_BREAK).map(cleanLine).join('\n');
  return lines.replaceAll(/\n{3,}/g, '\n\n').trim();
}
