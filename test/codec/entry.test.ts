import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { parseEvent, parseStatements } from '../../src/codec/entry.js';

const deadline = {
  words: '50 days',
  earliest: 1_756_785_600_000,
  latest: 1_756_872_000_000,
  precision: 'day',
  bound: 'by',
  zone: 'America/New_York',
  zoneFrom: 'stated',
  edtf: '2025-09-02',
  orSooner: false,
  openBeginning: false,
  assumed: [],
};

describe('the event of an entry', () => {
  it('is read back as it was written', () => {
    const event = { kind: 'revised', revision: 'shortened', deadline };
    expect(parseEvent(JSON.stringify(event))).toEqual(event);
  });

  it('keeps the sentences that an older release stored as assumptions', () => {
    const event = { kind: 'revised', revision: 'set', deadline: { ...deadline, assumed: ['At noon.'] } };
    expect(parseEvent(JSON.stringify(event))).toMatchObject({
      deadline: { assumed: [{ kind: 'text', text: 'At noon.' }] },
    });
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['an unknown kind', '{"kind":"answered"}'],
    ['a kind that is a member of every object', '{"kind":"constructor"}'],
    ['no kind', '{}'],
    ['a missing field', '{"kind":"disputed"}'],
    ['a field of the wrong type', '{"kind":"superseded","by":"12"}'],
  ])('is refused where the text is %s', (_name, text) => {
    expect(() => parseEvent(text)).toThrow(Error);
  });
});

describe('the sources of an entry', () => {
  it('are refused where one of them has no grade', () => {
    const source = { quote: null, url: null, outlet: null, archive: null, seenIn: null };
    expect(() => parseStatements(JSON.stringify([source]))).toThrow(ZodError);
    expect(parseStatements(JSON.stringify([{ ...source, grade: 'unsourced' }]))).toHaveLength(1);
  });
});
