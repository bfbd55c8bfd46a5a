import { describe, expect, it } from 'vitest';
import { issuersContent } from '../../../commands/issuers/list.js';
import { issuersMatching, pairOf, type KnownIssuer } from '../../../src/guild/issuers.js';
import { english } from '../../../src/wording/index.js';

const trump: KnownIssuer = { name: 'Donald Trump', aliases: ['Trump'], count: 5 };
const president: KnownIssuer = { name: 'US President', aliases: [], count: 2 };
const all = [president, trump];

describe('issuers and their names', () => {
  it('join a new name to the issuer that it is given to', () => {
    expect(pairOf(all, 'POTUS', 'trump')).toEqual({ ok: true, value: { from: null, into: trump } });
  });

  it('are both found where both have records of their own', () => {
    expect(pairOf(all, 'us president', 'Donald  Trump')).toEqual({
      ok: true,
      value: { from: president, into: trump },
    });
  });

  it('are not joined again, in whichever order they are given', () => {
    for (const [from, into] of [
      ['Trump', 'Donald Trump'],
      ['Donald Trump', 'Trump'],
    ] as const) {
      expect(pairOf(all, from, into)).toMatchObject({ ok: false, refusal: { why: 'nothing-to-change' } });
    }
  });

  it('do not create an issuer that does not exist', () => {
    const refusal = { why: 'not-found', what: 'issuer', given: 'Nobody' };
    expect(pairOf(all, 'Trump', 'Nobody')).toEqual({ ok: false, refusal });
  });

  it('are suggested by any of their names', () => {
    expect(issuersMatching(all, 'trump')).toEqual(['Donald Trump']);
    expect(issuersMatching(all, '')).toHaveLength(2);
  });

  it('are listed with the most records first', () => {
    expect(issuersContent(english, all).split('\n').slice(1)).toEqual([
      '- Donald Trump: 5 records, also called Trump',
      '- US President: 2 records',
    ]);
  });

  it('fit into one message, the rest counted', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ ...trump, name: `Issuer ${at}` }));
    const text = issuersContent(english, many);
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text).toMatch(/-# and \d+ more$/);
  });
});
