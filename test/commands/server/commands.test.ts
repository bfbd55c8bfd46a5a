import { describe, expect, it } from 'vitest';
import { exportCommand } from '../../../commands/data/export.js';
import { decide } from '../../../src/domain/decide/index.js';
import {
  CHANNEL,
  CLOSED,
  curator,
  GUILD,
  member,
  moving,
  propose,
  read,
  record,
  recording,
  room,
  SAID,
  viewOf,
} from './room.js';

describe('/review', () => {
  it('is refused to members', async () => {
    const at = await room();
    expect(read(await at.type('review', {}, member))).toBe('needs-curator');
  });

  it('accepts a proposal: it gets its number, and the curator is its author', async () => {
    const at = await room();
    const id = await propose(at, recording(), null);
    const shown = await at.type('review', {}, curator);
    expect(read(shown)).toContain('**New: Donald Trump to Russia**');
    expect(read(await at.press(viewOf(shown), `accept.${id}`, {}, curator))).toContain('recorded: U-1');
    const by = await (await at.context(curator)).person();
    expect((await at.store.ultimatum(GUILD, 1))?.recordedBy).toBe(by);
    expect(await at.store.proposals(GUILD, 'accepted')).toHaveLength(1);
  });

  it('records a proposal once when two curators accept it at the same time', async () => {
    const at = await room();
    const id = await propose(at, recording(), null);
    const shown = viewOf(await at.type('review', {}, curator));
    const both = await Promise.all([at.press(shown, `accept.${id}`), at.press(shown, `accept.${id}`)]);
    expect(both.map(read).filter((one) => one.includes('recorded'))).toHaveLength(1);
    expect(await at.store.entries(GUILD, 2)).toEqual([]);
  });

  it('marks a proposal that the record contradicts as stale', async () => {
    const at = await room();
    const number = await record(at);
    const [first, second] = [await propose(at, moving(3), number), await propose(at, moving(3), number)];
    const shown = viewOf(await at.type('review', {}));
    await at.press(shown, `accept.${first}`);
    expect(read(await at.press(shown, `accept.${second}`))).toBe('same-deadline');
    expect(await at.store.proposals(GUILD, 'stale')).toMatchObject([{ id: second, reason: 'same-deadline' }]);
    expect((await at.store.ultimatum(GUILD, number))?.moves).toBe(1);
  });

  it('declines a proposal and keeps the reason', async () => {
    const at = await room();
    const id = await propose(at, recording(), null);
    const shown = viewOf(await at.type('review', {}));
    expect((await at.press(shown, `decline.${id}`)).kind).toBe('form');
    expect(read(await at.press(shown, `reason.${id}`, { fields: { reason: ' ' } }))).toBe('missing');
    expect(read(await at.press(shown, `reason.${id}`, { fields: { reason: 'no source' } }))).toContain(
      'Declined',
    );
    expect(await at.store.proposals(GUILD, 'declined')).toMatchObject([{ id, reason: 'no source' }]);
  });

  it('lists passed deadlines without an outcome, each with the button of its post', async () => {
    const at = await room();
    const number = await record(at);
    at.now = SAID + 20 * 86_400_000;
    const context = await at.context();
    await context.change(number, (entries) => decide(entries, { verb: 'lapse' }, { now: at.now, by: null }));
    const shown = await at.type('review', {});
    expect(read(shown)).toContain('Passed on 8 Aug. No outcome recorded yet.');
    expect(JSON.stringify(viewOf(shown))).toContain('"outcome:U-1:review"');
  });
});

describe('/setup', () => {
  it('sets up with one form: the settings, the reminders, the daily list and a test message', async () => {
    const at = await room();
    const form = await at.type('setup', {});
    expect(at.posted).toEqual([]);
    const done = await at.submit(form, { role: '30', zone: 'berlin' });
    expect(read(done)).toContain('**Done.**');
    expect(at.posted.map(({ channel }) => channel)).toEqual([CHANNEL]);
    expect(await at.store.settings(GUILD)).toMatchObject({
      curatorRole: '30',
      zone: 'Europe/Berlin',
      announcements: CHANNEL,
    });
    expect(await at.store.reminderPlans(GUILD)).toMatchObject([{ channel: CHANNEL, zone: 'Europe/Berlin' }]);
    expect(await at.store.schedules(GUILD)).toMatchObject([{ cron: '0 9 * * *', zone: 'Europe/Berlin' }]);
  });

  it.each([
    ['a channel in which the bot can’t post', { channel: CLOSED }, 'missing-permissions'],
    ['a time zone that nobody knows', { zone: 'Atlantis' }, 'bad-zone'],
    ['no channel', { channel: '' }, 'missing'],
  ])('sets nothing up with %s, and opens the form again with what was chosen', async (_, fields, why) => {
    const at = await room();
    const refused = await at.submit(await at.type('setup', {}), { ...fields, offers: 'board' });
    expect(read(refused)).toBe(why);
    expect(await at.store.schedules(GUILD)).toEqual([]);
    if (refused.kind !== 'refusal' || refused.view === undefined) throw new Error('no way on');
    const again = await at.press(refused.view, 'form');
    if (again.kind !== 'form') throw new Error('no form');
    expect(again.form.fields).toMatchObject(
      Object.entries({ channel: CHANNEL, role: '', zone: 'UTC', ...fields })
        .map(([id, value]) => ({ id, value }))
        .toSpliced(2, 0, expect.objectContaining({ id: 'offers', ticked: ['board'] })),
    );
    const done = await at.submit(again, { channel: CHANNEL, zone: 'UTC' });
    expect(read(done)).toContain('**Done.**');
  });

  it('refuses a form of somebody who lost the right to manage the server', async () => {
    const at = await room();
    const form = await at.type('setup', {});
    expect(read(await at.submit(form, {}, member))).toBe('needs-manage-server');
  });
});

describe('the smaller commands', () => {
  it('/milestones set refuses @everyone and unreadable reminders, and saves the others', async () => {
    const at = await room();
    expect(read(await at.type('milestones set', { channel: CHANNEL, ping: GUILD }))).toBe('everyone-ping');
    expect(read(await at.type('milestones set', { channel: CHANNEL, ladder: 'soon' }))).toBe('bad-reminders');
    const saved = await at.type('milestones set', { channel: CHANNEL, ladder: '3d 0' });
    expect(read(saved)).toContain('3 days before and when it passes');
    expect(await at.store.reminderPlans(GUILD)).toHaveLength(1);
  });

  it('/settings set keeps what is not given', async () => {
    const at = await room();
    await at.type('settings set', { zone: 'Berlin (Europe/Berlin)' });
    expect(read(await at.type('settings set', { zone: 'Atlantis' }))).toBe('bad-zone');
    await at.type('settings set', { review: 'off' });
    expect(await at.store.settings(GUILD)).toMatchObject({ zone: 'Europe/Berlin', review: false });
    expect(read(await at.type('settings set', { review: 'off' }))).toBe('nothing-to-change');
    expect(read(await at.type('settings set', { announcements: CLOSED }))).toBe('missing-permissions');
  });

  it('/data export holds every entry and no Discord id', async () => {
    const at = await room();
    await record(at);
    const { file } = viewOf(await at.type('data export', { format: 'json' }));
    expect(file?.name).toBe('ultimatum-2025-07-29.json');
    const parsed = JSON.parse(String(file?.content));
    const entries = await at.store.entries(GUILD, 1);
    expect(parsed.ultimatums).toEqual([
      { number: 1, entries, derived: expect.objectContaining({ method: 2 }) },
    ]);
    expect(String(file?.content)).not.toContain('9001');
  });

  it('/data export splits a record that is too large for one file, and the parts hold all of it', async () => {
    const at = await room();
    for (let count = 0; count < 6; count += 1) await record(at, recording(`Issuer ${count}`));
    const dataExport = exportCommand(2500);
    const parts: { part: number; parts: number; ultimatums: { number: number }[] }[] = [];
    let command: string | undefined = 'part:1';
    while (command !== undefined) {
      const part = Number(/part:(\d+)/.exec(command)?.[1]);
      const reply = await dataExport.run({ format: 'json', part }, await at.context());
      const { file } = viewOf(reply);
      expect(Buffer.byteLength(String(file?.content))).toBeLessThan(4000);
      expect(file?.name).toMatch(/-part-\d+-of-\d+\.json$/);
      parts.push(JSON.parse(String(file?.content)));
      command = /\/data export format:json (part:\d+)/.exec(read(reply))?.[1];
    }
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ part, parts: of }, index) => part === index + 1 && of === parts.length)).toBe(true);
    expect(parts.flatMap(({ ultimatums }) => ultimatums.map(({ number }) => number))).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    const beyond = await dataExport.run({ format: 'json', part: 99 }, await at.context());
    expect(read(beyond)).toBe('not-found');
  });

  it('/issuers merge asks first and brings the older names along', async () => {
    const at = await room();
    await record(at);
    await record(at, recording('US President'));
    await at.type('issuers alias', { alias: 'POTUS', issuer: 'US President' });
    const asked = await at.type('issuers merge', { from: 'US President', into: 'Donald Trump' });
    expect(await at.store.issuers(GUILD)).toHaveLength(2);
    await at.press(viewOf(asked), 'yes');
    expect(await at.store.issuers(GUILD)).toMatchObject([{ name: 'Donald Trump', count: 2 }]);
    expect(await at.store.issuer(GUILD, 'POTUS')).toBe('Donald Trump');
    expect(read(await at.type('issuers alias', { alias: 'X', issuer: 'POTUS' }, member))).toBe(
      'needs-curator',
    );
  });

  it('/privacy forget-me asks once more, then takes the name out', async () => {
    const at = await room();
    await record(at);
    const by = (await at.store.ultimatum(GUILD, 1))?.recordedBy ?? '';
    const asked = viewOf(await at.type('privacy forget-me', {}));
    expect((await at.store.people([by])).size).toBe(1);
    expect(read(await at.press(asked, 'yes'))).toMatch(/were deleted/);
    expect((await at.store.people([by])).size).toBe(0);
  });
});
