/** Records whose pictures are drawn: the founding case, and data at every extreme. */
import type { Command } from '../../src/domain/entry.js';
import { fold } from '../../src/domain/fold.js';
import type { DatedReading, Reading } from '../../src/domain/reading.js';
import type { About } from '../../src/wording/about.js';
import {
  day,
  entriesOf,
  founding,
  instant,
  posted,
  source,
  until,
  WASHINGTON,
  type Step,
} from '../views/support.js';

type Recording = Extract<Command, { verb: 'record' }>;

const RECORDED = '2025-07-14T18:00:00Z';

function recording(changes: Partial<Recording> = {}): Step {
  const command: Recording = {
    verb: 'record',
    issuers: ['Donald Trump'],
    targets: ['Russia'],
    demand: 'agree to a ceasefire in Ukraine',
    threat: 'severe tariffs',
    zone: WASHINGTON,
    tags: [],
    deadline: until('50 days', '2025-09-02'),
    stated: day('2025-07-14'),
    statements: [source('https://www.cnn.com/50-days', 'CNN', null)],
    ...changes,
  };
  return [RECORDED, 'ana', command];
}

const moved = (on: string, deadline: Reading): Step => [
  `${on}T15:00:00Z`,
  'ana',
  {
    verb: 'move',
    deadline,
    stated: day(on),
    statements: [source('https://www.bbc.co.uk/news/1', 'BBC', null)],
  },
];

const scoped = (on: string, scope: readonly string[], deadline: Reading): Step => [
  `${on}T15:00:00Z`,
  'ana',
  {
    verb: 'move',
    deadline,
    scope,
    stated: day(on),
    statements: [source('https://www.bbc.co.uk/news/2', 'BBC', null)],
  },
];

const undated: Reading = {
  ...until('very soon', '2025-09-02'),
  earliest: null,
  latest: null,
  precision: 'vague',
  edtf: '..',
};

const exact = (words: string, iso: string): DatedReading => ({
  ...until(words, iso.slice(0, 10)),
  earliest: instant(iso),
  latest: instant(iso),
  precision: 'instant',
  edtf: iso,
});

const about = (steps: readonly Step[], now: string): About => posted(fold(entriesOf(steps)), instant(now));
const long = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);
const date = (base: string, days: number): string =>
  new Date(Date.parse(`${base}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const moves = (count: number, step: number): readonly Step[] =>
  Array.from({ length: count }, (_, index) =>
    moved(
      date('2025-07-15', index + 1),
      until(`another ${step} days`, date('2025-09-02', step * (index + 1))),
    ),
  );

const now = '2025-08-01T12:00:00Z';

export const HOSTILE = `</text><script>alert('1')</script>"&amp;<![CDATA[x]]><!-- ]]> &#x0; \u202Ereversed`;

/** By name. */
export const CASES: Readonly<Record<string, About>> = {
  founding: posted(founding(), instant('2025-08-12T12:00:00Z')),
  'first-day': posted(founding(1), instant('2025-07-20T12:00:00Z')),
  moved: posted(founding(2), instant('2025-07-28T18:00:00Z')),
  passed: posted(founding(4), instant('2025-08-09T12:00:00Z')),
  'many-targets': about(
    [recording({ targets: Array.from({ length: 57 }, (_, index) => `Country number ${index + 1}`) })],
    now,
  ),
  'twelve-moves': about([recording(), ...moves(12, 9)], now),
  'twelve-earlier': about([recording({ deadline: until('this year', '2025-12-31') }), ...moves(12, -1)], now),
  'thirty-moves': about([recording(), ...moves(30, 5)], '2025-08-20T12:00:00Z'),
  long: about(
    [
      recording({
        issuers: [
          long('The Ministry of Foreign Affairs of the United Something ', 120),
          'The European Commission',
        ],
        targets: [long('Organisation of Very Long Names ', 120), long('Wwwwwwww', 120), 'Canada'],
        demand: long('withdraw every soldier and every vehicle from the whole of the territory ', 300),
        threat: long('consequences of a kind that nobody has ever seen before ', 300),
        deadline: until(long('by the end of the month at the very latest ', 200), '2025-07-31'),
        statements: [source(`https://${long('very-long-name.', 60)}example.com/a`, null, null)],
      }),
    ],
    '2025-07-20T12:00:00Z',
  ),
  'right-to-left': about(
    [
      recording({
        issuers: ['جمهورية إيران الإسلامية'],
        targets: ['المملكة العربية السعودية', 'Israel (ישראל)'],
        demand: 'وقف إطلاق النار (فوراً) في 7 أيام',
        threat: 'عواقب وخيمة, 100%',
        deadline: until('خلال 50 يوماً', '2025-09-02'),
      }),
      moved('2025-07-28', until('10 أيام', '2025-08-08')),
    ],
    now,
  ),
  unknown: about(
    [recording({ issuers: ['中华人民共和国'], targets: ['日本 Japan 💥'], demand: '停火 ceasefire 🇺🇳' })],
    now,
  ),
  cyrillic: about([recording({ issuers: ['Дональд Трамп'], targets: ['Росія', 'Ελλάδα'] })], now),
  'no-date': about([recording({ deadline: undated })], now),
  'no-deadline': about([recording({ deadline: null, threat: null, statements: [] })], now),
  paused: about(
    [
      recording(),
      [
        '2025-07-20T15:00:00Z',
        'ana',
        {
          verb: 'suspend',
          stated: day('2025-07-20'),
          statements: [source('https://www.cnn.com/b', 'CNN', null)],
        },
      ],
    ],
    now,
  ),
  'later-dated': about(
    [recording({ deadline: undated }), moved('2025-07-20', until('by Friday', '2025-07-25'))],
    now,
  ),
  instant: about(
    [
      recording({ deadline: exact('midnight on Friday', '2025-07-19T04:01:00Z') }),
      moved('2025-07-15', exact('noon on Monday', '2025-07-21T16:00:00Z')),
    ],
    '2025-07-16T12:00:00Z',
  ),
  hostile: about(
    [
      recording({
        issuers: [HOSTILE],
        targets: [`${HOSTILE} 2`],
        demand: HOSTILE,
        threat: HOSTILE,
        deadline: until(HOSTILE, '2025-09-02'),
        statements: [source('https://example.com/?a=<b>&c="d"', HOSTILE, null)],
      }),
    ],
    now,
  ),
  split: about(
    [
      recording({ targets: ['Mexico', 'Canada', 'China'] }),
      scoped('2025-07-20', ['Mexico'], until('a month more', '2025-10-02')),
      scoped('2025-07-22', ['Canada', 'China'], until('two weeks less', '2025-08-19')),
    ],
    now,
  ),
  years: about(
    [
      recording({ deadline: until('within 30 years', '2055-07-14') }),
      moved('2025-07-28', until('in three days', '2025-07-31')),
    ],
    '2025-07-29T12:00:00Z',
  ),
};
