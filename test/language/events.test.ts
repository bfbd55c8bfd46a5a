import { describe, expect, it } from 'vitest';
import { readingSchema } from '../../src/codec/reading.js';
import { readDeadline, readUndated, type ReadingContext } from '../../src/language/index.js';
import { SAID } from './ends.js';
import { reasonOf } from './say.js';

const DAY_AND_HOUR = Date.parse('2025-10-08T18:00:00Z');

describe('a count that is tied to an event without a date', () => {
  it.each([
    ['72 hours after acceptance', 'acceptance'],
    [
      'within 72 hours of Israel publicly accepting this agreement',
      'Israel publicly accepting this agreement',
    ],
    ['within 72 hours of Israel publicly accepting, or else', 'Israel publicly accepting'],
    ['30 days after notification', 'notification'],
    ['30 days from the signing of the deal; then we strike', 'signing of the deal'],
    ['within 30 days of receipt of this letter', 'receipt of this letter'],
    ['60 days following the election unless it is annulled', 'election'],
    ['48 hours once the Knesset ratifies it', 'the Knesset ratifies it'],
    ['10 days from when Iran signs', 'Iran signs'],
    ['two weeks upon delivery', 'delivery'],
    ['30 Tage nach Unterzeichnung', 'Unterzeichnung'],
    ['30 jours après la notification', 'notification'],
    ['30 días después de la firma', 'firma'],
    ['через 30 днів після підписання', 'підписання'],
    ['30 дней после подписания', 'подписания'],
  ])('is asked with the event whole: %s', (words, event) => {
    const result = readDeadline(words, SAID);
    if (result.kind !== 'ambiguous') throw new Error(result.kind);
    expect(result.reason).toEqual({ kind: 'event', event });
    expect(result.candidates).toHaveLength(2);
    const [fromStatement, undated] = result.candidates;
    expect(fromStatement?.latest).not.toBeNull();
    expect(undated).toMatchObject({
      words,
      precision: 'none',
      latest: null,
      event: { what: event, counted: true },
    });
    expect(readingSchema.parse(JSON.parse(JSON.stringify(undated)))).toEqual(undated);
  });

  const dated: ReadingContext = { ...SAID, event: { at: DAY_AND_HOUR, clock: true } };
  const onDay: ReadingContext = { ...SAID, event: { at: DAY_AND_HOUR, clock: false } };

  it.each([
    ['72 hours after acceptance', dated, '2025-10-11T14:00:00-04:00'],
    ['72 hours after acceptance', onDay, '2025-10-11'],
    ['30 days after notification', dated, '2025-11-07'],
    ['within 72 hours of Israel publicly accepting', dated, '2025-10-11T14:00:00-04:00'],
  ])('is counted from the event once that has a date: %s', (words, context, edtf) => {
    const result = readDeadline(words, context);
    if (result.kind !== 'read') throw new Error(result.kind);
    expect(result.reading).toMatchObject({ words, edtf });
  });

  it('says which date it was counted from', () => {
    expect(reasonOf(readDeadline('72 hours after acceptance', dated))).toBe(
      'counted from "acceptance" on 8 Oct 2025, 14:00',
    );
    expect(reasonOf(readDeadline('30 days after notification', onDay))).toContain(
      'counted from "notification" on 8 Oct 2025',
    );
    expect(reasonOf(readDeadline('by Friday', dated))).toBe('');
  });
});

describe('words that wait for an event', () => {
  it.each([
    ['when the talks fail', 'the talks fail'],
    ['When the talks fail.', 'the talks fail'],
    ['once Israel accepts', 'Israel accepts'],
    ['as soon as a deal is reached', 'a deal is reached'],
    ['after the election', 'the election'],
    ['upon acceptance', 'acceptance'],
    ['until the hostages are free', 'the hostages are free'],
    ['if the talks collapse', 'the talks collapse'],
    ["when it's over", "it's over"],
    ['sobald die Gespräche scheitern', 'die Gespräche scheitern'],
    ['dès que les négociations échouent', 'les négociations échouent'],
    ['cuando fracasen las negociaciones', 'fracasen las negociaciones'],
    ['коли переговори проваляться', 'переговори проваляться'],
    ['когда переговоры провалятся', 'переговоры провалятся'],
  ])('keep the words and the event: %s', (words, event) => {
    const result = readDeadline(words, SAID);
    if (result.kind !== 'not-a-deadline') throw new Error(result.kind);
    expect(result.reason).toEqual({ kind: 'waits-for-event' });
    expect(result.undated).toMatchObject({
      words,
      precision: 'none',
      event: { what: event, counted: false },
    });
  });

  it.each([
    ['as soon as possible', 'as-soon-as-possible'],
    ['soon', 'vague'],
    ['as soon as next week', 'lower-bound'],
    ['after Friday', 'lower-bound'],
    ['none', 'none-stated'],
  ])('are no others: %s', (words, reason) => {
    const result = readDeadline(words, SAID);
    if (result.kind !== 'not-a-deadline') throw new Error(result.kind);
    expect(result.reason.kind).toBe(reason);
    expect(result.undated.event).toBeUndefined();
  });
});

describe('words of which a person says that they name no date', () => {
  it.each([
    ['when the talks fail', 'none', 'the talks fail'],
    ['in the coming days', 'vague', undefined],
    ['72 hours after acceptance', 'none', 'acceptance'],
    ['by Friday, they say', 'vague', undefined],
  ])('are kept without one: %s', (words, precision, event) => {
    const reading = readUndated(words, SAID);
    expect(reading).toMatchObject({ words, precision, latest: null });
    expect(reading.event?.what).toBe(event);
  });
});
