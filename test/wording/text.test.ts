import { describe, expect, it } from 'vitest';
import { joinTexts, said, strong } from '../../src/wording/parts.js';
import { english } from '../../src/wording/index.js';
import { pluralOf } from '../../src/wording/plural.js';
import { capitalized, t, textOf } from '../../src/wording/text.js';

describe('a text of the catalogue', () => {
  it('keeps what a person typed apart from its own words', () => {
    expect(t`From ${said('**Ana**')}, ${2} of ${3}`).toEqual([
      { kind: 'text', text: 'From ' },
      { kind: 'said', text: '**Ana**' },
      { kind: 'text', text: ', 2 of 3' },
    ]);
  });

  it('takes other texts in and joins the words beside them', () => {
    expect(t`It ended ${t`on ${textOf('8 Aug')}`}.`).toEqual([{ kind: 'text', text: 'It ended on 8 Aug.' }]);
  });

  it('begins with a large letter where asked', () => {
    expect(capitalized([said('leave')])).toEqual([said('Leave')]);
    expect(capitalized([strong(t`leave`)])).toEqual([strong(t`leave`)]);
    expect(capitalized([])).toEqual([]);
  });

  it('is joined without a gap for what is missing', () => {
    expect(joinTexts([t`a`, null, [], t`b`], t`; `)).toEqual([...t`a`, ...t`; `, ...t`b`]);
  });
});

describe('lists and counts in English', () => {
  it('lists with commas and a last "and"', () => {
    expect(t`${english.lists.and([t`a`, t`b`, t`c`])}`).toEqual(t`a, b and c`);
    expect(t`${english.lists.or([t`a`, t`b`])}`).toEqual(t`a or b`);
    expect(english.lists.and([])).toEqual([]);
  });

  it('counts one day and many days', () => {
    expect(english.counts.days(1)).toEqual(t`1 day`);
    expect(english.counts.days(0)).toEqual(t`0 days`);
  });
});

describe('plural forms', () => {
  it('follow the rules of the language', () => {
    const forms = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };
    const plural = pluralOf('uk');
    expect([1, 2, 5, 21, 1.5].map((count) => plural(count, forms))).toEqual([
      'день',
      'дні',
      'днів',
      'день',
      'дня',
    ]);
  });

  it('use "other" where a language has no form of its own', () => {
    expect(pluralOf('fr')(1_000_000, { one: 'jour', other: 'jours' })).toBe('jours');
  });
});
