import { describe, expect, it } from 'vitest';
import { isDated } from '../../src/domain/reading.js';
import { readDeadline, type ReadingContext } from '../../src/language/index.js';
import { reasonOf } from './say.js';

/** Sunday 25 May 2025, 18:00 in Washington. */
const SAID: ReadingContext = {
  at: Date.parse('2025-05-25T22:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
};

function moving(words: string): ReadingContext {
  const result = readDeadline(words, SAID);
  if (result.kind !== 'read' || !isDated(result.reading)) throw new Error(`no date: ${words}`);
  return { ...SAID, inForce: result.reading };
}

function read(words: string, context = SAID): string {
  const result = readDeadline(words, context);
  return result.kind === 'read' ? `${result.reading.bound} ${result.reading.edtf}` : result.kind;
}

describe('a new date without a bound of its own', () => {
  const effective = moving('starting on June 1, 2025');

  it.each([
    ['July 9', 'effective 2025-07-09/..'],
    ['on July 9, 2025', 'effective 2025-07-09/..'],
    ['moved to July 9', 'effective 2025-07-09/..'],
    ['I agreed to the extension - July 9, 2025', 'effective 2025-07-09/..'],
    ['July 9 at noon', 'effective 2025-07-09T12:00:00-04:00'],
    ['by July 9', 'by 2025-07-09'],
    ['until July 9', 'by 2025-07-09'],
    ['within 50 days', 'by 2025-07-14'],
    ['before July 9', 'before ../2025-07-08'],
    ['the end of July', 'by 2025-07-31'],
    ['July 9 to 12', 'by 2025-07-09/2025-07-12'],
  ])('keeps the bound of the deadline that it moves: %s', (words, expected) => {
    expect(read(words, effective)).toBe(expected);
  });

  it('says that it kept the bound', () => {
    const kept = readDeadline('July 9', effective);
    expect(kept).toMatchObject({ reading: { assumed: [{ kind: 'bound-kept', bound: 'effective' }] } });
    expect(reasonOf(kept)).toBe('it takes effect then, like the deadline before it');
    expect(reasonOf(readDeadline('by July 9', effective))).toBe('');
  });

  it.each(['by June 1', 'before June 1'])('means its day if the moved deadline was "%s"', (words) => {
    const kept = readDeadline('July 9', moving(words));
    expect(kept).toMatchObject({ reading: { bound: 'by', edtf: '2025-07-09', assumed: [] } });
  });
});

describe('a day on which somebody says to act', () => {
  it.each([
    ['On June 10th, the United States will impose a 5% Tariff on all goods', 'effective 2025-06-10/..'],
    ['On June 10th we will impose a tariff', 'effective 2025-06-10/..'],
    ['We will begin charging a 25% tariff on June 10', 'effective 2025-06-10/..'],
    ['Tariffs of 25% will be imposed on June 10', 'effective 2025-06-10/..'],
    ['The sanctions go into effect on June 10', 'effective 2025-06-10/..'],
    ['The order enters into force on June 10', 'effective 2025-06-10/..'],
    ["On June 10 we'll strike", 'effective 2025-06-10/..'],
    ['No deal, and on June 10 we will strike', 'effective 2025-06-10/..'],
    ['The workers will walk out on June 10', 'effective 2025-06-10/..'],
    ['They will be fired on June 10', 'effective 2025-06-10/..'],
    ['Am 10. Juni werden die USA Zölle verhängen', 'effective 2025-06-10/..'],
    ['Die Zölle treten am 10. Juni in Kraft', 'effective 2025-06-10/..'],
    ['Le 10 juin, nous imposerons des droits de douane', 'effective 2025-06-10/..'],
    ['El 10 de junio impondremos aranceles', 'effective 2025-06-10/..'],
    ['10 червня ми запровадимо санкції', 'effective 2025-06-10/..'],
    ['10 июня мы введём пошлины', 'effective 2025-06-10/..'],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it.each([
    ['If there is no deal by June 10, we will impose a tariff', 'by 2025-06-10'],
    ['Pay on June 10', 'by 2025-06-10'],
    ['If Iran does not sign on June 10 we will strike', 'by 2025-06-10'],
    ['The ultimatum ends on June 10, and then we will impose a tariff', 'by 2025-06-10'],
    ['Mexico must stop the crossings until June 10 or we will impose a tariff', 'by 2025-06-10'],
  ])('is not assumed for other days: %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });
});
