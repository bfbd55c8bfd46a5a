import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const at = async (iso: string) => {
  room.clock.set(Date.parse(iso));
  await room.bot.beat();
};
const mod = () => room.as('Mod', 'general');
const ask = () =>
  mod().type('/countdown add', { channel: 'general', every: 'Mondays 09:00', what: 'week' }).done;
const add = async () => {
  await mod().press(await ask(), 'Save').done;
};
const type = async (command: string, options: Record<string, string>, button: string) => {
  const preview = await room.as('Ana').type(command, options).done;
  const done = await room.as('Ana').press(preview, button).done;
  await room.bot.beat();
  return done;
};
const digests = () => posts(room, 'general').map(({ content }) => content);

const MOVE = { ultimatum: 'U-1', deadline: '8 August 2025', source: 'https://www.bbc.co.uk/news/1' };

/** In the week that was posted, U-1 moved and U-2 passed. */
async function weekPosted(): Promise<void> {
  await recorded(room);
  await recorded(room, { issuer: 'NATO', deadline: '16 July 2025', demand: 'stop', zone: 'Washington' });
  await add();
  await at('2025-07-15T15:00:00Z');
  await type('/ultimatum move', MOVE, 'Move');
  await at('2025-07-17T15:00:00Z');
  await at('2025-07-21T13:00:00Z');
}

describe('the list of the last week', () => {
  it('says what moved, passed, was closed and corrected, once and silently', async () => {
    await recorded(room);
    await recorded(room, { issuer: 'NATO', deadline: '16 July 2025', demand: 'stop', zone: 'Washington' });
    await recorded(room, { issuer: 'France', deadline: '17 July 2025', demand: 'leave', zone: 'Washington' });
    await add();
    await at('2025-07-15T15:00:00Z');
    await type('/ultimatum move', MOVE, 'Move');
    await at('2025-07-17T15:00:00Z');
    await at('2025-07-18T15:00:00Z');
    await type(
      '/ultimatum withdraw',
      { ultimatum: 'U-3', source: 'https://www.bbc.co.uk/news/2' },
      'Withdraw',
    );
    const correction = {
      ultimatum: 'U-2',
      entry: '1',
      demand: 'stop at once',
      reason: 'half of it was missing',
    };
    await type('/ultimatum correct', correction, 'Correct');
    await at('2025-07-21T13:00:00Z');
    await at('2025-07-21T13:01:00Z');
    const [posted, ...others] = posts(room, 'general');
    expect(others).toEqual([]);
    expect(posted?.silent).toBe(true);
    expect(posted?.content?.split('\n')).toEqual([
      '**The week to Mon 21 Jul 2025**',
      'Moved: 1',
      expect.stringMatching(
        /^- Donald Trump to Russia: from .* 2025 to Fri 8 Aug 2025, \d+ days earlier\. U-1$/,
      ),
      'Passed, not yet reviewed: 1',
      expect.stringMatching(/^- U-2: NATO to Russia\. .*16 Jul 2025/),
      'Closed: 1',
      expect.stringMatching(/^- France to Russia: \*\*.*ithdrawn.*\*\*\. U-3$/),
      'Corrected: 1',
      '- U-2, NATO to Russia: half of it was missing',
      '-# What was recorded here since Mon 14 Jul 2025.',
    ]);
  });

  it('is not posted where nothing happened', async () => {
    await recorded(room);
    await add();
    await at('2025-07-28T13:00:00Z');
    expect(digests()).toEqual([]);
  });

  it('is previewed as it would be posted', async () => {
    const asked = await ask();
    expect(asked.text()).toMatch(/The last week, in <#\d+>, every Monday at 09:00 in Washington\./);
    expect(asked.text()).toContain('Skipped when nothing moved, passed, was closed or corrected');
    const empty = await mod().press(asked, 'Preview the list').done;
    expect(empty.text()).toContain('in the last seven days, so nothing would be posted.');
    await recorded(room);
    room.clock.set(Date.parse('2025-07-15T15:00:00Z'));
    await type('/ultimatum move', MOVE, 'Move');
    room.clock.set(Date.parse('2025-07-15T15:05:00Z'));
    const preview = await mod().press(await ask(), 'Preview the list').done;
    expect(preview.text()).toContain('**The week to Tue 15 Jul 2025**');
  });

  it('is suggested, and read again from its suggestion', async () => {
    const suggested = await mod().suggest('/countdown add', {}, 'what', 'week');
    expect(suggested[0]).toEqual({ name: 'The last week', value: 'week' });
    const asked = await mod().type('/countdown add', {
      channel: 'general',
      every: 'Mondays 09:00',
      what: suggested[0]?.name ?? '',
    }).done;
    expect(asked.text()).toContain('The last week, in <#');
  });

  it('leaves the newest list of what runs to be set right', async () => {
    await recorded(room);
    const daily = await mod().type('/countdown add', { channel: 'general', every: 'every day at 08:00' })
      .done;
    await mod().press(daily, 'Save').done;
    await add();
    await at('2025-07-18T15:00:00Z');
    await type('/ultimatum move', MOVE, 'Move');
    await at('2025-07-21T12:00:00Z');
    await at('2025-07-21T13:00:00Z');
    await type('/ultimatum move', { ...MOVE, deadline: '9 August 2025' }, 'Move');
    await room.bot.beat();
    expect(digests().findLast((content) => content?.includes('Running'))).toContain('Sat 9 Aug');
    expect(digests().at(-1)).toContain('to Fri 8 Aug 2025');
  });

  it('is set right in public once a correction changes what it told, and says nothing else anew', async () => {
    await weekPosted();
    const [before] = digests();
    await at('2025-07-22T15:00:00Z');
    const withdrawal = { ultimatum: 'U-2', source: 'https://www.bbc.co.uk/news/2' };
    await type('/ultimatum withdraw', withdrawal, 'Withdraw');
    const later = { ultimatum: 'U-1', entry: '1', demand: 'leave at once', reason: 'half of it was missing' };
    await type('/ultimatum correct', later, 'Correct');
    expect(digests()).toEqual([before]);
    const correction = { ultimatum: 'U-1', entry: '2', deadline: '9 August 2025', reason: 'misread' };
    await type('/ultimatum correct', correction, 'Correct');
    const [right, said, ...others] = posts(room, 'general');
    expect(others).toEqual([]);
    expect(right?.content?.split('\n')).toEqual([
      '**The week to Mon 21 Jul 2025**',
      'Moved: 1',
      expect.stringMatching(/ to Sat 9 Aug 2025, \d+ days earlier\. U-1$/),
      'Passed, not yet reviewed: 1',
      expect.stringMatching(/^- U-2: NATO to Russia\. /),
      '-# What was recorded here since Mon 14 Jul 2025. Corrected on 22 Jul: said "Fri 8 Aug 2025" of U-1 before.',
    ]);
    expect(said?.content).toMatch(/^\*\*Correction: Donald Trump to Russia \(U-1\)\*\*\n/);
    expect(said?.silent).toBe(true);
  });

  it('has nothing left of a move that is taken back, nor of what is hidden', async () => {
    await weekPosted();
    await at('2025-07-22T15:00:00Z');
    const removal = { ultimatum: 'U-1', entry: '2', remove: 'true', reason: 'nobody moved it' };
    await type('/ultimatum correct', removal, 'Remove entry');
    expect(digests()[0]).not.toContain('Moved');
    expect(digests()[0]).toContain('Corrected on 22 Jul: said "Fri 8 Aug 2025" of U-1 before.');
    await mod().press(await mod().type('/ultimatum hide', { ultimatum: 'U-2', reason: 'twice' }).done, 'Hide')
      .done;
    await room.bot.beat();
    expect(digests()[0]).not.toContain('NATO');
  });
});
