import { describe, expect, it } from 'vitest';
import type { Grade } from '../../src/domain/entry.js';
import { findName, foldName } from '../../src/domain/names.js';
import { domainOf } from '../../src/domain/outlets.js';
import { checkReports, reportsIn } from '../../src/domain/reports.js';

const link = (url: string, grade: Grade = 'secondary', outlet: string | null = null) => ({
  url,
  outlet,
  grade,
});
const named = (outlet: string) => ({ url: null, outlet, grade: 'secondary' as const });

describe('the outlet of a link', () => {
  it.each([
    ['https://edition.cnn.com/a', 'cnn.com'],
    ['https://www.bbc.co.uk/news/1', 'bbc.com'],
    ['https://www.bbc.com/news/1', 'bbc.com'],
    ['https://news.bbc.co.uk/1', 'bbc.com'],
    ['https://www.gov.uk/a', 'gov.uk'],
    ['https://en.kremlin.ru/a', 'kremlin.ru'],
    ['https://twitter.com/a', 'x.com'],
    ['https://one.blogspot.com/a', 'one.blogspot.com'],
    ['https://web.archive.org/web/20250714/https://www.bbc.com/news/1', 'bbc.com'],
    ['http://93.184.216.34/a', '93.184.216.34'],
    ['https://мвд.рф/a', 'xn--b1aew.xn--p1ai'],
  ])('of %s is %s', (url, domain) => {
    expect(domainOf(url)).toBe(domain);
  });

  it('of no link is none', () => {
    expect(domainOf(null)).toBeNull();
    expect(domainOf('not a link')).toBeNull();
  });
});

describe('the reports behind an outcome (rules 17)', () => {
  it('counts bbc.com and bbc.co.uk as one outlet, whatever they call themselves', () => {
    const both = [
      link('https://www.bbc.com/1', 'secondary', 'BBC News'),
      link('https://bbc.co.uk/2', 'secondary', 'BBC'),
    ];
    expect(checkReports(both)).toEqual({ why: 'needs-reports', given: 1 });
    expect(checkReports([...both, link('https://www.cnn.com/1')])).toBeNull();
  });

  it('counts two hosts of one domain as one outlet', () => {
    const two = [link('https://edition.cnn.com/1'), link('https://cnn.com/2')];
    expect(checkReports(two)).toEqual({ why: 'needs-reports', given: 1 });
  });

  it('knows an outlet without a link from its links', () => {
    expect(reportsIn([link('https://www.reuters.com/1'), named('Reuters')]).outlets).toBe(1);
    expect(reportsIn([link('https://www.cnn.com/1'), named('Reuters')]).outlets).toBe(2);
    expect(reportsIn([named('The Guardian'), link('https://www.theguardian.com/1')]).outlets).toBe(1);
  });

  it('needs one record or one data set, and counts any other page as a report', () => {
    expect(checkReports([link('https://www.whitehouse.gov/1', 'primary')])).toBeNull();
    expect(checkReports([link('https://sanctions.web.unc.edu/1', 'data-set')])).toBeNull();
    expect(
      checkReports([link('https://a.example/1', 'page'), link('https://b.example/1', 'page')]),
    ).toBeNull();
    expect(checkReports([link('https://a.example/1', 'unsourced')])).toEqual({
      why: 'needs-reports',
      given: 0,
    });
  });
});

describe('names', () => {
  it('are matched without case and accents (rules 19)', () => {
    expect(foldName('  TÜRKİYE ')).toBe('turkiye');
    expect(findName(['Ford', 'Türkiye'], 'turkiye')).toBe('Türkiye');
    expect(findName(['belarus', 'Belarus'], 'Belarus')).toBe('Belarus');
    expect(findName(['Ford'], 'GM')).toBeNull();
  });
});
