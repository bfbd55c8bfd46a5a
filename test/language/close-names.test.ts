import { describe, expect, it } from 'vitest';
import { closeNames, homeZones } from '../../src/language/names/close.js';
import { editDistance } from '../../src/language/names/distance.js';

describe('names that may stand for one', () => {
  it.each([
    ['Trump', 'Donald Trump'],
    ['Donald J. Trump', 'Donald Trump'],
    ['President Trump', 'Donald Trump'],
    ['U.S. President Donald Trump', 'Donald Trump'],
    ['D. Trump', 'Donald Trump'],
    ['Donald Trmup', 'Donald Trump'],
    ['Donald Trump', 'Trump'],
    ['US', 'United States'],
    ['U.S.', 'The United States'],
    ['USA', 'United States'],
    ['The United States', 'United States'],
    ['United Sates', 'United States'],
    ['Russian Federation', 'Russia'],
    ['Ruzzia', 'Russia'],
    ['EU', 'European Union'],
    ['UAW', 'United Auto Workers'],
    ['Government of France', 'France'],
    ['Zelenskyy', 'Zelensky'],
    ['Ford', 'Ford Motor Company'],
    ['Türkiye', 'Turkey'],
  ])('%s is close to %s', (name, known) => {
    expect(closeNames(name, ['Somebody Else', known])).toEqual([known]);
  });

  it.each([
    ['Iran', 'Iraq'],
    ['Niger', 'Nigeria'],
    ['Austria', 'Australia'],
    ['Gambia', 'Zambia'],
    ['South Korea', 'North Korea'],
    ['Sudan', 'South Sudan'],
    ['Melania Trump', 'Donald Trump'],
    ['Beta', 'Zeta'],
    ['Alpha', 'Gamma'],
    ['Issuer A', 'Issuer B'],
    ['57 trading partners', '58 trading partners'],
    ['Harvard', 'Howard'],
    ['Slovakia', 'Slovenia'],
    ['A', 'B'],
  ])('%s is not close to %s', (name, known) => {
    expect(closeNames(name, [known])).toEqual([]);
  });

  it('are not asked about for a name on record in another spelling', () => {
    expect(closeNames('FRANCE', ['France', 'Frances'])).toEqual([]);
  });

  it('are returned with the likeliest first', () => {
    const known = ['Donald Trumpp', 'Trump Organization', 'Donald John Trump'];
    expect(closeNames('Donald Trump', known)).toEqual(['Donald John Trump', 'Donald Trumpp']);
  });

  it('accept any text', () => {
    for (const text of ['', ' ', '…', 'x'.repeat(4000), 'a '.repeat(2000), 'the']) {
      expect(() => closeNames(text, ['Donald Trump', text.slice(1), ''])).not.toThrow();
    }
  });
});

describe('the zones in which an issuer speaks', () => {
  it.each([
    ['United States', 'America/New_York', 4],
    ['the U.S.', 'America/New_York', 4],
    ['Russia', 'Europe/Moscow', 4],
    ['France', 'Europe/Paris', 1],
    ['European Union', 'Europe/Brussels', 1],
    ['Donald Trump', 'America/New_York', 1],
    ['President Putin', 'Europe/Moscow', 1],
    ['Prime Minister Benjamin Netanyahu', 'Asia/Jerusalem', 1],
  ])('of %s begin with %s', (issuer, zone, count) => {
    expect(homeZones(issuer)[0]).toBe(zone);
    expect(homeZones(issuer)).toHaveLength(count);
  });

  it('are unknown of others', () => {
    expect(homeZones('United Auto Workers')).toEqual([]);
    expect(homeZones('')).toEqual([]);
  });

  it('are zones that this machine knows', () => {
    for (const name of ['Mali', 'Kazakhstan', 'Eritrea', 'Canada', 'Indonesia', 'Palestine'])
      for (const zone of homeZones(name)) expect(Intl.DateTimeFormat('en', { timeZone: zone })).toBeDefined();
  });
});

describe('the distance of two words', () => {
  it.each([
    ['trump', 'trmup', 1],
    ['russia', 'ruzzia', 2],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['kitten', 'sitting', 3],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
});
