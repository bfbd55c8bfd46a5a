import { afterEach, beforeEach, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

const ABOUT = { ultimatum: 'U-1' };

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room);
});
afterEach(() => room.close());

async function done(line: string, options: Record<string, string>, button: string): Promise<void> {
  const preview = await room.as('Ana').type(line, { ...ABOUT, ...options }).done;
  await room.as('Ana').press(preview, button).done;
  await room.bot.beat();
}

const settle = () =>
  done(
    '/ultimatum outcome',
    {
      compliance: 'full',
      complied: '14 Jul 2025',
      'follow-through': 'not-due',
      source: 'https://www.cnn.com/b',
      'second-source': 'https://www.reuters.com/c',
    },
    'Record outcome',
  );

const correct = (options: Record<string, string>) =>
  done('/ultimatum correct', { reason: 'we misread it', ...options }, 'Correct');

const contents = () => posts(room).map(({ content }) => content);

it('sets an outcome right where it was posted, and says so once and silently', async () => {
  await settle();
  expect(contents().at(-1)).toContain('\nMet\n');
  await correct({ entry: '2', compliance: 'partial' });
  const [, outcome, correction, ...more] = posts(room);
  expect(more).toEqual([]);
  expect(outcome?.content).toContain('\nPartly met\n');
  expect(outcome?.content).toMatch(/-# .*Corrected on (?:Mon )?14 Jul(?: 2025)?: said "Met" before\./);
  expect(correction?.content).toBe(
    [
      '**Correction: Donald Trump to Russia (U-1)**',
      'Was: Met',
      'Now: Partly met',
      'Reason: we misread it',
      '-# Our own mistake; not counted as a move. The earlier post has been corrected.',
    ].join('\n'),
  );
  expect(correction?.silent).toBe(true);
  await room.bot.beat();
  expect(posts(room)).toHaveLength(3);
});

it('says in the preview and in the answer that the posts are set right', async () => {
  await settle();
  const typed = { ...ABOUT, reason: 'we misread it', entry: '2', compliance: 'partial' };
  const preview = await room.as('Ana').type('/ultimatum correct', typed).done;
  expect(preview.text()).toContain(
    'Posts that said otherwise are corrected, and a silent post in their channel says so.',
  );
  const saved = await room.as('Ana').press(preview, 'Correct').done;
  expect(saved.text()).toMatch(/A correction will be posted in <#\d+>\./);
  const quiet = await room
    .as('Ana')
    .type('/ultimatum correct', { ...ABOUT, reason: 'typo', entry: '2', quote: 'x' }).done;
  const kept = await room.as('Ana').press(quiet, 'Correct').done;
  expect(kept.text()).toContain('Nothing was announced.');
});

it('sets a moved deadline right in the post of the move', async () => {
  await done('/ultimatum move', { deadline: '28 August', source: 'https://www.cnn.com/d' }, 'Move');
  await correct({ entry: '2', deadline: '18 August' });
  const [, moved, correction] = contents();
  expect(moved).toContain('Now: Mon 18 Aug 2025');
  expect(moved).toContain('said "Thu 28 Aug 2025" before.');
  expect(correction).toContain('Was: Thu 28 Aug 2025\nNow: Mon 18 Aug 2025');
});

it('says nothing in public of what was never posted', async () => {
  await correct({ entry: '1', quote: 'other words' });
  expect(contents()).toHaveLength(1);
});

it('says in the small print of the newest list which deadline it had wrong', async () => {
  const asked = await room.as('Mod').type('/countdown add', { channel: 'general', every: 'daily' }).done;
  await room.as('Mod').press(asked, 'Save').done;
  room.clock.set(Date.parse('2025-07-15T14:00:00Z'));
  await room.bot.beat();
  const list = () => posts(room, 'general').at(-1)?.content ?? '';
  expect(list()).toContain('Tue 2 Sep');
  expect(list()).not.toContain('Corrected');
  room.clock.set(Date.parse('2025-07-15T15:00:00Z'));
  await correct({ entry: '1', deadline: '28 August' });
  expect(list()).toContain('**Thu 28 Aug**');
  expect(list()).toMatch(/^-# .*Corrected on 15 Jul: said "Tue 2 Sep 2025" of U-1 before\.$/m);
  room.clock.set(Date.parse('2025-07-15T16:00:00Z'));
  await done('/ultimatum move', { deadline: '1 September', source: 'https://www.cnn.com/d' }, 'Move');
  expect(list()).toContain('**Mon 1 Sep**');
  expect(list()).toContain('said "Tue 2 Sep 2025" of U-1 before.');
});

it('leaves no list that counts down to a date once nothing runs any more', async () => {
  const asked = await room.as('Mod').type('/countdown add', { channel: 'general', every: 'daily' }).done;
  await room.as('Mod').press(asked, 'Save').done;
  room.clock.set(Date.parse('2025-07-15T14:00:00Z'));
  await room.bot.beat();
  const list = () => posts(room, 'general').at(-1)?.content ?? '';
  expect(list()).toContain('Tue 2 Sep');
  await done('/ultimatum withdraw', { source: 'https://www.cnn.com/e' }, 'Withdraw');
  expect(list()).toContain('none with a date');
  expect(list()).not.toMatch(/2 Sep|<t:/);
});
