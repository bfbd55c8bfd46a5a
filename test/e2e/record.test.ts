import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const type = (line: string, options: Record<string, string>, name = 'Ana') =>
  room.as(name).type(line, options).done;

describe('what is typed by people who mean harm, or do not know', () => {
  it.each([
    ['pings', '@everyone <@123456789012345678> @here'],
    ['markdown', '**bold** [x](https://evil.example) `code` # head'],
    ['right-to-left and zero-width', 'abc\u202Edcba\u200B\u200Ddef'],
    ['SQL', "'); drop table entry; --"],
  ])('is shown as plain text on the card: %s', async (_, text) => {
    await recorded(room, { demand: text, issuer: text.slice(0, 40) });
    const [card] = posts(room);
    expect(card?.pings).toEqual({ everyone: false, users: [], roles: [] });
    expect(card?.content).not.toMatch(
      /@everyone|<@\d|[\u200B-\u200F\u202A-\u202E]|(?<!\\)\]\(https:\/\/evil/,
    );
    expect(await room.bot.store.ultimatum(room.guild, 1)).not.toBeNull();
  });

  it('is refused with a reason and kept, if a link starts with javascript:', async () => {
    const answer = await type('/ultimatum record', { ...RECORD, source: 'javascript:alert(1)' });
    expect(answer.text()).toMatch(/http/);
    const form = await room.as('Ana').press(answer, 'Edit text').done;
    expect(form.modal?.fields.map((field) => field.value)).toContain('javascript:alert(1)');
    expect(await room.bot.store.ultimatum(room.guild, 1)).toBeNull();
  });

  it('is refused if it is longer than Discord allows, and kept whole otherwise', async () => {
    const long = 'x'.repeat(999);
    await recorded(room, { demand: long, quote: long });
    const [card] = posts(room);
    expect(card?.content.length).toBeLessThanOrEqual(1000);
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({ demand: long });
  });
});

describe('/ultimatum record without its options', () => {
  it('is one form with the source in it: four boxes make a sourced record', async () => {
    const form = await type('/ultimatum record', {});
    expect(form.modal?.fields.map(({ label, required }) => `${label}${required ? '*' : ''}`)).toEqual([
      'Who → whom*',
      'Demand*',
      'Otherwise',
      'Deadline, in the words used*',
      'Links, one per line',
    ]);
    const filled = { parties: 'Donald Trump → Russia', demand: 'agree', deadline: '50 days' };
    const preview = await room.as('Ana').submit({ ...filled, source: 'https://www.cnn.com/a' }).done;
    await room.as('Ana').press(preview, 'Record').done;
    const ultimatum = await room.bot.store.ultimatum(room.guild, 1);
    expect(ultimatum).toMatchObject({ issuers: ['Donald Trump'], targets: ['Russia'], demand: 'agree' });
    expect(ultimatum?.statements).toMatchObject([{ url: 'https://www.cnn.com/a' }]);
  });

  it('keeps what was typed, and asks for the rest', async () => {
    const { demand: _, ...typed } = RECORD;
    const form = await type('/ultimatum record', { ...typed, quote: 'fifty days' });
    expect(form.modal?.fields.map(({ value }) => value)).toEqual([
      'Donald Trump → Russia',
      '',
      '',
      '50 days',
      'https://www.cnn.com/a',
    ]);
    const preview = await room.as('Ana').submit({ demand: 'agree' }).done;
    expect(preview.text()).toContain('fifty days');
  });
});

describe('who may what', () => {
  it('refuses corrections of a member in words', async () => {
    await recorded(room);
    const answer = await type(
      '/ultimatum correct',
      { ultimatum: 'U-1', entry: '1', reason: 'typo', demand: 'x' },
      'Ben',
    );
    expect(answer.text()).toMatch(/curator/i);
  });

  it('makes a proposal of a member’s record, which a curator accepts', async () => {
    const done = await recorded(room, {}, 'Ben');
    expect(done.text()).toContain('Your proposal was sent');
    expect(await room.bot.store.ultimatum(room.guild, 1)).toBeNull();
    const queue = await room.as('Ana').type('/review').done;
    await room.as('Ana').press(queue, 'Accept').done;
    expect(await room.bot.store.ultimatum(room.guild, 1)).toMatchObject({ issuers: ['Donald Trump'] });
  });

  it('takes three pending proposals of a member and no fourth', async () => {
    for (const target of ['A', 'B', 'C']) await recorded(room, { target }, 'Ben');
    const refused = await room.as('Ben').type('/ultimatum record', { ...RECORD, target: 'D' }).done;
    expect(refused.text()).toContain('You already have 3 proposals waiting');
    expect(await room.bot.store.proposals(room.guild, 'proposed')).toHaveLength(3);
  });

  it('offers a member no command of the managers', () => {
    const offered = room
      .as('Ben')
      .commands()
      .map(({ declaration }) => declaration.name);
    expect(offered).not.toContain('setup');
    expect(offered).toContain('ultimatum');
  });
});

describe('two servers', () => {
  it('never see each other’s record', async () => {
    await recorded(room);
    const zoe = room.as('Zoe', 'desk');
    expect((await zoe.type('/ultimatum show', { ultimatum: 'U-1' }).done).text()).toMatch(
      /no ultimatum|U-1/i,
    );
    expect((await zoe.type('/ultimatum list', { state: 'all' }).done).text()).not.toContain('Russia');
    expect(await zoe.suggest('/ultimatum show', {}, 'ultimatum', '')).toEqual([]);
    expect(await zoe.suggest('/ultimatum record', {}, 'issuer', 'Don')).toEqual([]);
  });
});

describe('what the preview says it assumed', () => {
  const KYIV = '8 p.m. Sunday, Kyiv time';
  const asked = (line: string, options: Record<string, string>) => type(line, options);
  const about = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/news/x' };

  it('does not mention the time zone if the words of the deadline name one', async () => {
    const record = await asked('/ultimatum record', { ...RECORD, deadline: KYIV });
    await recorded(room);
    const move = await asked('/ultimatum move', { ...about, deadline: KYIV });
    const question = await asked('/ultimatum move', { ...about, deadline: 'midnight Friday, Kyiv time' });
    expect(question.text()).toContain('Which is meant?');
    const correction = { ultimatum: 'U-1', entry: '1', reason: 'misheard', deadline: KYIV };
    const correct = await asked('/ultimatum correct', correction);
    const pause = await asked('/ultimatum suspend', about);
    await room.as('Ana').press(pause, 'Pause').done;
    const resume = await asked('/ultimatum resume', { ...about, deadline: KYIV });
    for (const one of [record, move, question, correct, resume]) {
      expect(one.text()).toMatch(/ in Kyiv|Kyiv/);
      expect(one.text()).not.toMatch(/Assumed:[^\n]*time zone/);
    }
  });

  it('says whose time zone is used if the words name none', async () => {
    expect((await asked('/ultimatum record', RECORD)).text()).toContain("server's time zone, Washington");
    await recorded(room);
    const move = { ...about, deadline: '20 days' };
    expect((await asked('/ultimatum move', move)).text()).toContain("server's time zone, Washington");
    const typed = await asked('/ultimatum record', { ...RECORD, zone: 'Kyiv' });
    expect(typed.text()).toContain('time zone Kyiv, as typed');
    const other = await asked('/ultimatum record', { ...RECORD, zone: 'Berlin', deadline: KYIV });
    expect(other.text()).not.toContain('as typed');
  });
});

describe('what has no place yet', () => {
  it('a member’s proposal does not say that nothing will be announced', async () => {
    const preview = await type('/ultimatum record', RECORD, 'Ben');
    expect(preview.text()).toContain('Nothing is recorded or posted until a curator accepts it.');
    expect(preview.text()).not.toContain('Not announced');
  });

  it('a vague deadline of a new record offers only what a new record allows', async () => {
    const fresh = await type('/ultimatum record', { ...RECORD, deadline: 'soon' });
    expect(fresh.text()).toContain('record it with "none"');
    expect(fresh.text()).not.toMatch(/pause|withdraw/);
    await recorded(room);
    const move = await type('/ultimatum move', { ultimatum: 'U-1', deadline: 'soon' });
    expect(move.text()).toContain('pause it, withdraw it or add a source');
    expect(move.text()).not.toContain('"none"');
  });
});
