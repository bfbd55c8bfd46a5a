import { describe, expect, it } from 'vitest';
import { issuerLines } from '../../../commands/issuers/list.js';
import { joined, suggestIssuers, type Known } from '../../../commands/issuers/names.js';

const trump: Known = { name: 'Donald Trump', aliases: ['Trump'], count: 5 };
const president: Known = { name: 'US President', aliases: [], count: 2 };
const all = [president, trump];

describe('issuers and their names', () => {
  it('a new name joins the issuer that it is given', () => {
    expect(joined(all, 'POTUS', 'trump')).toEqual({ ok: true, value: { from: null, into: trump } });
  });

  it('two issuers with records of their own are both found', () => {
    expect(joined(all, 'us president', 'Donald  Trump')).toEqual({
      ok: true,
      value: { from: president, into: trump },
    });
  });

  it('two names of one issuer are not joined again, in whichever order', () => {
    for (const [from, into] of [
      ['Trump', 'Donald Trump'],
      ['Donald Trump', 'Trump'],
    ] as const) {
      expect(joined(all, from, into)).toEqual({ ok: false, refusal: { why: 'nothing-to-change' } });
    }
  });

  it('an issuer that is not there is not made by the way', () => {
    const refusal = { why: 'not-found', what: 'issuer', given: 'Nobody' };
    expect(joined(all, 'Trump', 'Nobody')).toEqual({ ok: false, refusal });
  });

  it('is suggested by any of its names', () => {
    expect(suggestIssuers(all, 'trump').map(({ value }) => value)).toEqual(['Donald Trump']);
    expect(suggestIssuers(all, '')).toHaveLength(2);
  });

  it('are listed with most records first', () => {
    expect(issuerLines(all).split('\n').slice(1)).toEqual([
      '- Donald Trump: 5 records, also Trump',
      '- US President: 2 records',
    ]);
  });

  it('fit one message, the rest counted', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ ...trump, name: `Issuer ${at}` }));
    const text = issuerLines(many);
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text).toMatch(/-# and \d+ more$/);
  });
});
