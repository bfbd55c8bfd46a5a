import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const SAID = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/news/x' };
const MET = { compliance: 'full', 'follow-through': 'not-due', complied: 'today' };
const UNMET = { compliance: 'none', 'follow-through': 'full', acted: 'today' };
const SECOND = { 'second-source': 'https://www.cnn.com/x' };

async function done(verb: string, options: Record<string, string>, label: string): Promise<string> {
  const preview = await room.as('Ana').type(`/ultimatum ${verb}`, { ...SAID, ...options }).done;
  const saved = await room.as('Ana').press(preview, label).done;
  expect(saved.text()).toContain('U-');
  await room.bot.beat();
  return posts(room).at(-1)?.content ?? '';
}

const outcome = (target: string, sides: Record<string, string>) =>
  done('outcome', { ...SECOND, ...sides, target }, 'Record outcome');
const card = () => posts(room)[0]?.content ?? '';
const show = () => room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done;
const list = async () => (await room.as('Ben').type('/ultimatum list', { state: 'all' }).done).text();

/** Every page of a screen, from the first. */
async function pages(): Promise<readonly string[]> {
  let screen = await show();
  const texts = [screen.text()];
  while (screen.controls().some(({ label }) => label === 'Next')) {
    screen = await room.as('Ben').press(screen, 'Next').done;
    texts.push(screen.text());
  }
  return texts;
}

describe('an ultimatum of which some targets have an outcome', () => {
  beforeEach(async () => {
    await recorded(room, { target: 'Ford; GM; Stellantis' });
  });

  it('says what was recorded beside for how many, on every surface', async () => {
    const post = await outcome('Ford', MET);
    expect(post).toContain('\n1 of 3 recorded: Met\n');
    expect(post).toMatch(/^Ford: met the demand/m);
    expect(post).toMatch(/^GM and Stellantis: Tue 2 Sep 2025/m);
    expect(card()).toContain('1 of 3 recorded: Met\n');
    const screen = (await show()).text();
    expect(screen).toContain('**1 of 3 recorded: Met**.');
    expect(screen).toMatch(/^Ford: Met$/m);
    expect(screen).toMatch(/^GM and Stellantis: Tue 2 Sep 2025/m);
    expect(await list()).toContain('1 of 3 recorded: Met');
  });

  it('names the targets of each part once all have one, those of earlier outcomes too', async () => {
    await outcome('Ford', MET);
    const post = await outcome('GM; Stellantis', UNMET);
    expect(post).toContain('\nSplit: Met (1); Not met, carried out early (2)\n');
    expect(post).toMatch(/^Ford: Met$/m);
    const screen = (await show()).text();
    expect(screen).toMatch(/^Ford: Met$/m);
    expect(screen).toMatch(/^GM and Stellantis: Not met, carried out early$/m);
    expect(card()).toMatch(/^GM and Stellantis: Not met, carried out early$/m);
  });
});

describe('the list of ultimatums', () => {
  it('shows the deadline of each target where they differ, the soonest first', async () => {
    await recorded(room, { target: 'Mexico; Canada; China', deadline: '5 August 2025, 00:01' });
    await done('move', { deadline: '1 September', target: 'Mexico' }, 'Move');
    await done('suspend', { target: 'China' }, 'Pause');
    const text = await list();
    expect(text).toMatch(/^-# Tue 5 Aug 2025, 00:01 in Washington, <t:\d+:R>\. Open/m);
    expect(text).toMatch(/^-# Mexico: Mon 1 Sep 2025/m);
    expect(text).toMatch(/^-# China: Tue 5 Aug 2025, 00:01 in Washington, paused$/m);
  });

  it('says that a record is disputed', async () => {
    await recorded(room);
    await done('dispute', { reason: 'never said' }, 'Dispute');
    expect(await list()).toMatch(/^-# Tue 2 Sep 2025, <t:\d+:R>\. Open\. Disputed$/m);
  });
});

describe('the names of many targets', () => {
  const NAMES = [
    'Denmark',
    'Norway',
    'Sweden',
    'France',
    'Germany',
    'United Kingdom',
    'Netherlands',
    'Finland',
  ];
  const MANY = Array.from({ length: 57 }, (_, index) => `Partner ${index + 1}`);

  it('are all in the post where they fit, and in show and the log', async () => {
    await recorded(room, { target: NAMES.join('; ') });
    const all = `${NAMES.slice(0, 7).join(', ')} and Finland`;
    expect(card()).toContain(all);
    expect((await show()).text()).toContain(all);
    const log = await room.as('Ben').press(await show(), 'Full log').done;
    expect(log.text()).toContain(all);
    expect(await list()).toContain(all);
  });

  it('are counted in the post where they do not fit, and named in show and the preview', async () => {
    const typed = await room.as('Ana').type('/ultimatum record', {
      issuer: 'United States',
      target: MANY.join('; '),
      demand: 'trade deals',
      deadline: '1 August 2025',
      zone: 'Washington',
    }).done;
    expect(typed.text()).toContain('Partner 57');
    await room.as('Ana').press(typed, 'Record').done;
    await room.bot.beat();
    expect(card()).toMatch(/Partner 1, .* and \d+ more \(Details\)\*\*/);
    const screen = (await pages()).join('\n');
    for (const name of MANY) expect(screen).toContain(name);
  });
});

describe('the full log', () => {
  it('strikes through an entry that was taken back', async () => {
    await recorded(room);
    await done('withdraw', {}, 'Withdraw');
    const typed = { ultimatum: 'U-1', entry: '2', remove: 'true', reason: 'the wrong one' };
    const preview = await room.as('Ana').type('/ultimatum correct', typed).done;
    await room.as('Ana').press(preview, 'Remove entry').done;
    const log = (await room.as('Ben').press(await show(), 'Full log').done).text();
    expect(log).toContain('**2.** ~~Withdrawn~~');
    expect(log).toContain('Taken back by entry 3: the wrong one');
  });
});

describe('a post about many targets that differ', () => {
  const MANY = Array.from({ length: 20 }, (_, index) => `Trading partner ${index + 1}`);

  it('has lines for as many as fit, and says how many more there are', async () => {
    await recorded(room, { target: MANY.join('; ') });
    for (const [index, target] of MANY.entries()) {
      await done('move', { target, deadline: `${index + 1} October 2025` }, 'Move');
    }
    expect(card()).toMatch(/^Trading partner 1: Wed 1 Oct 2025/m);
    expect(card()).toMatch(/^and \d+ more targets \(Details\)$/m);
    expect(card().length).toBeLessThanOrEqual(1000);
    const screen = (await pages()).join('\n');
    for (const target of MANY) expect(screen).toContain(`${target}: `);
    expect(await list()).toMatch(/^-# and \d+ more targets$/m);
  });
});

describe('show of a record that is longer than one message', () => {
  const TARGETS = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'];

  it('has every outcome, link and dispute, page by page', async () => {
    await recorded(room, { target: TARGETS.join('; '), demand: 'd'.repeat(300) });
    for (let other = 2; other <= 8; other += 1)
      await recorded(room, { issuer: 'Rome', demand: `No. ${other}` });
    for (let other = 2; other <= 8; other += 1) {
      const typed = { ultimatum: 'U-1', to: `U-${other}`, as: 'answer-to' };
      const preview = await room.as('Ana').type('/ultimatum link', typed).done;
      await room.as('Ana').press(preview, 'Link').done;
    }
    for (const target of TARGETS) await outcome(target, { ...UNMET, note: `${target} ${'n'.repeat(150)}` });
    for (const reason of ['one', 'two', 'three'])
      await done('dispute', { reason: `reason ${reason}` }, 'Dispute');
    const texts = await pages();
    expect(texts.length).toBeGreaterThan(1);
    expect(texts[1]).toContain('U-1: Donald Trump to Alpha, Beta, Gamma, Delta, Epsilon and Zeta, page 2 of');
    const whole = texts.join('\n');
    for (const target of TARGETS) expect(whole).toContain(`${target}: did not meet the demand`);
    for (let other = 2; other <= 8; other += 1) expect(whole).toContain(`Answer to U-${other}`);
    for (const reason of ['one', 'two', 'three']) expect(whole).toContain(`Disputed: reason ${reason}`);
    expect(whole).not.toMatch(/\bmore\b/);
    const then = { ultimatum: 'U-1', at: '14 Jul 2025' };
    const known = await room.as('Ben').type('/ultimatum show', then).done;
    const next = await room.as('Ben').press(known, 'Next').done;
    expect(next.text()).toContain('page 2 of');
    expect(next.text()).toContain('As known on Mon 14 Jul 2025');
  });
});

describe('what is known of a pause or an outcome', () => {
  const at = async (instant: string) => {
    room.clock.set(Date.parse(instant));
    await room.bot.beat();
  };

  it('is no more precise than what was said: a month stays a month', async () => {
    await recorded(room);
    await at('2025-08-10T15:00:00Z');
    await done('suspend', { stated: 'July 2025' }, 'Pause');
    expect((await show()).text()).toContain('**Suspended since July 2025**.');
    expect(card()).toContain('Now: Suspended since July 2025');
    expect(await list()).toContain('Suspended since July 2025');
  });

  it('says "at the deadline" of what was done within its hour, on both sides', async () => {
    await recorded(room, { deadline: '5 August 2025, 00:01' });
    await at('2025-08-06T15:00:00Z');
    const both = { complied: '5 August 2025, 00:30', acted: '5 August 2025, 00:40' };
    const post = await outcome('Russia', { compliance: 'full', 'follow-through': 'full', ...both });
    expect(post).toMatch(/^Russia: met the demand .*, on 5 Aug, at the deadline$/m);
    expect(post).toMatch(/^Donald Trump: carried out the threat, on 5 Aug, at the deadline$/m);
  });

  it('names who carried the threat out, where that was not the issuer (rules 28)', async () => {
    await recorded(room, { target: 'Iran' });
    await at('2025-09-04T15:00:00Z');
    const post = await outcome('Iran', { ...UNMET, acted: '3 September 2025', by: 'Israel' });
    expect(post).toMatch(/^Israel: carried out the threat, on 3 Sep, after the deadline$/m);
    expect(post).not.toMatch(/^Donald Trump:/m);
    expect((await show()).text()).toMatch(/^Israel: carried out the threat/m);
  });
});

describe('a threat in stages (rules 12)', () => {
  const WORDS = '1 February 2026 and 1 June 2026';

  it('is asked for one date, and becomes one ultimatum for each stage, linked to the other', async () => {
    const asked = await room.as('Ana').type('/ultimatum record', {
      issuer: 'Donald Trump',
      target: 'Denmark',
      demand: 'sell Greenland',
      threat: '10% tariffs',
      deadline: WORDS,
    }).done;
    expect(asked.controls().map(({ label }) => label)).not.toContain('Record');
    const stage = { issuer: 'Donald Trump', target: 'Denmark', demand: 'sell Greenland' };
    await recorded(room, { ...stage, threat: '10% tariffs', deadline: '1 February 2026' });
    await recorded(room, { ...stage, threat: '25% tariffs', deadline: '1 June 2026' });
    const link = { ultimatum: 'U-2', to: 'U-1', as: 'stage-of' };
    const preview = await room.as('Ana').type('/ultimatum link', link).done;
    await room.as('Ana').press(preview, 'Link').done;
    await room.bot.beat();
    expect(card()).toContain('Deadline: Sun 1 Feb 2026');
    expect(card()).toContain('U-2 is a stage of this one');
    const screen = (await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-2' }).done).text();
    expect(screen).toContain('1. Mon 1 Jun 2026');
    expect(screen).toContain('Stage of U-1');
  });
});
