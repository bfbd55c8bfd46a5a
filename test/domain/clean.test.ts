import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/domain/clean.js';

const ZWJ = '\u200D';
const ZWNJ = '\u200C';

describe('cleaning one line', () => {
  it.each([
    ['a zero-width space', '\u200B'],
    ['a Hangul filler', '\u3164'],
    ['a direction override', '\u202E'],
    ['a null character', '\u0000'],
    ['a soft hyphen', '\u00AD'],
    ['a word joiner', '\u2060'],
    ['a leading consonant filler', '\u115F'],
    ['a half-width filler', '\uFFA0'],
    ['a variation selector', '\uFE0F'],
    ['a supplementary variation selector', '\u{E0100}'],
    ['combining marks', '\u0301\u0323'],
    ['a joiner', ZWJ],
    ['a Braille blank', '\u2800'],
    ['a Mongolian vowel separator', '\u180E'],
    ['a tag letter', '\u{E0061}'],
    ['a direction mark', '\u200F'],
    ['a noncharacter', '\uFFFF'],
    ['several of them, with spaces', ' \u200B \u3164\u00A0\u202E '],
  ])('removes %s', (_name, text) => {
    expect(cleanLine(text)).toBe('');
  });

  it.each([
    ['a Persian name', `می${ZWNJ}خواهم`],
    ['a Devanagari half form', `क्${ZWJ}ष`],
    ['a Malayalam letter that ends in a joiner', `ന്${ZWJ}`],
    ['a family', `👨${ZWJ}👩${ZWJ}👧`],
    ['a person with a skin tone and a job', `👩🏽${ZWJ}💻`],
    ['a heart drawn in colour', '❤\uFE0F'],
    ['a heart on fire', `❤\uFE0F${ZWJ}🔥`],
    ['a keycap', '1\uFE0F\u20E3'],
    ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a variant of a Han character', '葛\u{E0100}'],
    ['a Hebrew word with a direction mark', 'שלום\u200F!'],
    ['an Arabic number sign', '\u0600١٢'],
    ['Vietnamese with two marks', 'Nguyễn Thị'],
  ])('keeps %s as it is', (_name, text) => {
    expect(cleanLine(text)).toBe(text.normalize('NFC'));
  });

  it.each([
    ['a joiner between Latin letters', `a${ZWJ}b`, 'ab'],
    ['a second joiner', `می${ZWNJ}${ZWNJ}خواهم`, 'میخواهم'],
    ['a line break', 'a\nb\r\nc\u2028d\te', 'a b c d e'],
    ['bidi controls', '\u202Eevil\u202C \u2066x\u2069', 'evil x'],
    ['a direction mark in a text that goes right', 'a\u200Fb', 'ab'],
    ['half a surrogate pair', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
    ['a letter with a mark of its own', 'e\u0301', 'é'],
    ['a mark without a letter', 'a \u0301b', 'a b'],
    ['a heap of marks', `x${'\u0301'.repeat(50)}`, `x${'\u0301'.repeat(4)}`],
    ['a variation selector after a space', 'a \uFE0Fb', 'a b'],
  ])('repairs %s', (_name, text, expected) => {
    expect(cleanLine(text)).toBe(expected);
  });

  const odd = fc.constantFrom(
    '\u200B',
    '\u200C',
    '\u200D',
    '\u200E',
    '\u200F',
    '\u061C',
    '\u202A',
    '\u202E',
    '\u2066',
    '\u2069',
    '\u00AD',
    '\uFE0F',
    '\u0301',
    '\u3164',
    '\u2800',
    '\n',
    '\t',
    '\u0000',
    '\uD800',
    '\u{E0100}',
    '\u{E0061}',
    '👩',
    '🏽',
    'ش',
    'ی',
    'क',
    '्',
    'א',
    'a',
    ' ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(odd, { maxLength: 20 }).map((parts) => parts.join('')),
  );

  it('changes nothing when it runs again', () => {
    const same = fc.property(text, (given) => {
      expect(cleanLine(cleanLine(given))).toBe(cleanLine(given));
      expect(cleanText(cleanText(given))).toBe(cleanText(given));
    });
    fc.assert(same, { numRuns: 2000 });
  });

  it('leaves no control, no override, no half of a pair and no space at the ends', () => {
    const clean = fc.property(text, (given) => {
      const line = cleanLine(given);
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
      expect(line).toBe(line.trim());
      expect(line === '' || /[^\p{M}\p{Cf}\p{Z}]/u.test(line)).toBe(true);
    });
    fc.assert(clean, { numRuns: 2000 });
  });
});

describe('cleaning a text of several lines', () => {
  it('keeps its lines, with one empty line between two at most', () => {
    expect(cleanText('a \r\n\r\n\r\n\r\nb\u2028c\u200B\n')).toBe('a\n\nb\nc');
  });

  it('removes lines without visible characters', () => {
    expect(cleanText('\u200B\n \n\u3164')).toBe('');
  });
});
