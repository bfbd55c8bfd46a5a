import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handlers } from '../../commands/index.js';
import { ok } from '../../src/domain/refusal.js';
import type { Reading } from '../../src/domain/reading.js';
import { at } from '../../src/domain/when.js';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, posts, type Newsroom } from './newsroom.js';

/** As a newer machine may have written it: no Node has heard of it. */
const ZONE = 'America/Nowhere_Yet';
const DAY = 86_400_000;
const TOLD = /time zone not known here: America\/Nowhere\\?_Yet/i;

let room: Newsroom;

function reading(days: number): Reading {
  const latest = room.clock.now() + days * DAY;
  return {
    words: `${days} days`,
    earliest: latest - DAY,
    latest,
    precision: 'day',
    bound: 'by',
    zone: ZONE,
    zoneFrom: 'issuer',
    edtf: '2025-09-02',
    orSooner: false,
    openBeginning: false,
    assumed: [],
  };
}

beforeEach(async () => {
  room = await newsroom();
  const mod = room.as('Mod');
  await mod.type('/milestones set', { channel: 'general', ladder: '7d 1d 0' }).done;
  await mod.type('/board set', { channel: 'review' }).done;
  const now = room.clock.now();
  const statement = { quote: null, url: 'https://a.example/x', outlet: null, archive: null, seenIn: null };
  const recordedEntry = {
    recorded: now,
    stated: at(now),
    by: null,
    statements: [{ ...statement, grade: 'secondary' as const }],
    event: {
      kind: 'recorded' as const,
      issuers: ['Chile'],
      targets: ['Aysen'],
      demand: 'agree',
      threat: null,
      zone: ZONE,
      tags: [],
      deadline: reading(20),
    },
  };
  const moved = {
    ...recordedEntry,
    by: 'ana',
    event: { kind: 'revised', revision: 'shortened', deadline: reading(9) } as const,
  };
  const changing = { now, announceDelay: 0, channel: room.as('Mod').channel.id };
  const changed = await room.bot.store.change(room.guild, null, () => ok([recordedEntry, moved]), changing);
  if (!changed.ok) throw new Error(changed.refusal.why);
  await room.bot.beat();
});
afterEach(() => room.close());

function clean(answer: PersonAnswer): string {
  const text = `${answer.text()}\n${JSON.stringify(answer.modal?.declaration ?? null)}`;
  expect(text).not.toMatch(/Invalid|NaN|undefined|Something went wrong/);
  return text;
}

describe('an ultimatum in a time zone that this machine does not know', () => {
  it('is marked wherever its days are shown', async () => {
    const ben = room.as('Ben');
    const show = await ben.type('/ultimatum show', { ultimatum: 'U-1' }).done;
    expect(clean(show)).toMatch(TOLD);
    expect(clean(await ben.press(show, 'Full log').done)).toMatch(TOLD);
    expect(clean(await ben.type('/ultimatum list').done)).toMatch(TOLD);
    expect(clean(await ben.type('/ultimatum show', { ultimatum: 'U-1', at: 'today' }).done)).toMatch(TOLD);
    const again = await ben.type('/ultimatum show', { ultimatum: 'U-1' }).done;
    expect(clean(await ben.press(again, 'Post here').done)).toMatch(TOLD);
  });

  it('is announced, has reminders, stands on the board, and passes', async () => {
    for (let day = 0; day < 12; day += 1) {
      room.clock.set(room.clock.now() + DAY);
      await room.bot.beat();
    }
    const all = ['ultimatums', 'general', 'review'].flatMap((channel) => posts(room, channel));
    const texts = all.map((message) => message.text());
    expect(texts.length).toBeGreaterThanOrEqual(4);
    expect(texts.join('\n')).toMatch(/Deadline tomorrow: Chile to Aysen/);
    expect(texts.join('\n')).toMatch(/Deadline passed, outcome not yet recorded: Chile to Aysen/);
    for (const text of texts.filter((one) => one.includes('Chile'))) {
      expect(text).not.toMatch(/Invalid|NaN/);
      expect(text).toMatch(TOLD);
    }
  });

  it('takes an outcome, a pause and a correction, and is exported', async () => {
    const ana = room.as('Ana');
    const source = 'https://b.example/x';
    const pause = await ana.type('/ultimatum suspend', { ultimatum: 'U-1', source }).done;
    expect(clean(pause)).toMatch(TOLD);
    expect(clean(await ana.press(pause, 'Pause').done)).toContain('U-1 is paused.');
    const fields = { ultimatum: 'U-1', entry: '1', reason: 'a slip' };
    const correct = await ana.type('/ultimatum correct', { ...fields, demand: 'agree at once' }).done;
    expect(clean(await ana.press(correct, 'Correct').done)).toContain('Corrected: U-1');
    const resume = { ultimatum: 'U-1', source, deadline: '30 days', zone: 'America/Santiago' };
    const resumed = await ana.type('/ultimatum resume', resume).done;
    expect(clean(await ana.press(resumed, 'Resume').done)).toContain('U-1 is running again.');
    clean(await room.as('Mod').type('/data export', { format: 'csv' }).done);
    const acts = { compliance: 'none', 'follow-through': 'full', acted: 'today' };
    const given = { ultimatum: 'U-1', ...acts, source, 'second-source': 'https://c.example/x' };
    const outcome = await ana.type('/ultimatum outcome', given).done;
    expect(clean(await ana.press(outcome, 'Record outcome').done)).toContain('Outcome recorded: U-1');
  });

  it('refuses a deadline that would have to be read in that zone, with advice', async () => {
    const source = 'https://b.example/x';
    const refused = await room
      .as('Ana')
      .type('/ultimatum move', { ultimatum: 'U-1', deadline: 'Friday', source }).done;
    expect(clean(refused)).toContain('Not saved');
  });

  it('breaks no suggestion', async () => {
    for (const handler of handlers) {
      if (handler.kind !== 'slash' || handler.path[0] !== 'ultimatum') continue;
      for (const [option, spec] of Object.entries(handler.options)) {
        if (spec.suggested !== true) continue;
        const given = 'ultimatum' in handler.options && option !== 'ultimatum' ? { ultimatum: 'U-1' } : {};
        for (const typed of ['', 'Friday', 'U-1']) {
          const choices = await room.as('Ana').suggest(`/${handler.path.join(' ')}`, given, option, typed);
          expect(JSON.stringify(choices)).not.toMatch(/Invalid|NaN/);
        }
      }
    }
  });
});

describe('a server whose time zone is not known any more', () => {
  it('says so in its settings and goes on', async () => {
    const { store } = room.bot;
    await store.saveSettings({ ...(await store.settings(room.guild)), zone: ZONE }, room.clock.now());
    const settings = await room.as('Mod').type('/settings show').done;
    expect(clean(settings)).toContain('(not known here, so times are shown in UTC)');
    clean(await room.as('Mod').type('/review').done);
    clean(await room.as('Mod').type('/countdown log').done);
    clean(await room.as('Mod').type('/data export', { format: 'json' }).done);
    clean(
      await room
        .as('Mod')
        .type('/ultimatum record', { issuer: 'A', target: 'B', demand: 'C', deadline: 'none' }).done,
    );
    const entries = await room.as('Ana').suggest('/ultimatum correct', { ultimatum: 'U-1' }, 'entry', '');
    expect(entries.map(({ name }) => name)).toEqual([
      '1: recorded, Mon 14 Jul 2025',
      '2: new deadline, Mon 14 Jul 2025',
    ]);
  });

  it('has reminders that are due, and says when', async () => {
    const { store } = room.bot;
    await store.saveSettings({ ...(await store.settings(room.guild)), zone: ZONE }, room.clock.now());
    const saved = await room.as('Mod').type('/milestones set', { channel: 'general', ladder: '3d 0' }).done;
    expect(clean(saved).replaceAll('\\', '')).toContain(
      `UTC, because the time zone ${ZONE} is not known here`,
    );
    const waiting = await store.deliveries(room.guild, { kind: 'milestone', status: 'pending', limit: 10 });
    expect(waiting.length).toBeGreaterThan(0);
    for (const { due } of waiting) expect(Number.isFinite(due)).toBe(true);
  });
});

describe('a curator role that is the role of everyone', () => {
  it('is reported as unable to keep the record, without a mention', async () => {
    const { store } = room.bot;
    const settings = await store.settings(room.guild);
    await store.saveSettings({ ...settings, curatorRole: room.guild }, room.clock.now());
    const shown = await room.as('Mod').type('/settings show').done;
    expect(shown.text()).toContain('Curators: only members who can manage this server.');
    const refused = await room.as('Ben').type('/review').done;
    expect(refused.text()).toContain('no curator role is set');
    expect(refused.text()).not.toContain('<@&');
  });
});
