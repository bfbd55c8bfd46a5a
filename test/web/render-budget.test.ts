import { describe, expect, it } from 'vitest';
import { RenderBudget } from '../../src/web/site/render-budget.js';
import { publicRecord } from './record.js';

describe('the budget of pages that are made anew', () => {
  it('is used up by many at once, and comes back with time', () => {
    let now = 0;
    const budget = new RenderBudget(() => now);
    const taken = () => Array.from({ length: 1000 }, () => budget.take(1)).filter(Boolean).length;
    expect(taken()).toBe(400);
    now += 1000;
    expect(taken()).toBe(50);
    expect(budget.take(1)).toBe(false);
    now += 60_000;
    expect(taken()).toBe(400);
  });

  it('answers 503 to whoever asks for ever other pages, while kept ones are still answered', async () => {
    const record = await publicRecord();
    expect((await record.get('/s/newsroom')).status).toBe(200);
    const statuses = new Set<number>();
    for (let count = 0; count < 30; count += 1) {
      const day = new Date(record.now - count * 86_400_000).toISOString().slice(0, 10);
      statuses.add((await record.get(`/s/newsroom?at=${day}`)).status);
    }
    expect(statuses).toEqual(new Set([200, 503]));
    expect((await record.get('/s/newsroom')).status).toBe(200);
    await record.close();
  });

  it('makes a page once for those who ask at the same time', async () => {
    const record = await publicRecord();
    const pages = await Promise.all(Array.from({ length: 20 }, () => record.text('/s/newsroom/U-1')));
    expect(new Set(pages).size).toBe(1);
    await record.close();
  });
});
