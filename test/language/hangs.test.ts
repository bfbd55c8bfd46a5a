import { describe, expect, it } from 'vitest';
import {
  findDeadlines,
  findZone,
  MAX_PHRASE_LENGTH,
  readDeadline,
  readMoment,
  suggestZones,
  zoneNamed,
  type ReadingContext,
} from '../../src/language/index.js';
import { knownName, matchIn, proposeRecord, proposeUpdate } from '../../src/language/proposal/index.js';
import { endsWithin } from '../support/within.js';
import { englishWholes } from './prefixes.js';
import { summaryOf } from './say.js';

const SAID: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
};
/** A pattern that can fit in countless ways goes on for hours; all of these together take seconds. */
const HANGS = 60_000;

const MARKS =
  '. ! ? , ; : - – — | / \\ " \' “ ” « » ‘ ’ ( ) [ ] < > * _ ~ ` # @ $ % + = … · \n \t \u2003 \u00A0 \u200B \u0301'.split(
    / (?! )/,
  );
/** Separated by a mark that none of them has. */
const PIECES = [
  ...MARKS,
  ...(
    "a¦A¦Aa¦Aa ¦A ¦a ¦A.¦a.¦a'¦é¦1¦1 ¦1.¦1,¦1:¦1-¦1/¦1,111¦12:12:¦1-1-1-¦a.b.c¦<t:1¦<:a¦" +
    '<:a:¦<@¦[a](https://¦[](https:¦https://¦www.¦a@¦a@a.¦+1 ¦$1¦1%¦A/B¦UTC+¦T-1¦1Q¦\u{FDFA}¦½¦⑴¦' +
    '😀¦ß¦Ⅷ¦A - ¦A | ¦NEW: ¦new ¦rt ¦.. ¦has ¦is ¦said ¦’ said ¦“a ¦, X ¦Trump warns ¦' +
    'Trump tells Iran to ¦if ¦unless ¦or ¦to ¦by Friday ¦deadline to ¦says ¦threatens to ¦' +
    'until Friday or ¦not agreed ¦deadline moved ¦the ¦and ¦X, ¦US '
  ).split('¦'),
];
/** Behind what fits a pattern tries no other way: an end that does not fit shows how many there are. */
const FRAMES = [
  ['', '!'],
  ['', ' x'],
  ['X - ', '!'],
  ['Trump gives Iran until Friday to ', '!'],
] as const;
/** A rule that can match in countless ways hangs in a text of this length already. */
const SHORT_POST = 700;

/** Read as far as the longest post goes; the rest is only cut off. */
const MUCH_TOO_LONG = 100_000;

const pumped = (piece: string, head: string, tail: string, length: number) =>
  `${head}${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length - tail.length) + tail;

/** Every door of the room, each given the same text. */
function everyDoor(text: string): void {
  readDeadline(text, SAID);
  readDeadline(text.slice(0, MAX_PHRASE_LENGTH), SAID);
  readMoment(text.slice(0, MAX_PHRASE_LENGTH), { now: SAID.at, zone: 'UTC' });
  summaryOf(readDeadline(text, SAID), SAID.at);
  findDeadlines(text, SAID);
  findZone(text);
  findZone(text.slice(0, 100));
  suggestZones(text.slice(0, 100));
  zoneNamed(text);
  proposeRecord(text, SAID);
  proposeUpdate(text, SAID);
  matchIn(text, [{ number: 1, issuers: ['Trump'], targets: ['Iran'], demand: 'leave', threat: null }]);
  knownName(text, ['Donald Trump']);
}

describe('reading comes back from', { timeout: 300_000 }, () => {
  it.each(PIECES.map((piece) => [piece]))('%j, however often it is repeated', (piece) => {
    const texts = FRAMES.map(([head, tail]) => pumped(piece, head, tail, SHORT_POST));
    expect(endsWithin(HANGS, () => texts.map(everyDoor).length)).toBe(texts.length);
  });

  it('what each rule matches, however often it is repeated', () => {
    const texts = englishWholes.map((whole) => pumped(`${whole} `, '', '', SHORT_POST));
    expect(endsWithin(2 * HANGS, () => texts.map(everyDoor).length)).toBe(texts.length);
  });

  it('a headline in capitals behind a dash', () => {
    const post = `Breaking - ${'A'.repeat(3900)}!`;
    expect(endsWithin(HANGS, () => proposeRecord(post, SAID)).deadline).toBeNull();
  });

  it('26 days that are counted from one another, and nothing behind them', () => {
    const text = 'the day after '.repeat(26).slice(0, MAX_PHRASE_LENGTH);
    const result = endsWithin(HANGS, () => readDeadline(text, SAID));
    expect(result.kind).toBe('not-a-deadline');
  });

  it('texts that are much too long', () => {
    const texts = PIECES.map((piece) => piece.repeat(MUCH_TOO_LONG / piece.length));
    expect(endsWithin(HANGS, () => texts.map(everyDoor).length)).toBe(texts.length);
  });
});

describe('the detector of hangs', () => {
  it('ends a pattern that would not come back', () => {
    const evil = /^(a+)+$/;
    expect(() => endsWithin(200, () => evil.test(`${'a'.repeat(60)}!`))).toThrow(/timed out/);
  });
});
