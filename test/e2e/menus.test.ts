import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const ARTICLE = 'https://www.bbc.com/news/articles/c1?at_medium=RSS';

/** A post with the preview Discord makes of its link; only a bot can send one by itself. */
async function newsPost(embed: { readonly title: string; readonly description?: string }): Promise<string> {
  const { apiUrl, token, world } = room.discord;
  const [guild] = world.guilds.values();
  const channel = [...(guild?.channels.values() ?? [])].find(({ name }) => name === 'general');
  const response = await fetch(`${apiUrl}/v10/channels/${channel?.id ?? ''}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      content: ARTICLE,
      embeds: [{ url: ARTICLE, provider: { name: 'BBC News' }, ...embed }],
    }),
  });
  expect(response.ok).toBe(true);
  return room.discord.messages('general').at(-1)?.id ?? '';
}

const ana = () => room.as('Ana', 'general');
const valuesOf = (form: Awaited<ReturnType<ReturnType<typeof ana>['apps']>['done']>) =>
  Object.fromEntries(form.modal?.fields.map(({ label, value }) => [label, value]) ?? []);

describe('Update an ultimatum, with a number that is not on record', () => {
  it('is refused, and opens again with all that was sent', async () => {
    await recorded(room);
    const post = await newsPost({ title: 'The deadline for Russia was moved' });
    await ana().apps('Update an ultimatum', post).done;
    const sent = { which: 'U-99', what: 'move', deadline: '60 days', source: 'https://www.cnn.com/z' };
    const refused = await ana().submit(sent).done;
    expect(refused.text()).toContain('There is no ultimatum "U-99"');
    const form = await ana().press(refused, 'Edit text').done;
    expect(form.modal?.fields.map(({ value }) => value)).toEqual([
      'U-99',
      ['move'],
      '60 days',
      '',
      'https://www.cnn.com/z',
    ]);
    const preview = await ana().submit({ which: 'U-1', quote: 'sixty days' }).done;
    expect(preview.text()).toContain('"60 days"');
    expect((await ana().press(preview, 'Move').done).text()).toContain('Deadline moved: U-1.');
  });
});

describe('Record an ultimatum, from a news post', () => {
  it('fills the form, asks which day is meant, shows the reading and records it', async () => {
    const post = await newsPost({
      title: 'Trump gives Putin until midnight Friday to agree to a ceasefire or face "severe tariffs"',
      description: 'US President Donald Trump spoke in the Oval Office.',
    });
    const form = await ana().apps('Record an ultimatum', post).done;
    expect(valuesOf(form)).toMatchObject({
      'Who → whom': 'Donald Trump → Putin',
      Demand: 'agree to a ceasefire',
      Otherwise: 'severe tariffs',
      'Deadline, in the words used': 'until midnight Friday',
    });
    const asked = await ana().submit({ 'Who → whom': 'Donald Trump → Russia' }).done;
    expect(asked.text()).toContain('Said: Mon 14 Jul 2025 (the time of the post)');
    expect(asked.text()).not.toMatch(/^Deadline: /m);
    expect(asked.text()).toContain('[BBC News]');
    expect(asked.controls().map(({ label }) => label)).not.toContain('Record');
    const days = asked.controls().filter(({ label }) => label.includes('2025'));
    expect(days).toHaveLength(2);
    for (const { label } of days) {
      expect(label.length).toBeLessThanOrEqual(80);
      expect(label).toMatch(/^(Fri 18|Sat 19) Jul 2025.*, in \d days$/);
    }
    const read = await ana().press(asked, days[1]?.label ?? '').done;
    expect(read.text()).toMatch(/In your time zone: <t:1752897600:F>, <t:1752897600:R>/);
    expect((await ana().press(read, 'Record').done).text()).toContain('Saved as U-1');
    await room.bot.beat();
    expect(posts(room)[0]?.content).toContain('Donald Trump to Russia');
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({
      inForce: { reading: { words: 'until midnight Friday', latest: Date.parse('2025-07-19T04:00:00Z') } },
      statements: [{ url: ARTICLE, outlet: 'BBC News' }],
    });
  });

  it('shows a deadline of two lines on one line', async () => {
    const post = await newsPost({
      title: 'Trump gives Russia until Friday',
      description: 'Donald Trump gave Russia until Friday to agree to a ceasefire.',
    });
    const form = await ana().apps('Record an ultimatum', post).done;
    const deadline = valuesOf(form)['Deadline, in the words used'];
    expect(deadline).toContain('until Friday');
    expect(deadline).not.toContain('\n');
  });

  it('completes a short name to the one on record', async () => {
    await recorded(room);
    const post = room.as('Ben', 'general').say('general', 'Trump gives Iran two weeks to accept a deal');
    expect(valuesOf(await ana().apps('Record an ultimatum', post).done)).toMatchObject({
      'Who → whom': 'Donald Trump → Iran',
      'Deadline, in the words used': 'two weeks',
    });
  });

  it('offers the day of the statement that the post names, and counts from it', async () => {
    const text = `Trump told Iran on Thursday that it has 30 days to accept a deal or face strikes. ${ARTICLE}`;
    const post = room.as('Ben', 'general').say('general', text);
    await ana().apps('Record an ultimatum', post).done;
    const preview = await ana().submit({}).done;
    expect(preview.text()).toContain('Said: Mon 14 Jul 2025 (the time of the post)');
    expect(preview.text()).toContain(
      'The post says "Thursday". If that is when it was said, choose it below.',
    );
    const dated = await ana().press(preview, 'Said on Thu 10 Jul 2025').done;
    expect(dated.text()).toContain('Deadline: Sat 9 Aug 2025, end of day in Washington');
    expect(dated.text()).toContain('said on Thu 10 Jul 2025');
    expect(dated.text()).not.toContain('The post says');
  });

  it('leaves empty what the post does not say, and quotes no sentence by a reporter', async () => {
    const post = room.as('Ben', 'general').say('general', `The minister met the press on Monday. ${ARTICLE}`);
    expect(valuesOf(await ana().apps('Record an ultimatum', post).done)).toEqual({
      'Who → whom': '',
      Demand: '',
      Otherwise: '',
      'Deadline, in the words used': '',
      Quote: '',
    });
  });

  it('explains why vague words are no deadline, and offers to record without one', async () => {
    const post = room
      .as('Ben', 'general')
      .say('general', 'Trump to Putin: agree to a ceasefire or face tariffs');
    await ana().apps('Record an ultimatum', post).done;
    const refused = await ana().submit({ 'Deadline, in the words used': 'as early as next week' }).done;
    expect(refused.text()).toMatch(/only a beginning/);
    const undated = await ana().press(refused, 'Record without a date').done;
    expect((await ana().press(undated, 'Record').done).text()).toContain('Saved as U-1');
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({ inForce: null });
  });
});

describe('Update an ultimatum, from a news post', () => {
  beforeEach(async () => {
    await recorded(room);
    await recorded(room, { target: 'Iran', demand: 'accept a nuclear deal' });
    const demand = 'lift its grain ban';
    await recorded(room, { issuer: 'European Union', target: 'Hungary', demand, zone: 'Washington' });
  });

  it('proposes the ultimatum, the move and the new deadline', async () => {
    const post = await newsPost({ title: 'Trump cuts 50-day deadline for Putin to 10 or 12 days' });
    const form = await ana().apps('Update an ultimatum', post).done;
    expect(valuesOf(form)).toMatchObject({
      'Which ultimatum': 'U-1 Donald Trump to Russia',
      'What happened': ['move'],
      'New deadline, in the words used': '10 or 12 days',
      Link: ARTICLE,
    });
    const preview = await ana().submit({}).done;
    expect(preview.text()).toContain('24 to 26 Jul 2025');
    expect((await ana().press(preview, 'Move').done).text()).toContain('Deadline moved: U-1');
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({ moves: 1 });
  });

  it.each([
    ['EU drops threat of court action over Hungary grain ban', 'U-3 European Union to Hungary', 'withdraw'],
    ['Iran accepts nuclear deal', 'U-2 Donald Trump to Iran', 'outcome'],
    ['EU puts Hungary grain deadline on hold', 'U-3 European Union to Hungary', 'suspend'],
    ['Kremlin rejects ultimatum', 'U-1 Donald Trump to Russia', 'source'],
  ])('%s', async (text, which, what) => {
    const post = room.as('Ben', 'general').say('general', text);
    const form = await ana().apps('Update an ultimatum', post).done;
    expect(valuesOf(form)).toMatchObject({ 'Which ultimatum': which, 'What happened': [what] });
  });

  it('offers a source or a pause instead of a move without a date', async () => {
    const said = { source: 'https://bbc.co.uk/x', deadline: 'as early as next week' };
    const refused = await ana().type('/ultimatum move', { ultimatum: 'U-1', ...said }).done;
    expect(refused.text()).toMatch(/only a beginning/);
    const source = await ana().press(refused, 'Add as a source').done;
    expect((await ana().press(source, 'Add source').done).text()).toContain('Source added: U-1');
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({ state: 'open', moves: 0 });
    const again = await ana().type('/ultimatum move', {
      ultimatum: 'U-1',
      ...said,
      source: 'https://b.example/y',
    }).done;
    const pause = await ana().press(again, 'Pause').done;
    expect((await ana().press(pause, 'Pause').done).text()).toContain('U-1 is paused.');
  });

  it('asks which reading of a move is meant, even if one is the deadline already', async () => {
    const ask = (source: string) =>
      ana().type('/ultimatum move', { ultimatum: 'U-1', deadline: 'midnight Friday', source }).done;
    const days = (answer: Awaited<ReturnType<typeof ask>>) =>
      answer.controls().flatMap(({ label }) => (label.includes('2025') ? [label] : []));
    const first = await ask('https://a.example/x');
    await ana().press(await ana().press(first, days(first)[0] ?? '').done, 'Move').done;
    const asked = await ask('https://b.example/x');
    const [, other = ''] = days(asked);
    expect(asked.text()).toContain('**Deadline moved: Donald Trump to Russia');
    const moved = await ana().press(asked, other).done;
    expect((await ana().press(moved, 'Move').done).text()).toContain('Deadline moved: U-1');
    const same = await ana().press(await ask('https://c.example/x'), other).done;
    expect(same.text()).toContain('That is the deadline already');
  });

  it('leaves the ultimatum open if two match equally, and names both', async () => {
    const post = room.as('Ben', 'general').say('general', 'Donald Trump spoke about his deadlines');
    const form = await ana().apps('Update an ultimatum', post).done;
    const which = form.modal?.fields.find(({ label }) => label === 'Which ultimatum');
    expect(which?.value).toBe('');
    expect(JSON.stringify(form.modal?.declaration)).toMatch(/Possible matches: U-\d, U-\d/);
  });
});
