import { decide } from '../../src/domain/decide/index.js';
import type { Command, Entry, Grade, Statement } from '../../src/domain/entry.js';
import { fold } from '../../src/domain/fold.js';
import type { DatedReading } from '../../src/domain/reading.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { dayOf, type When } from '../../src/domain/when.js';
import { postView, type Posted } from '../../src/discord/views/index.js';
import type { View } from '../../src/discord/command.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { choosePost } from '../../src/posting/choose.js';
import type { PostFacts } from '../../src/posting/facts.js';
import { withNotes } from '../../src/posting/notes.js';
import { english } from '../../src/wording/index.js';
import type { Person } from '../../src/store/port/index.js';
import { wallInstant } from '../../src/domain/instant.js';

export const WASHINGTON = 'America/New_York';

/** An instant. */
export function instant(iso: string): number {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new Error(`No instant: ${iso}`);
  return ms;
}

/** A day in Washington, as something said or done on it is known. */
export function day(date: string): When {
  return dayOf(instant(`${date}T12:00:00Z`), WASHINGTON);
}

/** The end of a day, or of the last of some days, in Washington. */
export function until(words: string, from: string, to = from): DatedReading {
  return {
    words,
    earliest: day(from).start,
    latest: day(to).end,
    precision: from === to ? 'day' : 'window',
    bound: 'by',
    zone: WASHINGTON,
    zoneFrom: 'issuer',
    edtf: from === to ? from : `${from}/${to}`,
    orSooner: false,
    openBeginning: false,
    assumed: [],
  };
}

export function source(url: string, outlet: string | null, quote: string | null, grade: Grade = 'secondary') {
  return { url, outlet, quote, grade, archive: null, seenIn: null } satisfies Statement;
}

/** One step of a history: what is decided, when, by whom. */
export type Step = readonly [now: string, by: string | null, command: Command];

export function entriesOf(steps: readonly Step[]): readonly Entry[] {
  let entries: readonly Entry[] = [];
  for (const [now, by, command] of steps) {
    const decision = decide(entries, command, { now: instant(now), by });
    if (!decision.ok) throw new Error(`${command.verb} was refused: ${decision.refusal.why}`);
    const from = entries.length + 1;
    entries = [...entries, ...decision.value.map((entry, index) => ({ ...entry, seq: from + index }))];
  }
  return entries;
}

export const PEOPLE: ReadonlyMap<string, Person> = new Map([
  ['ana', { key: 'ana', name: 'Ana', curator: true }],
  ['jonas', { key: 'jonas', name: 'Jonas', curator: true }],
]);

/** What every row is while its post is drawn. */
export const CLAIMED = {
  id: 1,
  status: 'claimed',
  nonce: 'marker',
  attempts: 1,
  attempted: wallInstant(0),
  settled: null,
  message: null,
  failure: null,
} as const;

/** The founding case, in its order. */
export const FOUNDING: readonly Step[] = [
  [
    '2025-07-14T18:00:00Z',
    'ana',
    {
      verb: 'record',
      issuers: ['Donald Trump'],
      targets: ['Russia'],
      demand: 'agree to a ceasefire in Ukraine',
      threat: '"severe tariffs"',
      zone: WASHINGTON,
      tags: [],
      deadline: until('50 days', '2025-09-02'),
      stated: day('2025-07-14'),
      statements: [
        source('https://www.cnn.com/50-days?utm_source=x', 'CNN', "if we don't have a deal in 50 days"),
      ],
    },
  ],
  [
    '2025-07-28T15:00:00Z',
    'ana',
    {
      verb: 'move',
      deadline: until('10 or 12 days', '2025-08-07', '2025-08-09'),
      stated: day('2025-07-28'),
      statements: [source('https://www.bbc.co.uk/news/1', 'BBC News', null)],
    },
  ],
  [
    '2025-07-29T20:00:00Z',
    'ana',
    {
      verb: 'move',
      deadline: until('10 days from today', '2025-08-08'),
      stated: day('2025-07-29'),
      statements: [source('https://www.bbc.co.uk/news/2', 'BBC News', null)],
    },
  ],
  ['2025-08-09T04:00:00Z', null, { verb: 'lapse' }],
  [
    '2025-08-09T15:00:00Z',
    'jonas',
    {
      verb: 'outcome',
      outcome: {
        compliance: 'none',
        followThrough: 'partial',
        complied: null,
        acted: day('2025-08-06'),
        note: 'a 25% tariff on India, nothing on Russia',
      },
      stated: day('2025-08-09'),
      statements: [
        source('https://www.whitehouse.gov/order', 'White House', null, 'primary'),
        source('https://www.reuters.com/india', 'Reuters', null),
      ],
    },
  ],
  [
    '2025-08-10T12:00:00Z',
    'jonas',
    {
      verb: 'dispute',
      reason: 'nothing was done to Russia itself',
      stated: day('2025-08-10'),
      statements: [],
    },
  ],
];

/** The founding case after its first `steps`. */
export function founding(steps = FOUNDING.length): Ultimatum {
  return fold(entriesOf(FOUNDING.slice(0, steps)));
}

export function posted(ultimatum: Ultimatum, now: number, number = 12): Posted {
  return { number, ultimatum, people: PEOPLE, now, marker: 'm'.repeat(25) };
}

/** What a row posts in Discord, made of these facts; null where nothing is left to say. */
export function drawnPost(
  row: Delivery,
  facts: PostFacts,
  now = row.due,
  ping: string | null = null,
): View | null {
  const chosen = choosePost(english, row, facts, now);
  if (chosen === null) return null;
  return postView(english, withNotes(english, chosen, row, { now, zone: facts.zone, ping }));
}

/** Every text of an opened view, line by line. */
export function textsOf(view: View): readonly string[] {
  const contents: string[] = [];
  JSON.stringify(view.components, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') contents.push(value);
    return value;
  });
  return contents.join('\n').split('\n');
}

/** The custom ids of a view's buttons and menus, in order. */
export function idsOf(view: View): readonly string[] {
  return [...JSON.stringify(view.components).matchAll(/"custom_id":"([^"]*)"/g)].map(([, id]) => id ?? '');
}
