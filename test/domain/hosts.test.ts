import { describe, expect, it } from 'vitest';
import { hostKind } from '../../src/domain/hosts.js';

describe('the kind of a page', () => {
  it.each([
    ['https://www.whitehouse.gov/a', 'official'],
    ['https://www.centcom.mil/a', 'official'],
    ['https://www.diplomatie.gouv.fr/a', 'official'],
    ['https://www.gov.uk/a', 'official'],
    ['https://questions-statements.parliament.uk/a', 'official'],
    ['https://ec.europa.eu/a', 'official'],
    ['https://press.un.org/a', 'official'],
    ['https://www.nato.int/a', 'official'],
    ['https://www.canada.ca/a', 'official'],
    ['https://www.mofa.go.jp/a', 'official'],
    ['https://truthsocial.com/@realDonaldTrump/1', 'own-words'],
    ['https://x.com/a/status/1', 'own-words'],
    ['https://twitter.com/a/status/1', 'own-words'],
    ['https://t.me/a/1', 'own-words'],
    ['https://www.bbc.co.uk/news/1', 'news'],
    ['https://gulfnews.com/a', 'news'],
    ['https://www.pravda.com.ua/a', 'news'],
    ['https://abcnews.go.com/a', 'news'],
    ['https://www.ford.com/a', 'other'],
    ['https://uaw.org/a', 'other'],
    ['https://www.deutschepost.de/a', 'other'],
    ['https://gov.example.com/a', 'other'],
    ['not a link', 'other'],
    [null, 'other'],
  ])('of %s is %s', (url, kind) => {
    expect(hostKind(url)).toBe(kind);
  });
});
