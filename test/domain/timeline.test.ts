import { describe, expect, test } from 'vitest';
import { inEnglish } from '../support/headline.js';
import { thereAreCases, timelineCases } from '../support/timeline.js';
import { ledgerOf } from '../support/timeline-ledger.js';

describe.skipIf(!thereAreCases)(
  'documented ultimatums (skipped without ../shared/data/timeline*.json)',
  () => {
    const all = [...timelineCases('timeline'), ...timelineCases('hard')];

    test.each(all.map((one) => [one.id, one] as const))('%s ends as documented', (_id, one) => {
      const { headline, moves, slip, disputed, state } = ledgerOf(one).now;
      const expected = one.expect;
      expect({ headline: inEnglish(headline), moves, slip_days: slip, disputed }).toEqual(expected);
      expect(state).toBe('resolved');
    });
  },
);
