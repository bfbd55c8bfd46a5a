import { describe, expect, test } from 'vitest';
import type { Outcome, Statement } from '../../src/domain/entry.js';
import { hostOf } from '../../src/domain/links.js';
import { day, Ledger, outcome, primary, recording, recordsOutcome, report, said } from './support.js';

const DUE = day('2025-08-08');

function passed(): Ledger {
  return new Ledger().add(recording(DUE), '2025-07-14T20:00').lapse('2025-08-09');
}

/** What comes of an outcome logged on 1 September. */
function refusal(one: Outcome, ledger: Ledger = passed(), iso = '2025-09-01T12:00') {
  return ledger.try(recordsOutcome(one, iso), iso);
}

const IN_TIME = '2025-08-07';

describe('which dates an outcome needs (rules 15)', () => {
  test.each(['full', 'partial', 'negotiated'] as const)('compliance "%s" needs a day', (compliance) => {
    expect(refusal(outcome(compliance, 'none'))).toEqual({ why: 'needs-date', field: 'complied' });
    expect(refusal(outcome(compliance, 'none', { complied: IN_TIME }))).toBeNull();
  });

  test.each(['full', 'partial', 'substitute'] as const)(
    'follow-through "%s" needs a day',
    (followThrough) => {
      expect(refusal(outcome('none', followThrough))).toEqual({ why: 'needs-date', field: 'acted' });
      expect(refusal(outcome('none', followThrough, { acted: '2025-08-09' }))).toBeNull();
    },
  );

  test('a day is refused if nothing happened on it', () => {
    expect(refusal(outcome('none', 'none', { complied: IN_TIME }))).toEqual({
      why: 'date-without-axis',
      field: 'complied',
    });
    expect(refusal(outcome('none', 'none', { acted: IN_TIME }))).toEqual({
      why: 'date-without-axis',
      field: 'acted',
    });
    expect(refusal(outcome('full', 'not-due', { complied: IN_TIME, acted: IN_TIME }))).toMatchObject({
      why: 'impossible-outcome',
      reason: 'not-due-acted',
    });
  });

  test('a day in the future is refused', () => {
    expect(refusal(outcome('full', 'none', { complied: '2025-09-02' }))).toEqual({
      why: 'stated-in-future',
      field: 'complied',
    });
    expect(refusal(outcome('none', 'full', { acted: '2025-09-02' }))).toEqual({
      why: 'stated-in-future',
      field: 'acted',
    });
  });
});

describe('what can not be (rules 15)', () => {
  const impossible = (reason: string) => ({ why: 'impossible-outcome', reason });
  const open = () => new Ledger().add(recording(DUE), '2025-07-14T20:00');

  test('"did not meet the demand" is refused before the end, unless the issuer acted', () => {
    const early = '2025-08-01T12:00';
    expect(refusal(outcome('none', 'none'), open(), early)).toMatchObject(impossible('none-before-latest'));
    expect(refusal(outcome('none', 'full', { acted: '2025-07-31' }), open(), early)).toBeNull();
  });

  test('"did not meet the demand" is accepted after a withdrawal', () => {
    const withdrawn = open().add({ verb: 'withdraw', ...said('2025-07-20') }, '2025-07-20T20:00');
    expect(refusal(outcome('none', 'not-due'), withdrawn, '2025-08-01T12:00')).toBeNull();
  });

  test('"did not meet the demand" with nothing due is refused', () => {
    expect(refusal(outcome('none', 'not-due'))).toMatchObject(impossible('none-not-due'));
  });

  test('a late compliance with nothing due is refused', () => {
    const late = outcome('full', 'not-due', { complied: '2025-08-10' });
    expect(refusal(late)).toMatchObject(impossible('late-not-due'));
  });

  test('a replaced ultimatum refuses every outcome', () => {
    const replaced = open().add(
      { verb: 'replace', by: 13, self: 12, ...said('2025-07-20') },
      '2025-07-20T20:00',
    );
    expect(refusal(outcome('none', 'not-due'), replaced)).toMatchObject({ why: 'wrong-state' });
  });
});

describe('the sources of an outcome (rules 17)', () => {
  const one = outcome('none', 'none');
  const withSources = (...statements: readonly Statement[]) =>
    passed().try({ ...recordsOutcome(one, '2025-08-20'), statements }, '2025-09-01T12:00');
  const outlet = (name: string) => report('', { url: null, outlet: name });

  test('one primary statement is enough', () => {
    expect(withSources(primary)).toBeNull();
  });

  test('one report is not enough, and neither are two of one outlet', () => {
    expect(withSources(report('cnn.com'))).toEqual({ why: 'needs-reports', given: 1 });
    expect(withSources(report('cnn.com'), report('edition.cnn.com'))).toEqual({
      why: 'needs-reports',
      given: 1,
    });
    expect(withSources(outlet('Reuters'), outlet('reuters '))).toEqual({ why: 'needs-reports', given: 1 });
    expect(withSources()).toEqual({ why: 'needs-reports', given: 0 });
  });

  test('reports of two hosts or of two outlets are enough', () => {
    expect(withSources(report('cnn.com'), report('bbc.co.uk'))).toBeNull();
    expect(withSources(outlet('Reuters'), outlet('AP'))).toBeNull();
    expect(
      withSources(report('msn.com', { outlet: 'Reuters' }), report('msn.com', { outlet: 'AP' })),
    ).toBeNull();
  });

  test('words without a link are no report', () => {
    const quote = report('', { url: null, quote: 'it is over', grade: 'unsourced' });
    expect(withSources(quote, report('cnn.com'))).toEqual({ why: 'needs-reports', given: 1 });
  });

  test('sources count if they were added since the last revision', () => {
    const ledger = passed().add({ verb: 'source', ...said('2025-08-10', report('bbc.co.uk')) }, '2025-08-10');
    const statements = [report('apnews.com')];
    expect(ledger.try({ ...recordsOutcome(one, '2025-08-20'), statements }, '2025-09-01')).toBeNull();
  });

  test('a link that can’t be a source is refused', () => {
    expect(withSources(primary, report('', { url: 'ftp://x.org/a' }))).toMatchObject({ why: 'bad-link' });
    expect(withSources(primary, report('', { url: 'https://cdn.discordapp.com/a.png' }))).toMatchObject({
      reason: 'discord-cdn',
    });
    expect(withSources(primary, report('', { url: 'https://discord.com/channels/1/2/3' }))).toMatchObject({
      reason: 'discord-message',
    });
  });
});

describe('targets (rules 19)', () => {
  const several = () =>
    new Ledger().add({ ...recording(DUE), targets: ['Ford', 'GM'] }, '2025-07-14T20:00').lapse('2025-08-09');
  const met = outcome('full', 'none', { complied: IN_TIME });

  test('an unknown target and a target with an outcome are refused', () => {
    const ledger = several().add(recordsOutcome(met, '2025-08-20', 'GM'), '2025-09-01');
    expect(ledger.try(recordsOutcome(met, '2025-08-20', 'Tesla'), '2025-09-01')).toMatchObject({
      why: 'unknown-target',
    });
    expect(ledger.try(recordsOutcome(met, '2025-08-20', 'GM'), '2025-09-01')).toEqual({
      why: 'has-outcome',
      target: 'GM',
    });
  });

  test('a resolved ultimatum refuses a further outcome', () => {
    const ledger = several().add(recordsOutcome(met, '2025-08-20'), '2025-09-01');
    expect(ledger.try(recordsOutcome(met, '2025-08-20'), '2025-09-01')).toMatchObject({ why: 'wrong-state' });
  });
});

test.each([
  ['https://www.cnn.com/a', 'cnn.com'],
  ['https://edition.cnn.com/a', 'cnn.com'],
  ['https://www.m.bbc.co.uk/a', 'bbc.co.uk'],
  ['https://amp.dev/a', 'amp.dev'],
  ['not a link', null],
])('the house of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
