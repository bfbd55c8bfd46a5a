import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const ana = () => room.as('Ana');
const first = () => room.bot.store.ultimatum(room.guild, 1);

const INVISIBLE = [
  '\u200B',
  '\u3164',
  '\u202E',
  '\u00AD',
  '\u2060\u2060',
  '\u115F',
  '\uFE0F',
  '\u0301\u0301',
  '\u200D',
];

describe('names of which nothing would be seen', () => {
  it.each(INVISIBLE)('count as missing in a slash command: %j', async (name) => {
    for (const field of ['issuer', 'target', 'demand']) {
      const refused = await ana().type('/ultimatum record', { ...RECORD, [field]: name }).done;
      expect(refused.text()).toMatch(/is missing|Say|needed|required/i);
      expect(refused.controls().map(({ label }) => label)).not.toContain('Record');
    }
    expect(await first()).toBeNull();
  });

  it('count as missing in the form of a news post', async () => {
    const post = room.as('Ben', 'general').say('general', 'Trump gives Iran two weeks to accept a deal');
    await room.as('Ana', 'general').apps('Record an ultimatum', post).done;
    const refused = await room.as('Ana', 'general').submit({ 'Who → whom': '\u200B → \u3164' }).done;
    expect(refused.controls().map(({ label }) => label)).not.toContain('Record');
  });

  it('are left out of a list of targets or tags', async () => {
    await recorded(room, { target: 'Russia; \u200B; \u3164', tag: '\u00AD; war' });
    expect(await first()).toMatchObject({ targets: ['Russia'], tags: ['war'] });
  });

  it('can’t become an alias of an issuer', async () => {
    await recorded(room);
    const refused = await ana().type('/issuers alias', { alias: '\u200B\u202E', issuer: 'Donald Trump' })
      .done;
    expect(refused.text()).toContain('The other name is missing');
    expect((await room.bot.store.issuers(room.guild))[0]?.aliases).toEqual([]);
  });

  it('are refused in a correction and in new terms', async () => {
    await recorded(room);
    for (const verb of ['correct', 'terms']) {
      const more = verb === 'correct' ? { entry: '1', reason: 'a slip' } : { source: 'https://a.example/x' };
      const given = { ultimatum: 'U-1', target: '\u200B', demand: '\u3164', ...more };
      const refused = await ana().type(`/ultimatum ${verb}`, given).done;
      expect(refused.text()).toMatch(/already/);
    }
    expect(await first()).toMatchObject({ targets: ['Russia'], demand: 'agree to a ceasefire' });
  });
});

describe('texts', () => {
  it('keep joiners that letters and emoji need, and lose hidden characters', async () => {
    await recorded(room, {
      issuer: 'حکومت می\u200Cخواهد',
      target: 'Fam\u200Bily 👨\u200D👩\u200D👧; Ev\u202Eil',
      demand: 'क्\u200Dष\u0000 now',
    });
    expect(await first()).toMatchObject({
      issuers: ['حکومت می\u200Cخواهد'],
      targets: ['Family 👨\u200D👩\u200D👧', 'Evil'],
      demand: 'क्\u200Dष now',
    });
    const [card] = posts(room);
    expect(card?.content).toContain('حکومت می\u200Cخواهد to Family 👨\u200D👩\u200D👧 and Evil');
  });

  it('show an invitation as text that Discord does not embed', async () => {
    await recorded(room, { issuer: 'discord.gg/abc', demand: 'join discord.com/invite/abc' });
    const [card] = posts(room);
    expect(card?.content).toContain(String.raw`discord\.gg/abc`);
    expect(card?.content).not.toMatch(/discord\.(?:gg|com)\//);
  });

  it('become one line in a field of one line', async () => {
    const post = room.as('Ben', 'general').say('general', 'Trump gives Iran\nuntil\nFriday to accept a deal');
    const form = await room.as('Ana', 'general').apps('Record an ultimatum', post).done;
    const short = (form.modal?.fields ?? []).filter(({ label }) => /^(?:Who|Deadline)/.test(label));
    expect(short.map(({ value }) => String(value))).toEqual([
      expect.not.stringContaining('\n'),
      expect.not.stringContaining('\n'),
    ]);
  });
});

describe('suggestions', () => {
  it('show number, issuer and target, however long the names are', async () => {
    const long = (name: string) => `${name} ${'with a very long title '.repeat(5)}`.trim();
    await recorded(room, { issuer: long('The Government'), target: 'Russia' });
    await recorded(room, { issuer: long('The Government'), target: 'Iran', demand: 'something else' });
    await recorded(room, {
      issuer: 'EU',
      zone: 'Brussels',
      target: [long('One'), long('Two'), 'Three'].join(';'),
      demand: 'x',
    });
    const choices = await ana().suggest('/ultimatum show', {}, 'ultimatum', '');
    const names = choices.map(({ name }) => name);
    expect(names.find((name) => name.startsWith('U-1 '))).toMatch(/^U-1 The Government with.*… to Russia$/);
    expect(names.find((name) => name.startsWith('U-2 '))).toMatch(/^U-2 The Government with.*… to Iran$/);
    expect(names.find((name) => name.startsWith('U-3 '))).toMatch(/^U-3 EU to One with.*… and 2 more$/);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(100);
  });

  it('offer cleaned names, and none that would be cut', async () => {
    await recorded(room, { issuer: `x${'y'.repeat(150)}` });
    expect(await ana().suggest('/ultimatum list', {}, 'issuer', 'x')).toEqual([]);
    await recorded(room, { target: 'Ru\u200Bssia\nnow', demand: 'another' });
    expect(await ana().suggest('/ultimatum list', {}, 'target', 'Ru')).toContainEqual({
      name: 'Russia now',
      value: 'Russia now',
    });
  });
});

describe('links', () => {
  it.each([
    ['http://192.168.0.1/a', 'private network'],
    ['https://images-ext-1.discordapp.net/external/x', 'link to a Discord file'],
    ['https://discord.gg/abc', 'invitation'],
  ])('are refused as a source: %s', async (source, reason) => {
    const refused = await ana().type('/ultimatum record', { ...RECORD, source }).done;
    expect(refused.text()).toContain(reason);
    expect(await first()).toBeNull();
  });

  it('are checked in an archive like in a source, and show where they lead', async () => {
    await recorded(room);
    const add = (archive: string) =>
      ana().type('/ultimatum source', { ultimatum: 'U-1', source: 'https://b.example/x', archive }).done;
    expect((await add('javascript:alert(1)')).text()).toContain('is not a web address');
    expect((await add('http://localhost/x')).text()).toContain('private network');
    const preview = await add('https://evil.example:8443/phish');
    expect(preview.text()).toContain('([archive at evil.example:8443](https://evil.example:8443/phish))');
    await ana().press(preview, 'Add source').done;
    const shown = await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done;
    expect(shown.text()).toContain('[archive at evil.example:8443](https://evil.example:8443/phish)');
    const log = await room.as('Ben').press(shown, 'Full log').done;
    expect(log.text()).toContain('archive <https://evil.example:8443/phish>');
  });
});
