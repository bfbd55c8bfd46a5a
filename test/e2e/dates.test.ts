import { DAY } from '../../src/domain/durations.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsroom, RECORD, recorded, type Newsroom } from './newsroom.js';

/** Wednesday in Washington. */
const NOW = Date.parse('2025-08-06T14:00:00Z');
let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
  await recorded(room, { zone: 'Moscow', stated: '14 Jul' });
  room.clock.set(NOW);
});
afterAll(() => room.close());

type Options = Record<string, string>;
const names = async (line: string, options: Options, focused: string, text: string) => {
  const found = await room.as('Ana').suggest(line, options, focused, text);
  return found.map(({ name }) => name);
};

const ABOUT = { ultimatum: 'U-1' };

describe('what a date option shows while one types', () => {
  it.each([
    ['record', {}, 'Washington'],
    ['record', { issuer: RECORD.issuer }, 'Moscow'],
    ['record', { issuer: RECORD.issuer, zone: 'Kyiv' }, 'Kyiv'],
    ['move', ABOUT, 'Moscow'],
    ['move', { ...ABOUT, zone: 'Kyiv' }, 'Kyiv'],
    ['resume', ABOUT, 'Moscow'],
    ['correct', ABOUT, 'Moscow'],
  ])('/ultimatum %s with %o reads its deadline in %3$s', async (verb, options, place) => {
    expect(await names(`/ultimatum ${verb}`, options, 'deadline', 'Friday')).toEqual([
      `Friday → end of Fri 8 Aug 2025, ${place}, in ${place === 'Washington' ? 3 : 2} days`,
    ]);
  });

  it('counts a deadline from when it was said, and a corrected one from when its entry was stated', async () => {
    const said = { stated: '28 Jul' };
    expect(await names('/ultimatum move', { ...ABOUT, ...said }, 'deadline', '10 days')).toEqual([
      '10 days → end of Thu 7 Aug 2025, Moscow, in 1 day',
    ]);
    const entry = { ...ABOUT, entry: '1', reason: 'typo' };
    expect((await names('/ultimatum correct', entry, 'deadline', '50 days'))[0]).toContain('Tue 2 Sep 2025');
  });

  it('counts an extension from the deadline in force, if one is known', async () => {
    expect(await names('/ultimatum move', ABOUT, 'deadline', 'an additional 10 days')).toEqual([
      'an additional 10 days → end of Fri 12 Sep 2025, Moscow, in 1 month',
    ]);
    const entry = { ...ABOUT, entry: '1', reason: 'typo' };
    for (const [verb, about] of [['record', {}] as const, ['correct', entry] as const])
      expect(await names(`/ultimatum ${verb}`, about, 'deadline', 'an additional 10 days')).toEqual([
        expect.stringMatching(/^an additional 10 days → This adds to an earlier deadline/),
      ]);
    const moved = await room
      .as('Ana')
      .type('/ultimatum move', { ...ABOUT, deadline: 'extended by 10 days', source: 'https://bbc.co.uk/x' })
      .done;
    expect(moved.text()).toContain('Fri 12 Sep 2025');
    expect(moved.text()).toContain('10 days after 2 Sep 2025');
  });

  it.each([
    ['record', 'stated'],
    ['move', 'stated'],
    ['resume', 'stated'],
    ['suspend', 'stated'],
    ['withdraw', 'stated'],
    ['replace', 'stated'],
    ['terms', 'stated'],
    ['source', 'stated'],
    ['correct', 'stated'],
    ['outcome', 'complied'],
    ['outcome', 'acted'],
    ['show', 'at'],
  ])('/ultimatum %s says which day %s is', async (verb, option) => {
    const about = verb === 'record' ? {} : ABOUT;
    const line = `/ultimatum ${verb}`;
    expect(await names(line, about, option, 'Monday')).toEqual(['Monday → Mon 4 Aug 2025, 2 days ago']);
    expect(await names(line, about, option, '')).toEqual([
      'today → Wed 6 Aug 2025, today',
      'yesterday → Tue 5 Aug 2025, yesterday',
    ]);
  });

  it('shows the hour with its place, marks a day in the future, and refuses what is no day', async () => {
    const [hour] = await names('/ultimatum move', ABOUT, 'stated', 'yesterday 18:00');
    expect(hour).toBe('yesterday 18:00 → Tue 5 Aug 2025, 18:00 in Moscow, yesterday');
    const [ahead] = await names('/ultimatum move', ABOUT, 'stated', '2025-08-09');
    expect(ahead).toBe('2025-08-09 → Sat 9 Aug 2025, in 3 days: still to come');
    const [none] = await names('/ultimatum move', ABOUT, 'stated', 'qwerty');
    expect(none).toMatch(/^qwerty → I can't find a date/);
  });

  it('says that a time zone is unknown before anything is sent', async () => {
    const zone = { ...ABOUT, zone: 'Atlantis' };
    const [name] = await names('/ultimatum move', zone, 'deadline', 'Friday');
    expect(name).toBe('Friday → "Atlantis" is not a time zone; pick one from its suggestions');
    const sent = { ...zone, deadline: 'Friday', source: 'https://bbc.co.uk/x' };
    expect((await room.as('Ana').type('/ultimatum move', sent).done).text()).toMatch(
      /don't know the time zone/,
    );
  });

  it('says what will be asked and what is no deadline, and accepts its own text as input', async () => {
    const words = ['midnight Friday', 'as early as next week', 'by 6 P.M. Washington, D.C. time on Sunday'];
    for (const deadline of words) {
      const [shown = ''] = await names('/ultimatum move', ABOUT, 'deadline', deadline);
      expect(shown.length).toBeLessThanOrEqual(100);
      expect(shown.startsWith(`${deadline} → `)).toBe(true);
      const common = { ...ABOUT, source: 'https://bbc.co.uk/x' };
      const typed = await room.as('Ana').type('/ultimatum move', { ...common, deadline }).done;
      const sent = await room.as('Ana').type('/ultimatum move', { ...common, deadline: shown }).done;
      expect(sent.text()).toBe(typed.text());
    }
    expect(await names('/ultimatum move', ABOUT, 'deadline', 'x'.repeat(120))).toEqual([]);
  });
});

describe('a date of which only the month or the year is known', () => {
  let newer: Newsroom;
  beforeAll(async () => {
    newer = await newsroom();
    await recorded(newer);
    newer.clock.set(NOW + 40 * DAY);
    await newer.bot.beat();
  });
  afterAll(() => newer.close());
  const ana = () => newer.as('Ana');

  it('is shown as it is while one types', async () => {
    const typed = (text: string) => ana().suggest('/ultimatum outcome', ABOUT, 'complied', text);
    expect((await typed('July 2025'))[0]?.name).toBe('July 2025 → July 2025');
    expect((await typed('2024'))[0]?.name).toBe('2024 → 2024');
  });

  it('is kept and shown with just that precision, and counts by its earlier reading', async () => {
    const done = {
      ...ABOUT,
      compliance: 'full',
      'follow-through': 'not-due',
      complied: 'September 2025',
      source: 'https://bbc.co.uk/x https://cnn.com/y',
    };
    const preview = await ana().type('/ultimatum outcome', done).done;
    expect(preview.text()).toContain('in September 2025, day not known');
    expect(preview.text()).not.toContain('30 Sep');
    const saved = await ana().press(preview, 'Record outcome').done;
    expect(saved.text()).toContain('Outcome recorded: U-1');
    const shown = await ana().type('/ultimatum show', { ultimatum: 'U-1' }).done;
    expect(shown.text()).toContain('Met');
    expect(shown.text()).not.toContain('late');
  });

  it('asks for the day where the words of a deadline count from it', async () => {
    const words = { ...RECORD, stated: 'July 2025', deadline: 'in 50 days' };
    const asked = await ana().type('/ultimatum record', words).done;
    expect(asked.text()).toContain('This counts from the day of the statement');
    const dated = await ana().type('/ultimatum record', { ...words, deadline: 'by 20 December' }).done;
    expect(dated.text()).toContain('Sat 20 Dec 2025');
    expect(dated.text()).toContain('said in July 2025');
  });
});
