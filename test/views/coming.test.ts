import { describe, expect, test } from 'vitest';
import { comingUp, renderDelivery, type Coming } from '../../src/discord/views/index.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { CLAIMED, founding, instant, WASHINGTON } from './support.js';

const DUE = instant('2025-08-07T13:00:00Z');
const delivery: Delivery = {
  guild: '1',
  channel: '2',
  kind: 'milestone',
  subject: 'U-12',
  number: 12,
  version: '3.0',
  slot: 'days-1',
  due: DUE,
  expires: null,
  ...CLAIMED,
};

function coming(slot: string, number = 12, ultimatum: Ultimatum = founding(3)): Coming {
  const one = comingUp(number, ultimatum, '3.0', slot);
  if (one === null) throw new Error('It is not coming up');
  return one;
}

function rendered(rungs: readonly Coming[], now = DUE) {
  const data = {
    ultimatum: null,
    people: new Map(),
    digest: null,
    nudge: null,
    ping: null,
    zone: WASHINGTON,
  };
  return renderDelivery(delivery, { ...data, rungs }, now);
}

describe('a list of reminders', () => {
  test('has the nearest first, one line each, one button with the marker', () => {
    const view = rendered([coming('days-7', 7), coming('hours-6', 8), coming('days-1', 9)]);
    const rest = ', Fri 8 Aug, <t:1754711940:R>: Donald Trump to Russia. Agree to a ceasefire in Ukraine.';
    expect(view?.content?.split('\n')).toEqual([
      '**Reminders of Thu 7 Aug 2025: 3 deadlines**',
      `**In 6 hours**${rest} U-8`,
      `**Tomorrow**${rest} U-9`,
      `**In 7 days**${rest} U-7`,
      "-# Days are the issuer's.",
    ]);
    expect(JSON.stringify(view?.components)).toContain('"all:rungs:marker"');
    expect(view?.silent).toBeUndefined();
  });

  test('is silent where all are beyond one day, and says that it is late', () => {
    const view = rendered([coming('days-7', 7), coming('hours-48', 8)], DUE + 3_600_000);
    expect(view?.silent).toBe(true);
    expect(view?.content).toContain('Was due 09:00, posted 10:00 in Washington.');
  });

  test('fits a post however many and however long they are', () => {
    const long = { ...founding(3), issuer: 'x'.repeat(300), demand: 'y'.repeat(900) };
    const many = Array.from({ length: 50 }, (_, number) => coming('days-1', number, long));
    const content = rendered(many)?.content ?? '';
    expect(content.length).toBeLessThanOrEqual(1000);
    expect(content).toMatch(/\nand \d+ more\n/);
  });

  test('of nothing that still holds is no post', () => {
    expect(rendered([])).toBeNull();
    expect(comingUp(12, founding(4), '3.0', 'days-1')).toBeNull();
    expect(comingUp(12, founding(3), '1.0', 'days-1')).toBeNull();
  });
});
