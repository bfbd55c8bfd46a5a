import { describe, expect, test } from 'vitest';
import { english } from '../../src/wording/index.js';
import { listView } from '../../src/discord/views/index.js';
import { exactly } from '../../src/domain/total.js';
import { founding, idsOf, instant, textsOf } from './support.js';

const NOW = instant('2025-08-10T18:02:00Z');

describe('list', () => {
  const list = { key: 'key', page: 0, state: 'running' as const, narrowed: [], now: NOW };

  test('shows eight a page, each with its own button', () => {
    const items = Array.from({ length: 8 }, (_, index) => ({ number: index + 1, ultimatum: founding(3) }));
    const view = listView(english, { ...list, items, total: exactly(9) });
    expect(textsOf(view).slice(0, 4)).toEqual([
      '### Running: 9, page 1 of 2',
      '**U-1: Donald Trump to Russia**',
      'Agree to a ceasefire in Ukraine',
      '-# Fri 8 Aug 2025, <t:1754711940:R>. Open, moved once',
    ]);
    expect(idsOf(view)).toEqual([
      ...items.map(({ number }) => `details:U-${number}:list`),
      'key:state',
      'key:page.1',
    ]);
  });

  test('says that there are more than it counted, and always has a next page', () => {
    const items = Array.from({ length: 8 }, (_, index) => ({ number: index + 1, ultimatum: founding(3) }));
    const total = { count: 1000, more: true };
    const view = listView(english, { ...list, state: 'all', page: 130, narrowed: ['trump'], items, total });
    expect(textsOf(view)[0]).toBe('### 1,000+ results for "trump", page 131');
    expect(idsOf(view).slice(-2)).toEqual(['key:page.129', 'key:page.131']);
  });

  test('says how to begin if it is empty', () => {
    expect(textsOf(listView(english, { ...list, items: [], total: exactly(0) }))).toContain(
      'Nothing is running. Record one: long-press a news post, Apps, Record an ultimatum.',
    );
  });
});
