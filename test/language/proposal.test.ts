import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { matchIn, knownName, proposeRecord, proposeUpdate } from '../../src/language/proposal/index.js';
import { POSTS } from './posts.js';

/** Posts with a day or a threat in them that demand nothing. */
const NOTHING_DEMANDED = [
  'The White House says Trump will decide on Iran within two weeks',
  'Biden extends student loan pause until August 31',
  'The weather in Moscow will be sunny until Friday.',
  'Ministers meet in Brussels on Monday to discuss tariffs.',
  'Sheinbaum says deadline extended',
  'OPEC will cut output unless prices recover',
  'Union threatens strike on March 3 if talks fail',
  'Trump announces 35% tariff on Canada effective Aug. 1',
  'He was born in 1914 and died on Friday.',
  'Ministry sets Friday deadline for bids',
  'Either we go on Friday or on Saturday',
];

const SAYING = {
  at: Date.parse('2025-07-14T15:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'server',
} as const;

describe('a new record proposed from a post', () => {
  it.each(POSTS)('%s', (post, issuer, target, demand, threat, deadline) => {
    expect(proposeRecord(post, SAYING)).toMatchObject({ issuer, target, demand, threat, deadline });
  });

  it.each([
    [
      'We’re giving Spotify 7 days to take down the tracks.',
      { issuer: null, target: 'Spotify', demand: 'take down the tracks', threat: null, deadline: '7 days' },
    ],
    [
      'Paris and London are giving Iran a month to readmit the inspectors',
      {
        issuer: 'Paris and London',
        target: 'Iran',
        demand: 'readmit the inspectors',
        threat: null,
        deadline: 'a month',
      },
    ],
    [
      '"We have given the bank until Friday to pay or be sued," said Anna Berg.',
      { issuer: 'Anna Berg', target: 'bank', demand: 'pay', threat: 'be sued', deadline: 'until Friday' },
    ],
    [
      '"Either the minister resigns by Friday noon or we bring down the government," said Anna Berg.',
      {
        issuer: 'Anna Berg',
        target: null,
        demand: 'the minister resigns',
        threat: 'we bring down the government',
        deadline: 'by Friday noon',
      },
    ],
    [
      'UAW sets Friday 11:59 p.m. deadline for Stellantis',
      { issuer: 'UAW', target: 'Stellantis', demand: null, threat: null, deadline: 'Friday 11:59 p.m.' },
    ],
    [
      'Court sets 30-day deadline for South Africa',
      { issuer: 'Court', target: 'South Africa', demand: null, threat: null, deadline: '30 days' },
    ],
  ])('takes who gives whom how long from "%s"', (post, parts) => {
    expect(proposeRecord(post, SAYING)).toMatchObject(parts);
  });

  it.each(NOTHING_DEMANDED)('proposes nothing from "%s"', (post) => {
    const { issuer, target, demand, threat, deadline } = proposeRecord(post, SAYING);
    expect([issuer, target, demand, threat, deadline]).toEqual([null, null, null, null, null]);
  });

  it('completes the most telling sentence from the others, and quotes the words in quotation marks', () => {
    const post = [
      '🚨 **BREAKING** | Trump gives Putin 50 days to agree to a ceasefire',
      'US President Donald Trump met the NATO chief on Monday. "We’re going to be doing very severe tariffs," he said.',
      'https://www.cnn.com/2025/07/14/politics/trump?utm_source=x',
    ].join('\n');
    expect(proposeRecord(post, SAYING)).toMatchObject({
      issuer: 'Donald Trump',
      target: 'Putin',
      deadline: '50 days',
      quote: 'We’re going to be doing very severe tariffs',
    });
  });

  it('completes a short name if one whole name on record fits', () => {
    expect(knownName('Trump', ['Donald Trump', 'Russia'])).toBe('Donald Trump');
    expect(knownName('Trump', ['Donald Trump', 'Trump Organization'])).toBe('Trump');
    expect(knownName('russia', ['Russia', 'White Russia'])).toBe('Russia');
  });

  it.each([
    'if A '.repeat(2000),
    'Trump gives '.repeat(600),
    ' or we will'.repeat(900),
    'Trump’s '.repeat(800),
    'by July 1, '.repeat(800),
    '"“«„'.repeat(1500),
    '\uE100\uE200'.repeat(3000),
    '',
  ])('takes any text (%#)', (text) => {
    expect(() => [proposeRecord(text, SAYING), proposeUpdate(text, SAYING)]).not.toThrow();
  });
});

describe('an update proposed from a post', () => {
  it.each([
    ['Trump cuts 50-day deadline for Putin to 10 or 12 days', 'move', '10 or 12 days'],
    ['Trump shortens his deadline from 50 days to about 10 or 12 days', 'move', '10 or 12 days'],
    ['Trump says new deadline is Friday', 'move', 'Friday'],
    ['EU extends deadline for Hungary by two weeks', 'move', 'extends deadline for Hungary by two weeks'],
    ['Trump extends tariff deadline to August 1', 'move', 'August 1'],
    ['Deadline for TikTok sale extended until 16 December', 'move', '16 December'],
    ['Trump delays 50% EU tariffs until July 9', 'move', 'July 9'],
    ['ECOWAS gives Niger junta another week', 'move', 'another week'],
    [
      'Trump extends TikTok deadline for another 75 days',
      'move',
      'extends TikTok deadline for another 75 days',
    ],
    ['Court grants agency 14 more days to comply', 'move', '14 more days'],
    ['Nexperia wins a 30-day extension from The Hague', 'move', '30-day extension'],
    ['Brüssel verlängert die Frist um zwei Wochen', 'move', 'verlängert die Frist um zwei Wochen'],
    ['Брюссель продлил срок на две недели', 'move', 'продлил срок на две недели'],
    [
      '"I’m going to make a new deadline of about 10 or 12 days from today," Trump said',
      'move',
      '10 or 12 days from today',
    ],
    ['Trump verkürzt Frist für Putin', 'move', null],
    ['EU verlängert Frist bis 30. September', 'move', 'bis 30. September'],
    ['Trump prolonge le délai jusqu’au 1er août', 'move', 'jusqu’au 1er août'],
    ['Trump amplía el plazo hasta el 1 de agosto', 'move', 'hasta el 1 de agosto'],
    ['Трамп продлил срок до 1 августа', 'move', 'до 1 августа'],
    ['Trump cuts 50-day deadline for Putin', 'move', null],
    ['Трамп скоротив термін ультиматуму', 'move', null],
    ['Trump reinstates tariff threat, sets new deadline of 9 July', 'resume', '9 July'],
    ['Trump pauses tariffs on Mexico after call with Sheinbaum', 'suspend', null],
    ['Union puts strike on hold', 'suspend', null],
    ['Trump suspends 50% tariff threat', 'suspend', null],
    ['Trump drops threat of sanctions on Spain', 'withdraw', null],
    ['Israel withdrew its ultimatum to Lebanon', 'withdraw', null],
    ['Strike called off after last-minute deal', 'withdraw', null],
    ['Hamas releases three hostages', 'outcome', null],
    ['Russia withdrew its troops from Kherson', 'outcome', null],
    ['Trump imposes 25% tariff on India over Russian oil', 'outcome', null],
    ['Colombia agrees to accept deportation flights', 'outcome', null],
    ['US tariffs on Canada take effect', 'outcome', null],
    ['Germany declared war on Russia', 'outcome', null],
    ['Trump rules out extending August 1 deadline', 'source', null],
    ['Trump won’t extend deadline for Iran', 'source', null],
    ['Russia rejects ultimatum', 'source', null],
    ['EU could suspend its sanctions threat', 'source', null],
    ['Trump threatens to impose tariffs if no deal is reached by Friday', 'source', null],
    ['Hamas has until Saturday to accept the deal', 'source', null],
    ['Kremlin says it has not agreed to a ceasefire', 'source', null],
  ])('%s', (post, happened, deadline) => {
    expect(proposeUpdate(post, SAYING)).toMatchObject({ happened, deadline });
  });

  const RUNNING = [
    {
      number: 1,
      issuers: ['Donald Trump'],
      targets: ['Russia'],
      demand: 'a ceasefire',
      threat: 'severe tariffs',
    },
    { number: 2, issuers: ['Donald Trump'], targets: ['Iran'], demand: 'a nuclear deal', threat: 'strikes' },
    {
      number: 3,
      issuers: ['European Union'],
      targets: ['Hungary'],
      demand: 'lift its grain ban',
      threat: null,
    },
  ];

  it.each([
    ['Trump cuts deadline for Putin', 1],
    ['EU extends deadline for Hungary', 3],
    ['Iran agrees to nuclear deal', 2],
    ['Kremlin says no', 1],
    ['Trump spoke on Monday', null],
    ['Severe tariffs in Brazil', null],
  ])('is about the ultimatum whose names fit: %s', (post, best) => {
    const matched = matchIn(post, RUNNING);
    expect(matched.best).toBe(best);
    expect(matched.order).toHaveLength(RUNNING.length);
  });
});

const timeline = new URL('../../../shared/data/timeline.json', import.meta.url);
const casesSchema = z.array(
  z.object({
    title: z.string(),
    issuer: z.string(),
    target: z.array(z.string()),
    demand: z.string(),
    threat: z.string().nullable(),
  }),
);

describe.skipIf(!existsSync(timeline))('the documented cases, all running at once', () => {
  it('are told apart by their titles, or left open', () => {
    const cases = casesSchema.parse(JSON.parse(readFileSync(timeline, 'utf8')));
    const running = cases.map(({ target, issuer, ...one }, number) => ({
      number,
      issuers: [issuer],
      targets: target,
      ...one,
    }));
    const found = running.map(({ number, title }) => ({ number, best: matchIn(title, running).best }));
    expect(found.filter(({ number, best }) => best === number).length).toBeGreaterThanOrEqual(12);
    // Of two of George Bush's, "Bush: begin withdrawal" names neither target.
    expect(found.filter(({ number, best }) => best !== null && best !== number).length).toBeLessThanOrEqual(
      1,
    );
  });
});
