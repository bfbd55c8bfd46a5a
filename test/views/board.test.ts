import { describe, expect, test } from 'vitest';
import { english } from '../../src/wording/index.js';
import { boardView } from '../../src/discord/views/index.js';
import { founding, instant } from './support.js';

const NOW = instant('2025-08-04T13:00:00Z');
const none = { first: [], dated: 0, undated: 0, paused: 0, passed: 0, waiting: [] };

function texts(view: ReturnType<typeof boardView>): readonly string[] {
  const all = [...JSON.stringify(view.components).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)];
  return all.flatMap(([, text = '""']) => String(JSON.parse(text)).split('\n'));
}

describe('a board', () => {
  test('shows what runs, what has passed and what else there is, silently', () => {
    const view = boardView(
      english,
      {
        first: [{ number: 12, ultimatum: founding(3) }],
        dated: 3,
        undated: 1,
        paused: 1,
        passed: 2,
        waiting: [{ number: 7, ultimatum: founding(4) }],
      },
      NOW,
      'marker',
    );
    expect(texts(view)).toEqual([
      '### Running ultimatums: 3',
      '**Fri 8 Aug**, <t:1754711940:R>: Donald Trump to Russia. Agree to a ceasefire in Ukraine, or "severe tariffs". U-12, moved once',
      'and 2 more',
      '**Passed, not yet reviewed: 2**',
      'U-7: Donald Trump to Russia. It ended at the end of Fri 8 Aug 2025, Washington time, <t:1754711940:R>',
      'and 1 more',
      "-# Also 1 without a date, 1 paused. Dates are in the issuer's time zone. This message is kept up to date and pings nobody.",
    ]);
    expect(view).toMatchObject({ v2: true, silent: true });
    expect(JSON.stringify(view.components)).toContain('"all:board:marker"');
  });

  test('says that it is empty', () => {
    expect(texts(boardView(english, none, NOW, 'm'))[0]).toBe('### Nothing with a date is running');
  });

  test('fits one message, however long everything is', () => {
    const long = {
      ...founding(3),
      issuer: 'x'.repeat(300),
      demand: 'y'.repeat(900),
      threat: 'z'.repeat(900),
    };
    const many = Array.from({ length: 10 }, (_, number) => ({ number, ultimatum: long }));
    const view = boardView(english, { ...none, first: many, dated: 90, waiting: many, passed: 60 }, NOW, 'm');
    expect(texts(view).join('\n').length).toBeLessThanOrEqual(4000);
    expect(texts(view).filter((text) => /^and \d+ more$/.test(text))).toHaveLength(2);
  });

  test('is the same when drawn again without a change, even an hour later', () => {
    const content = { ...none, first: [{ number: 12, ultimatum: founding(3) }], dated: 1 };
    expect(boardView(english, content, NOW + 3_600_000, 'm')).toEqual(boardView(english, content, NOW, 'm'));
  });
});
