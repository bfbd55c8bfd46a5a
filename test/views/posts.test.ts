import { describe, expect, test } from 'vitest';
import { drawText } from '../../src/discord/draw.js';
import { english } from '../../src/wording/index.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Post } from '../../src/domain/post.js';
import type { PostFacts } from '../../src/posting/facts.js';
import type { Nudge } from '../../src/posting/list-posts.js';
import type { Digest } from '../../src/wording/digest.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { FULL } from '../../src/wording/text-budget.js';
import { sourceText } from '../../src/wording/sources.js';
import { CLAIMED, drawnPost, founding, instant, PEOPLE, source, WASHINGTON } from './support.js';

const ARCHIVE = 'https://web.archive.org/web';

function delivery(post: Post, due: string): Delivery {
  return {
    guild: '100000000000000001',
    channel: '100000000000000002',
    post,
    due: instant(due),
    expires: null,
    ...CLAIMED,
  };
}

const about = (version: number) => ({ number: 12, version: { number: version, generation: 0 } });
const announcement = (entry: number, version = entry): Post => ({
  kind: 'announcement',
  ...about(version),
  entry,
});
const milestone = (days: number, version: number): Post => ({
  kind: 'milestone',
  ...about(version),
  offset: { unit: 'days', count: days },
});
const DIGEST: Post = { kind: 'digest', schedule: 3, fire: instant('2025-08-04T13:00:00Z') };

const CHANNEL = { zone: WASHINGTON, pingRole: null } as const;
const data = (ultimatum: Ultimatum): PostFacts => ({
  ...CHANNEL,
  kind: 'ultimatum',
  ultimatum,
  people: PEOPLE,
  incoming: [],
});
const listing = (digest: Digest): PostFacts => ({ ...CHANNEL, kind: 'digest', digest });
const nudging = (nudge: Nudge): PostFacts => ({ ...CHANNEL, kind: 'nudge', nudge });

function rendered(
  row: Delivery,
  facts: PostFacts,
  now = row.due,
  ping: string | null = null,
): readonly string[] | null {
  return drawnPost(row, facts, now, ping)?.content?.split('\n') ?? null;
}

describe('the posts of the founding case', () => {
  test('announce a new ultimatum', () => {
    const post = delivery(announcement(1), '2025-07-14T18:01:00Z');
    expect(rendered(post, data(founding(1)))).toEqual([
      '**New ultimatum U-12: Donald Trump to Russia**',
      'Demand: agree to a ceasefire in Ukraine',
      'Otherwise: "severe tariffs"',
      'Deadline: Tue 2 Sep 2025, end of day in Washington, <t:1756871940:R>',
      'As stated on 14 Jul: "if we don\'t have a deal in 50 days"',
      `Source: [CNN](https://www.cnn.com/50-days), cnn.com, news report ([archive](${ARCHIVE}/20250714180000/https://www.cnn.com/50-days))`,
      '-# Recorded by Ana, curator. Not moved so far.',
    ]);
  });

  test('link a source without an outlet by its host', () => {
    const url = 'https://www.cnn.com/50-days';
    const cited = (given: string, outlet: string | null) =>
      drawText(
        sourceText(english, { ...source(given, outlet, null), recorded: 0 }, { ...FULL, archive: false }),
      );
    expect(cited(url, null)).toBe(`[cnn.com](${url}), news report`);
    expect(cited(url, 'CNN')).toBe(`[CNN](${url}), cnn.com, news report`);
    expect(cited(`${url}/${'x'.repeat(300)}`, null)).toBe('cnn.com, news report');
  });

  test('have buttons with the marker of the delivery', () => {
    const view = drawnPost(
      delivery(announcement(1), '2025-07-14T18:01:00Z'),
      data(founding(1)),
      instant('2025-07-14T18:01:00Z'),
    );
    expect(view?.components).toEqual([
      {
        type: 1,
        components: [
          { type: 2, style: 2, custom_id: 'details:U-12:marker', label: 'Details' },
          { type: 2, style: 2, custom_id: 'update:U-12:marker', label: 'Update' },
        ],
      },
    ]);
  });

  test('announce a deadline moved earlier', () => {
    const post = delivery(announcement(2), '2025-07-28T15:01:00Z');
    expect(rendered(post, data(founding(2)))).toEqual([
      '**Deadline moved earlier: Donald Trump to Russia (U-12)**',
      'Was: Tue 2 Sep 2025 ("50 days", stated 14 Jul)',
      'Now: 7 to 9 Aug 2025 ("10 or 12 days", stated 28 Jul), 24 days earlier',
      'Until the end of Sat 9 Aug, Washington time, <t:1754798340:R>',
      `Source: [BBC News](https://www.bbc.co.uk/news/1), bbc.co.uk, news report ([archive](${ARCHIVE}/20250728150000/https://www.bbc.co.uk/news/1))`,
      '-# First move. The earlier deadline stays in the log.',
    ]);
  });

  test('do not call a narrowed deadline a move', () => {
    const post = delivery(announcement(3), '2025-07-29T20:01:00Z');
    expect(rendered(post, data(founding(3)))).toEqual([
      '**Deadline narrowed: Donald Trump to Russia (U-12)**',
      'Was: 7 to 9 Aug 2025 ("10 or 12 days", stated 28 Jul)',
      'Now: Fri 8 Aug 2025 ("10 days from today", stated 29 Jul)',
      'Until the end of Fri 8 Aug, Washington time, <t:1754711940:R>',
      `Source: [BBC News](https://www.bbc.co.uk/news/2), bbc.co.uk, news report ([archive](${ARCHIVE}/20250729200000/https://www.bbc.co.uk/news/2))`,
      '-# Within the earlier window, so not counted as a move. The earlier deadline stays in the log.',
    ]);
  });

  test('remind of the last day', () => {
    const post = delivery(milestone(1, 3), '2025-08-07T13:00:00Z');
    expect(rendered(post, data(founding(3)))).toEqual([
      '**Deadline tomorrow: Donald Trump to Russia (U-12)**',
      'Deadline: Fri 8 Aug 2025, end of day in Washington, <t:1754711940:R>',
      'Demand: agree to a ceasefire in Ukraine',
      'Otherwise: "severe tariffs"',
      '-# Stated 29 Jul ("10 days from today"). First deadline: 2 Sep. Moved once.',
    ]);
  });

  test('say that the deadline passed', () => {
    const post = delivery({ kind: 'passed', ...about(3) }, '2025-08-09T04:00:00Z');
    expect(rendered(post, data(founding(4)))).toEqual([
      '**Deadline passed, outcome not yet recorded: Donald Trump to Russia (U-12)**',
      'It ended at the end of Fri 8 Aug 2025, Washington time, <t:1754711940:R>',
      'Demand: agree to a ceasefire in Ukraine',
      'Otherwise: "severe tariffs"',
      '-# This says nothing about whether the demand was met. Curators will record it with sources.',
    ]);
  });

  test('announce the outcome', () => {
    const post = delivery(announcement(5, 3), '2025-08-09T15:01:00Z');
    expect(rendered(post, data(founding(5)))).toEqual([
      '**Outcome recorded: Donald Trump to Russia (U-12)**',
      'Not met, partly carried out (after 1 move)',
      'Russia: did not meet the demand (agree to a ceasefire in Ukraine) by Fri 8 Aug 2025',
      'Donald Trump: carried out the threat in part, on 6 Aug, before the deadline: a 25% tariff on India, nothing on Russia',
      `Sources: [White House](https://www.whitehouse.gov/order), whitehouse.gov, official page ([archive](${ARCHIVE}/20250809150000/https://www.whitehouse.gov/order)); [Reuters](https://www.reuters.com/india), reuters.com, news report ([archive](${ARCHIVE}/20250809150000/https://www.reuters.com/india))`,
      '-# Recorded by Jonas, curator, on 9 Aug. The headline is worked out from the two lines below it.',
    ]);
  });

  test('list what is running each day', () => {
    const digest = {
      on: instant('2025-08-04T13:00:00Z'),
      zone: WASHINGTON,
      first: [{ number: 12, ultimatum: founding(3) }],
      dated: 1,
      undated: 1,
      paused: 1,
      passed: 2,
    };
    const post = { ...delivery(DIGEST, '2025-08-04T13:00:00Z') };
    expect(rendered(post, listing(digest))).toEqual([
      '**Running ultimatums on Mon 4 Aug 2025: 1 with a date**',
      '**Fri 8 Aug**, <t:1754711940:R>: Donald Trump to Russia. Agree to a ceasefire in Ukraine, or "severe tariffs". U-12, moved once',
      "-# Also 1 without a date, 1 paused, 2 passed and not yet reviewed. Dates are in the issuer's time zone.",
    ]);
    expect(drawnPost(post, listing(digest), post.due)?.silent).toBe(true);
  });

  test('announce a dispute', () => {
    const post = delivery(announcement(6, 3), '2025-08-10T12:01:00Z');
    expect(rendered(post, data(founding()))).toEqual([
      '**Outcome disputed: Donald Trump to Russia (U-12)**',
      'Not met, partly carried out (after 1 move)',
      'Reason: nothing was done to Russia itself',
      '-# The record stays as it is and is marked as disputed. Accepted by Jonas, curator, on 10 Aug.',
    ]);
  });
});

describe('a post that is no longer true is not made', () => {
  test('for a reminder of a deadline that has moved', () => {
    const post = delivery(milestone(7, 1), '2025-08-26T13:00:00Z');
    expect(rendered(post, data(founding(2)))).toBeNull();
  });

  test('for a reminder after the deadline', () => {
    const post = delivery(milestone(1, 3), '2025-08-07T13:00:00Z');
    expect(rendered(post, data(founding(4)))).toBeNull();
  });

  test('for a list if nothing runs', () => {
    const digest = { on: 0, zone: 'UTC', first: [], dated: 0, undated: 0, paused: 1, passed: 2 };
    expect(rendered(delivery(DIGEST, '2025-08-04T13:00:00Z'), listing(digest))).toBeNull();
  });
});

describe('late', () => {
  const post = delivery({ kind: 'passed', ...about(3) }, '2025-08-09T04:00:00Z');

  test('is said in the small print', () => {
    const lines = rendered(post, data(founding(4)), instant('2025-08-09T06:40:00Z'));
    expect(lines?.at(-1)).toContain(
      'Curators will record it with sources. Was due 00:00, posted 02:40 in Washington.',
    );
  });

  test('names the days where they differ, and pings last', () => {
    const lines = rendered(post, data(founding(4)), instant('2025-08-11T06:40:00Z'), '100000000000000009');
    expect(lines?.at(-2)).toContain('Was due 00:00 on 9 Aug, posted 02:40 on 11 Aug in Washington.');
    expect(lines?.at(-1)).toBe('<@&100000000000000009>');
  });
});

describe('the nudge to curators', () => {
  const nudge = delivery({ kind: 'nudge', day: '2025-08-10' }, '2025-08-10T13:00:00Z');

  test('names what waits, with one button', () => {
    const waiting = [{ number: 12, ultimatum: founding(4) }];
    const view = drawnPost(nudge, nudging({ waiting, total: 3 }), nudge.due);
    expect(view?.content?.split('\n')).toEqual([
      '**3 deadlines passed and not yet reviewed**',
      'U-12: Donald Trump to Russia. It ended at the end of Fri 8 Aug 2025, Washington time, <t:1754711940:R>',
      'and 2 more',
    ]);
    expect(JSON.stringify(view?.components)).toContain('"review:review:marker"');
  });

  test('is not sent if nothing waits', () => {
    expect(rendered(nudge, nudging({ waiting: [], total: 0 }))).toBeNull();
  });
});
